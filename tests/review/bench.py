"""Prints how long the review pages take with many records: `python tests/review/bench.py [RECORDS ARTICLES]`.

Opening should stay under two seconds, and each action under a tenth of one.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

from extractor.articles import Article
from extractor.review.app import make_app
from extractor.review.context import Room
from extractor.review.desk import Desk
from extractor.review.texts import Texts

TYPES = (("bombing", "roadside_bombing"), ("clash", "armed_clash"), ("abduction", "abduction"))
PLACES = (("Quetta", "Balochistan", 30.18, 67.0), ("Khar", "Khyber Pakhtunkhwa", 34.73, 71.53))
ROUNDS = 20


def write_corpus(folder: Path, records: int, articles: int) -> Path:
    """An event file over as many articles in one JSONL file, each text a few paragraphs long."""
    chance = random.Random(1)
    texts, path = folder / "articles.jsonl", folder / "events.jsonl"
    with texts.open("w", encoding="utf-8") as out, path.open("w", encoding="utf-8") as events:
        for number in range(articles):
            place = chance.choice(PLACES)
            told = f"A bomb killed {number % 9 + 1} people in {place[0]} on Sunday, police said ({number}). "
            text = told + "Officials said that they would look into what had happened there. " * 40
            day = f"20{10 + number % 14}-0{number % 9 + 1}-1{number % 9}"
            article = Article(f"a{number}", text, f"Report {number}", "Wire", None, str(texts))
            out.write(
                json.dumps({"id": article.id, "text": text, "title": article.title, "published": day}) + "\n"
            )
            share = records * (number + 1) // articles - records * number // articles
            for count in range(share):
                record = _record(article, day, place, chance, f"{number:08x}{count:08x}")
                events.write(json.dumps(record) + "\n")
    return path


def _record(
    article: Article, day: str, place: tuple[str, str, float, float], chance: random.Random, id_: str
) -> dict[str, object]:
    category, event_type = chance.choice(TYPES)
    toll = {"low": 3, "best": 3, "high": 3, "vague": None, "text": "people", "shared_by": None}
    at = article.text.index("people")
    killed = {
        "field": "casualties.killed",
        "text": "people",
        "start": at,
        "end": at + 6,
        "rule": "tolls/kill_verb",
    }
    words = [
        {"field": "event_type", "text": "bomb", "start": 2, "end": 6, "rule": f"attack_types/{event_type}"},
        killed,
    ]
    return {
        "schema": "1.0",
        "id": id_,
        "article": {**article.ref().model_dump(mode="json"), "published": day},
        "category": category,
        "event_type": event_type,
        "tactics": [event_type],
        "date": {"start": day, "end": day, "precision": "day", "basis": "relative", "text": "on Sunday"},
        "location": {
            "text": place[0],
            "name": place[0],
            "place": place[0],
            "province": place[1],
            "country": "Pakistan",
            "country_code": "PK",
            "latitude": place[2] + chance.randrange(20) / 10,
            "longitude": place[3] + chance.randrange(20) / 10,
            "precision": "place",
        },
        "actors": [
            {"id": "ttp", "name": "Tehrik-i-Taliban Pakistan", "kind": "armed_group", "role": "perpetrator"}
        ],
        "targets": [{"text": "people", "kind": "person", "type": "civilian"}],
        "casualties": {"killed": toll, "by_group": [{"group": "civilian", "killed": toll}]},
        "evidence": words * 3,
        "confidence": chance.random(),
        "extractor": {"version": "0.1.0", "patterns": "sha256:0", "model": "none"},
    }


def _measure(name: str, act: Callable[[int], object]) -> None:
    times, worked = [], time.process_time()
    for turn in range(ROUNDS):
        start = time.perf_counter()
        act(turn)
        times.append(1000 * (time.perf_counter() - start))
    worked = 1000 * (time.process_time() - worked) / ROUNDS
    times.sort()
    middle = times[len(times) // 2]
    print(f"{name:30} median {middle:7.1f} ms   longest {times[-1]:7.1f} ms   processor {worked:6.1f} ms")


def main(records: int = 50_000, articles: int = 10_000) -> None:
    """Write the corpus, open it, and time each page and each decision over HTTP in this process."""
    with tempfile.TemporaryDirectory() as name:
        events = write_corpus(Path(name), records, articles)
        print(f"{records:,} records, {articles:,} articles, {events.stat().st_size / 1e6:.0f} MB of records")
        start, worked = time.perf_counter(), time.process_time()
        desk = Desk(events, events.with_suffix(".log"), Texts((), events.parent))
        taken, worked = time.perf_counter() - start, time.process_time() - worked
        print(f"{'open':30} {1000 * taken:14.1f} ms {1000 * worked:43.1f} ms")
        room = Room.open(desk, "bench")
        for warm in (lambda: room.lists.types, lambda: room.places.nearby, desk.warm, room.words.warm):
            warm()
        client = TestClient(make_app(room, "t", ["testserver"], "c"), headers={"Origin": "http://testserver"})
        client.get("/?token=t")
        asked = {"HX-Request": "true"}

        def post(article: int, action: str, **form: str) -> None:
            standing = desk.standings(article, None)[0]
            sent = {"record": standing.key, "seen": str(standing.seen), **form}
            answer = client.post(f"/article/{article}/{action}", data=sent, headers=asked)
            assert answer.status_code == 200 and 'role="alert"' not in answer.text, answer.text[:2000]

        _measure("queue", lambda n: client.get("/"))
        _measure("queue, searched", lambda n: client.get("/?q=quetta+bomb&reviewed=no"))
        _measure("queue, by actor, page 3", lambda n: client.get("/?actor=Tehrik-i-Taliban+Pakistan&page=3"))
        _measure("article", lambda n: client.get(f"/article/{n}"))
        _measure("next article", lambda n: client.get(f"/next?from={n}&reviewed=no", follow_redirects=False))
        _measure("accept", lambda n: post(n, "accept"))
        _measure("edit a toll", lambda n: post(n + 100, "edit", field="casualties.killed", best=str(n)))
        _measure("words to a date", lambda n: post(n + 100, "words", field="date", words="on Sunday"))
        _measure("words to a place", lambda n: post(n + 100, "words", field="location", words="A bomb"))
        _measure("add an event", lambda n: post(n + 100, "add", start="2", end="6"))
        _measure("undo", lambda n: client.post("/undo", data={"article": str(n)}, headers=asked))
        _measure("place search", lambda n: client.get("/places?q=Pesh&country=PK"))
        _measure("duplicates", lambda n: client.get(f"/duplicates?record={desk.standings(n, None)[0].key}"))
        _measure("overview", lambda n: client.get("/overview"))
        _measure("overview, map and time line", lambda n: client.get("/overview/data"))
        _measure("overview, filtered", lambda n: client.get("/overview?province=Balochistan"))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
