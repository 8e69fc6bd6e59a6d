"""Things that are where an attack was, or what it came on, and not what it was aimed at."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.people import PeopleReader
from extractor.pipeline.people.reading import Reading
from extractor.pipeline.telling.aimed import VILLAGE, Thing


def is_where(
    people: PeopleReader, lexicon: Lexicon, reading: Reading, thing: Thing, hit: Sequence[int]
) -> bool:
    """True for the village or the inn of "killed three people at an inn": it is only where they were."""
    if not hit:
        return False
    aimed = reading.lower[reading.heads[thing.end - 1]] in lexicon.words["aimed_at_place"]
    if thing.mention.entry == VILLAGE:
        return not aimed
    return not aimed and any(people.read(reading, head) is not None for head in hit)


def is_ridden(lexicon: Lexicon, reading: Reading, thing: Thing, struck: Sequence[int]) -> bool:
    """True for the motorcycles of "raided a village on motorcycles": what those who did it came on."""
    at = thing.end - 1
    ridden = reading.lower[at] in lexicon.words["ridden"]
    return bool(struck) and ridden and reading.lower[reading.heads[at]] == "on"
