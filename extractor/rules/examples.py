"""The entries' own examples: what each must match, must leave alone, and is not able to match yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon import Lexicon
from extractor.pipeline.notes import noted
from extractor.records import EventRecord

Wish = Literal["match", "no_match", "todo"]
NAMES = ("groups", "forces", "parties")
WORDS = ("targets", "weapons", "goods", "status", "attribution", "discourse")
EVENTS = ("attack_types", "tolls")
LAYERS = (*NAMES, *WORDS, *EVENTS)
# An event beside an example opens the gate, and lets toll words belong to something.
_BESIDE, _BEFORE = "\n\nGunfire was heard.", "Militants attacked the town on Monday.\n\n"
_TOLLS = ("killed", "injured", "arrested", "abducted")
UP_TO_NAMES = ("sentences", "gate", "entities", "places", "names")


class Exemplified(Protocol):
    """What every entry with examples has."""

    @property
    def id(self) -> str: ...
    @property
    def match(self) -> tuple[str, ...]: ...
    @property
    def no_match(self) -> tuple[str, ...]: ...
    @property
    def todo(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of an entry, and whether the entry is to be found in it."""

    layer: str
    entry: str
    wish: Wish
    sentence: str

    @property
    def rule(self) -> str:
        """The name that the entry has in evidence."""
        return f"{self.layer}/{self.entry}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an example came to; `read` is what the sentence was read as."""

    example: Example
    found: bool
    read: str

    @property
    def holds(self) -> bool:
        """Whether the example is as its entry says; a `todo` that is found has been done."""
        return self.found is (self.example.wish == "match")

    def __str__(self) -> str:
        said = {"match": "not found in", "no_match": "found in", "todo": "found at last in"}
        example = self.example
        return f"{example.rule}: {said[example.wish]} {example.sentence!r}; read: {self.read}"


def entries(lexicon: Lexicon, layer: str) -> list[Exemplified]:
    """The entries of one layer, in the order of their files."""
    if layer in NAMES:
        named = [e for e in lexicon.names.values() if lexicon.name_layer[e.id] == layer]
        return [*named, *(lexicon.force_words.values() if layer == "forces" else ())]
    found: dict[str, Exemplified] = getattr(lexicon, layer)
    return list(found.values())


def examples(lexicon: Lexicon, rules: Iterable[str] = ()) -> Iterator[Example]:
    """Every example, layer by layer; of these rules ("groups/ttp", "groups") alone where some are given."""
    wanted = tuple(rules)
    for layer in LAYERS:
        for entry in entries(lexicon, layer):
            if wanted and not {layer, f"{layer}/{entry.id}"} & set(wanted):
                continue
            for wish in ("match", "no_match", "todo"):
                for sentence in getattr(entry, wish):
                    yield Example(layer, entry.id, wish, sentence)


class ExampleReader:
    """Reads examples with the pipeline."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._nlp = nlp
        self._lexicon = lexicon

    def read(self, example: Example) -> Outcome:
        """What the pipeline makes of the example."""
        if example.layer == "attack_types":
            return self._event(example)
        if example.layer == "tolls":
            return self._toll(example)
        return self._name(example)

    def _name(self, example: Example) -> Outcome:
        layers = NAMES if example.layer in NAMES else (example.layer,)
        doc = self._up_to_names(example.sentence)
        mentions = [
            m for m in noted(doc).names if m.layer in layers and doc[m.start].idx < len(example.sentence)
        ]
        told = ", ".join(f"{m.layer}/{m.entry} “{doc[m.start : m.end].text}”" for m in mentions)
        return Outcome(example, self._is_among(example, {m.entry for m in mentions}), told or "nothing")

    def _is_among(self, example: Example, found: set[str]) -> bool:
        """A word for a force makes names of many countries: "iq_army" is by the word "army"."""
        if example.layer == "forces" and example.entry in self._lexicon.force_words:
            return any(name.partition("_")[2] == example.entry for name in found)
        return example.entry in found

    def _up_to_names(self, sentence: str) -> Doc:
        doc = self._nlp.make_doc(sentence + _BESIDE)
        for step in UP_TO_NAMES:
            doc = self._nlp.get_pipe(f"extractor_{step}")(doc)
        return doc

    def _event(self, example: Example) -> Outcome:
        records = self._nlp(example.sentence)._.events
        return Outcome(example, example.entry in {r.event_type for r in records}, _told(records))

    def _toll(self, example: Example) -> Outcome:
        records = self._nlp(_BEFORE + example.sentence)._.events
        effect = self._lexicon.tolls[example.entry].effect
        if effect == "surrendered":
            found = any(record.category == "surrender" for record in records)
        else:
            found = any(getattr(record.casualties, effect) is not None for record in records)
        return Outcome(example, found, _told(records))


def _told(records: Iterable[EventRecord]) -> str:
    return ", ".join(f"{record.event_type} ({_tolls(record)})" for record in records) or "no record"


def _tolls(record: EventRecord) -> str:
    tolls = {effect: getattr(record.casualties, effect) for effect in _TOLLS}
    return ", ".join(f"{effect} {toll.text!r}" for effect, toll in tolls.items() if toll) or "no toll"
