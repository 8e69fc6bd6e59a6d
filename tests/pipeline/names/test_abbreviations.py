"""Short names that an article gives a group itself."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            "the new people's army (npa) is banned. npa gunmen shot dead a policeman in davao on tuesday.",
            ["npa"],
        ),
        ("Fighters of the New People's Army (BHB) fled. BHB gunmen shot dead a judge in Davao.", ["npa"]),
        # Before it is given, or written otherwise, it is no name.
        ("BHB gunmen shot dead a judge in Davao. The New People's Army (BHB) is banned.", [None]),
        ("The New People's Army (BHB) is banned. A man from bhb shot dead a judge in Davao.", [None]),
    ],
)
def test_a_short_name_stands_for_the_group(
    events: Callable[..., list[EventRecord]], text: str, ids: list[str | None]
) -> None:
    shooting = next(record for record in events(text) if record.event_type == "shooting")
    assert [actor.id for actor in shooting.actors] == ids
