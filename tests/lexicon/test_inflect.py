"""English inflection: regular rules, and the irregular forms of patterns/morphology."""

import pytest

from extractor.lexicon import load_lexicon
from extractor.lexicon.inflect import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("kill", ("kill", "kills", "killed", "killing")),
        ("bomb", ("bomb", "bombs", "bombed", "bombing")),
        ("explode", ("explode", "explodes", "exploded", "exploding")),
        ("stab", ("stab", "stabs", "stabbed", "stabbing")),
        ("gun", ("gun", "guns", "gunned", "gunning")),
        ("rob", ("rob", "robs", "robbed", "robbing")),
        ("carry", ("carry", "carries", "carried", "carrying")),
        ("destroy", ("destroy", "destroys", "destroyed", "destroying")),
        ("ambush", ("ambush", "ambushes", "ambushed", "ambushing")),
        ("torch", ("torch", "torches", "torched", "torching")),
        ("kidnap", ("kidnap", "kidnaps", "kidnapped", "kidnapping")),
        ("die", ("die", "dies", "died", "dying")),
        ("flee", ("flee", "flees", "fled", "fleeing")),
        ("seize", ("seize", "seizes", "seized", "seizing")),
        ("raze", ("raze", "razes", "razed", "razing")),
        ("injure", ("injure", "injures", "injured", "injuring")),
        ("attack", ("attack", "attacks", "attacked", "attacking")),
        ("plot", ("plot", "plots", "plotted", "plotting")),
        ("massacre", ("massacre", "massacres", "massacred", "massacring")),
        ("raid", ("raid", "raids", "raided", "raiding")),
    ],
)
def test_regular_verbs(base: str, forms: tuple[str, ...]) -> None:
    irregular = {
        "kidnap": ("kidnap", "kidnaps", "kidnapped", "kidnapping"),
        "flee": ("flee", "flees", "fled", "fleeing"),
    }
    assert verb_forms(base, irregular) == forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("bomb", ("bomb", "bombs")),
        ("ambush", ("ambush", "ambushes")),
        ("blast", ("blast", "blasts")),
        ("body", ("body", "bodies")),
        ("convoy", ("convoy", "convoys")),
        ("bus", ("bus", "buses")),
        ("box", ("box", "boxes")),
        ("gunman", ("gunman", "gunmen")),
        ("policewoman", ("policewoman", "policewomen")),
        ("human", ("human", "humans")),
        ("church", ("church", "churches")),
        ("police officer", ("police officer", "police officers")),
        ("car bomb", ("car bomb", "car bombs")),
    ],
)
def test_regular_nouns(base: str, forms: tuple[str, ...]) -> None:
    assert noun_forms(base, {}) == forms


def test_an_irregular_noun_inflects_the_last_of_several_words() -> None:
    assert noun_forms("school child", {"child": ("child", "children")}) == ("school child", "school children")


@pytest.mark.parametrize(
    "wording",
    [
        "shot dead",
        "blew up",
        "blown up",
        "slain",
        "children",
        "kidnapped",
        "kidnapping",
        "policemen",
        "set ablaze",
        "stabbed",
        "was beaten",
        "opened fire",
        "opening fire",
        "carried out",
        "hijacked",
        "bombed",
        "bodies",
        "gunmen",
        "died",
        "dying",
        "threw",
        "thrown",
        "flung",
        "torched",
        "held",
        "took",
        "taken",
        "caught",
        "burnt",
        "burned",
    ],
)
def test_forms_that_news_uses_are_known(wording: str) -> None:
    """Each stands in a wording of the package's patterns, alone or as its first or last words."""
    known = load_lexicon().wordings
    assert any(f" {wording} " in f" {entry} " for entry in known)


@pytest.mark.parametrize(
    "wording",
    [
        "shooted",
        "blowed",
        "childs",
        "policemans",
        "taked",
        "throwed",
        "catched",
        "dieing",
    ],
)
def test_forms_that_do_not_exist_are_not_made(wording: str) -> None:
    known = load_lexicon().wordings
    assert not any(f" {wording} " in f" {entry} " for entry in known)
