"""Which country an article is mostly about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from extractor.gazetteer import Gazetteer, Kind, Place, name_key
from extractor.pipeline.mentions import NameMention
from extractor.pipeline.places.context import Context
from extractor.pipeline.places.reach import Reach
from extractor.pipeline.places.resolve import Resolver
from extractor.pipeline.places.roles import Chain
from extractor.pipeline.places.wording import Wording
from extractor.pipeline.places.words import Words

_ROLE_WEIGHT = {
    "location": 1.0,
    "origin": 0.5,
    "distance": 0.8,
    "dateline": 1.6,
    "part_of_name": 0.4,
    "government": 0.4,
    "local_body": 1.0,
    "station": 1.0,
}
_MOST_OF_ONE_CUE = 3
# What a lone small place counts where all other words speak for another country.
_STRAY = 0.3
# What the name of a group or party says of where the article plays.
_HOME = 1.0
# A namesake with so many times fewer people is not thought of, and a place with so few is known to none.
_DWARF, _HAMLET = 20, 5_000
# Such a place, and one that goes by the name only in some tongue, says little of where the article plays.
_UNSURE = 0.7
# A city whose namesakes abroad are all dwarfed by it.
_LARGEST = 1.8
# The country that people are from, who may be anywhere: "peacekeepers from Nepal".
_HOMELAND = 0.6
# What the capital says that a report was filed from, whatever other places bear its name.
_CAPITAL = 2.0
# A country across the border from where it was.
_ACROSS = 0.5
_MOST_OF_CUES = 1.6
# What the nation of an army says of where the article plays: it may fight abroad.
_OF_ARMY = 0.6
# The same of a nation that fights abroad for the most part.
_EXPEDITION = 0.3
# A group of more countries than that may be anywhere.
_MOST_HOMES = 5

# The position of a word, the country that it speaks for, how much, and provinces of it.
_Cue = tuple[int, str, float, tuple[str, ...]]


class CountryReader:
    """Weighs countries, demonyms, cues and the places of a text against one another."""

    def __init__(self, gazetteer: Gazetteer, wording: Wording, homes: Mapping[str, tuple[str, ...]]) -> None:
        """`homes` are the countries of the groups and parties, by id."""
        self._homes = homes
        self._gazetteer = gazetteer
        self._wording = wording
        self._resolver = Resolver(gazetteer, wording.sets["troubled"])
        self._reach = Reach(gazetteer, wording.sets["fights_anywhere"])
        self._first_words = wording.cues.keys() | wording.cue_phrases.first_words()
        self._first_words |= {demonym.partition(" ")[0] for demonym in gazetteer.demonyms}
        self._provinces = {
            name: self._province(cue.country, name)
            for cues in wording.cues.values()
            for cue in cues
            for name in cue.provinces
        }

    def read(
        self,
        words: Words,
        chains: Sequence[Chain],
        names: Sequence[NameMention],
        armies: Collection[int] = (),
        people: Collection[int] = (),
        missions: Collection[int] = (),
    ) -> Context:
        """The weights of countries and areas that the text gives, and the first word for the best country;
        at the positions `armies` a word tells whose army is spoken of, at `people` whose citizen, at
        `missions` whose embassy: the one country where it is not."""
        first: dict[str, int] = {}
        countries: dict[str, float] = defaultdict(float)
        areas: dict[int, float] = defaultdict(float)
        abroad = {*armies, *people}
        parts = (e for chain in chains for e in chain.elements if e.level == "water")
        waters = {i for element in parts for i in range(element.start, element.end)}  # the "Indian Ocean"
        of_armies = [
            chain
            for chain in chains
            if chain.start in armies and len(chain.elements) == 1 and _is_country(chain)
        ]
        chains = [chain for chain in chains if chain not in of_armies]  # "US" of "a US airstrike"
        cues = [
            *self._cues(words, names, abroad, waters.union(missions)),
            *self._at_home(names),
            *self._of_nations(of_armies),
        ]
        untold = not any(map(_is_sure, chains))
        homes = self._homes_of_several(names) if untold and not cues else frozenset()
        reach = self._within_reach(cues, armies) if untold else None
        for position, code, weight, provinces in cues:
            countries[code] += weight
            first.setdefault(code, position)
            for province in provinces:
                if (row := self._provinces.get(province)) is not None:
                    areas[row] += 0.5 * weight
        areas = _scaled(areas)
        for told in _surest_first(chains):
            hints = Context(countries=dict(countries), areas=dict(areas), homes=homes, reach=reach)
            for chain in told:
                self._weigh(chain, hints, countries, areas)
        best = max(countries, key=lambda code: countries[code], default=None)
        return Context(
            best,
            dict(countries),
            {row: min(weight, 2.5) for row, weight in areas.items()},
            first.get(best or ""),
            frozenset(self._gazetteer.place(row).country_code for row in areas),
            reach=reach,
        )

    def _of_army(self, nation: str) -> float:
        return _EXPEDITION if nation.lower() in self._wording.sets["fights_abroad"] else _OF_ARMY

    def _of_nations(self, chains: Iterable[Chain]) -> Iterator[_Cue]:
        """What the countries say that stand before their forces."""
        for chain in chains:
            for code in {m.place.country_code for m in chain.elements[0].matches if m.primary}:
                yield chain.start, code, self._of_army(code), ()

    def _within_reach(self, cues: Iterable[_Cue], armies: Collection[int]) -> frozenset[str] | None:
        """Where the armies spoken of may be met, if nothing else speaks for a country."""
        found = {code: position in armies for position, code, _, _ in cues}
        return self._reach.of(found) if all(found.values()) else None

    def _homes_of_several(self, names: Sequence[NameMention]) -> frozenset[str]:
        """The countries of the groups that are at home in a few."""
        found = (self._countries_of(mention) for mention in names if mention.form != "weak")
        return frozenset(code for homes in found if 1 < len(homes) <= _MOST_HOMES for code in homes)

    def _at_home(self, names: Sequence[NameMention]) -> Iterator[_Cue]:
        """The groups and parties of one country alone, each the less telling the more often it is named."""
        seen: dict[str, int] = defaultdict(int)
        for mention in names:
            countries = self._countries_of(mention)
            if len(countries) != 1 or mention.form == "weak":
                continue
            seen[mention.rule] += 1
            if seen[mention.rule] <= _MOST_OF_ONE_CUE:
                yield mention.start, countries.pop(), _HOME / seen[mention.rule], ()

    def _countries_of(self, mention: NameMention) -> set[str]:
        """The countries of all whom a name can mean; none where one of them is at home nowhere."""
        homes = [self._homes.get(id_, ()) for id_ in mention.entries or (mention.entry,)]
        return {code for home in homes for code in home} if all(homes) else set()

    def _cues(
        self, words: Words, names: Sequence[NameMention], abroad: Collection[int], silent: Collection[int]
    ) -> Iterable[_Cue]:
        """What the words say of countries; those at the positions `silent` say nothing."""
        inside = {i: home for m in names if (home := self._countries_of(m)) for i in range(m.start, m.end)}
        seen: dict[str, int] = defaultdict(int)
        demonyms = self._gazetteer.demonyms
        first_words = self._first_words
        for position, (text, low) in enumerate(zip(words.texts, words.lower, strict=True)):
            if (low not in first_words and text not in first_words) or position in silent:
                continue
            two = f"{low} {words.lower[position + 1]}" if position + 1 < len(words) else ""
            demonym = two if two in demonyms else low
            found: list[tuple[str, float, tuple[str, ...]]] = []
            if demonym in demonyms and (text[0].isupper() or words.whispering):
                code = demonyms[demonym]
                found.append((code, self._of_army(code) if position in abroad else 1.0, ()))
            phrase = self._wording.cue_phrases.at(words.lower, position)
            for name in (text, phrase[1] if phrase else None):
                if isinstance(name, str):
                    found += [
                        (cue.country, cue.weight, cue.provinces) for cue in self._wording.cues.get(name, ())
                    ]
            for code, weight, provinces in found:
                if position in inside and code not in inside[position]:
                    continue  # the "Jamaat" of another country's party
                seen[demonym + code] += 1
                if seen[demonym + code] <= _MOST_OF_ONE_CUE:
                    yield position, code, weight / seen[demonym + code], provinces

    def _weigh(
        self, chain: Chain, hints: Context, countries: dict[str, float], areas: dict[int, float]
    ) -> None:
        weight = _ROLE_WEIGHT.get(chain.role, 1.0)
        resolved = self._resolver.resolve(chain, hints)
        known = [place for place in resolved.places if place is not None]
        if not known:
            return
        linked = len(known) > 1
        for place in known:
            stray = not linked and (hints.is_elsewhere(place) or hints.is_out_of_reach(place))
            doubt = _STRAY if stray or _is_backer(chain, place) else 1.0
            if self._is_capital(chain, place):
                countries[place.country_code] += doubt * weight * _CAPITAL
                continue  # what is reported from there was anywhere in the country
            countries[place.country_code] += doubt * weight * self._certainty(chain, place, linked)
            for row in {
                place.index if place.kind in (Kind.PROVINCE, Kind.DISTRICT) else -1,
                place.province_index,
                place.district_index,
            }:
                if row >= 0:
                    areas[row] += (0.8 if linked else 0.5) * weight

    def _is_capital(self, chain: Chain, place: Place) -> bool:
        """Whether a report was filed from a capital: no smaller town of its name stands alone there."""
        capital = self._wording.capital_of.get(place.country_code)
        return chain.role == "dateline" and capital is not None and name_key(capital) == name_key(place.name)

    @staticmethod
    def _certainty(chain: Chain, place: Place, linked: bool) -> float:
        if place.kind is Kind.COUNTRY:
            if chain.preposition == "from":
                return _HOMELAND
            return _ACROSS if chain.elements[0].border else 4.0
        if linked:
            return 2.0
        element = chain.elements[0]
        alike = [match.place for match in element.matches if match.primary]
        every = {p.country_code for p in alike}
        usual = {
            p.country_code for p in alike if p.kind < Kind.CITY or p.population * _DWARF >= place.population
        }
        unsure = place.kind is Kind.CITY and (not usual or place.population < _HAMLET)
        supported = bool(chain.preposition) or element.level is not None or chain.role == "dateline"
        alone = 2.0 if len(every) <= 1 else _LARGEST
        certainty = _UNSURE if unsure else alone if len(usual) <= 1 else 1.0
        return certainty * (1.0 if supported else 0.5)

    def _province(self, country: str, name: str) -> int | None:
        for place in self._gazetteer.lookup(name):
            if place.country_code == country and place.kind is Kind.PROVINCE:
                return place.index
        return None


def _is_backer(chain: Chain, place: Place) -> bool:
    """Whether a country only stands behind somebody: "Iran-backed gunmen"."""
    return place.kind is Kind.COUNTRY and chain.elements[0].based


def _surest_first(chains: Sequence[Chain]) -> tuple[list[Chain], ...]:
    """Datelines, then places told with a larger one, then the bare names, which may be anywhere."""
    found: tuple[list[Chain], ...] = ([], [], [])
    for chain in chains:
        found[0 if chain.role == "dateline" else 1 if _is_sure(chain) else 2].append(chain)
    return found


def _is_sure(chain: Chain) -> bool:
    return len(chain.elements) > 1 or _is_country(chain)


def _is_country(chain: Chain) -> bool:
    """Whether a chain is, or ends in, a country."""
    return any(m.primary and m.place.kind is Kind.COUNTRY for m in chain.elements[-1].matches)


def _scaled(areas: dict[int, float]) -> dict[int, float]:
    """The weights that words alone give to areas, in proportion, but no more than a place named twice."""
    scale = min(1.0, _MOST_OF_CUES / max(areas.values(), default=1.0))
    return defaultdict(float, {row: weight * scale for row, weight in areas.items()})
