"""The place of an event, out of the places that its article names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extractor.pipeline.mentions import PlaceMention
from extractor.pipeline.notes import noted
from extractor.pipeline.places.items import item_of
from extractor.pipeline.places.roles import BORDERING

_ROLE_SCORE = {
    "location": 0.0,
    "base": -2.1,
    "origin": -2.6,
    "distance": -2.2,
    "dateline": -4.0,
    "part_of_name": -3.4,
}
_PREPOSITION_SCORE = {
    "in": 1.2,
    "at": 1.4,
    "near": 1.0,
    "outside": 0.8,
    "from": 0.3,
    "within": 1.0,
    "inside": 1.0,
    "reached": 1.0,
    "taken": 1.0,
    "retaken": 1.0,
    "handed over": 2.5,
    "to": -0.8,
    "toward": -0.8,
    "towards": -0.8,
    "of": 0.2,
    "between": -0.3,
}


# A village told so many words away may still be the place in a district.
_NEARBY = 80
# So many mentions before and after an event are looked at.
_REACH = 30
_SMALL = frozenset({"places/village", "places/subdistrict"})
_REGION = "places/region"
_SETTLEMENTS = frozenset({"places/village", "places/town", "places/name"})


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
    ranked = sorted(mentions, key=lambda m: (-_score(m, start, end, left, right), m.start))
    inside = [m for m in ranked if left <= m.start < right and m.role == "location"]
    best = inside[0] if alone and inside else ranked[0]
    if best.rule == _REGION and not area:
        best = next((mention for mention in ranked[1:] if _is_in_region(mention, best)), best)
    others = [mention for mention in ranked if mention is not best]
    if best.country_code is None:
        others = _own_paragraph_first(doc, best, others)
    best = _completed(best, others, area)
    if area:
        best = _as_area(best, left <= best.start < right, ranked)
    if implied is None:
        return best
    if best.country_code is None:
        return _joined(best, implied, best.start, best.end)
    beside = best.role in ("part_of_name", "dateline") or best.preposition == BORDERING
    foreign = beside and best.country_code != implied.country_code
    return implied if foreign else best


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


def _own_paragraph_first(doc: Doc, unknown: PlaceMention, others: list[PlaceMention]) -> list[PlaceMention]:
    """A village that nobody knows lies where its paragraph has played so far; among the items of a round-up
    the dateline tells."""
    paragraph = _paragraph(doc, unknown)
    telling = ("location", "dateline") if noted(doc).items else ("location",)
    return sorted(
        others,
        key=lambda m: m.start > unknown.start or m.role not in telling or _paragraph(doc, m) != paragraph,
    )


def _paragraph(doc: Doc, mention: PlaceMention) -> int:
    notes = noted(doc)
    return notes.sentences[notes.sentence_of[mention.start]].paragraph if notes.sentences else 0


def _completed(best: PlaceMention, others: list[PlaceMention], area: bool) -> PlaceMention:
    """Fill what `best` leaves open from mentions that do not contradict it; of an area only the country."""
    if area and best.country_code is not None:
        return best
    for other in others:
        if other.role == "dateline" and best.country_code is not None:
            continue
        if other.preposition == BORDERING or (other.role == "origin" and best.place is None):
            continue
        if not _agree(best, other):
            continue
        if (
            abs(other.start - best.start) <= _NEARBY
            and _is_open(best)
            and _is_settlement(other)
            and _fits(other, best)
        ):
            best = _joined(other, best, start=best.start, end=best.end)
        elif best.district is None or best.province is None or best.country is None:
            best = _joined(best, other, start=best.start, end=best.end)
    return best


def _is_open(mention: PlaceMention) -> bool:
    """Whether a smaller place may still be told: only a district, or a province's own name, is named."""
    if mention.place is None:
        return mention.district is not None
    return mention.place == mention.province and mention.rule == "places/name"


def _fits(small: PlaceMention, large: PlaceMention) -> bool:
    if large.place is not None:
        return small.rule == "places/village" and small.place != large.place
    return small.district in (None, large.district)


def _is_settlement(mention: PlaceMention) -> bool:
    return (
        bool(mention.place)
        and mention.role == "location"
        and mention.rule in _SETTLEMENTS
        and bool(mention.preposition)
    )


def _agree(a: PlaceMention, b: PlaceMention) -> bool:
    pairs = [(a.country_code, b.country_code), (a.province, b.province)]
    if not (_is_open(a) and a.place is not None):
        pairs.append((a.district, b.district))
    return all(x is None or y is None or x == y for x, y in pairs)


def _joined(small: PlaceMention, large: PlaceMention, start: int, end: int) -> PlaceMention:
    """The smaller mention inside the larger one."""
    located = small.latitude is not None and small.precision in ("place", "near", "district")
    return replace(
        small,
        start=start,
        end=end,
        district=small.district or (large.district if large.place != large.province else None),
        province=small.province or large.province,
        country=small.country or large.country,
        country_code=small.country_code or large.country_code,
        latitude=small.latitude if located else large.latitude,
        longitude=small.longitude if located else large.longitude,
        geonames_id=small.geonames_id if located else large.geonames_id,
        around=small.around or (None if small.known or large.role != "location" else large.place),
    )
