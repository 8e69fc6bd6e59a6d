from __future__ import annotations

from pathlib import Path

import pytest

from extractor.gazetteer import Gazetteer

DISTRICTS = Path(__file__).resolve().parents[2] / "patterns" / "districts"


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The gazetteer under the project's own overlays."""
    return Gazetteer.load(DISTRICTS)
