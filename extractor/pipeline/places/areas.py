"""Whether two places lie apart, or one in the other."""

from __future__ import annotations

from extractor.gazetteer import name_key
from extractor.pipeline.mentions import PlaceMention
from extractor.pipeline.places.distance import kilometres

# Two places nearer to each other than this can be one scene: a village and the town it lies by.
_ONE_SCENE_KM = 12.0
# What only is of a place, or comes from there.
_LOOSE = ("", "of", "from", "between")


def areas_differ(a: PlaceMention | None, b: PlaceMention | None) -> bool:
    """True for places in different countries, provinces or districts."""
    if a is None or b is None:
        return False
    for level in ("country_code", "province", "district"):
        x, y = getattr(a, level), getattr(b, level)
        if x and y and x != y:
            return True
    return False


def lies_in(place: PlaceMention, area: PlaceMention | None) -> bool:
    """True for a town or village that can lie in an area of which no place is named."""
    if area is None or area.place is not None or place.place is None:
        return False
    return place.preposition not in _LOOSE and not areas_differ(place, area)


def scenes_differ(a: PlaceMention, b: PlaceMention) -> bool:
    """True for two named places that are not one within the other, and not side by side."""
    if a.place is None or b.place is None:
        return False
    if names_of(a) & {name_key(b.place)} or names_of(b) & {name_key(a.place)}:
        return False
    return _apart(a, b) > _ONE_SCENE_KM


def names_of(place: PlaceMention) -> set[str]:
    """What a place and the areas that it lies in are called."""
    return {name_key(name) for name in (place.place, place.around, place.district, place.province) if name}


def _apart(a: PlaceMention, b: PlaceMention) -> float:
    """How many kilometres two places lie apart; any number where that is not known, as of two quarters of one
    town."""
    between = kilometres(a, b) if a.known and b.known else None
    return float("inf") if between is None else between
