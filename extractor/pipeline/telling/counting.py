"""How many events a plural word tells of: "117 attacks"."""

from __future__ import annotations

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.numbers import NumberWords, Quantity
from extractor.pipeline.people.reading import PLURAL_TAGS, Reading
from extractor.pipeline.telling.triggers import Trigger

# So many words may stand between the number and the noun.
_REACH = 4


class EventCounter:
    """Reads the numbers of events."""

    def __init__(self, lexicon: Lexicon, numbers: NumberWords) -> None:
        self._lexicon = lexicon
        self._numbers = numbers

    def count(self, reading: Reading, trigger: Trigger) -> Quantity | None:
        """The number before the trigger's noun, where it is a plural one for events."""
        first = reading.sentence.start
        for i in sorted({*range(trigger.start - first, trigger.end - first), trigger.head}):
            if (
                reading.tags[i] in PLURAL_TAGS
                and i not in reading.weapons
                and self._is_event_noun(reading, i)
            ):
                left = reading.left_edge(i)
                found = self._numbers.read(reading.lower, left, i, floor=max(0, left - _REACH))
                if found is not None and found.start not in reading.dates and found.best != 0:
                    return found
        return None

    def _is_event_noun(self, reading: Reading, i: int) -> bool:
        """True for "attacks" and "incidents", false for the vehicles that an attack burned."""
        senses = self._lexicon.wordings.get(reading.lower[i], ())
        return reading.lower[i] in self._lexicon.words["cases"] or any(
            s.layer == "attack_types" and s.form == "noun" for s in senses
        )
