"""Did it happen: negation, denial, plans, threats, attempts, hypothesis, and words that only refer back."""

from __future__ import annotations

from extractor.lexicon.lexicon import Lexicon
from extractor.pipeline.drafting.fiction import UNREAL, is_fiction
from extractor.pipeline.people.reading import Reading
from extractor.records import Status

# An event word that stands with it tells of a boiler that burst, not of a bomb.
ACCIDENT = "accident"
# What a cue's group means for the event: a status, or None where the words tell of no event at all.
_STATUS: dict[str, Status | None] = {
    "negated": None,
    "denied": "denied",
    "hypothetical": None,
    "planned": "planned",
    "threatened": "threatened",
    "foiled": "foiled",
    "attempted": "attempted",
    UNREAL: None,
    "unconfirmed": "unconfirmed",
    ACCIDENT: None,
}
REFERRED = "referred"
_MAX_CLIMB = 4
# So many words may stand between "involved in" and what it speaks of.
_REACH = 30
_LEFT_OF_EVENT = ("aux", "neg", "det", "amod", "advmod", "mark", "compound")
_MODAL = ("aux", "amod", "advmod", "mark")
_BEFORE_NOUN = ("compound", "nmod", "poss", "amod")
_HELPING = ("aux", "auxpass")


class StatusReader:
    """Reads the status of a word that tells of an event."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def group(self, reading: Reading, head: int, start: int, *, reference: bool = True) -> str | None:
        """The group of the cue that governs the word at `head` (words from `start`), or None.

        Groups are those of patterns/status, and "referred" for wording that only refers to an event.
        """
        covers = self._covers(reading)
        for c in reading.children[head]:
            if (
                c < head
                and c in covers
                and reading.deps[c] in _LEFT_OF_EVENT
                and covers[c] != ACCIDENT
                and (covers[c] != "hypothetical" or reading.deps[c] in _MODAL)
            ):
                return covers[c]
        if (
            start - 1 in covers
            and reading.deps[start - 1] != "aux"
            and covers[start - 1] in ("planned", "foiled", "attempted", "threatened", "negated")
        ):
            return covers[start - 1]
        if _acts_on_nothing(reading, head, covers):
            return "negated"
        climbed = self._governing(reading, head, covers)
        if climbed in ("planned", "threatened") and self._is_referred(reading, head, start):
            return REFERRED  # "will investigate the murders", "called for an end to the abductions"
        if climbed is not None:
            return climbed
        if self._is_accident(reading, head, covers):
            return ACCIDENT
        if is_fiction(reading, head, covers):
            return UNREAL
        return REFERRED if reference and self._is_referred(reading, head, start) else None

    def _covers(self, reading: Reading) -> dict[int, str]:
        first = reading.sentence.start
        covers: dict[int, str] = {}
        for mention in reading.cues:
            if mention.layer == "status":
                group = self._lexicon.status[mention.entry].group
                if group in _STATUS:
                    covers.update(dict.fromkeys(range(mention.start - first, mention.end - first), group))
        return covers

    def _governing(self, reading: Reading, head: int, covers: dict[int, str]) -> str | None:
        """The cue that the word's governors carry: "threatened to bomb", "plans to attack"."""
        i = head
        for _ in range(_MAX_CLIMB):
            label, up = reading.deps[i], reading.heads[i]
            if up == i:
                return None
            scheme = self._scheme(reading, i)
            if scheme is not None:
                return scheme
            if reading.deps[up] == "prep" and not reading.is_verb(i) and covers.get(up) == "hypothetical":
                return covers[up]  # "the possibility of bombings or kidnappings"
            if label in ("xcomp", "pcomp", "acl", "dobj", "nsubjpass") or (
                label in ("ccomp", "advcl") and "to" in self._own_aux(reading, i)
            ):
                if (
                    up in covers
                    and up < i
                    and (covers[up] not in ("negated", "hypothetical") or label == "xcomp")
                ):
                    return covers[up]
                if label == "nsubjpass" and covers.get(up) in ("foiled", "planned", "denied"):
                    return covers[up]
                own = self._own_cue(reading, up, covers)
                if own is not None and label != "nsubjpass":
                    return own
            elif label == "prep" or label == "pobj":
                if up in covers and covers[up] in ("planned", "foiled", "denied", "threatened") and up < i:
                    return covers[up]
            elif label == "conj" and reading.is_verb(i):
                if reading.tags[i] == "VBD" and reading.tags[up] == "VB":
                    return None  # "tried to kidnap a nun and killed her driver"
                own = self._own_cue(reading, up, covers)
                if own is not None and not any(
                    reading.deps[c] in ("nsubj", "nsubjpass") for c in reading.children[i]
                ):
                    return own
                return None
            elif label == "nsubj" and i in reading.weapons and covers.get(up) == "attempted":
                return covers[up]
            elif label == "nsubj" and i in reading.weapons and self._is_conditional(reading, up, covers):
                return "hypothetical"
            elif label in ("ccomp", "nsubj", "dep", "parataxis", "relcl", "advcl", "appos", "attr"):
                if label == "ccomp" and covers.get(up) == "denied":
                    return "denied"
                if label == "ccomp" and reading.tags[i] == "VB" and covers.get(up) == "hypothetical":
                    return "hypothetical"  # "we cannot let the rebels kill us"
                return None
            i = up
        return None

    def _is_accident(self, reading: Reading, head: int, covers: dict[int, str]) -> bool:
        """True for "a boiler exploded", "a gas cylinder explosion", "an explosion in a coal mine",
        "an earthquake struck the town, killing nine"."""
        if reading.deps[head] in _HELPING:
            head = reading.heads[head]  # "were" of "were missing after their boat capsized"
        if head in reading.weapons:
            return False
        verb = reading.is_verb(head)
        subjects = reading.subjects(head) if verb and not reading.is_passive(head) else []
        if any(s in reading.weapons for s in subjects):
            return False  # "a bomb exploded in a fuel tanker", "shells crashed into a ward"
        if covers.get(head) == ACCIDENT:
            return True
        if any(_tells_accident(reading, s, covers) for s in subjects):
            return True
        # "killed in a fire", but not "fired at a fuel tanker"
        befell = self._lexicon.words["befell_in" if verb else "happened_at"]
        for c in reading.children[head]:
            label = reading.deps[c]
            if label in ("compound", "nmod") and covers.get(c) == ACCIDENT:
                return True
            if label == "prep" and covers.get(c) == ACCIDENT:
                return True  # "after a long illness"
            happened = label in ("prep", "agent") and reading.lower[c] in befell
            if happened and any(covers.get(g) == ACCIDENT for g in reading.children[c]):
                return True
            if label == "advcl" and covers.get(c) == ACCIDENT and _goes_down_by_itself(reading, c, covers):
                return True
        return False

    def _own_cue(self, reading: Reading, verb: int, covers: dict[int, str]) -> str | None:
        for c in reading.children[verb]:
            if c in covers and reading.deps[c] in ("aux", "neg"):
                return covers[c]
        return None

    def _scheme(self, reading: Reading, verb: int) -> str | None:
        """That "kill" is planned in "a plot by exiles to kill the president" and "the plot was to kill him",
        and threatened in "threats by rebels to kill him"."""
        up = reading.heads[verb]
        if "to" not in self._own_aux(reading, verb):
            return None
        nouns = []
        if reading.deps[verb] in ("acl", "relcl"):
            nouns = [up, reading.heads[reading.heads[up]]] if reading.deps[up] == "pobj" else [up]
        if reading.deps[verb] == "xcomp" and reading.tags[up] in ("VBD", "VBZ", "VBP"):
            nouns = reading.subjects(up)
        named = {reading.lower[i] for i in nouns}
        if named & self._lexicon.words["schemes"]:
            return "planned"
        return "threatened" if named & self._lexicon.words["threats"] else None

    def _is_conditional(self, reading: Reading, verb: int, covers: dict[int, str]) -> bool:
        """True for "kills" of "if a car bomb kills a child"."""
        marks = (c for c in reading.children[verb] if reading.deps[c] == "mark")
        return any(covers.get(c) == "hypothetical" for c in marks)

    def _own_aux(self, reading: Reading, verb: int) -> set[str]:
        return {reading.lower[c] for c in reading.children[verb] if reading.deps[c] == "aux"}

    def _has_own_subject(self, reading: Reading, head: int) -> bool:
        """True for "X, wanted in several cases, was arrested": the verb of a clause, not of a reference."""
        if reading.tags[head] == "VBD" and reading.deps[head] == "acl":
            return True  # a past tense is no participle: its subject stands before the reference
        if not reading.is_verb(head) or reading.deps[head] in ("relcl", "acl", "pcomp", "amod"):
            return False
        return any(reading.deps[c] in ("auxpass", "nsubjpass", "nsubj") for c in reading.children[head])

    def _is_referred(self, reading: Reading, head: int, start: int) -> bool:
        """True where the words stand under "in connection with", "accused of", "retaliation for"."""
        first = reading.sentence.start
        nearest = None
        for mention in reading.cues:
            if mention.layer == "discourse" and self._lexicon.discourse[mention.entry].group == REFERRED:
                end = mention.end - first
                if _is_calling(reading, end - 1) or _is_of_group(reading, end):
                    continue
                if end <= start and start - end <= _REACH:
                    nearest = end
                elif mention.start - first <= start < end:
                    return True
        if nearest is None or _begins_anew(reading, start):
            return False
        if self._has_own_subject(reading, head) and not _goes_on_about(reading, head, nearest):
            return False
        return not any(
            reading.is_verb(i) and reading.deps[i] in ("ROOT", "conj", "ccomp", "parataxis")
            for i in range(nearest, start + 1)
            if i != head
        ) and reading.deps[head] not in ("ROOT",)


def _is_calling(reading: Reading, i: int) -> bool:
    """True for the "investigating" of "an investigating officer", which only says what he is."""
    called = reading.tags[i] == "VBG" and reading.deps[i] == "amod"
    return called and reading.heads[i] in reading.targets


def _is_of_group(reading: Reading, after: int) -> bool:
    """True for "rebels linked to Islamic State killed nine": what they are linked to is a group, no deed."""
    named = after + (reading.lower[after : after + 1] == ["the"])
    mention = reading.names.get(named)
    if mention is None or mention.layer != "groups":
        return False
    last = mention.end - 1 - reading.sentence.start
    return reading.deps[last] not in _BEFORE_NOUN  # "linked to the TTP attack"


def _goes_on_about(reading: Reading, head: int, since: int) -> bool:
    """True for "involved in setting off a bomb, in which two were hurt": said of what the reference is to."""
    which = any(reading.tags[g] == "WDT" for c in reading.children[head] for g in reading.children[c])
    return which and reading.heads[head] >= since


def _acts_on_nothing(reading: Reading, head: int, covers: dict[int, str]) -> bool:
    """True for "found no explosives": the verb whose object there is none of."""
    if not reading.is_verb(head):
        return False
    objects = [c for c in reading.children[head] if c > head and reading.deps[c] == "dobj"]
    return any(
        reading.deps[d] == "det" and covers.get(d) == "negated" for o in objects for d in reading.children[o]
    )


def _begins_anew(reading: Reading, start: int) -> bool:
    """True for "X, wanted in several cases, surrendered": the comma closes what refers."""
    return start > 0 and reading.lower[start - 1] == "," and reading.tags[start] in ("VBD", "VBN")


def _tells_accident(reading: Reading, noun: int, covers: dict[int, str]) -> bool:
    """True for "a boiler", "the boiler explosion", "Cyclone Idai"."""
    return covers.get(noun) == ACCIDENT or any(
        covers.get(c) == ACCIDENT for c in reading.children[noun] if reading.deps[c] in ("compound", "nmod")
    )


def _goes_down_by_itself(reading: Reading, verb: int, covers: dict[int, str]) -> bool:
    """True for "died when their helicopter crashed" and "when their van fell into a ravine", false where it
    crashed into people or was hit by a weapon."""
    into = any(
        reading.deps[c] == "prep" and reading.lower[c] == "into" and covers.get(c) != ACCIDENT
        for c in reading.children[verb]
    )
    return not into and not reading.weapons and any(j in reading.targets for j in reading.subjects(verb))


def status_of(group: str | None) -> Status | None:
    """The record's status for a cue group; None means that there is no event to record."""
    if group is None:
        return "occurred"
    return _STATUS.get(group, "occurred")
