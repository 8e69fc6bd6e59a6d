"""Putting together what several words of an event say of one actor."""

from __future__ import annotations

from extractor.records import Actor

_BLAME = ("blamed", "suspected")


def add_actor(found: list[Actor], actor: Actor) -> None:
    """Add an actor unless it is there already; who did it is more than who took part."""
    for i, known in enumerate(found):
        same = known.id == actor.id if actor.id or known.id else _same_words(known, actor)
        if same:
            if known.role == "participant" and actor.role == "perpetrator":
                found[i] = actor
            return
    found.append(actor)


def _same_words(one: Actor, other: Actor) -> bool:
    return (one.text or "").lower() == (other.text or "").lower()


def name_unnamed(found: list[Actor], member: Actor) -> None:
    """ "The militants belonged to the LeT": the unnamed ones told of before are of that group."""
    unnamed = [actor for actor in found if actor.id is None and actor.kind == "armed_group"]
    others = [actor for actor in found if actor not in unnamed]
    found[:] = others
    for actor in unnamed:
        add_actor(found, actor.model_copy(update={"id": member.id, "name": member.name}))


def apply_claim(found: list[Actor], actor: Actor) -> None:
    """A claim changes the attribution of an actor that is there already, or adds one.

    A denial leaves the blame of others as it stands.
    """
    order = {"stated": 0, "suspected": 1, "blamed": 2, "claimed": 3, "denied": 4}
    for i, known in enumerate(found):
        if known.id == actor.id and (actor.id or _same_words(known, actor)):
            if actor.attribution == "denied" and known.attribution in _BLAME:
                found[i] = known.model_copy(update={"denies": True})
            elif order[actor.attribution] > order[known.attribution]:
                found[i] = known.model_copy(update={"attribution": actor.attribution})
            return
    found.append(actor)
