"""The spaCy components, one a file, and `load()` that puts them together."""

from extractor.pipeline.build import article_doc, load, read_article, read_articles
from extractor.pipeline.explain import explain

__all__ = ["article_doc", "explain", "load", "read_article", "read_articles"]
