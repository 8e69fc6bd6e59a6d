"""Where: place names read, joined to chains and resolved by the gazetteer."""

from extractor.pipeline.places.areas import areas_differ, names_of, scenes_differ
from extractor.pipeline.places.choice import choose_location, finer_location
from extractor.pipeline.places.completing import completed
from extractor.pipeline.places.component import PlacesComponent, load_places
from extractor.pipeline.places.items import item_of

__all__ = [
    "PlacesComponent",
    "areas_differ",
    "choose_location",
    "completed",
    "finer_location",
    "item_of",
    "load_places",
    "names_of",
    "scenes_differ",
]
