"""The files of patterns/: where they are, how they are read, and what is said when one is wrong."""

from extractor.patternfiles.faults import Fault, entry_line, faults
from extractor.patternfiles.folders import default_patterns, digest, pattern_files
from extractor.patternfiles.reading import PatternError, part_of, read_entries, read_table, read_yaml

__all__ = [
    "Fault",
    "PatternError",
    "default_patterns",
    "digest",
    "entry_line",
    "faults",
    "part_of",
    "pattern_files",
    "read_entries",
    "read_table",
    "read_yaml",
]
