"""Gold from reviewed articles, in the project's own format (docs/gold.md)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import yaml

from extractor.records import EventRecord, Toll
from extractor.review.corrected import GONE
from extractor.review.desk import Desk, Standing
from extractor.review.events import Heading
from extractor.scoring.gold import GoldArticle, file_stem

KIND: Final = "report"
NO_COUNTRY: Final = "ZZ"
_TOLLS: Final = ("killed", "injured", "arrested", "abducted")
_ANCHOR_WORDS: Final = 6


def write_gold(desk: Desk, folder: Path) -> tuple[int, list[str]]:
    """Write a file for each article that is complete and whose records are all judged.

    Returns how many were written, and what was left out and why.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: dict[str, str] = {}
    left_out = []
    unmarked = 0
    for number, heading in enumerate(desk.headings):
        standings = desk.standings(number, None)
        is_judged = bool(standings) and all(standing.verdict != "open" for standing in standings)
        if not desk.is_complete(number):
            unmarked += is_judged
            continue
        name = file_stem(heading.key.id)
        if standings and not is_judged:
            left_out.append(
                f"{heading.key.id}: complete, but not all of its records are judged; no gold written"
            )
        elif name in written:
            left_out.append(
                f"{heading.key.id}: its gold would be {name}.yaml, which is that of {written[name]}"
            )
        else:
            coders = {standing.by for standing in standings if standing.by}
            coders |= desk.decisions.judges(desk.article_key(number))
            gold = gold_of(heading, standings, sorted(coders), desk.text(number).text)
            text = yaml.safe_dump(gold, sort_keys=False, allow_unicode=True, width=120)
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
            written[name] = heading.key.id
    if unmarked:
        left_out.append(
            f"{unmarked} articles have all their records judged, but nobody has said that nothing is missing"
            " in them; no gold written"
        )
    known = {desk.article_key(number) for number in range(len(desk.headings))}
    if absent := len(desk.decisions.complete() - known):
        left_out.append(
            f"{absent} articles that were said to be complete have no records; give them with --articles"
            " for their gold"
        )
    if older := [path.name for path in sorted(folder.glob("*.yaml")) if path.stem not in written]:
        left_out.append(
            f"{folder} has {len(older)} files that are not of this export: {', '.join(older[:5])}"
        )
    return len(written), left_out


def gold_of(
    heading: Heading, standings: Sequence[Standing], coders: Sequence[str], text: str | None
) -> dict[str, Any]:
    """The gold of an article, as YAML gives it; it is valid gold."""
    kept = [standing for standing in standings if standing.verdict not in GONE]
    kept.sort(key=lambda standing: min((item.start for item in standing.record.evidence), default=1 << 30))
    countries = Counter(
        s.record.location.country_code for s in kept if s.record.location and s.record.location.country_code
    )
    [(country, _)] = countries.most_common(1) or [(NO_COUNTRY, 0)]
    gold = {
        "article": heading.key.id,
        "annotators": list(coders),
        "kind": KIND,
        "country": country,
        "published": heading.published,
        "events": [
            {
                "id": f"e{n}",
                **_event(standing.record, text),
                **({"note": standing.note} if standing.note else {}),
            }
            for n, standing in enumerate(kept, 1)
        ],
    }
    GoldArticle.model_validate(gold)
    return gold


def _event(record: EventRecord, text: str | None) -> dict[str, Any]:
    event: dict[str, Any] = {
        "scope": record.scope,
        "status": record.status,
        "background": record.background,
        "category": record.category,
        "event_type": record.event_type,
    }
    if record.count:
        event["count"] = _toll(record.count)
    if record.date and (record.date.start or record.date.end):
        event["date"] = {
            "start": str(record.date.start) if record.date.start else None,
            "end": str(record.date.end) if record.date.end else None,
        }
    if record.location:
        where = record.location
        areas = (where.place, where.district, where.province, where.country_code)
        event["location"] = dict(zip(("place", "district", "province", "country"), areas, strict=True))
    event["actors"] = [
        _filled(
            id=a.id,
            text=None if a.id else a.text or a.name,
            kind=a.kind,
            role=a.role,
            attribution=a.attribution,
        )
        for a in record.actors
    ]
    event["targets"] = [_filled(text=t.text, type=t.type, kind=t.kind) for t in record.targets]
    event["weapons"] = [_filled(type=w.type, text=None if w.type else w.text) for w in record.weapons]
    event["casualties"] = {name: _toll(getattr(record.casualties, name)) for name in _TOLLS}
    event["by_group"] = {
        part.group: _filled(killed=_toll(part.killed), injured=_toll(part.injured))
        for part in record.casualties.by_group
    }
    event["words"] = anchor(record, text)
    return event


def anchor(record: EventRecord, text: str | None) -> str:
    """A few words of the article that tell of the event: those of its type, with the ones that follow."""
    found = sorted(record.evidence, key=lambda item: (item.field != "event_type", item.start))
    if not found:
        return ""
    first = found[0]
    if text is None or text[first.start : first.end] != first.text:
        return first.text
    line = re.match(r"[^\n.]*", text[first.end :])
    more = line.group().split(" ")[: 1 + _ANCHOR_WORDS] if line else []
    return (first.text + " ".join(more)).rstrip(" ,;:-")


def _toll(toll: Toll | None) -> dict[str, Any] | None:
    if toll is None:
        return None
    return _filled(low=toll.low, best=toll.best, high=toll.high, vague=toll.vague) or None


def _filled(**values: object) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
