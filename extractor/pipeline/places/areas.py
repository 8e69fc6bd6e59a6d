"""Whether two places lie apart, or one in the other."""

from __future__ import annotations

from extractor.pipeline.mentions import PlaceMention

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
