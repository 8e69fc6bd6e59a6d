"""Explosions at works are accidents, unless the text says more; damage of other kinds that is no violence."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    "text",
    [
        "An explosion at a sugar mill in Mandya left six labourers dead.",
        "A huge blast at an illegal oil refinery in Imo killed more than 100 people.",
        "Twelve firefighters died when a fertilizer store exploded in Texas.",
        "A massive explosion ripped through a grain silo in Catania, injuring three employees.",
        "A tanker exploded on a highway near Bahawalpur, killing 40 people.",
        "A storm destroyed crops and uprooted trees in Vermont.",
        # Nor is what one does to a room, or burglars to a house, violence of politics.
        "The singer smashed two windows of his hotel room.",
        "Burglars ransacked a villa in Cannes and stole jewellery.",
    ],
)
def test_what_blows_up_by_itself(events: Read, text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded at a sugar mill in Mandya and left six labourers dead.",
        "Rebels blew up a gas pipeline near Sui.",
        "An explosion at an oil refinery in Imo killed four people. No group claimed responsibility.",
        "A car bomb exploded outside a refinery in Baiji, killing nine guards.",
        "A blast in Quetta killed eight people.",
    ],
)
def test_what_somebody_blew_up(events: Read, text: str) -> None:
    assert {event.category for event in events(text)} == {"bombing"}


@pytest.mark.parametrize(
    "text",
    [
        "Twelve fishermen were missing after their boat capsized off Durres.",
        "Two soldiers died when their jeep collided with a bus near Kaduna.",
        "Four soldiers died when their truck plunged into a ravine near Leh.",
        "A nurse was killed when her moped was struck by a lorry near Gulu.",
        "A ferry capsized off Durres on Sunday. Among the dead were three teachers.",
        "Crews battled blazes near Cessnock on Monday. A firefighter was killed.",
        "If a car bomb kills a child in Cali, nobody goes to jail.",
    ],
)
def test_tolls_of_accidents_and_of_what_may_be(events: Read, text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers died when their jeep was hit by a rocket near Kaduna.",
        "Four soldiers died when their truck hit a mine near Leh.",
        "Six policemen were killed when their van was hit by gunfire near Bulan.",
    ],
)
def test_what_hit_a_vehicle_was_no_accident(events: Read, text: str) -> None:
    assert len(events(text)) == 1
