"""What is installed from a wheel is all that `extractor` needs, wherever it is run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "docs" / "example" / "checkpost.txt"
REVIEW = {
    path.relative_to(ROOT).as_posix()
    for folder in ("static", "templates")
    for path in (ROOT / "extractor" / "review" / folder).iterdir()
}
PATTERNS = {path.relative_to(ROOT).as_posix() for path in (ROOT / "patterns").rglob("*.yaml")}


def _run(command: Sequence[str], cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _build(kind: str, folder: Path) -> Path:
    pytest.importorskip("hatchling", reason="pip install -e '.[test]' installs it")
    _run([sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)], ROOT)
    [built] = (path for path in folder.iterdir() if path.suffix in (".whl", ".gz"))
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.mark.slow
def test_the_wheel_holds_the_patterns_and_notices(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {f"extractor/_{name}" for name in PATTERNS} - names == set()
    assert {"extractor/review/static/htmx.min.js", "extractor/review/templates/work.html"} <= REVIEW <= names
    assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE.md"}
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"extractor"}


@pytest.mark.slow
def test_it_runs_from_the_wheel_in_any_folder(wheel: Path, tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(site)]
    _run([*install, str(wheel)], elsewhere)
    where = "from extractor.patternfiles import default_patterns; print(default_patterns())"
    used = _run([sys.executable, "-c", where], elsewhere, PYTHONPATH=str(site)).strip()
    assert used == str(site / "extractor" / "_patterns")
    command = [sys.executable, "-m", "extractor", "extract", str(ARTICLE), "-o", "out/events.jsonl"]
    _run(command, elsewhere, PYTHONPATH=str(site))
    assert '"event_type":"suicide_bombing"' in (elsewhere / "out" / "events.jsonl").read_text(
        encoding="utf-8"
    )


@pytest.mark.slow
def test_the_source_archive_holds_what_builds_and_tests_need(tmp_path: Path) -> None:
    with tarfile.open(_build("sdist", tmp_path)) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    wanted = {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "NOTICE.md",
        "requirements.lock",
        "outputs/sample.jsonl",
    }
    wanted |= PATTERNS | {"tests/test_packaging.py", "tests/gold/floors.yaml", "docs/example/checkpost.txt"}
    assert wanted - names == set()


def test_the_lock_file_has_every_dependency_with_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {_name(each) for each in (*project["dependencies"], *extras["test"], *extras["pdf"])}
    locked = re.findall(r"^([a-z0-9-]+)==\S+.*\\\n    --hash=sha256:", lock, flags=re.MULTILINE)
    assert wanted - set(locked) == set()
    assert len(locked) == len(re.findall(r"^[a-z]", lock, flags=re.MULTILINE))
    assert "://" not in lock and "index" not in lock


def _name(requirement: str) -> str:
    return re.split(r"[<>=\[ ;]", requirement)[0].lower().replace("_", "-")
