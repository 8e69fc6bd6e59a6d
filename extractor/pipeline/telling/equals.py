"""As many as were told of before: "ten soldiers were killed and as many injured"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.phrase import People
from extractor.pipeline.people.reading import Reading
from extractor.pipeline.telling.facts import Fact


def with_as_many(reading: Reading, lexicon: Lexicon, facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a sentence, of which "as many" has the number of the fact told before it."""
    found: list[Fact] = []
    number = 0
    for fact in facts:
        people = []
        for person in fact.people:
            if number and _is_as_many(reading, lexicon, person):
                told = replace(person.quantity, low=number, best=number, high=number, vague=None)
                person = replace(person, quantity=told)
            people.append(person)
            number = person.quantity.best or 0 if len(people) == 1 else number + (person.quantity.best or 0)
        same = all(a is b for a, b in zip(people, fact.people, strict=True))
        found.append(fact if same else replace(fact, people=tuple(people)))
    return found


def _is_as_many(reading: Reading, lexicon: Lexicon, person: People) -> bool:
    """True of "as many" and "as many others", false of "as many as twelve"."""
    number = person.quantity
    if number.vague not in lexicon.words["equal_number"] or not number.start:
        return False
    return reading.lower[number.start - 1] == "as" and reading.lower[number.end : number.end + 1] != ["as"]
