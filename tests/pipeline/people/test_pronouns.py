"""Whom "him" stands for: the victim just told of, or the man whom others then shot."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "dead", "targets"),
    [
        (
            "A man stabbed a policeman in Turin on Friday before other officers shot him dead.",
            {"militant": 1},
            ["a policeman"],
        ),
        (
            "A knifeman wounded two soldiers in Nablus on Monday before troops shot him dead.",
            {"militant": 1},
            ["two soldiers"],
        ),
        (
            "A teenager hacked a constable with a machete in Medan on Sunday and police shot him dead.",
            {"militant": 1},
            ["a constable"],
        ),
        (
            "A man opened fire on a bus in Luxor, killing two tourists, before police shot him dead.",
            {"civilian": 2, "militant": 1},
            ["a bus", "two tourists"],
        ),
        (
            "A bomber wounded three guards in Farah on Friday before he was shot dead by police.",
            {"militant": 1},
            ["three guards"],
        ),
        # The one who was seized is the one who was shot.
        (
            "Militants abducted a soldier in Kulgam on Friday and shot him dead.",
            {"security": 1},
            ["a soldier"],
        ),
        ("Raiders seized a farmer near Komanda on Monday and shot him dead.", {"civilian": 1}, ["a farmer"]),
        (
            "Police arrested a trader in Jos on Friday, and soldiers later beat him to death.",
            {"civilian": 1},
            ["a trader"],
        ),
    ],
)
def test_who_was_killed(events: Read, text: str, dead: dict[str, int], targets: list[str]) -> None:
    records = [r for r in events(text) if r.category != "arrest"]
    shares = [share for r in records for share in r.casualties.by_group]
    assert {s.group: s.killed.best for s in shares if s.killed is not None} == dead
    assert sorted({t.text for t in records[0].targets}) == sorted(targets)
