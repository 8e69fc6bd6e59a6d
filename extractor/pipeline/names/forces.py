"""Names of state forces that are put together from a country and a word for a force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.cues import Hit
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.tokens import tokens_of

_POSSESSIVE = (["'s"], ["’s"])
_ARMED = ("military", "police", "border_guard")


def composed_forces(
    lexicon: Lexicon, doc: Doc, demonyms: Iterable[Hit], words: Iterable[Hit]
) -> list[NameMention]:
    """ "Iraqi army", "Iraq's army", "the army of Iraq", and each of "Indian and Pakistani troops" and "troops
    of India and Pakistan"; `demonyms` are countries and their adjectives, `words` those for forces."""
    word_at: dict[int, Hit] = {}
    for hit in words:
        if hit.start not in word_at or hit.end > word_at[hit.start].end:
            word_at[hit.start] = hit
    armed = (word for word in word_at.values() if lexicon.force_words[word.sense.entry].body in _ARMED)
    ending = {word.end: word for word in sorted(armed, key=lambda word: -word.start)}
    lower = tokens_of(doc).lower
    nations = sorted(demonyms, key=lambda hit: hit.start)
    beside = [(nation, _force_beside(lower, nation, word_at, ending)) for nation in nations]
    irregular, afar = lexicon.words["no_army_of_rockets"], lexicon.words["fired_from_afar"]
    found = [
        _name(nation, word, min(nation.start, word.start), max(nation.end, word.end))
        for nation, word in beside
        if word is not None
        and not (
            nation.sense.entry.lower() in irregular and not afar.isdisjoint(lower[word.start : word.end])
        )
    ]
    for (one, word), (other, next_word) in pairwise(beside):
        if lower[one.end : other.start] != ["and"]:
            continue
        if word is None and next_word is not None and next_word.start == other.end:
            found.append(_name(one, next_word, one.start, one.end))
        elif next_word is None and word is not None and word.end < one.start:
            found.append(_name(other, word, other.start, other.end))
    return found


def _force_beside(
    lower: Sequence[str], nation: Hit, word_at: Mapping[int, Hit], ending: Mapping[int, Hit]
) -> Hit | None:
    """The word for a force after a country or its adjective, or before "of" and a country; none of `ending`
    is "the state" or "the government", after which a country is where it was."""
    after = nation.end + (lower[nation.end : nation.end + 1] in _POSSESSIVE)
    if after in word_at:
        return word_at[after]
    return ending.get(nation.start - 1) if lower[nation.start - 1] == "of" else None


def _name(nation: Hit, word: Hit, start: int, end: int) -> NameMention:
    entry = f"{nation.sense.entry.lower()}_{word.sense.entry}"
    return NameMention(start, end, "forces", entry, f"forces/{word.sense.entry}")
