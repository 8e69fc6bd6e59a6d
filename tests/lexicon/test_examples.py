"""Each entry's own examples: what it must match, and what it must leave alone."""

from collections.abc import Iterable, Sequence

import pytest
from spacy.language import Language

import extractor
from extractor.lexicon import load_lexicon

LEXICON = load_lexicon()
# An event beside the example opens the gate, and lets toll words belong to something.
BESIDE, BEFORE = "\n\nGunfire was heard.", "Militants attacked the town on Monday.\n\n"
LOST_EVENT = "the example gives no record of its type or toll, or its counter-example gives one"
NOT_THIS_SENSE = "a word is matched in another sense, or not at all"
# Examples that the pipeline does not hold up yet, by entry and sentence, and why.
MISSES: dict[tuple[str, str], str] = {
    ("attack_types/execution", "The plan was executed well."): LOST_EVENT,
    ("attack_types/stabbing", "A man stabbed two shoppers in Nice on Monday."): LOST_EVENT,
    (
        "attack_types/threat",
        "The mayor received a death threat from the Taliban in Swat on Monday.",
    ): LOST_EVENT,
    ("tolls/injured_adjective", "His pride was wounded."): LOST_EVENT,
    ("tolls/injury_noun", "The blast caused injuries to six people."): LOST_EVENT,
    ("discourse/part_of", "Six died"): NOT_THIS_SENSE,
    ("status/foiled", "Wrap it in foil-like paper."): NOT_THIS_SENSE,
    ("targets/company", "He kept her company."): NOT_THIS_SENSE,
    ("targets/food_water", "Crop insurance rose."): NOT_THIS_SENSE,
    ("targets/house", "The White House spoke."): NOT_THIS_SENSE,
    ("targets/tribal", "Tribal areas were calm on Monday."): NOT_THIS_SENSE,
    ("weapons/blade", "Prices are on a knife-like edge."): NOT_THIS_SENSE,
}
UP_TO_NAMES = ("sentences", "gate", "entities", "places", "names")


def cases(layer: str, entries: Iterable[object], before: tuple[str, ...] = ()) -> list[object]:
    """(entry id, sentence, whether it must match), one case each, after the values `before`."""

    def case(entry: str, sentence: str, wanted: bool) -> object:
        reason = MISSES.get((f"{layer}/{entry}", sentence))
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        return pytest.param(*before, entry, sentence, wanted, id=f"{layer}/{entry}: {sentence}", marks=marks)

    return [
        case(entry.id, sentence, wanted)  # type: ignore[attr-defined]
        for entry in entries
        for wanted, sentences in ((True, entry.match), (False, entry.no_match))  # type: ignore[attr-defined]
        for sentence in sentences
    ]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return extractor.load()


def named(nlp: Language, sentence: str, layers: Sequence[str]) -> set[str]:
    """Ids of the layers that the steps up to the names find in the sentence."""
    doc = nlp.make_doc(sentence + BESIDE)
    for step in UP_TO_NAMES:
        doc = nlp.get_pipe(f"extractor_{step}")(doc)
    return {m.entry for m in doc._.names if m.layer in layers and doc[m.start].idx < len(sentence)}


def names_of(layer: str) -> list[object]:
    return cases(layer, [e for e in LEXICON.names.values() if LEXICON.name_layer[e.id] == layer])


@pytest.mark.parametrize(
    ("entry", "sentence", "wanted"), [*names_of("groups"), *names_of("forces"), *names_of("parties")]
)
def test_names(nlp: Language, entry: str, sentence: str, wanted: bool) -> None:
    assert (entry in named(nlp, sentence, ("groups", "forces", "parties"))) is wanted


@pytest.mark.parametrize(
    ("layer", "entry", "sentence", "wanted"),
    [
        case
        for layer in ("targets", "weapons", "goods", "status", "attribution", "discourse")
        for case in cases(layer, getattr(LEXICON, layer).values(), (layer,))
    ],
)
def test_words(nlp: Language, layer: str, entry: str, sentence: str, wanted: bool) -> None:
    assert (entry in named(nlp, sentence, (layer,))) is wanted


@pytest.mark.parametrize(
    ("entry", "sentence", "wanted"), cases("attack_types", LEXICON.attack_types.values())
)
def test_attack_types(nlp: Language, entry: str, sentence: str, wanted: bool) -> None:
    assert (entry in {record.event_type for record in nlp(sentence)._.events}) is wanted


@pytest.mark.parametrize(("entry", "sentence", "wanted"), cases("tolls", LEXICON.tolls.values()))
def test_tolls(nlp: Language, entry: str, sentence: str, wanted: bool) -> None:
    effect = LEXICON.tolls[entry].effect
    records = nlp(BEFORE + sentence)._.events
    told = any(
        record.category == "surrender"
        if effect == "surrendered"
        else getattr(record.casualties, effect) is not None
        for record in records
    )
    assert told is wanted
