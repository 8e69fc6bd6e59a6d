"""`extractor schema`: the JSON Schema of an event record."""

from __future__ import annotations

import argparse

from extractor.cli.options import DONE, Commands


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = commands.add_parser("schema", help="print the JSON Schema of an event record")
    command.set_defaults(run=run_command)


def run_command(_options: argparse.Namespace) -> int:
    """Run it and return the exit code."""
    import json

    from extractor.records import EventRecord

    print(json.dumps(EventRecord.model_json_schema(by_alias=True), indent=2, ensure_ascii=False))
    return DONE
