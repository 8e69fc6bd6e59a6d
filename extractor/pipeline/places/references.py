""" "The province", "across the country": areas that were named before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.gazetteer import Gazetteer, Kind, Place
from extractor.pipeline.mentions import PlaceMention
from extractor.pipeline.places.wording import Reference, Wording
from extractor.pipeline.places.words import Words

# So many names before are looked at.
_REACH = 30
# Shorter words are no adjectives: "that in city".
_SHORT = 3
_KINDS = {"country": Kind.COUNTRY, "province": Kind.PROVINCE, "district": Kind.DISTRICT}


def read_references(
    words: Words, mentions: Sequence[PlaceMention], gazetteer: Gazetteer, wording: Wording
) -> list[PlaceMention]:
    """The areas that the text refers to without their names, each as a mention, in text order.

    "The district" is the one named last. What begins a name ("the province of Sindh", "the state capital
    Patna") refers to nothing.
    """
    found: list[PlaceMention] = []
    named: list[PlaceMention] = []
    coming = list(reversed(mentions))
    heads = wording.references.first_words()
    for position, word in enumerate(words.lower):
        if word not in heads:
            continue
        while coming and coming[-1].start <= position:
            named.append(coming.pop())
        hit = wording.references.at(words.lower, position) or _with_one_between(words, position, wording)
        if hit is None:
            continue
        end, reference = hit
        assert isinstance(reference, Reference)
        if _names_something(words, coming, named, end):
            continue
        area = _last_named(reference, named, gazetteer)
        if area is not None:
            found.append(replace(area, start=position, end=end))
    return found


def _with_one_between(words: Words, position: int, wording: Wording) -> tuple[int, object] | None:
    """ "This market town", "that Andean city": the town meant, with one word more in the phrase."""
    shorter = [words.lower[position], *words.lower[position + 2 : position + 3]]
    hit = wording.references.at(shorter, 0)
    if hit is None or not isinstance(hit[1], Reference) or hit[1].level != "town":
        return None
    between = words.lower[position + 1]
    return (position + 3, hit[1]) if between.isalpha() and len(between) > _SHORT else None


def _names_something(
    words: Words, coming: Sequence[PlaceMention], named: Sequence[PlaceMention], end: int
) -> bool:
    """Whether a name or a noun follows that the words belong to, or the words are a part of a name."""
    if named and named[-1].end >= end:
        return True
    if end < len(words) and (words.name_like[end] or words.lower[end] == "of"):
        return True
    return bool(coming) and coming[-1].start <= end + 1 and words.lower[end] == ","


def _last_named(
    reference: Reference, named: Sequence[PlaceMention], gazetteer: Gazetteer
) -> PlaceMention | None:
    if reference.level == "town":
        towns = (mention for mention in reversed(named[-_REACH:]) if mention.place and mention.known)
        town = next(towns, None)
        return replace(town, role="location", preposition="in", rule=reference.rule) if town else None
    level = reference.level
    kind = _KINDS[level]
    for mention in reversed(named[-_REACH:]):
        name = _name_at(mention, kind)
        if name is None or mention.country_code is None:
            continue
        if mention.precision == level and mention.name == name:
            return replace(mention, role="location", preposition="in", rule=reference.rule)
        place = next((p for p in gazetteer.lookup(name) if _is(p, kind, mention)), None)
        return replace(_area(mention, kind, place), precision=level, rule=reference.rule)
    return None


def _name_at(mention: PlaceMention, kind: Kind) -> str | None:
    if kind is Kind.COUNTRY:
        return mention.country
    return mention.province if kind is Kind.PROVINCE else mention.district


def _is(place: Place, kind: Kind, mention: PlaceMention) -> bool:
    return place.kind is kind and place.country_code == mention.country_code


def _area(mention: PlaceMention, kind: Kind, place: Place | None) -> PlaceMention:
    """The district, province or country around a smaller place that was named."""
    return replace(
        mention,
        name=_name_at(mention, kind) or mention.name,
        place=None,
        district=mention.district if kind is Kind.DISTRICT else None,
        province=mention.province if kind is not Kind.COUNTRY else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        geonames_id=place.geonames_id if place else None,
        role="location",
        preposition="in",
        known=place is not None,
        around=None,
    )
