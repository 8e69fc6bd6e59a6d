"""Formats that need a library which is not installed with the program itself."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from extractor.articles.article import UnreadableError


def optional_module(name: str, extra: str, what: str) -> Any:
    """The module of that name. Raises UnreadableError, which says what to install, where it is not there."""
    try:
        return import_module(name)
    except ImportError as error:
        raise UnreadableError(f"{what}; run: pip install 'extractor[{extra}]'") from error
