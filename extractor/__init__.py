"""Reads news articles about political violence and writes validated event records."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.pipeline import load

__version__ = "0.1.0"
__all__ = ["__version__", "load"]


def __getattr__(name: str) -> object:
    """Import the pipeline only when it is asked for: spaCy takes a second to load."""
    if name == "load":
        from extractor.pipeline import load

        return load
    raise AttributeError(f"module 'extractor' has no attribute {name!r}")
