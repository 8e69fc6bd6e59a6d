"""What keepers of rules ask of patterns/: are the entries sound, do their examples hold, what do they do."""

from extractor.rules.check import check, open_gazetteer, summary
from extractor.rules.examples import Example, ExampleReader, Outcome, examples
from extractor.rules.find import Finder, Found, Meaning
from extractor.rules.findings import Finding
from extractor.rules.firing import fired_rules

__all__ = [
    "Example",
    "ExampleReader",
    "Finder",
    "Finding",
    "Found",
    "Meaning",
    "Outcome",
    "check",
    "examples",
    "fired_rules",
    "open_gazetteer",
    "summary",
]
