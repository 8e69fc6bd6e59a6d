"""What rules do on a file of records: how often they fire, how often rightly, beside which others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from extractor.lexicon import Lexicon
from extractor.records import EventRecord
from extractor.rules.examples import EVENTS, NAMES, WORDS, entries
from extractor.scoring import GoldArticle
from extractor.scoring.align import align
from extractor.scoring.changes import by_article
from extractor.scoring.fields import EVIDENCE_FIELDS, FIELDS, is_right

# Of the entries of these the same words can be one alone; tolls and targets may well share theirs.
_ONE_OF = {"groups": "name", "forces": "name", "parties": "name", "attack_types": "type", "places": "place"}
# Layers whose entries are seen in evidence; cues of status and discourse decide without leaving words there.
_SEEN = (*NAMES, "targets", "weapons", *EVENTS)
_MOST = 50


@dataclass(frozen=True, slots=True)
class RuleStats:
    """One rule: evidence spans and records that rest on it and, against gold, fields right and wrong."""

    rule: str
    fired: int
    records: int
    right: int = 0
    wrong: int = 0


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two rules that read the same words of one field, and how often."""

    rules: tuple[str, str]
    field: str
    times: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two rules that say different things of the same words of an article, how often, and such words."""

    rules: tuple[str, str]
    times: int
    words: str
    article: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that texts had and no rule knew, how often, and an article where it stands."""

    name: str
    times: int
    article: str


@dataclass(frozen=True, slots=True)
class Statistics:
    """All of it, most frequent first."""

    rules: tuple[RuleStats, ...]
    overlaps: tuple[Overlap, ...]
    conflicts: tuple[Conflict, ...]
    never_fired: tuple[str, ...]
    unknown_actors: tuple[Unknown, ...]
    unknown_places: tuple[Unknown, ...]


def statistics(
    records: Iterable[EventRecord], lexicon: Lexicon, gold: Sequence[GoldArticle] = ()
) -> Statistics:
    """What the rules did on these records, judged by `gold` where there is some."""
    known = list(records)
    fired, holding = Counter[str](), Counter[str]()
    for record in known:
        fired.update(item.rule for item in record.evidence)
        holding.update({item.rule for item in record.evidence})
    right, wrong = _judged(known, gold)
    found = [RuleStats(rule, fired[rule], holding[rule], right[rule], wrong[rule]) for rule in fired]
    return Statistics(
        tuple(sorted(found, key=lambda s: (-s.fired, s.rule))),
        tuple(_overlaps(known)),
        tuple(_conflicts(known)),
        tuple(rule for rule in _all_rules(lexicon) if rule not in fired),
        tuple(_most_frequent(_unknown_actors(known))),
        tuple(_most_frequent(_unknown_places(known))),
    )


def _all_rules(lexicon: Lexicon) -> Iterator[str]:
    for layer in (layer for layer in (*NAMES, *WORDS, *EVENTS) if layer in _SEEN):
        yield from (f"{layer}/{entry.id}" for entry in entries(lexicon, layer))


def _judged(records: Sequence[EventRecord], gold: Sequence[GoldArticle]) -> tuple[Counter[str], Counter[str]]:
    """For each rule the fields resting on it that gold confirms, and those that it does not."""
    right, wrong = Counter[str](), Counter[str]()
    of_article = by_article(records)
    for article in gold:
        alignment = align(of_article.get(article.article, []), article.events)
        for record, event in alignment.pairs:
            for field, rules in _rules_by_field(record).items():
                verdict = is_right(record, event, field)
                if verdict is not None:
                    (right if verdict else wrong).update(rules)
        for record in alignment.extra:
            wrong.update(_rules_by_field(record).get("event_type", set()))
    return right, wrong


def _rules_by_field(record: EventRecord) -> dict[str, set[str]]:
    """The judged fields of a record and the rules that they rest on."""
    rests: defaultdict[str, set[str]] = defaultdict(set)
    for item in record.evidence:
        parts = item.field.split(".")
        for field in FIELDS:
            if EVIDENCE_FIELDS.get(field, field) in parts:
                rests[field].add(item.rule)
    return rests


def _overlaps(records: Iterable[EventRecord]) -> Iterator[Overlap]:
    times = Counter[tuple[str, str, str]]()
    for record in records:
        for one, other in combinations(record.evidence, 2):
            same = one.field == other.field and one.rule != other.rule
            if same and one.start < other.end and other.start < one.end:
                first, second = sorted((one.rule, other.rule))
                times[first, second, one.field] += 1
    for (first, second, field), count in times.most_common(_MOST):
        yield Overlap((first, second), field, count)


def _conflicts(records: Iterable[EventRecord]) -> Iterator[Conflict]:
    """Two groups, types or places in the same words, be it of one record or of two of the article."""
    times, first = Counter[tuple[str, str]](), dict[tuple[str, str], tuple[str, str]]()
    for article, told in by_article(records).items():
        items = {(i.start, i.end, i.rule, i.text) for r in told for i in r.evidence if _one_of(i.rule)}
        for one, other in combinations(sorted(items), 2):
            different = one[2] != other[2] and _one_of(one[2]) == _one_of(other[2])
            if different and one[0] < other[1] and other[0] < one[1]:
                pair = (min(one[2], other[2]), max(one[2], other[2]))
                times[pair] += 1
                first.setdefault(pair, (max(one[3], other[3], key=len), article))
    for pair, count in times.most_common(_MOST):
        yield Conflict(pair, count, *first[pair])


def _one_of(rule: str) -> str | None:
    return _ONE_OF.get(rule.partition("/")[0])


def _unknown_actors(records: Iterable[EventRecord]) -> Iterator[tuple[str, str]]:
    """Capitalised names in the words of actors and targets that no rule names."""
    for record in records:
        told = [actor.text for actor in record.actors if actor.id is None]
        told += [target.text for target in record.targets if target.kind == "person" and target.name is None]
        for name in (name for text in told if text and not text.isupper() for name in _capitalised(text)):
            yield name, record.article.id


def _capitalised(text: str) -> Iterator[str]:
    """Runs of two and more capitalised words, and words in capitals: "Red Valley Brigade", "RVB"."""
    run: list[str] = []
    for word in [*text.split(), ""]:
        bare = word.strip(".,;:()“”\"'")
        if bare[:1].isupper():
            run.append(bare)
            continue
        if len(run) > 1 or (run and run[0].isupper() and len(run[0]) > 1):
            yield " ".join(run)
        run = []


def _unknown_places(records: Iterable[EventRecord]) -> Iterator[tuple[str, str]]:
    """Places that are named and that no gazetteer knows."""
    for record in records:
        place = record.location
        if place is not None and place.precision == "near" and place.place and place.geonames_id is None:
            yield place.place, record.article.id


def _most_frequent(names: Iterable[tuple[str, str]]) -> Iterator[Unknown]:
    times, first = Counter[str](), dict[str, str]()
    for name, article in names:
        times[name] += 1
        first.setdefault(name, article)
    for name, count in times.most_common(_MOST):
        yield Unknown(name, count, first[name])
