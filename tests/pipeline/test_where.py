"""Where events were, by what their sentences say."""

from collections.abc import Callable

import pytest


def test_what_happened_the_following_day_was_not_where_the_first_was(events: Callable) -> None:
    text = (
        "Gunmen killed a cleric in Miranshah, North Waziristan, on Monday and the following day they "
        "killed a policeman in North Waziristan as well."
    )
    assert [(e.location.place, e.location.district) for e in events(text)] == [
        ("Miranshah", "North Waziristan"),
        (None, "North Waziristan"),
    ]


@pytest.mark.parametrize(
    ("text", "place", "district"),
    [
        ("A bomb killed two men outside a bakery in Azaz, Syria.", "Azaz", "Azaz"),
        ("A bomb killed two men near Balcad, Somalia.", "Balcad", "Balcad"),
        # With the word for it, and where no town has the name, it is the district.
        ("A bomb killed two men in Azaz district, Syria.", None, "Azaz"),
        ("A bomb killed two men in Bajaur, Pakistan.", None, "Bajaur"),
    ],
)
def test_the_town_that_a_district_has_its_name_from(
    events: Callable, text: str, place: str | None, district: str
) -> None:
    (event,) = events(text)
    assert (event.location.place, event.location.district) == (place, district)
