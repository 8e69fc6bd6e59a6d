"""`extractor patterns`: are the rules sound, do their examples hold, what do they do."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from extractor.cli.options import DONE, FAILED, Commands, add_patterns_option, complain, existing, folder


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser("patterns", help="check, test and look up the rules of patterns/")
    actions = command.add_subparsers(title="actions", metavar="ACTION", required=True)
    _add_check(actions)
    _add_test(actions)
    _add_stats(actions)
    _add_find(actions)


def _add_check(actions: Commands[argparse.ArgumentParser]) -> None:
    action = actions.add_parser(
        "check",
        help="faults, ambiguous names, unknown codes, missing examples",
        description="Tell what is to be mended in pattern files, by file and line. A kind of finding that "
        "is as it should be is accepted in the entry, with the reason: `checked: {place_name: a reason}`.",
    )
    action.add_argument(
        "--corpus",
        type=existing,
        metavar="INPUT",
        help="articles: tell the rules that never fire on them too",
    )
    add_patterns_option(action)
    action.set_defaults(run=_check)


def _add_test(actions: Commands[argparse.ArgumentParser]) -> None:
    action = actions.add_parser(
        "test",
        help="read every rule's own examples",
        description="Read the `match`, `no_match` and `todo` examples, and tell those that do not hold.",
    )
    action.add_argument(
        "rules", nargs="*", metavar="RULE", help='such as "groups/ttp" or "groups" (default: all)'
    )
    add_patterns_option(action)
    action.set_defaults(run=_test)


def _add_stats(actions: Commands[argparse.ArgumentParser]) -> None:
    action = actions.add_parser(
        "stats",
        help="what each rule did on a file of records, and which names no rule knew",
        description="For each rule how often it fired and, with gold, how often rightly; rules that read the "
        "same words, rules that never fired, and the names that the texts had and no rule knew.",
    )
    action.add_argument("events", type=Path, metavar="EVENTS.jsonl")
    action.add_argument("--gold", type=folder, metavar="DIR", help="hand-labelled records to judge by")
    add_patterns_option(action)
    action.set_defaults(run=_stats)


def _add_find(actions: Commands[argparse.ArgumentParser]) -> None:
    action = actions.add_parser("find", help="what a name would be read as, and why")
    action.add_argument("name", metavar="NAME")
    add_patterns_option(action)
    action.set_defaults(run=_find)


def _check(options: argparse.Namespace) -> int:
    import extractor
    from extractor.rules import check, fired_rules, summary

    fired = None
    if options.corpus:
        fired = fired_rules(extractor.load(patterns=options.patterns), [str(options.corpus)])
    findings = check(options.patterns, fired)
    for finding in findings:
        print(finding)
    told = ", ".join(f"{count} {kind}" for kind, count in summary(findings).items())
    print(f"{len(findings)} findings: {told}" if findings else "nothing to mend", file=sys.stderr)
    return FAILED if findings else DONE


def _test(options: argparse.Namespace) -> int:
    import extractor
    from extractor.lexicon import load_lexicon
    from extractor.rules import ExampleReader, examples

    lexicon = load_lexicon((options.patterns,) if options.patterns else ())
    reader = ExampleReader(extractor.load(patterns=options.patterns), lexicon)
    read = failed = 0
    for outcome in map(reader.read, examples(lexicon, options.rules)):
        read += 1
        if not outcome.holds:
            failed += outcome.example.wish != "todo"
            print(outcome)
    print(f"{read} examples, {failed} do not hold", file=sys.stderr)
    return FAILED if failed or not read else DONE


def _stats(options: argparse.Namespace) -> int:
    from extractor.lexicon import load_lexicon
    from extractor.rules.stats import statistics
    from extractor.rules.stats_text import to_text
    from extractor.scoring import read_events, read_gold

    lexicon = load_lexicon((options.patterns,) if options.patterns else ())
    try:
        gold = read_gold(options.gold) if options.gold else ()
        print(to_text(statistics(read_events(options.events), lexicon, gold)))
    except ValueError as error:
        return complain(str(error), FAILED)
    return DONE


def _find(options: argparse.Namespace) -> int:
    import extractor
    from extractor.lexicon import load_lexicon
    from extractor.rules import Finder, open_gazetteer

    lexicon = load_lexicon((options.patterns,) if options.patterns else ())
    finder = Finder(extractor.load(patterns=options.patterns), lexicon, open_gazetteer(lexicon.folders))
    found = finder.find(options.name)
    print(f"{options.name}: {'; '.join(found.read) if found.read else 'read as nothing that is known'}")
    for meaning in found.meanings:
        print(f"  {meaning}")
    if found.near:
        print(f"  names spelt much like it: {', '.join(found.near)}")
    return DONE if found.meanings else FAILED
