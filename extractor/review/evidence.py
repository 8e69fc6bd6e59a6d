"""The words behind a value, kept true while the value is corrected."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.records import EventRecord, Evidence

BY_FORM = "review/form"
BY_WORDS = "review/words"


def of_field(record: EventRecord, field: str) -> list[Evidence]:
    """The evidence of a field and of its parts ("actors" has "actors.attribution")."""
    return [item for item in record.evidence if _is_of(item, field)]


def _is_of(item: Evidence, field: str) -> bool:
    return item.field == field or item.field.startswith(f"{field}.")


def corrected(record: EventRecord, field: str, text: str | None = None) -> tuple[Evidence, ...]:
    """The record's evidence after a value of `field` was corrected by hand.

    The words stay, for they are what the value was read from, but it is a reviewer who answers for them now.
    With `text` only the words of that item of a list are meant.
    """
    return tuple(
        item.model_copy(update={"rule": BY_FORM}) if _is_meant(item, field, text) else item
        for item in record.evidence
    )


def without(record: EventRecord, field: str, text: str | None = None) -> tuple[Evidence, ...]:
    """The record's evidence after a value of `field` was taken away."""
    return tuple(item for item in record.evidence if not _is_meant(item, field, text))


def with_words(
    evidence: Iterable[Evidence], field: str, text: str, start: int, end: int
) -> tuple[Evidence, ...]:
    """The evidence with words that a reviewer has pointed at, `text[start:end]` of the article."""
    words = Evidence(field=field, text=text[start:end], start=start, end=end, rule=BY_WORDS)
    return (*evidence, words)


def _is_meant(item: Evidence, field: str, text: str | None) -> bool:
    return _is_of(item, field) and (text is None or item.text == text)
