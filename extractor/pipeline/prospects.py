"""Whether anything that an article tells can still become an event; if not, the later steps pass it by.

Here the words are known and nothing is parsed. The most points of support that the events told in some
sentences can come to is added up from what stands there at all; the support that is found later is
never more. An article of which no sentences reach the threshold gives no record however it is read on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon.entries import AttackType, Effect
from extractor.lexicon.lexicon import NAME_LAYERS, Lexicon, open_lexicon
from extractor.pipeline.cues import Hit
from extractor.pipeline.drafting.drafting import implied_type
from extractor.pipeline.drafting.drafts import BY_LAW
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.merging.hosts import SHORT_TEXT, TOO_FAR
from extractor.pipeline.notes import noted
from extractor.pipeline.people.standins import is_stand_in
from extractor.pipeline.recording import points as worth
from extractor.pipeline.recording.shot import FIREARM
from extractor.pipeline.recording.support import SupportReader
from extractor.pipeline.sentences import length_of
from extractor.pipeline.telling.acting import BEFORE_SIDES
from extractor.pipeline.tokens import tokens_of

# A find can be told as any of these.
_FINDS = ("defusal", "seizure")
_SILENCE = ("no_casualties", "no_injuries")
_TAKEN = ("arrested", "abducted", "surrendered")


@dataclass(slots=True)
class _Passage:
    """What stands in sentences that may tell of one event. `sentences` are their numbers."""

    sentences: set[int] = field(default_factory=set)
    hits: list[Hit] = field(default_factory=list)
    mentions: list[NameMention] = field(default_factory=list)


class Prospects:
    """Empties `doc._.cues` and `doc._.names` where no event can come of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._support = SupportReader(lexicon)
        self._types = {id_: tuple(self._can_be(attack)) for id_, attack in lexicon.attack_types.items()}

    def __call__(self, doc: Doc) -> Doc:
        if noted(doc).cues and not self.has_any(doc):
            noted(doc).cues, noted(doc).names, noted(doc).passed_by = [], [], True
        return doc

    def has_any(self, doc: Doc) -> bool:
        """Whether some passage of the Doc may tell of an event that finds support."""
        names = self._that_may_count(noted(doc).names)
        groups = {(m.entries, m.form) for m in names if "groups" in self._layers(m)}
        context = self._support.context_with(doc, groups)
        strange = context < 0
        context += worth.CLAIMED * self._may_be_claimed(doc) + worth.SILENT_TOLL * self._is_silent(doc)
        return any(
            self._most(doc, passage, strange) + context >= worth.THRESHOLD
            for passage in _passages(doc, names)
        )

    def _that_may_count(self, names: Sequence[NameMention]) -> Sequence[NameMention]:
        """The names without "the group", which stands for none where the text names none."""
        others = [m for m in names if not is_stand_in(self._lexicon, m)]
        return names if any("groups" in self._layers(m) for m in others) else others

    def _can_be(self, attack: AttackType) -> Iterator[AttackType]:
        """The types that words of this one may be told as."""
        types = self._lexicon.attack_types
        yield attack
        yield from (types[name] for name in (attack.by_state, attack.by_group) if name)
        if attack.family in _FINDS:
            yield from (each for each in types.values() if each.family in _FINDS)

    def _layers(self, mention: NameMention) -> set[str]:
        """The layers that a name may turn out to be of."""
        if is_stand_in(self._lexicon, mention):
            return {"groups"}
        if mention.layer not in NAME_LAYERS:
            return set()
        known = [self._lexicon.names[e] for e in mention.entries if e in self._lexicon.names]
        ids = {id_ for entry in known for id_ in (entry.id, entry.parent) if id_ in self._lexicon.name_layer}
        return {self._lexicon.name_layer[id_] for id_ in ids if id_} or {mention.layer}

    def _may_be_claimed(self, doc: Doc) -> bool:
        return any(m.layer == "attribution" for m in noted(doc).names) and any(
            self._layers(m) - {"parties"} for m in noted(doc).names
        )

    def _is_silent(self, doc: Doc) -> bool:
        return any(
            m.layer == "status" and self._lexicon.status[m.entry].group in _SILENCE for m in noted(doc).names
        )

    def _most(self, doc: Doc, passage: _Passage, strange: bool) -> float:
        """The most points of an event of the passage, without those that the article gives."""
        attacks = [
            t for h in passage.hits if h.sense.layer == "attack_types" for t in self._types[h.sense.entry]
        ]
        effects = {
            self._lexicon.tolls[h.sense.entry].effect for h in passage.hits if h.sense.layer == "tolls"
        }
        types = [*attacks, *self._implied(passage.hits)]
        if strange and all(t.family in BY_LAW for t in types):
            return -worth.THRESHOLD * 2  # an act of law in an article of another topic
        people = [m for m in passage.mentions if self._is_people(m)]
        points = self._support.weapon_points(doc, passage.mentions)
        points += self._of_words(doc, passage, types, attacks, bool(people))
        points += self._of_tolls(effects, bool(people))
        points += worth.AIMED if attacks else 0.0
        points += worth.SHOT if people and any(t.weapon == FIREARM for t in attacks) else 0.0
        points += worth.DELIBERATE if any(t.deliberate for t in attacks) else 0.0
        armed = max(map(self._armed, people), default=0.0)
        points += armed
        contested = worth.CONTESTED_THING if armed and attacks else 0.0
        counted = self._may_be_counted(doc, passage)
        points += worth.COUNTED if counted else 0.0
        things = (m for m in passage.mentions if m.layer == "targets")
        hit = [*people, *(m for m in things if counted or self._support.is_as_people(m.entry))]
        points += worth.CONTESTED if any(map(self._is_contested, hit)) else contested
        return points

    def _may_be_counted(self, doc: Doc, passage: _Passage) -> bool:
        """Whether an event word may be a plural noun: "34 attacks"."""
        lower = tokens_of(doc).lower
        nouns = (h for h in passage.hits if h.sense.layer == "attack_types" and h.sense.form == "noun")
        return any(word.endswith("s") for h in nouns for word in lower[h.start : h.end])

    def _implied(self, hits: Iterable[Hit]) -> Iterator[AttackType]:
        for hit in hits:
            if hit.sense.layer == "tolls":
                cue = self._lexicon.tolls[hit.sense.entry]
                yield from self._types[implied_type(self._lexicon, cue.effect, cue.event).id]

    def _of_words(
        self,
        doc: Doc,
        passage: _Passage,
        types: Sequence[AttackType],
        attacks: Sequence[AttackType],
        with_people: bool,
    ) -> float:
        """The points of the event words."""
        if any(self._is_telling(doc, hit) for hit in passage.hits) or self._are_arms_found(passage, types):
            return worth.THRESHOLD
        if all(t.rank <= worth.SAYS_NOTHING for t in types):
            return worth.VIOLENT if attacks else worth.VAGUE  # an attack may have a death toll
        says_much = any(t.rank >= worth.SAYS_MUCH for t in types)
        points = worth.TELLING_TYPE if says_much else worth.VIOLENT
        if attacks and with_people:
            points += worth.SEVERAL_DOERS
        if attacks and any(
            word in noted(doc).sentences[n].lower for n in passage.sentences for word in BEFORE_SIDES
        ):
            points += worth.SIDES
        lower = tokens_of(doc).lower
        bombs = {
            lower[h.start]
            for h in passage.hits
            if h.sense.layer == "attack_types"
            and any(t.category == "bombing" for t in self._types[h.sense.entry])
        }
        return points + (worth.BOMBS if len(bombs) > 1 else 0.0)

    def _is_telling(self, doc: Doc, hit: Hit) -> bool:
        """Whether a word tells of nothing but violence, alone or with the words that follow it."""
        if hit.sense.layer == "tolls" and not self._lexicon.tolls[hit.sense.entry].event:
            return False
        lower = tokens_of(doc).lower
        ends = (hit.end, hit.tail_end) if hit.tail_end else (hit.end,)
        return not all(self._support.is_everyday(lower[hit.start : end]) for end in ends)

    def _are_arms_found(self, passage: _Passage, types: Iterable[AttackType]) -> bool:
        """Whether weapons stand where a find, or an arrest of someone who had them, is told of."""
        armed = any(m.layer in ("weapons", "goods") for m in passage.mentions)
        return armed and any(t.family in (*_FINDS, "arrest") for t in types)

    def _of_tolls(self, effects: set[Effect], with_people: bool) -> float:
        if not effects:
            return 0.0
        most = worth.MANY_HURT
        if "killed" in effects:
            most = worth.KILLED + (worth.KILLED_BY_PEOPLE if with_people else 0.0)
        if effects & set(_TAKEN):
            most = max(most, worth.TAKEN_IN_ATTACK + worth.MASS_ARREST)
        return most + worth.PLACED

    def _is_people(self, mention: NameMention) -> bool:
        if mention.layer == "targets":
            return self._lexicon.targets[mention.entry].kind == "person"
        return mention.layer in NAME_LAYERS or is_stand_in(self._lexicon, mention)

    def _armed(self, mention: NameMention) -> float:
        if mention.layer == "targets":
            return worth.BY_KIND.get(self._lexicon.targets[mention.entry].actor_kind or "", 0.0)
        return max(worth.BY_NAME[layer] for layer in self._layers(mention))

    def _is_contested(self, mention: NameMention) -> bool:
        return bool(self._layers(mention)) or self._support.is_contested(mention.entry)


def _passages(doc: Doc, names: Iterable[NameMention]) -> Iterator[_Passage]:
    """The sentences with hits, those together of which one event may be put together."""
    by_position = noted(doc).sentence_of
    is_long = length_of(doc) > SHORT_TEXT
    passages: list[_Passage] = []
    last = 0
    for hit in noted(doc).cues:
        sentence = by_position[hit.start]
        if not passages or (is_long and sentence - last > TOO_FAR):
            passages.append(_Passage())
        passages[-1].hits.append(hit)
        passages[-1].sentences.add(sentence)
        last = sentence
    of_sentence = {number: passage for passage in passages for number in passage.sentences}
    for mention in names:
        passage = of_sentence.get(by_position[mention.start])
        if passage is not None:
            passage.mentions.append(mention)
    yield from passages


@Language.factory(
    "extractor_prospects", default_config={"patterns": []}, requires=["doc._.cues", "doc._.names"]
)
def make_prospects(nlp: Language, name: str, patterns: list[str]) -> Prospects:
    """The component; `patterns` are folders laid over those of the package."""
    return Prospects(open_lexicon(patterns))
