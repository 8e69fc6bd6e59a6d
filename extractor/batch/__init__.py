"""Folders of articles through the pipeline: workers, output, failures, figures."""

from __future__ import annotations

from extractor.batch.options import Options, StartUpError
from extractor.batch.running import RunStoppedError, run
from extractor.batch.summary import Summary

__all__ = ["Options", "RunStoppedError", "StartUpError", "Summary", "run"]
