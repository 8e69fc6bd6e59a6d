"""What the words for an event must be about: goods that were seized, places that were taken, and a strike
that itself did the harm."""

from __future__ import annotations

from extractor.lexicon.entries import AttackType
from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.people.reading import NOUN_TAGS, Reading

_PLURALS = (["NNS"], ["NNPS"])
# So near after "left" stands what became of people: "left at least 12 civilians dead".
_LEFT_DEAD = 12
_ARMED_KINDS = ("armed_group", "criminal_group", "state_force")
_CLAUSES = ("advcl", "conj", "xcomp", "ccomp")


def has_what_it_needs(
    reading: Reading, lexicon: Lexicon, attack: AttackType, form: str, start: int, end: int, tail: int
) -> bool:
    """Whether the words from `start` to `end`, and on to `tail`, stand with what their type needs; `form` is
    that of the pattern, "verb" or "noun"."""
    if form == "verb" and tail - start == 1 and reading.lower[start] in lexicon.words["fighting_verbs"]:
        return _faces_a_side(reading, lexicon, start)
    if attack.needs == "goods":
        return _has_goods(reading, lexicon, start, end)
    if attack.family == "territory" and _is_elsewhere(reading, lexicon, end, tail - 1):
        return False  # "seized rifles in a village"
    if attack.family == "territory" and form == "verb" and _is_of_people(reading, lexicon, start):
        return False  # "recaptured four prisoners"
    if attack.needs == "place":
        return _has_place(reading, start, end, tail)
    if attack.needs == "doer" and form == "verb" and not reading.is_verb(start):
        nouns = range(start, min(end, tail - 1))
        return reading.is_verb(tail - 1) and any(_did(reading, noun, tail - 1) for noun in nouns)
    if attack.needs == "doer" and end - start == 1:
        return _is_of_arms(reading, lexicon, start)
    return True


def _is_of_arms(reading: Reading, lexicon: Lexicon, noun: int) -> bool:
    """True for the strike of "a strike on Khar", "Kenyan strikes", "the army's strike" and "strikes left two
    dead"; false for that of workers."""
    beside = reading.children[noun]
    if reading.tags[noun] not in NOUN_TAGS or any(_is_kind_of_strike(reading, lexicon, c) for c in beside):
        return False
    if noun in reading.names or any(c in reading.names or _is_force(reading, lexicon, c) for c in beside):
        return True
    known = (reading.places, reading.targets, reading.names, reading.countries)
    struck = reading.prepositional(noun, *lexicon.words["struck_by_arms"])
    if any(i not in reading.dates and any(i in table for table in known) for i in struck):
        return True
    verb = reading.heads[noun]
    left = reading.deps[noun] == "nsubj" and reading.lower[verb] in lexicon.words["leaving"]
    return left and not lexicon.words["left_dead"].isdisjoint(reading.lower[verb : verb + _LEFT_DEAD])


def _is_kind_of_strike(reading: Reading, lexicon: Lexicon, i: int) -> bool:
    """True of the words that stand before a "hunger" or a "general" strike."""
    kind = reading.deps[i] == "compound" and reading.tags[i] == "NN" and i not in reading.names
    return kind or reading.lower[i] in lexicon.words["downing_tools"]


def _is_force(reading: Reading, lexicon: Lexicon, i: int) -> bool:
    word = reading.targets.get(i)
    return word is not None and lexicon.targets[word.entry].actor_kind == "state_force"


def _did(reading: Reading, noun: int, verb: int) -> bool:
    """True for the strike of "a strike killed", "a strike that killed", "a strike hit a house, killing", but
    for no "lightning strike": its kind is another's."""
    if any(reading.deps[c] == "compound" and reading.tags[c] == "NN" for c in reading.children[noun]):
        return False
    while noun not in reading.subjects(verb):
        label, up = reading.deps[verb], reading.heads[verb]
        if label in ("relcl", "acl"):
            return up == noun
        if label not in _CLAUSES or reading.subjects(verb):
            return False
        verb = up
    return all(other == noun or reading.deps[other] == "conj" for other in reading.subjects(verb))


def _is_elsewhere(reading: Reading, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether the words between a verb and a place say that something in or of it is the object."""
    if not lexicon.words["before_place"].isdisjoint(reading.lower[start:end]):
        return True
    land = lexicon.words["stretch_of_land"]
    return any(
        reading.lower[i] == "of" and reading.lower[i - 1] not in land and i - 1 not in reading.places
        for i in range(start, end)
    )


def _faces_a_side(reading: Reading, lexicon: Lexicon, verb: int) -> bool:
    """True of "the KNLA fought the army", "Taliban and ISKP fought", "rival militias fought": of a fight that
    took place between armed sides, not of "fought the fire", "troops sent to fight rebels"."""
    if reading.tags[verb] != "VBD" or reading.deps[verb] == "relcl":
        return False
    faced = (*reading.objects(verb), *reading.prepositional(verb, "with", "against"))
    if any(_bears_arms(reading, lexicon, i) for i in faced):
        return True
    sides = [i for i in reading.subjects(verb) if _bears_arms(reading, lexicon, i)]
    rivals = lexicon.words["rival"]
    told_as_rivals = any(reading.lower[c] in rivals for i in sides for c in (i, *reading.children[i]))
    return len(sides) > 1 or told_as_rivals


def _bears_arms(reading: Reading, lexicon: Lexicon, i: int) -> bool:
    """True of groups and forces that are named, and of words such as "militias" and "troops"."""
    name, word = reading.names.get(i), reading.targets.get(i)
    if name is not None and name.layer in ("groups", "forces"):
        return True
    return word is not None and lexicon.targets[word.entry].actor_kind in _ARMED_KINDS


def _is_of_people(reading: Reading, lexicon: Lexicon, verb: int) -> bool:
    """Whether those whom a verb is about are people, and people alone."""
    if not reading.is_verb(verb) or reading.lower[verb] not in lexicon.words["recapturing"]:
        return False
    about = reading.subjects(verb) if reading.is_passive(verb) else reading.objects(verb)
    whole = (next(iter(reading.prepositional(i, "of")), i) if reading.tags[i] == "CD" else i for i in about)
    words = [reading.targets.get(i) for i in whole]
    return bool(words) and all(w is not None and lexicon.targets[w.entry].kind == "person" for w in words)


def _has_goods(reading: Reading, lexicon: Lexicon, start: int, end: int) -> bool:
    """Weapons or other goods as the object right after, or as the subject right before."""
    after = range(end, min(len(reading), end + 14))
    before = range(max(0, start - 14), start)
    verb = next((i for i in range(start, end) if reading.is_verb(i)), None)
    subjects = reading.subjects(verb) if verb is not None else ()
    told = (i for i in (*after, *before, *subjects) if not _tells_of_wounds(reading, lexicon, i))
    return any(i in reading.weapons or i in reading.goods for i in told)


def _tells_of_wounds(reading: Reading, lexicon: Lexicon, i: int) -> bool:
    """True for the bullets of "a bullet-riddled body", "bullet wounds" and "bullet marks"."""
    above = reading.lower[reading.heads[i]]
    told = above in lexicon.words["wounds"] or above in lexicon.words["traces_of_shots"]
    return told or reading.deps[i] == "npadvmod"


def _has_place(reading: Reading, start: int, end: int, tail: int) -> bool:
    """Whether a place is what the words are about: "seized Goma", "Goma was overrun", "the fall of Goma",
    "drove the rebels from Goma"."""
    if tail > end:
        about = list(range(tail, min(tail + 2, len(reading))))
    elif not reading.is_verb(start):
        about = list(reading.prepositional(start, "of"))
    else:
        about = reading.subjects(start) if reading.is_passive(start) else reading.objects(start)
        if not about and reading.tags[start] != "VBN" and reading.tags[end : end + 1] == ["NNP"]:
            about = [end, end + 1]  # "took back Bama", which the parse may take for a time
    return any(i in reading.places and i not in reading.names and i not in reading.targets for i in about)


def is_seen_so(reading: Reading, verb: int) -> bool:
    """True for "burning cars" of "showed bodies and burning cars": how they are, not what was done."""
    beside = reading.lower[verb - 1 : verb] == ["and"] and reading.tags[verb - 2 : verb - 1] in _PLURALS
    if reading.tags[verb] != "VBG":
        return False
    seen = reading.deps[verb] in ("advcl", "conj") and beside
    plural = reading.tags[verb + 1 : verb + 2] in _PLURALS
    return reading.deps[verb] == "amod" or (seen and plural)
