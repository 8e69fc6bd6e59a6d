"""Names of groups, forces and parties, words for people, things and weapons, and the cues of later steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon.entries import NameEntry
from extractor.lexicon.lexicon import NAME_LAYERS, Lexicon, open_lexicon
from extractor.pipeline.cues import Hit, WordingMatcher
from extractor.pipeline.mentions import Dropped, NameMention
from extractor.pipeline.names.abbreviations import given_names
from extractor.pipeline.names.forces import composed_forces
from extractor.pipeline.names.pairs import paired_groups
from extractor.pipeline.names.wings import wholes_of_wings
from extractor.pipeline.notes import noted
from extractor.pipeline.people.standins import with_groups_meant
from extractor.pipeline.tokens import tokens_of

LAYERS = (
    *NAME_LAYERS,
    "demonyms",
    "force_words",
    "targets",
    "weapons",
    "goods",
    "status",
    "attribution",
    "discourse",
)
_UNSUPPORTED = "a weak name, and the article has neither another name of it nor one of its countries"
_WHOLE = "what the group named before it is a wing of"
_CUE_LAYERS = frozenset({"status", "attribution", "discourse"})


class Entities:
    """Fills `doc._.names` with every pattern match, in order of position, the longest of each kind."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._matcher = WordingMatcher(nlp, lexicon, LAYERS)

    def __call__(self, doc: Doc) -> Doc:
        if not noted(doc).cues:
            return doc
        by_layer: dict[str, list[Hit]] = defaultdict(list)
        for hit in self._matcher.hits(doc):
            if hit.sense.layer == "targets" and self._is_of_a_name(doc, hit):
                continue
            by_layer[_kind(hit.sense.layer)].append(hit)
        force_names = composed_forces(self._lexicon, doc, by_layer["demonyms"], by_layer["force_words"])
        others = [*force_names, *paired_groups(self._lexicon, doc)]
        names = [*self._longest(by_layer["names"], others)]
        names.extend(given_names(doc, names))
        for kind in ("targets", "weapons", "goods", "demonyms"):
            names.extend(self._longest(by_layer[kind], ()))
        names.extend(_mention(hit) for hit in by_layer["cues"])
        noted(doc).names = sorted(names, key=lambda m: (m.start, -m.end, m.layer, m.entry))
        return doc

    def _is_of_a_name(self, doc: Doc, hit: Hit) -> bool:
        """True for the "Naik" of "Balram Naik (35)" and the "Malik" of "Malik Shah": no ranks, but names."""
        tokens, here, known = tokens_of(doc), hit.start, self._lexicon.words
        word = tokens.lower[here]
        if hit.end - here > 1 or word not in known["also_surnames"] | known["also_first_names"]:
            return False
        if not tokens.words[here].istitle():
            return False
        first = here == noted(doc).sentences[noted(doc).sentence_of[here]].start
        if word in known["also_surnames"] and not first and _is_name(tokens.words[here - 1]):
            return True
        return word in known["also_first_names"] and any(map(_is_name, tokens.words[hit.end : hit.end + 1]))

    def _longest(self, hits: Iterable[Hit], others: Iterable[NameMention]) -> Iterable[NameMention]:
        """The longest matches, none overlapping; entries that share a wording stay candidates."""
        by_span: dict[tuple[int, int], list[Hit | NameMention]] = defaultdict(list)
        for hit in hits:
            by_span[hit.start - hit.end, hit.start].append(hit)
        for mention in others:
            by_span[mention.start - mention.end, mention.start].append(mention)
        taken: set[int] = set()
        for before, start in sorted(by_span):
            span = range(start, start - before)
            if taken.isdisjoint(span):
                taken.update(span)
                first, *rest = by_span[before, start]
                entries = tuple(dict.fromkeys(map(_entry, (first, *rest)))) if rest else (_entry(first),)
                yield _mention(first, entries) if isinstance(first, Hit) else replace(first, entries=entries)


def _is_name(word: str) -> bool:
    return word.istitle() and word.isalpha()


def _kind(layer: str) -> str:
    return "names" if layer in NAME_LAYERS else "cues" if layer in _CUE_LAYERS else layer


def _entry(found: Hit | NameMention) -> str:
    return found.sense.entry if isinstance(found, Hit) else found.entry


def _mention(hit: Hit, entries: tuple[str, ...] = ()) -> NameMention:
    end, sense = hit.tail_end or hit.end, hit.sense
    return NameMention(hit.start, end, sense.layer, sense.entry, sense.rule, entries, sense.form)


class NameResolver:
    """Chooses among the candidates of an ambiguous name, and drops weak forms without support.

    Runs after the places are known: an acronym that several groups share ("ANP", "PLA") is the one
    whose country the article is about, else the one whose full name the article also gives.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        if not noted(doc).names:
            return doc
        countries = _countries(doc)
        named = self._surely_named(noted(doc).names)
        chosen = [(mention, self._choose(mention, countries, named)) for mention in noted(doc).names]
        names = [name for _, name in chosen if name is not None]
        names = self._without_kinds(doc, names)
        wholes = wholes_of_wings(self._lexicon, doc, names)
        noted(doc).names = with_groups_meant(
            self._lexicon, doc, [name for name in names if name not in wholes]
        )
        noted(doc).dropped = [
            *(
                Dropped(mention.start, mention.end, mention.rule, _UNSUPPORTED)
                for mention, name in chosen
                if name is None
            ),
            *(Dropped(name.start, name.end, name.rule, _WHOLE) for name in wholes),
        ]
        return doc

    def _without_kinds(self, doc: Doc, names: Sequence[NameMention]) -> list[NameMention]:
        """The names without the "Islamist militant" of "the Islamist militant group Al-Shabaab", which only
        says what kind of group it is."""
        groups = [m for m in names if m.layer in NAME_LAYERS and m.entry in self._lexicon.names]
        lower, bands = tokens_of(doc).lower, self._lexicon.words["bands"]
        kinds = [
            before
            for before, after in pairwise(groups)
            if self._lexicon.names[before.entry].generic
            and not self._lexicon.names[after.entry].generic
            and before.end < after.start
            and bands.issuperset(lower[before.end : after.start])
        ]
        return [name for name in names if name not in kinds]

    def _surely_named(self, mentions: Iterable[NameMention]) -> set[str]:
        """Ids named by a form that is theirs alone."""
        return {
            m.entry
            for m in mentions
            if m.layer in NAME_LAYERS
            and m.form != "weak"
            and len(m.entries) == 1
            and m.entry in self._lexicon.names
        }

    def _choose(self, mention: NameMention, countries: dict[str, int], named: set[str]) -> NameMention | None:
        if mention.layer not in NAME_LAYERS or not mention.entries:
            return mention
        candidates = [self._lexicon.names[e] for e in mention.entries if e in self._lexicon.names]
        if not candidates:
            return mention

        def support(entry: NameEntry) -> tuple[int, int, int]:
            main = entry.countries[0] if entry.countries else ""
            anywhere = max((countries.get(c, 0) for c in entry.countries), default=0)
            return int(entry.id in named), countries.get(main, 0), anywhere

        best = max(candidates, key=support)
        if mention.form == "weak" and not any(support(best)):
            return None
        if mention.layer == "parties" and self._lexicon.name_layer.get(best.id) != "parties":
            mention = replace(mention, layer=self._lexicon.name_layer[best.id])
        if best.generic and best.parent in named:
            best = self._lexicon.names[best.parent]  # "Maoists", where the article names their party
        layer = self._lexicon.name_layer[best.id]
        return replace(mention, entry=best.id, layer=layer, rule=f"{layer}/{best.id}")


def _countries(doc: Doc) -> dict[str, int]:
    """How often each country is spoken of, by its places and its demonyms."""
    counts: dict[str, int] = defaultdict(int)
    for place in noted(doc).places:
        if place.country_code:
            counts[place.country_code] += 2
    for mention in noted(doc).names:
        if mention.layer == "demonyms":
            counts[mention.entry] += 1
    country = noted(doc).article_country
    if country:
        counts[country] += 5
    return counts


@Language.factory("extractor_entities", default_config={"patterns": []}, assigns=["doc._.names"])
def make_entities(nlp: Language, name: str, patterns: list[str]) -> Entities:
    """The component; `patterns` are folders laid over those of the package."""
    return Entities(nlp, open_lexicon(patterns))


@Language.factory(
    "extractor_names", default_config={"patterns": []}, requires=["doc._.names", "doc._.places"]
)
def make_name_resolver(nlp: Language, name: str, patterns: list[str]) -> NameResolver:
    """The component; `patterns` are folders laid over those of the package."""
    return NameResolver(open_lexicon(patterns))
