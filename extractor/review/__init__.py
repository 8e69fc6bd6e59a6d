"""Reading and correcting records in a browser: the pages, the review log, and what comes of it."""

from extractor.review.exporting import Exported, export_review
from extractor.review.serving import Settings, default_log, open_desk, serve

__all__ = ["Exported", "Settings", "default_log", "export_review", "open_desk", "serve"]
