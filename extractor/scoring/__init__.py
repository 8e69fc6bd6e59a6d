"""Gold, and how well event records agree with it."""

from extractor.scoring.evaluate import EventsError, evaluate, judge
from extractor.scoring.gold import GoldArticle, GoldError, GoldEvent, read_gold, read_gold_file
from extractor.scoring.report import Report

__all__ = [
    "EventsError",
    "GoldArticle",
    "GoldError",
    "GoldEvent",
    "Report",
    "evaluate",
    "judge",
    "read_gold",
    "read_gold_file",
]
