"""Files → articles: one reader a format (text with header lines, JSONL, HTML, CSV, PDF, Parquet, WARC)."""

from __future__ import annotations

from extractor.articles.article import Article, ReadFailure
from extractor.articles.finding import sources
from extractor.articles.reading import read, read_source
from extractor.articles.source import Source
from extractor.articles.wording import load_wording

__all__ = ["Article", "ReadFailure", "Source", "load_wording", "read", "read_source", "sources"]
