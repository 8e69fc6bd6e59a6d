"""Words of the article given to a field: what they say, read as the pipeline reads them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from extractor.records import EventRecord, Toll
from extractor.review import evidence
from extractor.review.fields import TOLLS, WrongValueError, revised
from extractor.review.picklists import PickLists
from extractor.review.places import PlaceSearch

if TYPE_CHECKING:
    from spacy.language import Language

    from extractor.pipeline.dates.component import DateReader
    from extractor.pipeline.people.numbers import NumberWords

ASSIGNABLE: Final = {
    "casualties.killed": "killed",
    "casualties.injured": "injured",
    "casualties.arrested": "arrested",
    "casualties.abducted": "abducted",
    "date": "date",
    "location": "place",
    "actors": "actor",
    "targets": "target",
    "weapons": "weapon",
    "event_type": "event type",
    "count": "number of events",
}
_TOKEN = re.compile(r"\w+(?:,\d{3})+|\w+(?:[-']\w+)*|\S")
_LONGEST = 300


class Words:
    """Reads selected words for a field. A lone value is replaced, a list gets one more item."""

    def __init__(self, lists: PickLists, places: PlaceSearch, patterns: Path | None = None) -> None:
        self._lists = lists
        self._places = places
        self._patterns = patterns

    def assign(self, record: EventRecord, field: str, text: str, start: int, end: int) -> EventRecord:
        """The record with the words `text[start:end]` as the value and the evidence of `field`.

        Raises WrongValueError where the words do not say such a value.
        """
        readers: dict[str, Callable[[EventRecord, str], dict[str, Any]]] = {
            "date": self._date,
            "location": self._location,
            "actors": self._actor,
            "targets": self._target,
            "weapons": self._weapon,
            "event_type": self._event_type,
            "count": self._count,
            **{f"casualties.{toll}": self._toll(toll) for toll in TOLLS},
        }
        if field not in readers:
            raise WrongValueError(f"words cannot be given to {field!r}")
        start, end = trimmed(text, start, end)
        values = readers[field](record, text[start:end])
        is_list = field in ("actors", "targets", "weapons")
        kept = record.evidence if is_list else evidence.without(record, field)
        return revised(record, {**values, "evidence": evidence.with_words(kept, field, text, start, end)})

    def warm(self) -> None:
        """Load what reading dates and numbers takes, so that the first use does not wait for it."""
        self.toll_of("at least two people")
        self._read_date("on Sunday", dt.date(2024, 1, 1))

    def toll_of(self, words: str) -> Toll | None:
        """The number that the words tell: "at least 8" is low 8 and best 8; None where they tell none."""
        tokens = _TOKEN.findall(words.lower())
        if tokens and tokens[0] in self._numbers.none:  # "no one", whatever number follows
            return Toll(low=0, best=0, high=0, text=words)
        found = self._numbers.read(tokens, 0, len(tokens)) if tokens else None
        return found.toll(words) if found else None

    def _toll(self, name: str) -> Callable[[EventRecord, str], dict[str, Any]]:
        def read(record: EventRecord, words: str) -> dict[str, Any]:
            return {"casualties": {**record.casualties.model_dump(), name: self._number(words)}}

        return read

    def _count(self, record: EventRecord, words: str) -> dict[str, Any]:
        if record.scope != "aggregate":
            raise WrongValueError("only an aggregate has a count of events; make it one first")
        return {"count": self._number(words)}

    def _number(self, words: str) -> dict[str, Any]:
        toll = self.toll_of(words)
        if toll is None:  # "a policeman": somebody, and no more is said
            one = words.lower().split()[0] in ("a", "an", "the") if words.split() else False
            if not one:
                raise WrongValueError(f"“{words}” tells no number; select the number with its words")
            toll = Toll(low=1, best=1, high=1, text=words)
        return toll.model_dump()

    def _date(self, record: EventRecord, words: str) -> dict[str, Any]:
        date = self._read_date(words, record.article.published)
        if date is None:
            published = record.article.published or "not known"
            raise WrongValueError(
                f"“{words}” tells no day (the publication day is {published}); write it in the form"
            )
        return {"date": date}

    def _read_date(self, words: str, published: dt.date | None) -> dict[str, Any] | None:
        from extractor.pipeline.notes import noted
        from extractor.pipeline.tokens import keep_tokens

        nlp, reader = self._dates
        doc = nlp(words)
        noted(doc).published, noted(doc).body_start = published, 0
        keep_tokens(doc, words)
        told = [m for m in noted(reader(doc)).dates if m.start_date or m.end_date]
        if not told:
            return None
        first = told[0]
        return {
            "start": first.start_date,
            "end": first.end_date,
            "precision": first.precision,
            "basis": first.basis,
            "text": words,
        }

    def _location(self, record: EventRecord, words: str) -> dict[str, Any]:
        country = record.location.country_code if record.location else None
        for name in (words, *(part.strip() for part in words.split(","))):
            found = self._places.named(name, country)
            if found:
                return {"location": self._places.location(found[0], words).model_dump()}
        now = record.location.model_dump() if record.location else {"precision": "near"}
        vaguer = "near" if now.get("latitude") is not None else "place"
        where = {
            **now,
            "text": words,
            "name": words,
            "place": words,
            "geonames_id": None,
            "precision": vaguer,
        }
        return {"location": where}

    def _actor(self, record: EventRecord, words: str) -> dict[str, Any]:
        id_ = self._lists.entry_of(words, ("groups", "forces", "parties"))
        known = self._lists.named(id_) if id_ else None
        actor = {
            "id": known.id if known else None,
            "name": known.name if known else None,
            "text": words,
            "kind": known.kind if known else "unknown",
            "role": "participant" if record.category == "clash" else "perpetrator",
        }
        return {"actors": (*record.actors, actor)}

    def _target(self, record: EventRecord, words: str) -> dict[str, Any]:
        id_ = self._lists.entry_of(words, ("targets",))
        entry = self._lists.lexicon.targets.get(id_) if id_ else None
        target = {
            "text": words,
            "kind": entry.kind if entry else "person",
            "type": (entry.type or entry.id) if entry else None,
            "subtype": entry.id if entry else None,
            "aimed": True,
        }
        return {"targets": (*record.targets, target)}

    def _weapon(self, record: EventRecord, words: str) -> dict[str, Any]:
        weapon = {"text": words, "type": self._lists.entry_of(words, ("weapons",))}
        return {"weapons": (*record.weapons, weapon)}

    def _event_type(self, record: EventRecord, words: str) -> dict[str, Any]:
        id_ = self._lists.entry_of(words, ("attack_types",))
        category = self._lists.category_of(id_) if id_ else None
        if id_ is None or category is None:  # the words stay as evidence; the type is chosen in the form
            return {}
        others = tuple(tactic for tactic in record.tactics if tactic not in (record.event_type, id_))
        return {"event_type": id_, "category": category, "tactics": (id_, *others)}

    @cached_property
    def _numbers(self) -> NumberWords:
        from extractor.pipeline.people.numbers import NumberWords

        return NumberWords.load(self._lists.lexicon.folders)

    @cached_property
    def _dates(self) -> tuple[Language, DateReader]:
        import spacy

        from extractor.pipeline.dates.component import DateReader

        nlp = spacy.blank("en")
        nlp.add_pipe("extractor_sentences")
        return nlp, DateReader()


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets without white space at the ends. Raises WrongValueError for no words, or too many."""
    if not 0 <= start < end <= len(text):
        raise WrongValueError("these words are not in the text; select them again")
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start >= end:
        raise WrongValueError("no words are selected")
    if end - start > _LONGEST:
        raise WrongValueError(f"more than {_LONGEST} characters are selected; select the words that say it")
    return start, end
