"""The words of a sentence as the model sees them, and its parse laid over all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc

from extractor.lexicon.lexicon import NAME_LAYERS
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.notes import noted
from extractor.pipeline.parsing.asides import AsideReader
from extractor.pipeline.sentences import Sentence
from extractor.pipeline.tokens import tokens_of

# Up to these labels a word of a phrase hangs on another of the phrase.
_WITHIN_PHRASE = frozenset({"pobj", "prep", "compound", "amod", "nummod", "nmod", "det", "poss", "punct"})
# The comma and the word that begin an insert, and the comma that ends it.
_OPENING, _CLOSING = 2, 1

Row = tuple[str, str, int]
"""Tag, label, and how many units further the head stands, of one unit."""


class Unit(NamedTuple):
    """Words of a sentence, counted from its first, that the model sees as one: those from `start` to
    `core`; what follows up to `end` is left out and hangs on the last of them."""

    start: int
    core: int
    end: int


class Units(NamedTuple):
    """A sentence for the model: the sentence without its inserts, and the inserts, each read by itself.

    "Seven people, including a mayor and two guards, were killed" is "Seven people were killed" with the
    insert "a mayor and two guards": in one piece the model takes the guards for those who were killed.
    """

    main: Sequence[Unit]
    inserts: Sequence[Sequence[Unit]]

    def parts(self) -> list[Sequence[Unit]]:
        """What the model reads, one after the other."""
        return [self.main, *(insert[_OPENING:-_CLOSING] for insert in self.inserts)]


class _Placed(NamedTuple):
    """A unit with its tag, its label and the unit that it hangs on."""

    unit: Unit
    tag: str
    dep: str
    head: Unit


def units_of(doc: Doc, sentence: Sentence, reader: AsideReader) -> Units:
    """The sentence's words as the model sees them: a name as one word, and no asides.

    "CPI-Maoist", "SSA-S" and "a sub-inspector" are read wrongly where they are three words each, and so are
    "(26)" and "alias Bablu" wherever they stand.
    """
    spaced = tokens_of(doc).spaced[sentence.start : sentence.end]
    inside = within(noted(doc).names, sentence.start, sentence.end)
    armed = {m.end for m in inside if m.layer == "weapons"}  # an "Israeli missile" is no name
    people = {m.end: m.start for m in inside if m.layer == "targets"}
    names = {
        m.start - sentence.start: _end_of_name(m, people) - sentence.start
        for m in inside
        if m.end - m.start > 1 and m.end <= sentence.end and _is_one_word(m, spaced, sentence.start)
        if m.layer != "forces" or m.end not in armed
    }
    skipped = dict(reader.asides(sentence.words, spaced))
    if not names and not skipped:
        return _cut(_every_word(len(sentence)), reader.inserts(sentence.lower))
    units: list[Unit] = []
    i = 0
    while i < len(sentence):
        if i in skipped and units:
            i = skipped[i]
            units[-1] = units[-1]._replace(end=i)
            continue
        end = names.get(i, i + 1)
        units.append(Unit(i, end, end))
        i = end
    return _cut(units, reader.inserts(sentence.lower))


def _end_of_name(mention: NameMention, people: Mapping[int, int]) -> int:
    """Where what is a name alone ends: "al-Qaeda operatives" names a group, and tells of people."""
    noun = people.get(mention.end, mention.start) if mention.layer == "groups" else mention.start
    return noun if noun > mention.start + 1 else mention.end


def _is_one_word(mention: NameMention, spaced: Sequence[bool], first: int) -> bool:
    """Whether the model is to see as one what is named: a name, or a hyphenated word for people."""
    if mention.layer in NAME_LAYERS:
        return True
    start, end = mention.start - first, mention.end - first
    apart = start == 0 or spaced[start - 1]  # not in "a 40-year-old"
    return mention.layer == "targets" and apart and not any(spaced[start : end - 1])


@lru_cache(maxsize=512)
def _every_word(count: int) -> tuple[Unit, ...]:
    return tuple(Unit(i, i + 1, i + 1) for i in range(count))


def _cut(units: Sequence[Unit], spans: Iterable[tuple[int, int]]) -> Units:
    """The units of the sentence and those of the inserts between the words of each span."""
    inserts = []
    for start, end in spans:
        inside = [unit for unit in units if start <= unit.start < end]
        if len(inside) > _OPENING + _CLOSING and inside[0].start == start and inside[-1].core == end:
            inserts.append(inside)
    if not inserts:
        return Units(units, [])
    apart = {unit for insert in inserts for unit in insert}
    return Units([unit for unit in units if unit not in apart], inserts)


def spread(
    units: Units, rows: Sequence[Sequence[Row]], words: Sequence[str]
) -> tuple[list[str], list[str], list[int]]:
    """Tags, labels and heads of all words, from the rows of each part: those of a name, and its asides, hang
    on its last word; an insert hangs on the phrase before it."""
    placed = _placed(units.main, rows[0])
    if units.inserts:
        main = list(placed)
        for insert, inside in zip(units.inserts, rows[1:], strict=True):
            placed += _inserted(insert, _placed(insert[_OPENING:-_CLOSING], inside), main)
        placed.sort()
    tags: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    for unit, tag, dep, head in placed:
        if unit.end - unit.start == 1:
            tags.append(tag)
            deps.append(dep)
            heads.append(head.core - 1)
            continue
        before_last = unit.core - unit.start - 1
        tags += [*["NNP"] * before_last, _tag_of_name(tag, words[unit.core - 1]) if before_last else tag]
        deps += [*["compound"] * before_last, dep]
        heads += [*[unit.core - 1] * before_last, head.core - 1]
        for aside in words[unit.core : unit.end]:
            named = aside[:1].isupper()
            tags.append("NNP" if named else "CD" if aside.isdigit() else ".")
            deps.append("dep" if named else "punct")
            heads.append(unit.core - 1)
    return tags, deps, heads


def _tag_of_name(tag: str, last: str) -> str:
    """The tag of a name of several words; the model takes some for a pronoun or a number, and "Israeli
    airstrikes" for one of them."""
    if last.islower() and last.endswith("s") and tag in ("NN", "NNP", "JJ"):
        return "NNS"
    if tag.startswith(("NN", "JJ")):
        return tag
    return "NNPS" if last.endswith("s") else "NNP"


def _placed(units: Sequence[Unit], rows: Sequence[Row]) -> list[_Placed]:
    last = len(units) - 1
    return [
        _Placed(unit, tag, dep, units[min(max(i + shift, 0), last)])
        for i, (unit, (tag, dep, shift)) in enumerate(zip(units, rows, strict=True))
    ]


def _inserted(insert: Sequence[Unit], inside: Sequence[_Placed], main: Sequence[_Placed]) -> list[_Placed]:
    """The insert's units, hung on the phrase right before it by the word that begins the insert."""
    comma, including, closing = insert[0], insert[1], insert[-1]
    governor = _phrase_before(comma, main)
    roots = {each.unit for each in inside if each.head == each.unit}
    return [
        _Placed(comma, ",", "punct", governor),
        _Placed(including, "VBG", "prep", governor),
        *(_below(each, including, roots) for each in inside),
        _Placed(closing, ",", "punct", governor),
    ]


def _below(each: _Placed, including: Unit, roots: Collection[Unit]) -> _Placed:
    return each._replace(dep="pobj", head=including) if each.unit in roots else each


def _phrase_before(comma: Unit, main: Sequence[_Placed]) -> Unit:
    """The word that the phrase before the comma hangs on: "people" of "seven people of the town"."""
    by_unit = {each.unit: each for each in main}
    at = [each for each in main if each.unit.start < comma.start][-1]
    while at.dep in _WITHIN_PHRASE and at.head.start < comma.start and at.head != at.unit:
        up = by_unit[at.head]
        if up.tag.startswith("VB"):
            break
        at = up
    return at.unit
