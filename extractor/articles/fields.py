"""Articles given as named fields: what JSONL and CSV have in common."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.articles.article import Article, UnreadableError
from extractor.articles.dates import read_day
from extractor.articles.decoding import looks_binary, without_surrogates
from extractor.articles.head import read_head
from extractor.articles.source import Fields, Source
from extractor.articles.wording import FieldName, Wording

_MAX_ID = 200


def _same(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())


class FieldFinder:
    """Finds the fields of an article among keys or columns that go by many names."""

    def __init__(self, wording: Wording) -> None:
        self._names = {
            field: tuple(_same(name) for name in names) for field, names in wording.field_names.items()
        }
        self._last: tuple[list[str], dict[FieldName, str]] = ([], {})

    def names_for(self, keys: list[str]) -> dict[FieldName, str]:
        """Meaning → the key of `keys` that holds it; the best name wins."""
        if keys != self._last[0]:  # one row of a file has the same keys as the next
            self._last = (keys, self._found_in(keys))
        return self._last[1]

    def _found_in(self, keys: list[str]) -> dict[FieldName, str]:
        by_name = {_same(key): key for key in reversed(keys)}
        found: dict[FieldName, str] = {}
        for field, names in self._names.items():
            key = next((by_name[name] for name in names if name in by_name), None)
            if key is not None:
                found[field] = key
        return found

    def accepted(self, field: FieldName) -> str:
        """The names that `field` may go by, for messages."""
        return ", ".join(self._names[field])

    def read(self, row: Mapping[str, object], names: Mapping[FieldName, str]) -> tuple[str | None, Fields]:
        """The id, if there is one, and the fields of a row; Raises UnreadableError without a text."""
        if "text" not in names:
            raise UnreadableError(
                f"has no field with the article's text; name it one of: {self.accepted('text')} "
                f"(found: {', '.join(str(key)[:30] for key in list(row)[:12]) or 'nothing'})"
            )
        text = row[names["text"]]
        if not isinstance(text, str):
            raise UnreadableError(f"field {names['text']!r} holds no text but {type(text).__name__}")
        if not text.strip():
            raise UnreadableError(f"field {names['text']!r} is empty")
        if looks_binary(text):
            raise UnreadableError(f"field {names['text']!r} holds binary content")

        def value(field: FieldName) -> str | None:
            return _as_text(row[names[field]]) if field in names else None

        wanted_id = value("id")
        return (wanted_id[:_MAX_ID] if wanted_id else None), Fields(
            text=without_surrogates(text),
            title=value("title"),
            source=value("source"),
            published=value("published"),
            url=value("url"),
            byline=value("byline"),
        )


def _as_text(value: object) -> str | None:
    """A field as text: numbers as written, lists with commas, nested objects not at all."""
    if isinstance(value, str):
        return without_surrogates(value.strip()) or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list):
        return ", ".join(part for item in value if (part := _as_text(item))) or None
    return None


def read_fields(source: Source, fields: Fields, wording: Wording) -> Article:
    """The text field as it stands; what no field gives is looked for in the head of the text."""
    head = read_head(fields.text, wording)
    day = read_day(fields.published)
    published = day.day or head.published
    problems = (day.problem,) if day.problem else (() if published else head.problems)
    return Article(
        id=source.id,
        text=fields.text,
        title=fields.title or head.title,
        source=fields.source or head.source,
        published=published,
        path=source.shown_path,
        url=fields.url or head.url,
        byline=fields.byline or head.byline,
        body_start=head.body_start,
        problems=(*source.problems, *problems),
    )
