"""What lies long before the day of publication: recalled, or the news of an old note."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    ("text", "background"),
    [
        # A note that begins with its event is about it, and needs no toll to stand.
        ("On 12 March 2021, RSF forces clashed with the SAF in Khartoum. Casualties are unknown.", [False]),
        ("On 18 August 2021, Russian forces shelled fields near Bakhmut, Donetsk region.", [False]),
        ("A gas pipeline was blown up near Sui in Dera Bugti District on January 19.", [False]),
        ("Police recovered two guns from a rebel hideout in Bokaro District on October 9.", [False]),
        ("Gunmen abducted a priest in Ndele on 30 April 2021. He was freed two days later.", [False]),
        # What the news recalls is history.
        ("On 5 March 2019 a bomb killed nine people in Lahore. On Monday families marked the day.", [True]),
        ("Gunmen killed a judge in Lahore on Monday. A bomb killed nine there in March 2019.", [False, True]),
        ("A court sentenced two men for the bombing of a shrine in Lahore on 5 March 2019.", []),
    ],
)
def test_background(events: Read, text: str, background: list[bool]) -> None:
    assert [record.background for record in events(text)] == background
