"""Which of the event words that overlap in a sentence count."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.cues import Hit
from extractor.pipeline.people.reading import Reading


def most_telling_first(lexicon: Lexicon, reading: Reading, hits: Iterable[Hit]) -> list[Hit]:
    """The words for events, without those that other words of the sentence say to be none: the longest first,
    then what is done before what there is ("Katyusha rockets landed"), then the most telling: "blew himself
    up" is no mere "blew ~ up"."""
    hits = list(hits)
    harmed = [h for h in hits if h.sense.layer == "tolls" and _says_only_who_was_harmed(lexicon, h)]
    chosen = [h for h in hits if h.sense.layer == "attack_types" and not _is_in_longer(h, harmed)]
    chosen = [h for h in chosen if not _is_dug(lexicon, reading, h)]
    chosen = [h for h in chosen if not _is_of_another_kind(lexicon, h, chosen)]
    return sorted(chosen, key=lambda h: _precedence(lexicon, reading, h))


def _precedence(lexicon: Lexicon, reading: Reading, hit: Hit) -> tuple[int, bool, int, int, str]:
    rank = lexicon.attack_types[hit.sense.entry].rank
    length = (hit.tail_end or hit.end) - hit.start
    last = (hit.tail_end or hit.end) - 1 - reading.sentence.start
    is_deed = hit.sense.form == "verb" and length > 1 and reading.is_verb(last)
    return -length, not is_deed, hit.start, -rank, hit.sense.entry


def _says_only_who_was_harmed(lexicon: Lexicon, hit: Hit) -> bool:
    entry = lexicon.tolls[hit.sense.entry]
    return entry.frame == "subject" and entry.event is None


def _is_in_longer(hit: Hit, others: Iterable[Hit]) -> bool:
    """True for the fighting of "fighting for his life"."""
    return any(
        o.start <= hit.start and (hit.tail_end or hit.end) <= o.end and o.end - o.start > hit.end - hit.start
        for o in others
    )


def _is_dug(lexicon: Lexicon, reading: Reading, hit: Hit) -> bool:
    """True for the mine of "a copper mine killed"."""
    start = hit.start - reading.sentence.start
    return start > 0 and reading.lower[start - 1] in lexicon.words["ores"]


def _is_of_another_kind(lexicon: Lexicon, hit: Hit, others: Iterable[Hit]) -> bool:
    """True for the "strike killed" of "a drone strike killed": the words before it tell more."""
    entry = hit.sense.entry
    if lexicon.attack_types[entry].needs != "doer":
        return False
    return any(o.start < hit.start < (o.tail_end or o.end) and o.sense.entry != entry for o in others)
