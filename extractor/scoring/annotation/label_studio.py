"""Gold as tasks of Label Studio: regions of a text with choices and text areas of their own, and relations.

`CONFIG` is the labelling interface that the tasks belong to. The values of a text area are written as in
a gold file, one entry for each acceptable value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

import yaml

from extractor.records import Category, Scope, Status
from extractor.scoring.annotation.marks import EVENT, PARTS, AnnotationError, Mark, MarkedArticle
from extractor.scoring.annotation.plain import from_flow, to_flow

_CHOICES: dict[str, tuple[str, ...]] = {
    "category": get_args(Category),
    "scope": get_args(Scope),
    "status": get_args(Status),
    "background": ("true", "false"),
    "optional": ("true",),
}
_OF_LOCATION = ("place", "district", "province", "country")
_OF_TOLLS = ("killed", "injured", "arrested", "abducted")
# Values that are words and no YAML: a colon in them means nothing.
_WORDS = (*_OF_LOCATION, "event_type", "note")
_OF_EVENT = ("event_type", "date", *_OF_LOCATION, *_OF_TOLLS, "by_group", "count", "note", *PARTS.values())
_OF_PARTS = ("id", "name", "text", "type", "kind", "role", "attribution", "attributed_by", "optional")
_ABOVE = {**dict.fromkeys(_OF_LOCATION, "location"), **dict.fromkeys(_OF_TOLLS, "casualties")}
_CODER = "coder"


# ------------------------------------------------------------------ the interface
def _config() -> Iterator[str]:
    yield "<View>"
    yield f'  <TextArea name="{_CODER}" toName="text" placeholder="who coded this" maxSubmissions="1"/>'
    yield '  <Relations><Relation value="takes part in"/></Relations>'
    yield '  <Labels name="label" toName="text">'
    yield from (f'    <Label value="{label}"/>' for label in (EVENT, *PARTS))
    yield "  </Labels>"
    yield '  <Text name="text" value="$text"/>'
    for name, values in _CHOICES.items():
        yield f'  <Header value="{name}" size="6"/>'
        yield f'  <Choices name="{name}" toName="text" perRegion="true" choice="multiple"'
        yield f'           whenTagName="label" whenLabelValue="{EVENT}">'
        yield from (f'    <Choice value="{value}"/>' for value in values)
        yield "  </Choices>"
    for names, labels in ((_OF_EVENT, EVENT), (_OF_PARTS, ",".join(PARTS))):
        for name in names:
            area = name if labels == EVENT else f"part_{name}"
            yield f'  <TextArea name="{area}" toName="text" perRegion="true" placeholder="{name}"'
            yield f'            whenTagName="label" whenLabelValue="{labels}"/>'
    yield "</View>"


CONFIG = "\n".join(_config()) + "\n"


# ------------------------------------------------------------------ to Label Studio
def to_tasks(versions: Iterable[Sequence[MarkedArticle]]) -> list[dict[str, Any]]:
    """One task an article, with one annotation for each version of it."""
    return [_task(articles) for articles in versions]


def _task(articles: Sequence[MarkedArticle]) -> dict[str, Any]:
    first = articles[0]
    annotations = [{"result": list(_results(article))} for article in articles]
    return {"data": {**first.about, "text": first.text}, "annotations": annotations}


def _results(article: MarkedArticle) -> Iterator[dict[str, Any]]:
    if article.coder:
        coder = {"from_name": _CODER, "to_name": "text", "type": "textarea", "id": _CODER}
        yield {**coder, "value": {"text": [article.coder]}}
    for mark in article.marks:
        span = {"start": mark.start, "end": mark.end, "text": mark.text}
        of_text = {"id": mark.id, "to_name": "text"}
        yield {**of_text, "from_name": "label", "type": "labels", "value": {**span, "labels": [mark.label]}}
        for name, values in _areas(mark):
            if name in _CHOICES:
                value = {**span, "choices": values}
                yield {**of_text, "from_name": name, "type": "choices", "value": value}
            else:
                yield {**of_text, "from_name": name, "type": "textarea", "value": {**span, "text": values}}
        if mark.event:
            relation = {"type": "relation", "direction": "right", "labels": ["takes part in"]}
            yield {"from_id": mark.id, "to_id": mark.event, **relation}


def _areas(mark: Mark) -> Iterator[tuple[str, list[str]]]:
    """The name of each control that holds something of the mark, and what it holds."""
    for name, value in mark.fields.items():
        if mark.label != EVENT:
            yield f"part_{name}", [_written(name, item) for item in _listed(value)]
        elif name in _ABOVE.values():
            yield from ((inner, [_written(inner, v) for v in _listed(held)]) for inner, held in value.items())
        else:
            yield name, [_written(name, item) for item in _listed(value)]


def _written(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if name in _WORDS or isinstance(value, str) else to_flow(value)


# ------------------------------------------------------------------ from Label Studio
def from_tasks(tasks: object) -> list[MarkedArticle]:
    """The marks of every annotation of every task, as Label Studio exports them (JSON, not JSON-MIN).

    An annotation that was cancelled, and a task without any, give nothing. Raises AnnotationError.
    """
    if not isinstance(tasks, list):
        raise AnnotationError("this is no list of tasks; export the project as JSON")
    return [article for number, task in enumerate(tasks, 1) for article in _of_task(number, task)]


def _of_task(number: int, task: Any) -> Iterator[MarkedArticle]:
    data = task.get("data") if isinstance(task, dict) else None
    if not isinstance(data, dict) or "text" not in data or "annotations" not in task:
        raise AnnotationError(f"task {number} has no data.text or no annotations; export the project as JSON")
    about = {
        name: data[name] for name in ("article", "kind", "country", "published", "note") if data.get(name)
    }
    about.setdefault("article", f"task-{task.get('id', number)}")
    for annotation in task["annotations"]:
        if not annotation.get("was_cancelled"):
            results = annotation.get("result", [])
            coder = _coder(annotation, results)
            yield MarkedArticle(about, data["text"], coder, tuple(_marks(about["article"], results)))


def _coder(annotation: Mapping[str, Any], results: Iterable[Mapping[str, Any]]) -> str | None:
    """Who wrote it: as the annotation itself says, else the account that it was made with."""
    for result in results:
        if result.get("from_name") == _CODER:
            return str(result["value"]["text"][0])
    by = annotation.get("completed_by")
    if isinstance(by, dict):
        by = by.get("email") or by.get("id")
    return None if by is None else str(by)


def _marks(article: str, results: Sequence[Mapping[str, Any]]) -> Iterator[Mark]:
    events = {r["from_id"]: r["to_id"] for r in results if r.get("type") == "relation"}
    fields: dict[str, dict[str, Any]] = {}
    for result in results:
        if result.get("type") in ("choices", "textarea") and result.get("from_name") != _CODER:
            told = fields.setdefault(result["id"], {})
            _add(
                article, told, result["from_name"], result["value"].get("choices") or result["value"]["text"]
            )
    for result in results:
        if result.get("type") == "labels":
            value, id = result["value"], result["id"]
            text = value.get("text", "")
            for label in value["labels"][:1]:
                event = events.get(id)
                yield Mark(id, label, value["start"], value["end"], text, fields.get(id, {}), event)


def _add(article: str, fields: dict[str, Any], control: str, given: str | list[str]) -> None:
    """Put the values of one control where they belong in the fields of a mark."""
    name = control.removeprefix("part_")
    texts = [given] if isinstance(given, str) else given
    if control in (*_WORDS, *_CHOICES) or control != name:
        values: list[Any] = list(texts)
    else:
        try:
            values = [from_flow(text) for text in texts]
        except yaml.YAMLError as error:
            raise AnnotationError(
                f"{article}: {control}: {texts} is not as in a gold file: {error}"
            ) from error
    single = values[0] if len(values) == 1 and name not in PARTS.values() else values
    if control in _ABOVE:
        fields.setdefault(_ABOVE[control], {})[name] = single
    else:
        fields[name] = single


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
