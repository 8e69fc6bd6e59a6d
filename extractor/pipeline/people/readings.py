"""The parsed sentences of a Doc, each with what the earlier steps found in it."""

from __future__ import annotations

from spacy.tokens import Doc

from extractor.lexicon.lexicon import NAME_LAYERS
from extractor.pipeline.mentions import DateMention, NameMention, PlaceMention
from extractor.pipeline.notes import noted
from extractor.pipeline.people.reading import Reading


def readings(doc: Doc) -> dict[int, Reading]:
    """A Reading for every parsed sentence, by sentence number."""
    found = {s.index: Reading(s) for s in noted(doc).sentences if s.parsed}
    if not found:
        return found
    by_position = noted(doc).sentence_of
    for mention in noted(doc).names:
        reading = found.get(by_position[mention.start])
        if reading is not None:
            _place(reading, mention)
    for place in noted(doc).places:
        if not place.known and not place.preposition:
            continue  # a name that no gazetteer knows and that nothing makes a place may be a person's
        reading = found.get(by_position[place.start])
        if reading is not None:
            reading.places.update(_positions(reading, place))
            _take_for_place(reading, place)
    for date in noted(doc).dates:
        reading = found.get(by_position[date.start])
        if reading is not None:
            reading.dates.update(_positions(reading, date))
    return found


def _take_for_place(reading: Reading, place: PlaceMention) -> None:
    """ "A blast at Tank": a town, not what its name means."""
    positions = _positions(reading, place)
    thing = reading.targets.get(positions[0])
    is_name = thing is not None and (thing.start, thing.end) == (place.start, place.end)
    if is_name and place.known and reading.sentence.words[positions[0]].istitle():
        for i in positions:
            del reading.targets[i]


def _positions(reading: Reading, mention: PlaceMention | DateMention) -> range:
    first = reading.sentence.start
    return range(mention.start - first, mention.end - first)


def _place(reading: Reading, mention: NameMention) -> None:
    first = reading.sentence.start
    span = range(mention.start - first, min(mention.end, reading.sentence.end) - first)
    if mention.layer in NAME_LAYERS:
        reading.names.update(dict.fromkeys(span, mention))
    elif mention.layer in ("targets", "weapons", "goods"):
        getattr(reading, mention.layer).update(dict.fromkeys(span, mention))
    elif mention.layer == "demonyms":
        reading.countries.update(dict.fromkeys(span, mention))
    else:
        reading.cues.append(mention)
