"""Whether two places lie apart."""

from __future__ import annotations

from extractor.pipeline.mentions import PlaceMention


def areas_differ(a: PlaceMention | None, b: PlaceMention | None) -> bool:
    """True for places in different countries, provinces or districts."""
    if a is None or b is None:
        return False
    for level in ("country_code", "province", "district"):
        x, y = getattr(a, level), getattr(b, level)
        if x and y and x != y:
            return True
    return False
