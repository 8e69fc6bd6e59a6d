"""The spaCy components, one a file, and `load()` that puts them together."""

from extractor.pipeline.build import load, read_article, read_articles

__all__ = ["load", "read_article", "read_articles"]
