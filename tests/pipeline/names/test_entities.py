"""Names of groups and forces, words for people, things and weapons; shared names settled by the text."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from spacy.tokens import Doc

DocOf = Callable[[str], Doc]
EVENT = " A bomb killed four people."


def named(doc: Doc, *layers: str) -> list[str]:
    return [m.entry for m in doc._.names if m.layer in layers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Tehrik-e-Taliban Pakistan met in Tank.", ["ttp"]),
        ("The Tehreek-i-Taliban Pakistan (TTP) met in Tank.", ["ttp", "ttp"]),
        ("The TTP met in Tank.", ["ttp"]),
        ("The Pakistani Taliban met in Tank.", ["ttp"]),
        ("the pakistani taliban met in Tank.", ["ttp"]),
        ("The Balochistan Liberation Army met in Kech.", ["bla"]),
        ("The BLA met in Kech.", ["bla"]),
        ("A ttp of sorts met in Tank.", []),
        ("The weather in Tank was fair.", []),
        ("Students of Islamic history met in Tank.", []),
        ("The army of workers met in Tank.", []),
        ("The liberation of the town was marked.", []),
    ],
)
def test_groups(doc_of: DocOf, text: str, expected: list[str]) -> None:
    assert named(doc_of(text + EVENT), "groups") == expected


@pytest.mark.parametrize(
    "text", ["A bomb killed four people of the TTP", "A bomb was laid by the Islamic State"]
)
def test_a_name_that_ends_the_text_goes_no_further(doc_of: DocOf, text: str) -> None:
    doc = doc_of(text)
    assert max(name.end for name in doc._.names) == len(doc)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Taliban met in Kandahar, Afghanistan.", "taliban"),
        ("The Taliban met in Tank, Pakistan, with leaders of the TTP.", "ttp"),
        ("The Taliban met.", "taliban"),
        ("The PLA met in Imphal, Manipur.", "pla_manipur"),
    ],
)
def test_a_shared_name_is_settled_by_the_text(doc_of: DocOf, text: str, expected: str) -> None:
    assert set(named(doc_of(text + EVENT), "groups")) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Pakistan Army moved in.", True),
        ("Iraqi police moved in.", True),
        ("Kenyan security forces moved in.", True),
        ("Indian tea was sold.", False),
        ("Myanmar soldiers moved in.", True),
        ("The Frontier Corps moved in.", True),
        ("The Border Security Force moved in.", True),
        ("The army of Chad moved in.", True),
        ("Chad's army moved in.", True),
        ("Police forces of Kenya moved in.", True),
        ("The state of Chad is poor.", False),
        ("The people of Chad moved in.", False),
    ],
)
def test_state_forces(doc_of: DocOf, text: str, expected: bool) -> None:
    assert bool(named(doc_of(text + EVENT), "forces")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Armenian and Azerbaijani forces met.", ["am_military", "az_military"]),
        ("Troops of Armenia and Azerbaijan met.", ["am_military", "az_military"]),
        ("Armenian forces and Azerbaijani villagers met.", ["am_military"]),
    ],
)
def test_the_forces_of_two_countries(doc_of: DocOf, text: str, expected: list[str]) -> None:
    assert [name.entry for name in doc_of(text + EVENT)._.names if name.layer == "forces"] == expected


@pytest.mark.parametrize(
    ("text", "layer", "expected"),
    [
        ("A roadside bomb hit a police van.", "weapons", ["ied"]),
        ("He wore a suicide vest.", "weapons", ["suicide_vest"]),
        ("He wore a vest.", "weapons", []),
        ("A hand grenade and two rifles were found.", "weapons", ["grenade", "firearm"]),
        ("Two police officers spoke.", "targets", ["police"]),
        ("A polio worker and a schoolteacher spoke.", "targets", ["health_worker", "teacher"]),
        ("The market and a mosque were shut.", "targets", ["market", "religious_institution"]),
        ("The marketing team met.", "targets", []),
    ],
)
def test_words_for_people_things_and_weapons(
    doc_of: DocOf, text: str, layer: str, expected: list[str]
) -> None:
    doc = doc_of(text + "\n\nGunfire was heard.")
    end = len(text)
    assert [m.entry for m in doc._.names if m.layer == layer and doc[m.start].idx < end] == expected


def test_the_longest_name_wins_and_names_do_not_overlap(doc_of: DocOf) -> None:
    doc = doc_of(
        "The Tehrik-e-Taliban Pakistan and the Balochistan Liberation Army met; a "
        "suicide car bomb killed police officers."
    )
    for layers in (("groups", "forces", "parties"), ("targets",), ("weapons",)):
        spans = sorted((m.start, m.end) for m in doc._.names if m.layer in layers)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_names_come_in_order_of_position(doc_of: DocOf) -> None:
    doc = doc_of("The BLA bombed a bus near Kech. The TTP denied a role. Police found a grenade in a mosque.")
    starts = [m.start for m in doc._.names]
    assert starts == sorted(starts)
    assert all(m.rule == f"{m.layer}/{m.entry}" or m.layer in ("forces", "demonyms") for m in doc._.names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels killed Ranjit Naik (40) in Koraput.", False),
        # a rank before the name
        ("Rebels killed Naik Ram Singh in Poonch.", True),
        ("Rebels killed Lance Naik Ram Singh in Poonch.", True),
    ],
)
def test_a_rank_that_is_a_surname(doc_of: DocOf, text: str, expected: bool) -> None:
    assert ("military" in named(doc_of(text), "targets")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clashes between Hema and Lendu militias left 20 dead in Djugu.", {"hema_militia", "lendu_militia"}),
        (
            "Fighting between Hema and Lendu fighters left 20 dead in Djugu.",
            {"hema_militia", "lendu_militia"},
        ),
        # One of them no group that is known: nothing is said of the other.
        ("Clashes between Hema and Bira men left 20 dead in Djugu.", set()),
    ],
)
def test_two_groups_that_share_a_word(doc_of: DocOf, text: str, expected: set[str]) -> None:
    assert set(named(doc_of(text), "groups")) == expected
