"""Small words that a text leaves out and the model needs.

A comma: "In Pattani province insurgents blew up a bridge" it takes for insurgents of a province, so that
nobody blew up the bridge, and "men on a motorcycle shot dead a guard" for a motorcycle shot. An "on":
"Insurgents 3 May blew up a bridge", where nobody did it either. A "then": "a settler shot dead a farmer" it
takes for a settler shot, who is dead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.lang.en.lex_attrs import like_num
from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.cues import Hit
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.notes import noted
from extractor.pipeline.sentences import Sentence

# So many words ("two suspected") may stand between the place and those who did it.
_REACH = 2
_DEEDS = ("attack_types", "tolls")
_WHO = ("targets", "groups", "forces", "parties")
_PAUSE, _ON, _THEN = ",", "on", "then"


class UnsaidReader:
    """Finds the words before which the model is to see another one."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def words(self, doc: Doc, sentence: Sentence) -> dict[int, str]:
        """What is to be seen, by the position of the word that follows, counted from the sentence's first."""
        first = sentence.start
        hits = within(noted(doc).cues, first, sentence.end)
        deeds = {hit.start - first for hit in hits if hit.sense.layer in _DEEDS}
        after = [*self._after_places(doc, sentence, deeds), *self._after_vehicles(doc, sentence, deeds)]
        after += self._after_first_day(doc, sentence)
        said = dict.fromkeys(self._shot_dead(doc, sentence, hits), _THEN)
        return said | dict(self._around_days(doc, sentence, deeds)) | dict.fromkeys(after, _PAUSE)

    def _after_first_day(self, doc: Doc, sentence: Sentence) -> Iterator[int]:
        """Before the "troops" of "On Monday troops clashed", which the model takes for Monday's troops."""
        first = sentence.start
        for date in within(noted(doc).dates, first, first + 1):
            end = date.end
            who = (m for m in within(noted(doc).names, end, end + 1) if m.layer == "targets")
            if sentence.lower[0] == _ON and any(
                m.start == end and sentence.words[end - first].islower() for m in who
            ):
                yield end - first

    def _shot_dead(self, doc: Doc, sentence: Sentence, hits: Iterable[Hit]) -> Iterator[int]:
        """Before the "shot" of "a settler shot dead a farmer", "Omar Khan shot dead two men"."""
        first, lower, words = sentence.start, sentence.lower, sentence.words
        tolls = (hit for hit in hits if hit.sense.layer == "tolls" and hit.end - hit.start > 1)
        both, objects = self._lexicon.words["deed_or_thing"], self._lexicon.words["before_object"]
        for at, end in {(h.start - first, h.end - first) for h in tolls if h.start > first}:
            if lower[at] not in both or end >= len(sentence) or not words[at - 1].isalpha():
                continue
            if lower[end] in objects or like_num(words[end]) or words[end].istitle():
                doers = (m for m in within(noted(doc).names, first, sentence.end) if m.layer in _WHO)
                if words[at - 1].istitle() or any(m.end - first == at for m in doers):
                    yield at

    def _around_days(self, doc: Doc, sentence: Sentence, deeds: set[int]) -> Iterator[tuple[int, str]]:
        """The "on" before the day of "Gunmen 3 May killed", the comma after that of "on 3 May shot"."""
        first, both = sentence.start, self._lexicon.words["deed_or_thing"]
        for date in within(noted(doc).dates, first, sentence.end):
            start, end = date.start - first, date.end - first
            led = sentence.lower[start] == _ON
            numbered = any(word[:1].isdigit() for word in sentence.words[start : start + 2 + led])
            if not start or not numbered or not (led or self._is_bare(sentence, start, end, deeds)):
                continue
            if not led:
                yield start, _ON
            if not both.isdisjoint(sentence.lower[end : end + 1]):
                yield end, _PAUSE

    def _is_bare(self, sentence: Sentence, start: int, end: int, deeds: set[int]) -> bool:
        """Whether no word ties the day at `start` to `end` to those before it, and a verb follows."""
        ties, before = self._lexicon.words["before_date"], sentence.lower[start - 1]
        if not before.isalnum() or not ties.isdisjoint((before, sentence.lower[start])):
            return False
        following = set(sentence.lower[end : end + 1])
        if not following.isdisjoint(self._lexicon.words["before_deed"]):
            end += 1
        return end in deeds or not following.isdisjoint(self._lexicon.words["saying"])

    def _after_vehicles(self, doc: Doc, sentence: Sentence, deeds: set[int]) -> Iterator[int]:
        """Before the "shot" of "two men on a motorcycle shot dead", "gunmen in a car opened fire"."""
        first = sentence.start
        mentions = [m for m in within(noted(doc).names, first, sentence.end) if m.layer == "targets"]
        targets = self._lexicon.targets
        people = {m.end - first for m in mentions if targets[m.entry].kind == "person"}
        for mention in mentions:
            end = mention.end - first
            if end not in deeds or targets[mention.entry].type != "vehicle":
                continue
            aboard = next((i for i in range(mention.start - first - 1, 0, -1) if i in people), None)
            if aboard is not None and sentence.lower[aboard] in self._lexicon.words["aboard"]:
                yield end

    def _after_places(self, doc: Doc, sentence: Sentence, deeds: set[int]) -> list[int]:
        first = sentence.start
        names = (m for m in within(noted(doc).names, first, sentence.end) if self._acts(m))
        doers = {m.start - first: m.end - first for m in names}
        if not doers:
            return []
        places = within(noted(doc).places, first, sentence.end)
        spans = ((place.start - first, place.end - first) for place in places)
        return [
            end
            for start, end in spans
            if self._is_where(sentence, start) and self._deed_after(sentence, doers, end) in deeds
        ]

    def _acts(self, mention: NameMention) -> bool:
        if mention.layer == "groups":
            return True
        return mention.layer == "targets" and self._lexicon.targets[mention.entry].actor_kind is not None

    def _is_where(self, sentence: Sentence, start: int) -> bool:
        """True for a place after "in", "at", "the town of"."""
        before = sentence.lower[start - 1] if start else ""
        if before == "the" and start > 1:
            before = sentence.lower[start - 2]
        return before in self._lexicon.words["where_it_was"]

    def _deed_after(self, sentence: Sentence, doers: dict[int, int], end: int) -> int | None:
        """The position right after those who act, who follow at `end` or after a word or two."""
        at = next((i for i in range(end, min(end + _REACH, len(sentence)) + 1) if i in doers), None)
        if at is None or not all(word.islower() or word.isdigit() for word in sentence.words[end:at]):
            return None
        small = self._lexicon.words["before_deed"]  # "guerrillas of the ELN had killed"
        while at in doers or not small.isdisjoint(sentence.lower[at : at + 1]):
            at = doers.get(at, at + 1)
        return at
