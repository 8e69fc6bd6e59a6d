"""The place of an event, out of the places that its article names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extractor.pipeline.mentions import PlaceMention
from extractor.pipeline.notes import noted
from extractor.pipeline.places.areas import lies_in
from extractor.pipeline.places.completing import completed, joined
from extractor.pipeline.places.items import item_of
from extractor.pipeline.places.roles import BORDERING
from extractor.pipeline.places.waters import WATER
from extractor.pipeline.tokens import tokens_of

_ROLE_SCORE = {
    "location": 0.0,
    "base": -2.1,
    "origin": -2.6,
    "distance": -2.2,
    "dateline": -4.0,
    "local_body": -2.2,
    "station": -1.2,
    "part_of_name": -3.4,
    "government": -3.4,
}
_PREPOSITION_SCORE = {
    "in": 1.2,
    "at": 1.4,
    "near": 1.0,
    "outside": 0.8,
    "behind": 1.0,
    "from": 0.3,
    "within": 1.0,
    "inside": 1.0,
    "reached": 1.0,
    "taken": 1.0,
    "retaken": 1.0,
    "struck": 1.0,
    "handed over": 2.5,
    "to": -0.8,
    "toward": -0.8,
    "towards": -0.8,
    "of": 0.2,
    "between": -0.3,
}


# The score of a preposition that says where.
_AT = 0.8
# So many mentions before and after an event are looked at.
_REACH = 30
_SMALL = frozenset({"places/village", "places/subdistrict"})
_REGION = "places/region"


def choose_location(
    doc: Doc,
    start: int,
    end: int,
    *,
    area: bool = False,
    alone: bool = False,
    since: int | None = None,
    until: int | None = None,
) -> PlaceMention | None:
    """The best place for an event told in tokens `start` to `end`; None where the article names none.

    A place in the same sentence wins over one nearby, a place where things happen over a
    dateline or a home. What that mention leaves open (the district of a village) is taken from the
    article's other mentions in the same country. With `area` the place is that of a total: no smaller
    place is looked for, and "the province" is the one named before. `alone`: what was told before
    was another event, elsewhere if its own sentence says where it was. Up to `since`, and from `until` to the
    end, its sentence tells of another event.
    """
    mentions = _around(noted(doc).places, start)
    if area and noted(doc).areas:
        mentions = sorted((*mentions, *_around(noted(doc).areas, start)), key=lambda mention: mention.start)
    items = noted(doc).items
    mentions = (
        [m for m in mentions if item_of(items, m.start) == item_of(items, start)] if items else mentions
    )
    implied: PlaceMention | None = None if items else noted(doc).implied_place
    left, right = _sentence(doc, start, end)
    if until is not None:
        mentions = [m for m in mentions if not until <= m.start < right] or mentions
    if since is not None and any(since <= m.start < right and m.role == "location" for m in mentions):
        mentions = [m for m in mentions if not left <= m.start < since]
    if not mentions:
        return implied
    scene = _scene_of(tokens_of(doc).lower, mentions, left, start)
    ranked = sorted(mentions, key=lambda m: (m is not scene, -_score(m, start, end, left, right), m.start))
    inside = [m for m in ranked if left <= m.start < right and m.role == "location"]
    same = None if area or inside else _same_area(doc, left, right)
    if same is not None:
        return same
    best = inside[0] if alone and inside else ranked[0]
    if best.rule == _REGION and not area:
        best = next((mention for mention in ranked[1:] if _is_in_region(mention, best)), best)
    if not area:
        best = next((m for m in inside if m.known and _is_scene(m) and lies_in(m, best)), best)
    if best.rule == WATER:
        best = next((m for m in inside if m.known and m.rule != WATER), best)
    if best.rule == WATER:
        return best  # the nation that an army or a ship is of says nothing of where it was
    others = [mention for mention in ranked if mention is not best]
    best = completed(doc, best, others, area)
    if area:
        best = _as_area(best, left <= best.start < right, ranked)
    if implied is None:
        return best
    if best.country_code is None:
        return joined(best, implied, best.start, best.end)
    beside = (
        best.role in ("part_of_name", "government", "local_body", "dateline") or best.preposition == BORDERING
    )
    foreign = beside and best.country_code != implied.country_code
    return implied if foreign else best


def _scene_of(
    lower: Sequence[str], mentions: Sequence[PlaceMention], left: int, start: int
) -> PlaceMention | None:
    """The place of "moved from Nyala to Zalingei, where they killed 14", for what is told from "where" on."""
    for mention in reversed(mentions):
        after = mention.end + (mention.end < start and lower[mention.end] == ",")
        if left <= mention.start < after < start and lower[after] == "where":
            return mention if mention.role in ("location", "origin") else None
    return None


def _same_area(doc: Doc, left: int, right: int) -> PlaceMention | None:
    """The area of "four more were killed in the same region", which is as much as the sentence tells."""
    lower = tokens_of(doc).lower
    told = (m for m in noted(doc).areas if left <= m.start < right)
    return next((m for m in told if "same" in lower[m.start : m.end]), None)


def finer_location(doc: Doc, place: PlaceMention, area: PlaceMention | None) -> PlaceMention | None:
    """`place` where it lies in `area` by what is told around it, else `area`."""
    if not lies_in(place, area):
        return area
    found = choose_location(doc, place.start, place.end)
    return found if found is not None and lies_in(found, area) else area


def _is_scene(mention: PlaceMention) -> bool:
    """True for "in" and "at" a place and for a village, not for a town only of which something is."""
    return mention.rule in _SMALL or _PREPOSITION_SCORE.get(mention.preposition, 0.0) >= _AT


def _as_area(mention: PlaceMention, told: bool, others: Sequence[PlaceMention]) -> PlaceMention:
    """The area that a total is of: what its own sentence says ("the province" too), a district by the name
    of its town; else the province that all the places told of nearby lie in, else the country."""
    if mention.place is not None and mention.place == mention.district:
        mention = replace(mention, place=None, precision="district")
    if told or mention.country_code is None:
        return mention
    provinces = {other.province for other in others if other.country_code == mention.country_code}
    one = mention.province if provinces - {None} == {mention.province} else None
    return replace(
        mention,
        place=None,
        district=None,
        province=one,
        latitude=None,
        longitude=None,
        geonames_id=None,
        precision="province" if one else "country",
    )


def _is_in_region(mention: PlaceMention, region: PlaceMention) -> bool:
    """True for another district of the province: the "Bastar region" is larger than Bastar's district."""
    there = mention.role == "location" and mention.province == region.province is not None
    return there and mention.district not in (None, region.district) and bool(mention.preposition)


def _around(mentions: list[PlaceMention], position: int) -> list[PlaceMention]:
    """The mentions that stand nearest in the text, so that a long text costs no more than a short one."""
    at = bisect_left(mentions, position, key=lambda mention: mention.start)
    return mentions[max(0, at - _REACH) : at + _REACH]


def _sentence(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of `start` begins and that of the last token before `end` ends."""
    sentences, sentence_of = noted(doc).sentences, noted(doc).sentence_of
    return sentences[sentence_of[start]].start, sentences[sentence_of[max(end - 1, start)]].end


def _score(mention: PlaceMention, start: int, end: int, left: int, right: int) -> float:
    score = _ROLE_SCORE.get(mention.role, 0.0) + _PREPOSITION_SCORE.get(mention.preposition, 0.0)
    score += 1.6 if mention.place else 1.2 if mention.district else 0.4 if mention.province else 0.0
    if mention.rule in _SMALL:
        score += 0.5
    distance = max(start - mention.end, mention.start - end, 0)
    if left <= mention.start < right:
        score += 3.0
    elif right <= mention.start:
        score += 1.2
    else:
        score += 1.4
    return score - 0.02 * distance
