"""Where a phrase for people begins, whatever else the parse hangs on it, and what its first word tells."""

from __future__ import annotations

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.reading import VERB_TAGS, Reading

_BREAKS = frozenset({"-", "–", "—", ","})


def phrase_start(reading: Reading, lexicon: Lexicon, head: int) -> int:
    """The position of its first word, without the date of "March 12 - Security forces" and "On 4 June,
    militants", and the "dead" of "shot dead Musa Bello"."""
    counted = counted_beside(reading, head)
    left = counted[1] if counted is not None else reading.left_edge(head)
    dated = left in reading.dates
    while left < head and (reading.lower[left] in _BREAKS or (dated and left in reading.dates)):
        left += 1
    if left < head and reading.lower[left] in lexicon.words["harmed"] and _is_of_verb(reading, left):
        left += 1
    return _with_group(reading, left, head)


def _is_of_verb(reading: Reading, i: int) -> bool:
    """True of "dead" in "shot dead two men" and "shot dead Musa Bello", not in "arrested wounded men"."""
    tags = reading.tags
    return tags[i + 1] == "CD" or (i > 0 and tags[i - 1] in VERB_TAGS and tags[i + 1] != "NNS")


def counted_beside(reading: Reading, head: int) -> tuple[int, int] | None:
    """Of "one soldier and two civilians", where the parse takes all before the last noun for its number: the
    first noun, and where the phrase of the last one begins."""
    numbers = [c for c in reading.children[head] if c < head and reading.deps[c] == "nummod"]
    for number in numbers[:1]:
        noun = reading.child(number, "quantmod")
        joined = numbers[1] if numbers[1:] else reading.child(number, "conj")
        if noun in reading.targets and joined is not None and number < noun < joined:
            return noun, joined
    return None


def _with_group(reading: Reading, left: int, head: int) -> int:
    """Where the name of a group begins that stands right before its people, and that the parse hangs
    elsewhere: "FLEC-FAC fighters"."""
    mention = reading.names.get(left - 1) if left > 0 and head in reading.targets else None
    if mention is None or mention.layer != "groups" or head in reading.names:
        return left
    return mention.start - reading.sentence.start


def is_definite(reading: Reading, left: int) -> bool:
    """True for a phrase from `left` on of those told of before: "the two soldiers", "their driver"."""
    return reading.lower[left] in ("the", "these", "those", "his", "her", "their", "its", "both")


def is_acronym(word: str) -> bool:
    """True for "EVMs" and "INR", which nobody is called."""
    letters = word.removesuffix("s")
    return len(letters) > 1 and letters.isalpha() and letters.isupper()
