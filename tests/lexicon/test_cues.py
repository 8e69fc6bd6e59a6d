"""The little language of cues: forms, options, gaps."""

import pytest

from extractor.lexicon import cues

VERBS = {
    "shoot": ["shoot", "shoots", "shot", "shooting"],
    "blow": ["blow", "blows", "blew", "blown", "blowing"],
    "set": ["set", "sets", "setting"],
    "be": ["was", "were", "been"],
}
NOUNS = {"child": ["child", "children"], "policeman": ["policeman", "policemen"]}


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("open fire", {"open fire"}),
        ("<kill>", {"kill", "kills", "killed", "killing"}),
        ("<shoot> dead", {"shoot dead", "shoots dead", "shot dead", "shooting dead"}),
        ("<blow> up", {"blow up", "blows up", "blew up", "blown up", "blowing up"}),
        ("<set> fire to", {"set fire to", "sets fire to", "setting fire to"}),
        ("bomb(s)", {"bomb", "bombs"}),
        ("death toll", {"death toll"}),
        ("child(s)", {"child", "children"}),
        ("car bomb(s)", {"car bomb", "car bombs"}),
        ("ambush(s)", {"ambush", "ambushes"}),
        ("casualty(s)", {"casualty", "casualties"}),
        ("gunman(s)", {"gunman", "gunmen"}),
        ("human(s)", {"human", "humans"}),
        ("gun/rifle attack", {"gun attack", "rifle attack"}),
        ("gun/rifle attack(s)", {"gun attack", "gun attacks", "rifle attack", "rifle attacks"}),
        ("<shoot>/<kill>", {"shoot", "shoots", "shot", "shooting", "kill", "kills", "killed", "killing"}),
        ("bomb(s)/<shoot>", {"bomb", "bombs", "shoot", "shoots", "shot", "shooting"}),
    ],
)
def test_expand(cue: str, expected: set[str]) -> None:
    assert set(cues.expand(cue, VERBS, NOUNS)) == expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("open fire", ("open fire",)),
        ("<set> ~ on fire", ("<set>", "on fire")),
        ("rocket(s) ~ <hit>/<land>", ("rocket(s)", "<hit>/<land>")),
        ("a~b", ("a~b",)),
    ],
)
def test_parts(cue: str, expected: tuple[str, ...]) -> None:
    assert cues.parts(cue) == expected


def test_a_cue_has_one_gap_at_most() -> None:
    assert cues.with_one_gap("<set> ~ on fire") == "<set> ~ on fire"
    with pytest.raises(ValueError, match="more than one gap"):
        cues.with_one_gap("<take> ~ into ~ custody")


def test_no_wording_twice() -> None:
    wordings = list(cues.expand("<set> fire", VERBS, NOUNS))
    assert len(wordings) == len(set(wordings))
