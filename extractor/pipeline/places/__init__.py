"""Where: place names read, joined to chains and resolved by the gazetteer."""

from extractor.pipeline.places.areas import areas_differ, lies_in
from extractor.pipeline.places.choice import choose_location
from extractor.pipeline.places.completing import completed
from extractor.pipeline.places.component import PlacesComponent, load_places
from extractor.pipeline.places.items import item_of

__all__ = [
    "PlacesComponent",
    "areas_differ",
    "choose_location",
    "completed",
    "item_of",
    "lies_in",
    "load_places",
]
