"""`extractor gold`: hand-labelled records to and from annotation tools, and how far annotators agree."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.options import DONE, FAILED, Commands, complain, existing, folder

if TYPE_CHECKING:
    from extractor.scoring import GoldArticle
    from extractor.scoring.annotation import MarkedArticle

TOOLS = ("label-studio", "brat")


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser("gold", help="hand-labelled records: annotation tools, agreement")
    actions = command.add_subparsers(title="actions", metavar="ACTION", required=True)
    _add_agreement(actions)
    _add_export(actions)
    _add_import(actions)


def _add_agreement(actions: Commands[argparse.ArgumentParser]) -> None:
    action = actions.add_parser(
        "agreement",
        help="how far annotators agree",
        description="F1 for events and Krippendorff's alpha for their fields, between the annotators that "
        "the files of one folder name, or between folders of one annotator each.",
    )
    action.add_argument("folders", nargs="+", type=folder, metavar="DIR", help="gold files")
    action.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON as well")
    action.set_defaults(run=_agreement)


def _add_export(actions: Commands[argparse.ArgumentParser]) -> None:
    action = actions.add_parser("export", help="write gold in the format of an annotation tool")
    action.add_argument("gold", type=folder, metavar="DIR", help="gold files")
    action.add_argument("--to", required=True, choices=TOOLS, help="the tool")
    action.add_argument(
        "--articles", required=True, type=existing, metavar="INPUT", help="the articles that it is of"
    )
    action.add_argument(
        "-o",
        "--output",
        required=True,
        type=Path,
        metavar="PATH",
        help="a file (label-studio), a folder (brat)",
    )
    action.set_defaults(run=_export)


def _add_import(actions: Commands[argparse.ArgumentParser]) -> None:
    action = actions.add_parser("import", help="make gold files of what an annotation tool wrote")
    action.add_argument(
        "path", type=existing, metavar="PATH", help="a JSON export (label-studio), a folder (brat)"
    )
    action.add_argument("--from", required=True, choices=TOOLS, dest="tool", help="the tool")
    action.add_argument(
        "-o",
        "--output",
        required=True,
        type=Path,
        metavar="DIR",
        help="where to write; several annotators get a folder each",
    )
    action.set_defaults(run=_import)


def _agreement(options: argparse.Namespace) -> int:
    from extractor.scoring import read_gold
    from extractor.scoring.agreement import agreement
    from extractor.scoring.coders import by_coder

    try:
        read = {path: read_gold(path) for path in options.folders}
    except ValueError as error:
        return complain(str(error), FAILED)
    if len(read) > 1:
        versions: dict[str, Sequence[GoldArticle]] = {str(path): gold for path, gold in read.items()}
    else:
        versions = dict(by_coder(next(iter(read.values()))))
    found = agreement(versions)
    if not found.articles:
        return complain("no article that two annotators coded; give a folder for each, or name them", FAILED)
    print(found.to_text())
    if options.json:
        options.json.write_text(found.model_dump_json(indent=1), encoding="utf-8")
    return DONE


def _export(options: argparse.Namespace) -> int:
    from extractor.scoring import read_gold
    from extractor.scoring.annotation import CONFIG, marked, to_tasks, write_brat
    from extractor.scoring.coders import version_of

    texts = _texts(options.articles)
    versions: list[list[MarkedArticle]] = []
    try:
        for article in read_gold(options.gold):
            if article.article not in texts:
                return complain(f"{options.articles}: no article {article.article!r}", FAILED)
            coded = [version_of(article, coder) for coder in article.annotators] or [article]
            versions.append([marked(version, texts[article.article]) for version in coded])
    except ValueError as error:
        return complain(str(error), FAILED)
    if options.to == "brat":
        written = write_brat(versions, options.output)
        print(f"{written} files of marks in {options.output}", file=sys.stderr)
    else:
        tasks = json.dumps(to_tasks(versions), ensure_ascii=False, indent=1)
        options.output.write_text(tasks + "\n", encoding="utf-8")
        config = options.output.with_suffix(".xml")
        config.write_text(CONFIG, encoding="utf-8")
        print(f"{len(versions)} tasks in {options.output}, their interface in {config}", file=sys.stderr)
    return DONE


def _texts(path: Path) -> dict[str, str]:
    from extractor.articles import Article, read

    return {article.id: article.text for article in read([str(path)]) if isinstance(article, Article)}


def _import(options: argparse.Namespace) -> int:
    from extractor.scoring.annotation import from_tasks, read_brat, to_yaml, unmarked

    try:
        if options.tool == "brat":
            found = read_brat(options.path)
        else:
            found = from_tasks(json.loads(options.path.read_text(encoding="utf-8")))
        gold = [unmarked(article) for article in found]
    except json.JSONDecodeError as error:
        return complain(f"{options.path}:{error.lineno}: no JSON: {error.msg}", FAILED)
    except ValueError as error:
        return complain(f"{options.path}: {error}", FAILED)
    is_coded_twice = len({article.article for article in gold}) < len(gold)
    for article in gold:
        into = options.output.joinpath(*article.annotators) if is_coded_twice else options.output
        into.mkdir(parents=True, exist_ok=True)
        (into / f"{article.article}.yaml").write_text(to_yaml(article), encoding="utf-8")
    print(f"{len(gold)} gold files in {options.output}", file=sys.stderr)
    return DONE
