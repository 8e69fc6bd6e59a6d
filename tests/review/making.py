"""Articles and records for these tests, written out so that a test says what stands where."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.articles import Article, read
from extractor.records import EventRecord, Evidence, ExtractorInfo

INFO = ExtractorInfo(version="0.1.0", patterns="sha256:0", model="none")
TOWNS = (
    ("Landi Kotal", "Khyber", "Khyber Pakhtunkhwa", 34.0988, 71.1411),
    ("Mastung", "Mastung", "Balochistan", 29.7997, 66.8455),
    ("Turbat", "Kech", "Balochistan", 26.0012, 63.0485),
    ("Bannu", "Bannu", "Khyber Pakhtunkhwa", 32.9889, 70.6056),
    ("Miran Shah", "North Waziristan", "Khyber Pakhtunkhwa", 33.0007, 70.0705),
)

CHECKPOST = """Four policemen killed in attack on checkpost
Published: 4 March 2025
Source: The Khyber Wire

LANDI KOTAL: Gunmen stormed a police checkpost in Landi Kotal on Monday night, killing four policemen and
wounding at least 11 others, the district police officer said. A fifth officer died of his wounds on Tuesday.

Also on Tuesday a roadside bomb went off in Mastung. No one was hurt there, a levies official said.
"""
HOSTILE_TEXT = """<script>document.title = "owned"</script> <img src=x onerror="document.title='owned'">
Published: 5 March 2025

QUETTA: A bomb hurt
two people in "Quetta" & </mark></div><script>document.title = 'owned'</script> on Tuesday 😀, police said.
"""


def record(article: Article, id_: str, event_type: str = "shooting", **given: Any) -> EventRecord:
    """A record of an article. `evidence` maps fields to words of the text; the rest are its own fields."""
    words: Mapping[str, str] = given.pop("evidence", {})
    rules: Mapping[str, str] = given.pop("rules", {})
    values: dict[str, Any] = {"category": "armed_assault", "confidence": 0.8, **given}
    return EventRecord.model_validate(
        {
            "id": id_,
            "article": article.ref(),
            "event_type": event_type,
            "tactics": (event_type,),
            "evidence": [
                evidence(article.text, field, quote, rules.get(field)) for field, quote in words.items()
            ],
            "extractor": INFO,
            **values,
        }
    )


def evidence(text: str, field: str, words: str, rule: str | None = None) -> Evidence:
    """The words where they stand first."""
    start = text.index(words)
    return Evidence(
        field=field, text=words, start=start, end=start + len(words), rule=rule or f"{field}/rule"
    )


def place(number: int) -> dict[str, Any]:
    """A town as a record's location."""
    name, district, province, latitude, longitude = TOWNS[number % len(TOWNS)]
    return {
        "text": name,
        "name": name,
        "place": name,
        "district": district,
        "province": province,
        "country": "Pakistan",
        "country_code": "PK",
        "latitude": latitude,
        "longitude": longitude,
        "precision": "place",
    }


def day(date: str) -> dict[str, Any]:
    """A day as a record's date."""
    return {"start": date, "end": date, "precision": "day", "basis": "relative", "text": "on Monday"}


def toll(number: int, text: str = "") -> dict[str, Any]:
    """A toll without doubt."""
    return {"low": number, "best": number, "high": number, "text": text or str(number)}


@dataclass(frozen=True)
class Corpus:
    """A folder of articles, and the event file over them."""

    folder: Path
    events: Path

    @property
    def log(self) -> Path:
        return self.events.with_name("events.review.jsonl")

    def entries(self) -> list[dict[str, Any]]:
        """What the review log holds; a line that is being written is not there yet."""
        if not self.log.exists():
            return []
        *whole, _ = self.log.read_text(encoding="utf-8").split("\n")
        return [json.loads(line) for line in whole]


def write_articles(folder: Path, texts: Mapping[str, str]) -> dict[str, Article]:
    """Write texts into a folder and read them as the extractor does."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    found = read([str(folder)])
    return {article.id: article for article in found if isinstance(article, Article)}


def write_events(path: Path, records: Sequence[EventRecord]) -> Path:
    """Write an event file."""
    path.write_text("".join(f"{each.to_line()}\n" for each in records), encoding="utf-8")
    return path


def checkpost_record(article: Article) -> EventRecord:
    """What the checkpost article tells first."""
    return record(
        article,
        "c1",
        confidence=0.6,
        date=day("2025-03-03"),
        location=place(0),
        actors=({"text": "Gunmen", "kind": "unknown", "role": "perpetrator"},),
        targets=({"text": "a police checkpost", "kind": "object", "type": "police", "aimed": True},),
        casualties={
            "killed": toll(4, "four policemen"),
            "injured": {"low": 11, "best": 11, "high": None, "text": "at least 11"},
        },
        evidence={
            "event_type": "stormed",
            "date": "on Monday night",
            "location": "Landi Kotal",
            "actors": "Gunmen",
            "targets": "a police checkpost",
            "casualties.killed": "four policemen",
            "casualties.injured": "at least 11",
        },
        rules={"casualties.killed": "tolls/kill_verb"},
    )


def corpus(folder: Path) -> Corpus:
    """Twelve articles: the checkpost one, ten short ones with a record each, and one without an event."""
    texts = {"checkpost": CHECKPOST}
    for number in range(10):
        name = TOWNS[number % len(TOWNS)][0]
        texts[f"report-{number}"] = (
            f"Bomb in {name}, report {number}\nPublished: {number + 10} April 2025\n\n"
            f"{name.upper()}: A bomb killed {number + 2} soldiers in {name} on {number + 9} April,\n"
            "the army said.\n"
        )
    texts["harvest"] = "A good wheat harvest\nPublished: 2 May 2025\n\nMULTAN: Growers are glad this year.\n"
    articles = write_articles(folder / "articles", texts)
    records = [checkpost_record(articles["checkpost"])]
    for number in range(10):
        article = articles[f"report-{number}"]
        records.append(
            record(
                article,
                f"r{number}",
                "bombing",
                category="bombing",
                confidence=0.7 + number / 100,
                date=day(dt.date(2025, 4, number + 9).isoformat()),
                location=place(number),
                targets=(
                    {"text": f"{number + 2} soldiers", "kind": "person", "type": "military", "aimed": True},
                ),
                casualties={"killed": toll(number + 2)},
                evidence={
                    "event_type": "A bomb",
                    "casualties.killed": f"{number + 2} soldiers",
                    "targets": f"{number + 2} soldiers",
                    "location": TOWNS[number % len(TOWNS)][0],
                },
            )
        )
    return Corpus(folder / "articles", write_events(folder / "events.jsonl", records))
