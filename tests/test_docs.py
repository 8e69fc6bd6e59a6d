"""What the documentation says is run: its commands, its examples and what they are said to print.

Fenced blocks are told apart by the words after the fence:

console            commands after "$ "; they must end with 0. Lines below one are its output, "…" is any lines
console exits N    the same, ending with N
console install    installs something; not run here
python             run as a script
text of FILE       is what FILE holds
json of FILE       is part of the first record of FILE
text|yaml file F   is written to F before what follows
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from extractor.cli import build_parser

ROOT = Path(__file__).parents[1]
PAGES = (
    "README.md",
    *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")),
    "outputs/README.md",
)
BLOCK = re.compile(r"^```(?P<info>\w.*)\n(?P<body>(?:.*\n)*?)```$", re.MULTILINE)
ANY = "…"


@dataclass(frozen=True)
class Block:
    """A fenced block: its kind and arguments ("console", "exits", "1"), its body, its line in the page."""

    kind: str
    arguments: tuple[str, ...]
    body: str
    line: int


def blocks_of(page: str) -> Iterator[Block]:
    text = (ROOT / page).read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        kind, *arguments = match["info"].split()
        yield Block(kind, tuple(arguments), match["body"], text.count("\n", 0, match.start()) + 1)


def commands_of(block: Block) -> Iterator[tuple[str, str]]:
    """Each command with the output that is said to follow it."""
    for part in re.split(r"^\$ ", block.body, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def prints(expected: str, actual: str) -> bool:
    """Whether `actual` is as said; a line "…" stands for any number of lines."""
    wanted = [".*" if line == ANY else re.escape(line) + "\n" for line in expected.splitlines()]
    return re.fullmatch("".join(wanted), actual, re.DOTALL) is not None


def is_part(part: object, whole: object) -> bool:
    """Whether everything in `part` is in `whole`; the items of lists in any order."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(k in whole and is_part(v, whole[k]) for k, v in part.items())
    if isinstance(part, list):
        return isinstance(whole, list) and all(any(is_part(p, w) for w in whole) for p in part)
    return part == whole


class Page:
    """A page's blocks, run one after the other in a folder with the repository's documents and corpora."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("corpora", "docs", "outputs"):
            ignored = shutil.ignore_patterns("*.csv", "events*", "failures*", "*.part")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        self.kinds: dict[str, Callable[[Block], None]] = {
            "console": self.console,
            "python": self.python,
            "text": self.text,
            "yaml": self.yaml,
            "json": self.json,
        }

    def run(self, block: Block) -> None:
        self.kinds[block.kind](block)

    def shell(self, command: str) -> subprocess.CompletedProcess[str]:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            ["bash", "-c", f"set -o pipefail; {command}"],
            cwd=self.folder,
            env={**os.environ, "PATH": path, "COLUMNS": "100"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def console(self, block: Block) -> None:
        if "install" in block.arguments:
            return
        code = int(block.arguments[1]) if block.arguments else 0
        for command, output in commands_of(block):
            done = self.shell(command)
            assert done.returncode == code, f"{command}\n{done.stdout}{done.stderr}"
            if output:
                assert prints(output, done.stdout), f"{command}\nprinted:\n{done.stdout}"

    def python(self, block: Block) -> None:
        (self.folder / "script.py").write_text(block.body, encoding="utf-8")
        done = self.shell(f"{sys.executable} script.py")
        assert done.returncode == 0, done.stderr

    def text(self, block: Block) -> None:
        what, name = block.arguments
        if what == "file":
            self.write(name, block.body)
        else:
            assert block.body == (ROOT / name).read_text(encoding="utf-8")

    def yaml(self, block: Block) -> None:
        if block.arguments:
            self.write(block.arguments[1], block.body)

    def json(self, block: Block) -> None:
        record = json.loads(
            self.shell(f"extractor extract {block.arguments[1]} --quiet").stdout.splitlines()[0]
        )
        wrong = {k: record.get(k) for k, v in json.loads(block.body).items() if not is_part(v, record.get(k))}
        assert wrong == {}, "what the record holds in these fields"

    def write(self, name: str, content: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(content, encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_true(name: str, tmp_path: Path) -> None:
    page = Page(tmp_path)
    for block in blocks_of(name):
        try:
            page.run(block)
        except AssertionError as error:
            raise AssertionError(f"{name}:{block.line}: {error}") from error


def test_every_option_is_in_the_reference() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    sections = dict(
        re.findall(r"^## extractor (\w+).*?\n(.*?)(?=^## |\Z)", page, flags=re.MULTILINE | re.DOTALL)
    )
    commands = commands_under(build_parser())
    assert list(sections) == list(commands)
    for name, command in commands.items():
        written = set(re.findall(r"`(--?[a-z-]+)`", sections[name]))
        assert written == set(options_of(command)), name


def commands_under(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    return next((a.choices for a in parser._actions if isinstance(a.choices, dict)), {})


def options_of(command: argparse.ArgumentParser) -> Iterator[str]:
    for part in (command, *commands_under(command).values()):
        for action in part._actions:
            yield from (option for option in action.option_strings if option not in ("-h", "--help"))


def test_ci_runs_the_tests_as_the_readme_says() -> None:
    [line] = [c for b in blocks_of("README.md") for c, _ in commands_of(b) if c.endswith("pytest")]
    assert f"    {line}\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*PAGES, "NOTICE.md", "patterns/README.md", "corpora/README.md"])
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


def test_every_kind_of_pattern_is_explained() -> None:
    page = (ROOT / "patterns" / "README.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| `(\w+)` \|", page, flags=re.MULTILINE)
    assert sorted(explained) == sorted(path.name for path in (ROOT / "patterns").iterdir() if path.is_dir())


def test_the_sample_is_of_valid_records() -> None:
    from extractor.articles import Article, read
    from extractor.records import EventRecord, check_evidence

    lines = (ROOT / "outputs" / "sample.jsonl").read_text(encoding="utf-8").splitlines()
    records = [EventRecord.model_validate_json(line) for line in lines]
    [article] = read([str(ROOT / (records[0].article.path or ""))])
    assert isinstance(article, Article)
    assert {record.article.sha256 for record in records} == {article.sha256}
    for record in records:
        check_evidence(record, article.text)


def test_the_snippets_for_other_machines_call_what_there_is() -> None:
    """They cannot run here; each command in the workflow and the hooks is one of ours, with its options."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert all({"id", "name", "entry", "language", "files"} <= set(hook) for hook in hooks)
    called = [hook["entry"] for hook in hooks]
    for block in blocks_of("docs/changing-rules.md"):
        if block.kind == "yaml" and block.arguments[1].startswith("."):
            called += re.findall(
                r"(?:run|entry)?:? *(extractor .*)", yaml.safe_dump(yaml.safe_load(block.body))
            )
    commands = commands_under(build_parser())
    assert len(called) >= 8
    for words in (re.split(r"[\s'\"\\]+", line) for line in called):
        command = commands[words[1]]
        options = {option for part in options_under(command) for option in part.option_strings}
        assert {word for word in words if word.startswith("-")} <= options, words


def options_under(command: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for part in (command, *commands_under(command).values()):
        yield from part._actions
