"""From a resolved chain to the mention that later steps read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from itertools import takewhile

from extractor.gazetteer import Gazetteer, Kind, Place
from extractor.pipeline.mentions import PlaceMention
from extractor.pipeline.places.element import Element
from extractor.pipeline.places.resolve import Resolved
from extractor.pipeline.places.wording import Level
from extractor.records import LocationPrecision

_PARTS_OF_TOWNS: frozenset[Level | None] = frozenset({"neighborhood", "facility", "area", "region"})
_INSIDE_TOWNS: frozenset[Level | None] = frozenset({"neighborhood", "facility"})
_NO_AREA: frozenset[Level | None] = frozenset({None, *_INSIDE_TOWNS})
_BY_TOWNS = ("near", "outside", "between")
_CITY = 300_000
_LARGE_TOWN = 100_000
_PRECISION: dict[Kind, LocationPrecision] = {
    Kind.COUNTRY: "country",
    Kind.PROVINCE: "province",
    Kind.DISTRICT: "district",
    Kind.CITY: "place",
}


def make_mention(
    resolved: Resolved, gazetteer: Gazetteer, day: dt.date | None, provinces: Container[str]
) -> PlaceMention:
    """The mention of a chain: names from the smallest place up, coordinates of the smallest known one.

    `day` is the article's date, `provinces` are those that it names: provinces are given in the borders
    of that day.
    """
    chain = resolved.chain
    pairs = _around_head(list(zip(chain.elements, resolved.places, strict=True)))
    known = [place for _, place in pairs if place is not None]
    smallest = max(known, key=lambda place: place.kind, default=None)
    place_element, place = _town(pairs)
    if place_element is None and _is_its_town(pairs[0], chain.preposition):
        place_element, place = pairs[0]
    town = gazetteer.town_of(place) if place is not None else None
    province = _name_of(Kind.PROVINCE, pairs, known, gazetteer)
    district = _name_of(Kind.DISTRICT, pairs, known, gazetteer)
    inside = next((p for p in known if p.kind > Kind.PROVINCE and p.province == province), None)
    if inside is not None and not any(p.kind is Kind.PROVINCE for p in known):
        province = gazetteer.province_at(inside, day, provinces)
    inside = next((p for p in known if p.kind is Kind.CITY and p.district and p.district == district), None)
    if inside is not None and not any(p.kind is Kind.DISTRICT for p in known):
        district = gazetteer.district_at(inside, day)
    country = known[0] if known else None
    head, head_place = pairs[0]
    is_known = head_place is not None
    return PlaceMention(
        start=chain.start,
        end=chain.end,
        name=_full_name(head, head_place),
        place=_place_name(place_element, place, town, gazetteer),
        district=district,
        province=province,
        country=country.country if country else None,
        country_code=country.country_code if country else None,
        latitude=smallest.latitude if smallest else None,
        longitude=smallest.longitude if smallest else None,
        precision=_precision(smallest, is_known and not chain.near, place_element, district),
        geonames_id=smallest.geonames_id if smallest else None,
        role=chain.role,
        preposition=chain.preposition,
        rule=f"places/{head.level or 'name'}",
        known=is_known,
        around=_around(pairs, place_element),
    )


def _around_head(pairs: list[tuple[Element, Place | None]]) -> list[tuple[Element, Place | None]]:
    """Without what a known place only lies near: "Balad air base north of Baghdad"."""
    head, *larger = pairs
    if head[1] is None:
        return pairs
    return [head, *takewhile(lambda pair: not pair[0].beside, larger)]


def _around(pairs: list[tuple[Element, Place | None]], town: Element | None) -> str | None:
    """The town or sub-district that the chain names next above its smallest place."""
    seen = False
    for element, place in pairs:
        if element.level in ("country", "province", "district"):
            return None
        if seen and place is not None and _names_town(element):
            return (
                element.text
            )  # "Subidbazar area in Dhaka": the town, though its province bears the name too
        seen = seen or element is town
    return None


def _is_its_town(smallest: tuple[Element, Place | None], preposition: str) -> bool:
    """True for the district of "near Balcad", "in Azaz", "in Azaz camp": without a word for it, and where a
    town of the country bears the name in another spelling or something is near it, the town is meant."""
    element, place = smallest
    if element.level not in _NO_AREA or element.in_name or place is None or place.kind is not Kind.DISTRICT:
        return False
    towns = (m.place for m in element.matches if m.place.kind is Kind.CITY and not m.primary)
    return preposition in _BY_TOWNS or any(town.country_code == place.country_code for town in towns)


def _names_town(element: Element) -> bool:
    return any(match.place.kind is Kind.CITY for match in element.matches)


def implied_country(country: Place, position: int) -> PlaceMention:
    """A country that the word at `position` speaks for without naming it."""
    return PlaceMention(
        start=position,
        end=position + 1,
        name=country.name,
        place=None,
        district=None,
        province=None,
        country=country.name,
        country_code=country.country_code,
        latitude=country.latitude,
        longitude=country.longitude,
        precision="country",
        geonames_id=country.geonames_id,
        role="implied",
        rule="places/country_cue",
    )


def _town(pairs: list[tuple[Element, Place | None]]) -> tuple[Element | None, Place | None]:
    """The smallest element that is a town or a village; else the part of a town that stands for one."""
    spare: tuple[Element | None, Place | None] = (None, None)
    for number, (element, place) in enumerate(pairs):
        larger = pairs[number + 1 :]
        if element.level == "district" and _in_town(larger, known=place is not None):
            continue
        if element.level in ("country", "province", "district", "water"):
            break
        if element.beside and spare[0] is not None:
            break
        if place is not None and place.kind < Kind.CITY:
            inside = spare[0] is not None and spare[0].level in _INSIDE_TOWNS
            if inside and element.level == "subdistrict" and _is_town(spare[1]):
                return spare
            if place.kind is Kind.DISTRICT and inside and _names_town(element):
                return element, place
            continue
        if place is None and element.level is None and _at_village(larger):
            continue  # "Sirpur Tanda at Lohari village": a part of the village
        if element.level in _PARTS_OF_TOWNS or _is_part_of_town(element, larger):
            between = element.level == "facility" and "-" in element.text
            spare = (element, place) if spare[0] is None and not between else spare
            continue
        if element.level in ("subdistrict", "police_station") and _is_own_place(spare):
            return spare
        return element, place
    return spare


def _is_own_place(part: tuple[Element | None, Place | None]) -> bool:
    """An area, or a camp that is known by its name, is a place within its sub-district."""
    element, place = part
    if element is None:
        return False
    return element.level == "area" or _is_town(place)


def _is_town(place: Place | None) -> bool:
    return place is not None and place.kind is Kind.CITY


def _at_village(larger: list[tuple[Element, Place | None]]) -> bool:
    return bool(larger) and larger[0][0].level == "village" and not larger[0][0].after_comma


def _in_town(larger: list[tuple[Element, Place | None]], known: bool) -> bool:
    """ "Tondo district, Manila", "the unheard-of district of Manila": the next larger place is a town."""
    if not larger or larger[0][0].level not in (None, "town") or (known and not larger[0][0].after_comma):
        return False
    place = larger[0][1]
    return place is not None and place.kind is Kind.CITY and place.population >= _LARGE_TOWN


def _is_part_of_town(element: Element, larger: list[tuple[Element, Place | None]]) -> bool:
    """A quarter of a city, told by a word beside it or by the size of the city that follows."""
    cities = [
        place.population
        for other, place in larger
        if place is not None and place.kind is Kind.CITY
        if other.level in (None, "town") and not other.beside
    ]
    if element.level in ("subdistrict", "police_station"):
        return bool(cities)
    return element.level in (None, "town") and max(cities, default=0) >= _CITY


def _name_of(
    kind: Kind, pairs: list[tuple[Element, Place | None]], known: list[Place], gazetteer: Gazetteer
) -> str | None:
    """The province or district: as resolved, as the parent of something resolved, or as the text has it."""
    level = "province" if kind is Kind.PROVINCE else "district"
    told = [pair for pair in pairs if pair[0].level == level and not pair[0].beside]
    for element, place in told[::-1] or pairs:
        if place is not None and place.kind is kind:
            return place.name if kind is Kind.PROVINCE else _spelling(element, place, gazetteer)
    for element, place in pairs:
        if element.level == level and (place is None or place.kind is Kind.CITY or place.kind < kind):
            return element.text
    for place in reversed(_around_it(pairs) or known):
        parent = place.province if kind is Kind.PROVINCE else place.district
        if parent:
            return parent
    return _named_alike(pairs[0]) if kind is Kind.DISTRICT else None


def _named_alike(smallest: tuple[Element, Place | None]) -> str | None:
    """The district that bears the name of its town, where the gazetteer does not say what the town lies in;
    none of those that a city is divided into ("Karachi South")."""
    element, town = smallest
    if town is None or town.kind is not Kind.CITY or element.beside:
        return None
    areas = (m.place for m in element.matches if m.primary and m.place.kind is Kind.DISTRICT)
    around = (area.name for area in areas if area.province_index == town.province_index >= 0)
    return next((name for name in around if not name.startswith(f"{element.text} ")), None)


def _around_it(pairs: list[tuple[Element, Place | None]]) -> list[Place]:
    """The known places of a chain up to the one that the others lie beside."""
    inside = takewhile(lambda pair: not pair[0].beside, pairs)
    return [place for _, place in inside if place is not None]


def _spelling(element: Element, place: Place | None, gazetteer: Gazetteer) -> str:
    """The overlay's name, else the text's own spelling: GeoNames transliterates as no paper does."""
    if place is not None and gazetteer.is_overlaid(place):
        return place.name
    shouted = element.text.isupper() and len(element.text) > 3
    return place.name if place is not None and shouted else element.text


def _place_name(
    element: Element | None, place: Place | None, town: Place | None, gazetteer: Gazetteer
) -> str | None:
    """The town's name: of the town itself, or of the one that a known quarter is a part of."""
    if town is not None and place is not None and town.index != place.index:
        return town.name
    return _spelling(element, place, gazetteer) if element is not None else None


def _full_name(element: Element, place: Place | None) -> str:
    return place.name if place is not None and element.level in (None, "country") else element.text


def _precision(
    smallest: Place | None, exact: bool, town: Element | None, district: str | None
) -> LocationPrecision:
    if smallest is None:
        return "near" if town else "country"
    if town is None and smallest.kind is Kind.CITY:
        return "district" if district else "province"  # a district known by its town alone
    if town is not None and not (exact and smallest.kind is Kind.CITY):
        return "near"
    return _PRECISION[smallest.kind]
