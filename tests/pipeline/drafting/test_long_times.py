"""What befell an uncounted many over months or years is a total."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (
            "During the past ten years the guerrillas have burned buses and murdered hundreds of farmers.",
            "aggregate",
        ),
        ("Over the past two years gunmen murdered mayors and judges in Ayacucho.", "aggregate"),
        ("In the past two days gunmen murdered mayors and judges in Ayacucho.", "incident"),
        ("On Sunday the guerrillas burned buses and murdered hundreds of farmers.", "incident"),
        ("Guerrillas have held a nurse kidnapped in Arauca for the past three months.", "incident"),
    ],
)
def test_what_went_on_for_years_is_no_incident(events: Read, text: str, scope: str) -> None:
    assert {event.scope for event in events(text)} == {scope}
