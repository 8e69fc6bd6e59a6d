"""Gold, and how well event records agree with it."""

from extractor.scoring.compare import Comparison, compare
from extractor.scoring.evaluate import evaluate, judge
from extractor.scoring.events import EventsError, read_events
from extractor.scoring.gold import GoldArticle, GoldError, GoldEvent, read_gold, read_gold_file
from extractor.scoring.report import Report

__all__ = [
    "Comparison",
    "EventsError",
    "GoldArticle",
    "GoldError",
    "GoldEvent",
    "Report",
    "compare",
    "evaluate",
    "judge",
    "read_events",
    "read_gold",
    "read_gold_file",
]
