"""How fast the program is, beside bare spaCy on the same texts in the same run."""

from __future__ import annotations

from extractor.bench.figures import Figures, benchmark
from extractor.bench.texts import Kind, Sample, bundled, given

__all__ = ["Figures", "Kind", "Sample", "benchmark", "bundled", "given"]
