"""The spaCy components, a room for each stage of their work, and `load()` that puts them together."""

from extractor.pipeline.build import article_doc, load, read_article, read_articles

__all__ = ["article_doc", "load", "read_article", "read_articles"]
