"""Gold as plain data, short as a researcher writes it by hand, and as YAML."""

from __future__ import annotations

from typing import Any

import yaml
from pydantic import BaseModel

from extractor.scoring.gold import GoldArticle, GoldDate, GoldToll, without_blanks

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# Lists of these are all of the values; any other list is a choice.
_ALL_OF = ("events", "actors", "targets", "weapons")


def plain(model: BaseModel) -> dict[str, Any]:
    """What the model says beyond its defaults, each value in its shortest form."""
    fields = type(model).model_fields
    given = {name: getattr(model, name) for name in fields}
    return {
        name: _short(value, name in _ALL_OF)
        for name, value in given.items()
        if fields[name].is_required() or value != fields[name].get_default(call_default_factory=True)
    }


def _short(value: Any, all_of: bool = False) -> Any:
    if isinstance(value, GoldDate) and value.start and value.start == value.end:
        return value.start.isoformat()
    if isinstance(value, GoldToll) and value.model_dump(exclude_none=True).keys() == {"best"}:
        return value.best
    if isinstance(value, BaseModel):
        return plain(value)
    if isinstance(value, dict):
        return {key: _short(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return _short(value[0]) if len(value) == 1 and not all_of else [_short(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def to_yaml(article: GoldArticle) -> str:
    """The article as a gold file."""
    return str(yaml.safe_dump(plain(article), sort_keys=False, allow_unicode=True, width=110))


def to_flow(value: Any) -> str:
    """A value on one line, as it could stand in a gold file."""
    text = yaml.safe_dump(
        value, default_flow_style=True, sort_keys=False, allow_unicode=True, width=float("inf")
    )
    return str(text).removesuffix("...\n").rstrip("\n")


def from_flow(text: str) -> Any:
    """What `to_flow` wrote, every scalar as text and blanks as None; raises yaml.YAMLError."""
    return without_blanks(yaml.load(text, Loader=_LOADER))
