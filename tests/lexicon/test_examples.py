"""Each entry's own examples: what it must match, and what it must leave alone."""

import pytest

import extractor
from extractor.lexicon import load_lexicon
from extractor.rules import Example, ExampleReader, examples

LEXICON = load_lexicon()
EXAMPLES = [example for example in examples(LEXICON) if example.wish != "todo"]


@pytest.fixture(scope="module")
def reader() -> ExampleReader:
    return ExampleReader(extractor.load(), LEXICON)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.rule}: {e.sentence}")
def test_example(reader: ExampleReader, example: Example) -> None:
    outcome = reader.read(example)
    assert outcome.holds, str(outcome)
