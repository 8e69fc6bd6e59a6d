"""A disk that is really full: nothing half is left, and the next run goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_resume import Noting, read_ids, write_articles

from extractor.batch import Options, run
from extractor.batch.running import CHUNK_ARTICLES

pytest.importorskip("resource", reason="the system limits no file sizes")
HERE = Path(__file__).resolve().parent
SCRIPT = """
import resource, sys
from pathlib import Path
from extractor.batch import Options, RunStoppedError, run
from test_resume import Noting
if __name__ == "__main__":
    articles, output, notes, resume, most = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), int(most)))
    try:
        options = Options(workers=1, resume=resume == "resume")
        run([articles], Path(output), options, factory=Noting(Path(notes)))
    except RunStoppedError as error:
        sys.exit(f"stopped: {error}")
"""


@pytest.mark.parametrize("resume", ["resume", "once"])
@pytest.mark.parametrize("most", [40_000, 100_000, 200_000])
def test_no_room_for_the_output_or_the_ledger(tmp_path: Path, resume: str, most: int) -> None:
    articles, output, notes = tmp_path / "articles.jsonl", tmp_path / "events.jsonl", tmp_path / "notes"
    write_articles(articles, 600)
    (tmp_path / "script.py").write_text(SCRIPT, encoding="utf-8")
    arguments = [str(tmp_path / "script.py"), str(articles), str(output), str(notes), resume, str(most)]
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parents[1])])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1 and done.stderr.startswith("stopped: "), done.stderr
    assert not output.exists(), "the output is whole or not there"
    before = read_ids(notes)
    notes.unlink()
    run([str(articles)], output, Options(workers=1, resume=resume == "resume"), factory=Noting(notes))
    whole = tmp_path / "whole.jsonl"
    run([str(articles)], whole, Options(workers=1), factory=Noting(tmp_path / "other"))
    assert output.read_bytes() == whole.read_bytes()
    if resume == "resume":
        twice = set(before) & set(read_ids(notes))
        assert len(twice) <= 2 * CHUNK_ARTICLES, "what the ledger has is not done again"
