"""The step that reads where: `doc._.places` and `doc._.article_country`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.gazetteer import Gazetteer, Kind
from extractor.lexicon.lexicon import open_lexicon
from extractor.patternfiles import default_patterns
from extractor.pipeline.lookup import body_token
from extractor.pipeline.mentions import NameMention, PlaceMention
from extractor.pipeline.notes import noted
from extractor.pipeline.places.capitals import CapitalReader
from extractor.pipeline.places.chains import ChainReader
from extractor.pipeline.places.context import Context
from extractor.pipeline.places.country import CountryReader
from extractor.pipeline.places.datelines import mark_datelines
from extractor.pipeline.places.element import Element
from extractor.pipeline.places.elements import ElementReader
from extractor.pipeline.places.items import item_starts
from extractor.pipeline.places.mention import implied_country, make_mention
from extractor.pipeline.places.missions import nations_of_missions
from extractor.pipeline.places.namesakes import without_namesakes
from extractor.pipeline.places.nations import NationReader
from extractor.pipeline.places.references import read_references
from extractor.pipeline.places.resolve import Resolver
from extractor.pipeline.places.roles import Chain
from extractor.pipeline.places.support import is_supported
from extractor.pipeline.places.wording import Wording, load_wording
from extractor.pipeline.places.words import Words, read_words, spans_of_names

_NAME_LAYERS = frozenset({"groups", "forces", "parties"})
_WEAPONS = frozenset({"weapons"})
_SURE = 0.6
_DISTRICTS = "districts"
_LIST_LINKS = frozenset({",", "and", "&"})


class PlacesComponent:
    """Sets `doc._.places` (PlaceMention, in text order) and `doc._.article_country` (ISO code or None).

    `doc._.areas` are the areas that the text speaks of again without their names ("the province").

    `doc._.implied_place` is the country that demonyms, groups and the like speak for, for events that
    no place is told of.

    Reads tokens, their casing, names and the publication day alone; linear in the length of the text.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        wording: Wording,
        homes: Mapping[str, tuple[str, ...]],
        armies: Collection[str],
    ) -> None:
        """`homes` are the countries of groups and parties, by id; `armies` the rules that name soldiers."""
        self.gazetteer = gazetteer
        self._armies = armies
        self._wording = wording
        self._elements = ElementReader(gazetteer, wording)
        self._chains = ChainReader(wording)
        self._countries = CountryReader(gazetteer, wording, homes)
        self._capitals = CapitalReader(gazetteer, wording)
        self._nations = NationReader(gazetteer, wording)
        self._resolver = Resolver(gazetteer, wording.sets["troubled"])

    def __call__(self, doc: Doc) -> Doc:
        """Read the places of a Doc."""
        if noted(doc).passed_by:
            return doc
        words = read_words(doc, self._wording)
        names = spans_of_names(noted(doc).names, _NAME_LAYERS)
        elements = self._elements.read(words, names)
        self._nations.read(words, elements)
        missions = nations_of_missions(doc)
        chains = self._joined(words, _without_weapons(elements, noted(doc).names), missions)
        context = self._countries.read(
            words, chains, _of_bodies(doc), self._of_armies(doc), _of_people(doc), missions
        )
        with_capitals = self._capitals.read(words, elements, context)
        if with_capitals != elements:
            chains = self._joined(words, _without_weapons(with_capitals, noted(doc).names), missions)
        readings = [self._resolver.resolve(chain, context) for chain in chains]
        readings = without_namesakes(readings, noted(doc).sentence_of or [0] * len(doc))
        kept = [reading for reading in readings if is_supported(reading, context, words, self._wording)]
        named = {
            place.name
            for reading in kept
            for place in reading.places
            if place and place.kind is Kind.PROVINCE
        }
        first = body_token(doc)
        mentions = [make_mention(reading, self.gazetteer, noted(doc).published, named) for reading in kept]
        noted(doc).places = [mention for mention in mentions if mention.start >= first]
        noted(doc).areas = read_references(words, noted(doc).places, self.gazetteer, self._wording)
        notes = noted(doc)
        notes.items = item_starts(notes.places, notes.sentences, notes.sentence_of) if notes.sentences else []
        noted(doc).article_country = context.country
        noted(doc).implied_place = self._implied(context)
        return doc

    def _of_armies(self, doc: Doc) -> set[int]:
        """The positions at which an army is named."""
        return {i for m in noted(doc).names if m.rule in self._armies for i in range(m.start, m.end)}

    def _joined(self, words: Words, elements: list[Element], missions: Collection[int]) -> list[Chain]:
        """The chains of the elements, without the nations of embassies, at the positions `missions`."""
        chains = self._chains.read(words, elements)
        chains = [chain for chain in chains if chain.start not in missions or len(chain.elements) > 1]
        _pass_prepositions_on(chains, words.lower)
        mark_datelines(words, chains)
        return chains

    def _implied(self, context: Context) -> PlaceMention | None:
        """The country that words other than place names speak for."""
        country = self.gazetteer.country(context.country) if context.country else None
        if country is None or context.cue is None or context.countries[country.country_code] < _SURE:
            return None
        return implied_country(country, context.cue)


def _of_bodies(doc: Doc) -> list[NameMention]:
    """The mentions of groups and parties; an army may fight abroad, and its country has its own word."""
    return [m for m in noted(doc).names if m.layer in ("groups", "parties")]


def _of_people(doc: Doc) -> set[int]:
    """The positions of nations before their people: a "Ukrainian pilot" may be anywhere, as an army may."""
    names = noted(doc).names
    people = {m.start for m in names if m.layer == "targets" and m.start == m.end - 1}
    return {m.start for m in names if m.layer == "demonyms" and m.end in people}


def _without_weapons(elements: Sequence[Element], names: Sequence[object] | None) -> list[Element]:
    """The elements but those in a weapon's name: a Claymore mine is not a mine in a place called Claymore,
    but Baton Rouge is no baton."""
    weapons = spans_of_names(names, _WEAPONS)
    inside = {position: end for start, end in weapons.items() for position in range(start, end)}
    return [
        element
        for element in elements
        if element.start not in inside or (element.end > inside[element.start] and element.matches)
    ]


def _pass_prepositions_on(chains: Sequence[Chain], lower: Sequence[str]) -> None:
    """ "in Tank, Karak and Kohat": the preposition of a list's first place is that of all of them."""
    for before, after in pairwise(chains):
        between = set(lower[before.end : after.start])
        if not after.preposition and between and between <= _LIST_LINKS:
            after.preposition = before.preposition


def load_places(folders: Sequence[Path]) -> PlacesComponent:
    """The component under pattern folders, later ones lying over earlier ones."""
    districts = [folder / _DISTRICTS for folder in folders if (folder / _DISTRICTS).is_dir()]
    own = [folder for folder in folders if folder != default_patterns()]
    return PlacesComponent(Gazetteer.load(districts), load_wording(folders), _homes(own), _armies(own))


def _homes(folders: Sequence[Path]) -> dict[str, tuple[str, ...]]:
    """The countries of groups and parties, by id."""
    return {id_: entry.countries for id_, entry in open_lexicon(folders).names.items()}


def _armies(folders: Sequence[Path]) -> frozenset[str]:
    """The rules that name soldiers, who may fight abroad."""
    lexicon = open_lexicon(folders)
    forces = {id_: entry.body for id_, entry in lexicon.names.items() if lexicon.name_layer[id_] == "forces"}
    forces |= {id_: word.body for id_, word in lexicon.force_words.items()}
    return frozenset(f"forces/{id_}" for id_, body in forces.items() if body == "military")


@Language.factory("extractor_places", default_config={"patterns": None})
def make_places(nlp: Language, name: str, patterns: list[str] | None) -> PlacesComponent:
    """The factory: `patterns` are pattern folders, None for those of the package."""
    return load_places([Path(folder) for folder in patterns] if patterns else [default_patterns()])
