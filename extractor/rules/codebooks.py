"""The values that the codebooks know, from patterns/codebooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from extractor.patternfiles import pattern_files, read_entries


class CodebookValues(BaseModel):
    """The values of each codebook for one layer of patterns."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    codes: Mapping[str, tuple[str, ...]]


def codebook_values(folders: Sequence[Path]) -> dict[str, CodebookValues]:
    """The values by layer; a later folder's replace an earlier one's. Raises PatternError."""
    found = [e for path in pattern_files(folders, "codebooks") for e in read_entries(path, CodebookValues)]
    return {entry.id: entry for entry in found}
