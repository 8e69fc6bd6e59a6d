"""What a review has made, written to a folder."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from extractor.review.agreement import agreement
from extractor.review.corrected import corrected
from extractor.review.desk import Desk
from extractor.review.goldfiles import write_gold
from extractor.review.wrong_rules import write_wrong_rules

EVENTS, GOLD, RULES, AGREEMENT = "events.jsonl", "gold", "rules.csv", "agreement.json"


@dataclass(frozen=True, slots=True)
class Exported:
    """How much was written, and what was left out and why."""

    records: int
    gold: int
    wrong_rules: int
    left_out: tuple[str, ...]


def export_review(desk: Desk, folder: Path, *, reviewed_only: bool = False) -> Exported:
    """Write the corrected records, gold of complete articles, the rules' tallies and the agreement.

    Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    records = 0
    with (folder / EVENTS).open("w", encoding="utf-8", newline="\n") as stream:
        for record in corrected(desk, reviewed_only=reviewed_only):
            stream.write(f"{record.to_line()}\n")
            records += 1
    gold, left_out = write_gold(desk, folder / GOLD)
    wrong = write_wrong_rules(desk, folder / RULES)
    figures = json.dumps(asdict(agreement(desk)), ensure_ascii=False, indent=1)
    (folder / AGREEMENT).write_text(f"{figures}\n", encoding="utf-8")
    return Exported(records, gold, wrong, tuple(left_out))
