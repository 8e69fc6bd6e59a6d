"""The gate: sentences that can tell of an event are open, others are never parsed."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

DocOf = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("A bomb exploded in Quetta.", True),
        ("Three people were killed in Quetta.", True),
        ("Gunmen opened fire in Quetta.", True),
        ("Two rebels surrendered in Quetta.", True),
        ("Four policemen embraced martyrdom in Quetta.", True),
        ("Police arrested a man in Quetta.", True),
        ("Rebels torched a bus in Quetta.", True),
        ("The death toll of the bombing rose to nine.", True),
        ("Prices rose in Quetta.", False),
        ("The minister opened a school in Quetta.", False),
        ("Rain fell on Monday.", False),
        ("The deadline passed.", False),
        ("The skill of the player was praised.", False),
        ("Passengers waited at the terminal.", False),
    ],
)
def test_which_sentences_are_parsed(doc_of: DocOf, text: str, opened: bool) -> None:
    assert [s.parsed for s in doc_of(text)._.sentences] == [opened]


@pytest.mark.parametrize(
    ("line", "opened"),
    [
        ("ALSO READ: Two men shot dead in Herat", False),
        ("Read more: What we know about the bombing", False),
        ("Reading of the attack, police said two were killed.", True),
    ],
)
def test_the_furniture_of_a_page_tells_of_no_event(doc_of: DocOf, line: str, opened: bool) -> None:
    doc = doc_of(f"Prices rose in Quetta.\n\n{line}\n\nA bomb killed two men.")
    assert [s.parsed for s in doc._.sentences if s.paragraph > 0] == [opened, True]


def test_only_open_sentences_are_parsed(doc_of: DocOf) -> None:
    doc = doc_of("Prices rose. A bomb killed two men. Rain fell. Police arrested a man.")
    assert [s.parsed for s in doc._.sentences] == [False, True, False, True]
    parsed = [s for s in doc._.sentences if s.parsed]
    assert all(len(s.tags) == len(s.deps) == len(s.heads) == len(s.children) == len(s) for s in parsed)
    assert all(0 <= head < len(s) for s in parsed for head in s.heads)


@pytest.mark.parametrize("text", ["", "Prices rose in Quetta. The minister spoke.", "\n\n"])
def test_a_text_without_event_words_gives_nothing(doc_of: DocOf, text: str) -> None:
    doc = doc_of(text)
    assert doc._.cues == [] and doc._.events == [] and not any(s.parsed for s in doc._.sentences)


def test_a_closed_sentence_between_changes_no_record(doc_of: DocOf) -> None:
    """What the gate keeps shut has no say in the tolls, actors and types of the others."""
    first, last = "A bomb killed two men in Quetta on Monday.", "Gunmen shot dead a judge in Bannu on Sunday."

    def told(text: str) -> list[tuple[str, str]]:
        return [(r.event_type, r.casualties.model_dump_json()) for r in doc_of(text)._.events]

    assert told(f"{first} {last}") == told(f"{first} Prices rose by a tenth. {last}")
