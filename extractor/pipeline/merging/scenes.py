"""What a text says of when and where before it tells what happened, and what it announces and then tells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.dates import own_date
from extractor.pipeline.drafting.drafts import Draft
from extractor.pipeline.lookup import within
from extractor.pipeline.mentions import DateMention, NameMention, PlaceMention
from extractor.pipeline.merging.sameness import dates_differ, tells_by_itself
from extractor.pipeline.notes import noted
from extractor.pipeline.people.phrase import People
from extractor.pipeline.places import areas_differ
from extractor.pipeline.sentences import Sentence
from extractor.pipeline.telling.aimed import Thing
from extractor.pipeline.telling.facts import Fact
from extractor.pipeline.tokens import tokens_of

# So many sentences without an event may set the scene of the next.
_LONGEST = 3
# So near its beginning a sentence sets itself apart in time.
_OPENING = 3
_UNKNOWN = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Scene:
    """The sentences before a passage that tell of no event: "On Monday four men came to Otra"."""

    sentences: Sequence[Sentence]

    def date(self, doc: Doc, previous: DateMention | None) -> DateMention | None:
        """The last date that they give; `previous` is the date of the event told before."""
        dates = (own_date(doc, s.start, s.start + 1, previous) for s in reversed(self.sentences))
        return next((date for date in dates if date is not None), None)

    def place(self, doc: Doc) -> PlaceMention | None:
        """The first place of the last sentence that names one."""
        inside = (p for s in reversed(self.sentences) for p in within(noted(doc).places, s.start, s.end))
        return next((place for place in inside if place.role == "location"), None)


NO_SCENE = Scene(())


class SceneReader:
    """Reads the scenes of one Doc, in the order of its text."""

    def __init__(self, lexicon: Lexicon, doc: Doc) -> None:
        self._doc = doc
        self._told = -1
        self._series = {
            noted(doc).sentence_of[m.start] for m in noted(doc).names if _counts_events(lexicon, m)
        }

    def before(self, draft: Draft) -> Scene:
        """The scene of a passage: what its paragraph tells before it, after the last event."""
        own = noted(self._doc).sentences[draft.sentence]
        before = noted(self._doc).sentences[max(self._told + 1, own.index - _LONGEST) : own.index]
        if draft.sentence > self._told:
            self._told = draft.sentence
        return Scene([s for s in before if s.paragraph == own.paragraph and s.index not in self._series])


def _counts_events(lexicon: Lexicon, mention: NameMention) -> bool:
    """True for "this was one of three attacks", which tells of the last event, not of the next."""
    return mention.layer == "discourse" and lexicon.discourse[mention.entry].group == "series"


def is_heading(lexicon: Lexicon, doc: Doc, event: Draft, after: Iterable[Draft]) -> bool:
    """ "Two attacks were carried out in Lima last night", and then each of them is told `after` it; so is
    "three men were killed in separate incidents", where those told of after it are three."""
    incidents = [e for e in after if e.family == event.family and not e.aggregate and not e.background]
    if _announces(event):
        return any(e.start > event.end and not dates_differ(event.date, e.date) for e in incidents)
    if event.aggregate or not all(_tells_of_several(lexicon, doc, number) for number in event.sentences):
        return False
    parts = [e for e in incidents if not all(_tells_of_several(lexicon, doc, n) for n in e.sentences)]
    whole, sums = _harm(event.facts), list(accumulate(_harm(e.facts) for e in parts))
    return bool(whole) and any(
        all(told[effect] == number for effect, number in whole.items()) for told in sums
    )


def _tells_of_several(lexicon: Lexicon, doc: Doc, number: int) -> bool:
    """Whether a sentence says "in separate incidents"."""
    sentence = noted(doc).sentences[number]
    cues = within(noted(doc).names, sentence.start, sentence.end)
    return any(m.layer == "discourse" and lexicon.discourse[m.entry].group == "apart" for m in cues)


def _harm(facts: Iterable[Fact]) -> Counter[str]:
    """How many suffered each effect; of several sentences the one that tells of most."""
    told: dict[int, Counter[str]] = defaultdict(Counter)
    for fact in facts:
        told[fact.sentence][fact.effect] += sum(p.quantity.best or 0 for p in fact.people)
    found: Counter[str] = Counter()
    for of_sentence in told.values():
        found |= of_sentence
    return found


def is_sum(lexicon: Lexicon, doc: Doc, event: Draft, after: Sequence[Draft]) -> bool:
    """ "Rebels killed 12 people in a series of attacks", and then attacks are told in which they killed one,
    four and seven: the first is of all of them. So it is where it says "in separate incidents"."""
    if event.aggregate or event.background:
        return False
    if not _is_plural(event) and (
        not _tells_of_several(lexicon, doc, event.sentence) or is_heading(lexicon, doc, event, after)
    ):
        return False
    parts = [
        e
        for e in after
        if e.family == event.family and not (e.aggregate or e.background or dates_differ(event.date, e.date))
        if dead(e) > 0
    ]
    there = [e for e in parts if not areas_differ(event.place, e.place)]
    return any(len(some) > 1 and sum(map(dead, some)) <= dead(event) for some in (parts, there))


def is_part(event: Draft, draft: Draft, place: PlaceMention | None) -> bool:
    """True for "in Cali gunmen killed a mayor" after "rebels killed 12 people in a series of attacks", which
    says not where: one of those attacks, in a town of its own."""
    in_town = place is not None and place.place is not None
    return in_town and _is_plural(event) and 0 < dead(draft) < dead(event)


def is_one_apart(lexicon: Lexicon, doc: Doc, event: Draft, draft: Draft) -> bool:
    """True for "gunmen fired at a mayor in Cali" after "two mayors were killed in separate attacks"."""
    if not _tells_of_several(lexicon, doc, event.sentence) or draft.sentence in event.sentences:
        return False
    if not tells_by_itself(draft):
        return False
    who = [p for t in draft.triggers for p in (*t.agents, *t.patients)]
    if any((p.definite and not p.names) or p.pronoun for p in who):
        return False
    several = all(_tells_of_several(lexicon, doc, number) for number in event.sentences)
    return several and dead(draft) < dead(event)


def is_one_of_them(doc: Doc, event: Draft, draft: Draft, ordinals: Container[str]) -> bool:
    """True for "in the first attack two died", after "bombers killed five in two towns": one of several."""
    if not (_is_plural(event) or event.count is not None) or not 0 < dead(draft) < dead(event):
        return False
    return is_of_a_series(doc, draft, ordinals)


def is_of_a_series(doc: Doc, draft: Draft, ordinals: Container[str]) -> bool:
    """True for "the second blast" and "a second blast"."""
    sentence = noted(doc).sentences[draft.sentence]
    nouns = (t for t in draft.triggers if t.form == "noun" and not t.plural)
    befores = (sentence.lower[max(0, t.start - sentence.start - 1)] for t in nouns)
    return any(before in ordinals for before in befores)


def is_later_scene(doc: Doc, event: Draft, draft: Draft, again: Container[str]) -> bool:
    """True for "later on Sunday, a missile hit a school" and "hours earlier rebels shelled the port": what
    the sentence sets apart in time, and tells as new. `again` are "later" and so on."""
    sentence = noted(doc).sentences[draft.sentence]
    opening = within(noted(doc).dates, sentence.start, sentence.start + _OPENING)
    apart = sentence.lower[0] in again or any(_is_hours_apart(doc, date, again) for date in opening)
    if not apart or draft.family != event.family or not tells_by_itself(draft):
        return False
    agents = [p for t in draft.triggers for p in t.agents] + [p for f in draft.facts for p in f.agents]
    hit = [p for t in draft.triggers for p in t.patients] + [p for f in draft.facts for p in f.people]
    known = [*hit, *(p for p in agents if p.group != "security" and not p.names)]
    if any(_is_known(sentence, p) or p.pronoun or p.other for p in known) or any(f.late for f in draft.facts):
        return False
    if any(p.group == "militant" for p in hit) and not any(p.names for p in hit):
        return False  # the end of those who attacked
    nouns = [t for t in draft.triggers if t.form == "noun"]
    return not any(t.definite for t in nouns) and bool(agents or hit or _things(draft))


def _is_known(sentence: Sentence, people: People) -> bool:
    """True for "the elder", whom a text has told of; "the house of an elder" is that of one it has not."""
    return people.definite and _UNKNOWN.isdisjoint(sentence.lower[people.start : people.head])


def _is_hours_apart(doc: Doc, date: DateMention, again: Container[str]) -> bool:
    """True for "two hours later" and "earlier in the day"; "the same day" may be that of one event."""
    words = tokens_of(doc).lower[date.start : date.end]
    return date.kind == "chain" and not date.chain_days and any(word in again for word in words)


def _things(draft: Draft) -> list[Thing]:
    return [*draft.nearby, *(thing for t in draft.triggers for thing in t.things)]


def _is_plural(event: Draft) -> bool:
    return any(t.form == "noun" and t.plural for t in event.triggers)


def dead(event: Draft) -> int:
    """How many were killed, of those a sentence tells of the largest number: the others are among them."""
    dead: dict[int, int] = {}
    for fact in event.facts:
        if fact.effect == "killed":
            for people in fact.people:
                number = people.quantity.best or 1
                dead[fact.sentence] = max(number, dead.get(fact.sentence, 0))
    return max(dead.values(), default=0)


def announces_places(doc: Doc, event: Draft) -> bool:
    """ "Three attacks were carried out, in Herat, Kunduz and Khost": what is told next is one of them."""
    if not _announces(event):
        return False
    sentence = noted(doc).sentences[event.sentence]
    places = [p for p in within(noted(doc).places, sentence.start, sentence.end) if p.role == "location"]
    return any(areas_differ(places[0], place) for place in places[1:])


def _announces(event: Draft) -> bool:
    """True for a number of events of which the text has told no more than how many they are."""
    counted = event.count is not None and (event.count.best or 0) > 1 and not event.facts
    if not counted or event.aggregate or event.part or len(event.sentences) > 1:
        return False
    return all(trigger.plural for trigger in event.triggers)
