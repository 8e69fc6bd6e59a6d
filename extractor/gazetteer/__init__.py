"""Place names to places: GeoNames data of the installed packages under the overlays of patterns/districts."""

from extractor.gazetteer.index import Gazetteer
from extractor.gazetteer.model import Kind, NameMatch, Place
from extractor.gazetteer.normalise import name_key

__all__ = ["Gazetteer", "Kind", "NameMatch", "Place", "name_key"]
