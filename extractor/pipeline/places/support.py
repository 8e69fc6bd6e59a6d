"""Whether the text says enough for a name to be taken as a place."""

from __future__ import annotations

from extractor.gazetteer import Kind, Place
from extractor.pipeline.places.context import Context
from extractor.pipeline.places.resolve import Resolved
from extractor.pipeline.places.roles import REACHED, RETAKEN, STRUCK, TAKEN
from extractor.pipeline.places.wording import Wording
from extractor.pipeline.places.words import Words

_BIG = 300_000
_LOCAL = 15_000
_TOWN = 5_000
_SURE = 1.0  # what makes a country more than the guess of the name itself
# A known name of so many words is hardly anything else: "the community center of Dulce Nombre de María".
_TELLING_NAME = 3


def is_supported(resolved: Resolved, context: Context, words: Words, wording: Wording) -> bool:
    """A chain, a preposition, a kind word, a size or the article's country speak for a place."""
    chain = resolved.chain
    head, place = chain.elements[0], resolved.places[0]
    if place is None:
        known_elsewhere = bool(head.matches) and len(chain.elements) == 1 and head.level is None
        placed = wording.has("strong_preposition", chain.preposition)
        return not head.in_name and (placed or not known_elsewhere)
    if head.in_name:
        if head.text.isupper() and not words.shouting:
            return False  # the "KIA" is no town of that name
        sure = context.countries.get(place.country_code, 0.0) >= _SURE
        local = (place.country_code == context.country and sure) or place.population > _BIG
        if head.of_group and place.kind in (Kind.CITY, Kind.DISTRICT):
            return local and not wording.has("homonym", head.text.lower())
        return True
    if chain.role in ("dateline", "distance"):
        return True
    if len(chain.elements) > 1 and any(other is not None for other in resolved.places[1:]):
        return True
    homonym = wording.has("homonym", head.text.lower())
    if head.level is not None and not (homonym and head.level == "facility"):
        return True
    if wording.has("strong_preposition", chain.preposition) or chain.preposition in (TAKEN, RETAKEN):
        known = place.population > _BIG and not wording.has("direction", head.text.lower())
        return not homonym or place.country_code == context.country or (not words.whispering and known)
    if not homonym and _is_where(words, chain.end) and place.population >= _TOWN:
        return True
    if homonym or words.whispering or (place.population < _BIG and head.text.lower() in words.surnames):
        return False
    return _is_assailed(resolved, context, words, wording) or _stands_alone(place, resolved, context)


def _is_where(words: Words, end: int) -> bool:
    """ "From Nyala to Zalingei, where they killed 14": nobody's name goes on with "where"."""
    after = end + (end < len(words) and words.lower[end] == ",")
    return after < len(words) and words.lower[after] == "where"


def _is_assailed(resolved: Resolved, context: Context, words: Words, wording: Wording) -> bool:
    """True for the known name of "gunmen attacked Khar", "a raid on Khar"; a person's is hardly told by one
    word."""
    chain, place = resolved.chain, resolved.places[0]
    if chain.preposition == STRUCK and place is not None and place.population > _TOWN:
        return True
    if chain.preposition not in (REACHED, STRUCK):
        return False
    main = _is_main_name(resolved)
    if chain.preposition == STRUCK:
        return main and place is not None and place.country_code == context.country
    doer = _doer(words, chain.start, wording)
    if wording.has("from_afar", doer):  # what jets hit is a place or a thing, however it is spelt
        return main or (place is not None and place.population > _TOWN)
    return main and (wording.has("actor", doer) or wording.has("assailant", doer))


def _doer(words: Words, start: int, wording: Wording) -> str:
    """The word before the verb of "jets have again hit Khar"; empty where there is none."""
    verb = start - (2 if words.lower[start - 1] == "the" else 1)
    doer = verb - 1
    while doer > 0 and wording.has("before_verb", words.lower[doer]):
        doer -= 1
    return words.lower[doer] if doer >= 0 and verb > 0 else ""


def _is_main_name(resolved: Resolved) -> bool:
    """Whether the text calls the first place by its own name, not by another one."""
    place, matches = resolved.places[0], resolved.chain.elements[0].matches
    return place is not None and any(m.primary and m.place.index == place.index for m in matches)


def _stands_alone(place: Place, resolved: Resolved, context: Context) -> bool:
    """Whether the bare name is enough."""
    if place.kind is Kind.COUNTRY:
        return True
    if not _is_main_name(resolved):
        return False
    local = place.country_code == context.country
    if place.kind in (Kind.PROVINCE, Kind.DISTRICT):
        return local or place.population > _BIG
    if local and len(resolved.chain.elements[0].text.split()) >= _TELLING_NAME:
        return True
    return place.population > (_LOCAL if local else _BIG)
