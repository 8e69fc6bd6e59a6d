"""That such things happen is no event; that one happened, at some time or place or to somebody, is one."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]
_BEFORE = "The delegates met again. "


@pytest.mark.parametrize(
    "text",
    [
        "The rebels have turned to kidnapping, extortion and car bombs to finance themselves.",
        "Farmers whose houses were burned by the army during the war may apply to the fund.",
        "The law provides for relatives of those who were abducted or killed by soldiers.",
        '"They killed our sons and burned our homes," a woman said.',
        "The report says that both sides have used landmines and executed prisoners.",
        "Guerrillas used to ambush convoys on such roads.",
        "The rebels accused the army of bombing villages.",
        "The mayor said gangs shoot people in broad daylight.",
        "The summit is overshadowed by terrorist acts in Lima and Callao.",
        "We must learn from Colombia, where traffickers have killed judges, reporters and senators.",
        "In Mali rebels burn villages and abduct teachers.",
        "Every morning we read of a policeman gunned down and a tower blown up.",
    ],
)
def test_talk_of_violence_at_large(events: Read, text: str) -> None:
    assert events(_BEFORE + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Guerrillas ambushed convoys near Huanta on Monday.",
        "The rebels accused the army of bombing villages near Torit.",
        "Terrorist attacks shook Lima and Callao on Monday.",
        "Guerrilla attacks in Lima killed nine people.",
        "Guerrillas burned a bus.",
        "In Mali on Monday rebels burned villages.",
        "In Mali rebels burned six villages.",
        "Guerrillas burned six buses.",
        "Guerrillas burned the buses.",
        "Guerrillas kidnapped a mayor.",
        "Guerrillas murdered Colonel Ponce's bodyguards.",
        "The army repelled an attack by the guerrillas.",
    ],
)
def test_what_happened(events: Read, text: str) -> None:
    assert len(events(_BEFORE + text)) == 1


def test_a_first_line_tells_the_news(events: Read) -> None:
    assert len(events("Rebels burn villages")) == 1
