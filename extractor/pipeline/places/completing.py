"""What a place leaves open, from the others told: the district of a village, the village in a district."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extractor.pipeline.mentions import PlaceMention
from extractor.pipeline.notes import noted
from extractor.pipeline.places.roles import BORDERING
from extractor.pipeline.tokens import tokens_of

# A village told so many words away may still be the place in a district, and a district that of a town.
_NEARBY = 80
# A point that a distance is measured from stands this near to the place that lies there.
_MEASURED = 14
# A distance of more digits than that says nothing of the district.
_DIGITS = 2
_TELLING = ("location",)
_END = "between"  # of a road, which may lie anywhere
_SETTLEMENTS = frozenset({"places/village", "places/town", "places/name"})


def completed(doc: Doc, best: PlaceMention, others: Sequence[PlaceMention], area: bool) -> PlaceMention:
    """`best` with what it leaves open filled from mentions that do not contradict it; of an area (the
    place of a total) only the country. `others` come likeliest first.
    """
    if area and best.country_code is not None:
        return best
    if best.country_code is None:
        others = _nearest_first(doc, best, others)
    for other in others:
        if other.role == "dateline" and best.country_code is not None:
            continue
        if other.preposition == BORDERING or (other.role == "origin" and best.place is None):
            continue
        if not _agree(best, other) or (other.role == "part_of_name" and best.precision == "country"):
            continue
        if other.role == "government":
            continue  # "Ankara said"
        if (
            abs(other.start - best.start) <= _NEARBY
            and _is_open(best)
            and _is_settlement(other)
            and _fits(doc, other, best)
            and not _is_elsewhere(doc, other, best, others)
        ):
            best = joined(other, best, start=best.start, end=best.end)
        elif best.district is None or best.province is None or best.country is None:
            around = other if _may_hold(doc, best, other, others) else replace(other, district=None)
            filled = joined(best, around, start=best.start, end=best.end)
            # What another sentence tells next lies beside it, and not around it.
            told = other.start < best.start or _sentence(doc, other) == _sentence(doc, best)
            best = filled if told else replace(filled, around=best.around)
    return best


def joined(small: PlaceMention, large: PlaceMention, start: int, end: int) -> PlaceMention:
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


def _may_hold(doc: Doc, best: PlaceMention, other: PlaceMention, others: Sequence[PlaceMention]) -> bool:
    """Whether the district of `other` may be that of `best`: of a place that nobody knows it may, but for a
    dateline's; of a known town where a district is named nearby, of a whole province the one named most."""
    if not best.known:
        return other.role != "dateline" or bool(noted(doc).items)
    if best.place is not None:
        named = other.place is None and other.role == "location"
        return named and abs(other.start - best.start) <= _NEARBY
    told = [m for m in others if m.district and m.province == best.province and m.role != "origin"]
    here = [m for m in told if _sentence(doc, m) == _sentence(doc, best)]
    times = Counter(m.district for m in here or told).most_common(2)
    return other in told and other.district == times[0][0] and all(times[0][1] > n for _, n in times[1:])


def _is_elsewhere(
    doc: Doc, village: PlaceMention, best: PlaceMention, others: Sequence[PlaceMention]
) -> bool:
    """Whether a village that nobody knows lies in another district than `best`: its paragraph says where."""
    if village.known or village.province is not None:
        return False
    by_place = sorted([best, *others], key=lambda mention: mention.start)
    told = _nearest_first(doc, village, by_place)
    around = next((mention for mention in told if mention.country_code is not None), best)
    return not _agree(best, around)


def _nearest_first(doc: Doc, unknown: PlaceMention, others: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """A village that nobody knows lies by the town that its distance is told from, else where its paragraph
    has played so far or goes on, else where the text has, else at the dateline (which tells at once among
    the items of a round-up)."""
    paragraph, telling = _paragraph(doc, unknown), ("location", "dateline") if noted(doc).items else _TELLING

    def doubt(mention: PlaceMention) -> tuple[int, int]:
        before = mention.start <= unknown.start
        if mention.role == "distance" and _is_measured(doc, unknown, mention):
            return 0, 0
        if mention.role in telling and mention.preposition != _END:
            if _paragraph(doc, mention) == paragraph:
                return (1 if before else 2), 0
            if before and mention.preposition:
                return 3, 0
        return 4, abs(mention.start - unknown.start)

    return sorted(others, key=doubt)


def _is_measured(doc: Doc, unknown: PlaceMention, point: PlaceMention) -> bool:
    """Whether a place lies "10 km from" a point, and not hundreds."""
    if not 0 <= point.start - unknown.end <= _MEASURED:
        return False
    between = tokens_of(doc).words[unknown.end : point.start]
    return not any(len(word) > _DIGITS and word.isdigit() for word in between)


def _sentence(doc: Doc, mention: PlaceMention) -> int:
    return noted(doc).sentence_of[mention.start]


def _paragraph(doc: Doc, mention: PlaceMention) -> int:
    notes = noted(doc)
    return notes.sentences[notes.sentence_of[mention.start]].paragraph if notes.sentences else 0


def _is_open(mention: PlaceMention) -> bool:
    """Whether a smaller place may still be told: only a district, or a province's own name, is named."""
    if mention.place is None:
        return mention.district is not None
    return mention.place == mention.province and mention.rule == "places/name"


def _fits(doc: Doc, small: PlaceMention, large: PlaceMention) -> bool:
    if large.place is not None:
        return small.rule == "places/village" and small.place != large.place
    if small.district is None:
        return not small.known or _sentence(doc, small) == _sentence(doc, large)
    return small.district == large.district


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
