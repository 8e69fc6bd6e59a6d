"""How far annotators agree: F1 for events, Krippendorff's alpha for the fields of shared events."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import combinations

import krippendorff
import numpy as np

from extractor.gazetteer.normalise import name_key
from extractor.scoring.assignment import best_pairs
from extractor.scoring.figures import Figures, Frozen
from extractor.scoring.gold import GoldActor, GoldArticle, GoldEvent, GoldTarget, GoldToll, GoldWeapon
from extractor.scoring.likeness import content_words

Value = Hashable
# How far two values of a field lie apart: 0 for the same, 1 for nothing in common.
Distance = Callable[[Value, Value], float]

# Of two events, the points for agreement in a field, and what makes them one event at least.
_POINTS = {"category": 2.0, "date": 2.0, "place": 2.0, "killed": 1.5, "scope": 1.0, "status": 0.5}
_WORDS_POINTS = 4.0
_ENOUGH = 4.0


class FieldAgreement(Frozen):
    """Krippendorff's alpha of one field, over `events` that two annotators and more gave a value.

    1 is full agreement, 0 that of chance. None where all values are the same one, or none is shared.
    """

    alpha: float | None
    events: int


class Agreement(Frozen):
    """What annotators agree on. `events` is the mean F1 over all pairs of annotators."""

    coders: tuple[str, ...]
    articles: int
    events: float | None
    pairs: Mapping[str, Figures]
    fields: Mapping[str, FieldAgreement]

    def to_text(self) -> str:
        """A table for a terminal."""
        lines = [f"{len(self.coders)} annotators ({', '.join(self.coders)}), {self.articles} articles shared"]
        lines += ["", f"events: F1 {_shown(self.events)}"]
        lines += [f"  {pair}: F1 {_shown(figures.f1)}" for pair, figures in self.pairs.items()]
        lines += ["", f"{'field':14} {'alpha':>7} {'events':>7}"]
        lines += [
            f"{name:14} {_shown(field.alpha):>7} {field.events:>7}" for name, field in self.fields.items()
        ]
        return "\n".join(lines)


def agreement(versions: Mapping[str, Sequence[GoldArticle]]) -> Agreement:
    """The agreement of annotators, each with the articles as he or she coded them.

    Articles that one annotator alone coded say nothing and are left out. An optional event counts
    like any other: whether to code it is what annotators may differ on.
    """
    pairs = {pair: Figures() for pair in combinations(versions, 2)}
    units: list[dict[str, GoldEvent]] = []
    shared = _shared_articles(versions)
    for coded in shared:
        found = _same_events(coded)
        units += found
        for one, other in pairs:
            if one in coded and other in coded:
                pairs[one, other] += _figures(found, one, other)
    known = [figures.f1 for figures in pairs.values() if figures.f1 is not None]
    return Agreement(
        coders=tuple(versions),
        articles=len(shared),
        events=round(sum(known) / len(known), 4) if known else None,
        pairs={f"{one} and {other}": figures for (one, other), figures in pairs.items()},
        fields={name: _of_field(units, read, distance) for name, (read, distance) in _FIELDS.items()},
    )


def alpha(units: Iterable[Sequence[Value]], distance: Distance) -> float | None:
    """Krippendorff's alpha of the values that coders gave each unit, by a distance between values.

    None where there is nothing to tell: no unit with two values, or one value alone.
    """
    pairable = [unit for unit in units if len(unit) > 1]
    values = list(dict.fromkeys(value for unit in pairable for value in unit))
    if len(values) < 2:
        return None
    counts = np.array([[unit.count(value) for value in values] for unit in map(list, pairable)])
    apart = np.array([[distance(one, other) for other in values] for one in values])
    found = krippendorff.alpha(
        value_counts=counts,
        value_domain=np.arange(len(values)),
        level_of_measurement=lambda v1, v2, i1, i2, n_v, dtype=float: apart[i1, i2].astype(dtype),
    )
    return round(float(found), 4)


# ------------------------------------------------------------------ which events are the same
def _shared_articles(versions: Mapping[str, Sequence[GoldArticle]]) -> list[dict[str, GoldArticle]]:
    """Each article that two annotators and more coded, by annotator."""
    of_article: dict[str, dict[str, GoldArticle]] = {}
    for coder, articles in versions.items():
        for article in articles:
            of_article.setdefault(article.article, {})[coder] = article
    return [coded for coded in of_article.values() if len(coded) > 1]


def _same_events(coded: Mapping[str, GoldArticle]) -> list[dict[str, GoldEvent]]:
    """The events of an article, each with every annotator's labels of it."""
    units: list[dict[str, GoldEvent]] = []
    for coder, article in coded.items():
        first = [next(iter(unit.values())) for unit in units]
        pairs = best_pairs([[_likeness(event, known) for known in first] for event in article.events])
        for row, column in pairs:
            units[column][coder] = article.events[row]
        alone = set(range(len(article.events))) - {row for row, _ in pairs}
        units += [{coder: article.events[row]} for row in sorted(alone)]
    return units


def _likeness(one: GoldEvent, other: GoldEvent) -> float:
    """How sure it is that two annotators mean one event; 0 where it is chance."""
    points = sum(
        weight
        for field, weight in _POINTS.items()
        if (value := _FIELDS[field][0](one)) is not None and value == _FIELDS[field][0](other)
    )
    words, others = content_words(one.words), content_words(other.words)
    if words and others:
        points += _WORDS_POINTS * len(words & others) / min(len(words), len(others))
    return points if points >= _ENOUGH else 0.0


def _figures(units: Iterable[Mapping[str, GoldEvent]], one: str, other: str) -> Figures:
    """The events of one annotator held against the other's."""
    seen = [(one in unit, other in unit) for unit in units]
    return Figures(
        right=seen.count((True, True)), extra=seen.count((True, False)), missed=seen.count((False, True))
    )


# ------------------------------------------------------------------ what is compared
def _of_field(
    units: Iterable[Mapping[str, GoldEvent]], read: Callable[[GoldEvent], Value | None], distance: Distance
) -> FieldAgreement:
    given = [[value for event in unit.values() if (value := read(event)) is not None] for unit in units]
    shared = [values for values in given if len(values) > 1]
    return FieldAgreement(alpha=alpha(shared, distance), events=len(shared))


def _nominal(one: Value, other: Value) -> float:
    return float(one != other)


def _between_sets(one: Value, other: Value) -> float:
    """The share of what either holds that both do not hold (Jaccard)."""
    first, second = frozenset(one or ()), frozenset(other or ())  # type: ignore[call-overload]
    return 1 - len(first & second) / len(first | second) if first | second else 0.0


def _between_tolls(one: Value, other: Value) -> float:
    """Numbers as on a ratio scale, ((a - b) / (a + b))²; a word or silence is unlike any other."""
    if isinstance(one, int) and isinstance(other, int) and one + other:
        return ((one - other) / (one + other)) ** 2
    return _nominal(one, other)


def _first(field: str) -> Callable[[GoldEvent], Value | None]:
    """The first of the acceptable values, which is the one that the annotator thinks best."""
    return lambda event: next(iter(getattr(event, field)), None)


def _date(event: GoldEvent) -> Value:
    return next(((date.start, date.end) for date in event.date), "none")


def _of_location(level: str, blank: str | None) -> Callable[[GoldEvent], Value | None]:
    return lambda event: next((name_key(name) for name in getattr(event.location, level)), blank)


def _toll(field: str) -> Callable[[GoldEvent], Value]:
    return lambda event: next(map(_figure, getattr(event.casualties, field)), "none")


def _figure(toll: GoldToll) -> Value:
    known = next((number for number in (toll.best, toll.low, toll.high) if number is not None), None)
    return known if known is not None else toll.vague or "none"


def _names(field: str) -> Callable[[GoldEvent], Value]:
    return lambda event: frozenset(map(_name, getattr(event, field)))


def _name(value: GoldActor | GoldTarget | GoldWeapon) -> str:
    """The id or the type, else the words."""
    told = (getattr(value, field, ()) for field in ("id", "type", "name", "text"))
    return " ".join(sorted(content_words(next((names[0] for names in told if names), ""))))


# A blank event type, province or district is no value; any other blank says that the article gives none.
_FIELDS: dict[str, tuple[Callable[[GoldEvent], Value | None], Distance]] = {
    "scope": (_first("scope"), _nominal),
    "status": (_first("status"), _nominal),
    "background": (_first("background"), _nominal),
    "category": (_first("category"), _nominal),
    "event_type": (_first("event_type"), _nominal),
    "date": (_date, _nominal),
    "country": (_of_location("country", "none"), _nominal),
    "province": (_of_location("province", None), _nominal),
    "district": (_of_location("district", None), _nominal),
    "place": (_of_location("place", "none"), _nominal),
    "actors": (_names("actors"), _between_sets),
    "targets": (_names("targets"), _between_sets),
    "weapons": (_names("weapons"), _between_sets),
    "killed": (_toll("killed"), _between_tolls),
    "injured": (_toll("injured"), _between_tolls),
    "arrested": (_toll("arrested"), _between_tolls),
    "abducted": (_toll("abducted"), _between_tolls),
}


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
