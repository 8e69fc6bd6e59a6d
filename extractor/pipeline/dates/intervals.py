"""How long before something else it was: the "two days" of "two days after a bomb killed nine"."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc

from extractor.pipeline.dates.wording import words

# So many words may stand between "after" and the event: "after suspected members of the group killed".
_REACH = 12


def days_between(doc: Doc, event: int, after: Collection[str]) -> int | None:
    """The days that the words before an "after" count, which leads to the token `event`; None where they
    count none, or do not say how many."""
    for position in range(event - 1, max(event - 1 - _REACH, 1), -1):
        if doc[position].text in ".;" or doc[position].is_space:
            return None
        if doc[position].lower_ in after:
            return _days(doc, position - 1)
    return None


def _days(doc: Doc, unit: int) -> int | None:
    if doc[unit].lower_ not in words().units["day"]:
        return None
    number = doc[unit - 1].lower_
    if number in words().vague:
        return None
    return int(number) if number.isdigit() and len(number) < 3 else words().numbers.get(number)
