"""Where the model joins the beginning of a clause to the object before it, or parts what is one phrase."""

from __future__ import annotations

from extractor.pipeline.sentences import Sentence

_NOUNS = frozenset({"NN", "NNS"})
_VERBS = frozenset({"VBD", "VBN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_ONE_ONLY = frozenset({"nsubj", "nsubjpass", "dobj"})
_COUNTED = frozenset({"CD", "DT"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WITHIN_PHRASE = frozenset({"pobj", "prep"})


def find_verb(sentence: Sentence) -> None:
    """ "Rebels from the Red Front hacked to death at least nine farmers", "drone strikes killed four": the
    verb of a sentence in which the model sees none, but a participle, or an auxiliary for its subject."""
    for i, label in enumerate(sentence.deps):
        if label == "auxpass" and sentence.tags[i] in _NOUNS:
            sentence.deps[i], sentence.tags[sentence.heads[i]] = "nsubj", "VBD"
    if not _FINITE.isdisjoint(sentence.tags):
        return
    verb = next((i for i, label in enumerate(sentence.deps) if label == "acl"), None)
    if verb is None or sentence.tags[verb] != "VBN":
        return
    root = next(i for i, head in enumerate(sentence.heads) if head == i)
    first = sentence.heads[verb]
    while sentence.deps[first] in _WITHIN_PHRASE:
        first = sentence.heads[first]
    own = any(sentence.deps[c] == "dobj" for c in sentence.children[verb])
    torn = root > verb and sentence.tags[root] in _NOUNS and sentence.deps[first] == "nsubj"
    if first > verb or sentence.heads[verb] == first or not (own or torn):
        return
    _hang(sentence, verb, verb, "ROOT")
    sentence.tags[verb] = "VBD"
    _hang(sentence, first, verb, "nsubj")
    if root != first:
        _hang(sentence, root, verb, "dobj")


def _hang(sentence: Sentence, word: int, head: int, label: str) -> None:
    """Hang a word on another one; on itself, where it is the root."""
    above = sentence.heads[word]
    if above != word:
        sentence.children[above].remove(word)
    sentence.heads[word], sentence.deps[word] = head, label
    if head != word:
        sentence.children[head] = sorted([*sentence.children[head], word])


def join_names(sentence: Sentence) -> None:
    """ "A woman Maoist was killed": two nouns side by side that the model takes for two subjects, or two
    objects, are one."""
    for i in range(len(sentence.deps) - 1):
        same = sentence.deps[i] == sentence.deps[i + 1] and sentence.heads[i] == sentence.heads[i + 1]
        if not same or sentence.deps[i] not in _ONE_ONLY or sentence.tags[i] != "NN":
            continue
        own = sentence.children[i]
        for c in (*own, i):
            sentence.heads[c] = i + 1
        sentence.children[sentence.heads[i + 1]].remove(i)
        sentence.children[i + 1] = [*own, i, *sentence.children[i + 1]]
        sentence.children[i], sentence.deps[i] = [], "compound"


def join_objects(sentence: Sentence) -> None:
    """ "Killed a mayor and three of his guards": a number that the model joins to the verb is joined to its
    object, where "and" and no verb stand between."""
    for i, label in enumerate(sentence.deps):
        verb = sentence.heads[i]
        if label != "conj" or sentence.tags[i] != "CD" or not sentence.tags[verb].startswith("VB"):
            continue
        objects = [c for c in sentence.children[verb] if sentence.deps[c] == "dobj" and verb < c < i]
        if len(objects) != 1 or sentence.lower[i - 1] != "and":
            continue
        if i + 1 < len(sentence) and sentence.tags[i + 1] not in ("IN", "NNS", ".", ","):
            continue  # "leaving one dead and one wounded"
        for c in (i - 1, i):
            if sentence.heads[c] == verb:
                sentence.children[verb].remove(c)
                sentence.heads[c] = objects[0]
                sentence.children[objects[0]].append(c)


def part_clauses(sentence: Sentence) -> None:
    """ "Police arrested nine men and one officer was hurt": the officer is who was hurt, and nobody arrested.

    That is where "and" and a counted noun stand right before a verb without a subject, which the model joins
    to the verb whose object it takes the noun for.
    """
    for verb, label in enumerate(sentence.deps):
        if label != "conj" or sentence.tags[verb] not in _VERBS:
            continue
        own = {sentence.deps[c]: c for c in reversed(sentence.children[verb])}
        if not _SUBJECTS.isdisjoint(own):
            continue
        noun = min((own[label] for label in _AUXILIARIES & own.keys()), default=verb) - 1
        if noun > 0 and _begins_clause(sentence, noun, sentence.heads[verb]):
            sentence.children[sentence.heads[noun]].remove(noun)
            sentence.heads[noun] = verb
            sentence.deps[noun] = "nsubjpass" if "auxpass" in own else "nsubj"
            sentence.children[verb].insert(0, noun)


def _begins_clause(sentence: Sentence, noun: int, verb: int) -> bool:
    """Whether the noun is the last of a list that the verb has for its object, counted, and after "and"."""
    if sentence.tags[noun] not in _NOUNS or sentence.deps[noun] != "conj":
        return False
    first = sentence.heads[noun]
    while sentence.deps[first] == "conj" and sentence.tags[first] in _NOUNS:
        first = sentence.heads[first]
    left = noun
    while left and sentence.heads[left - 1] == noun and sentence.deps[left - 1] != "cc":
        left -= 1
    joined = left > 1 and sentence.lower[left - 1] == "and"
    return (
        joined
        and sentence.tags[left] in _COUNTED
        and (sentence.deps[first], sentence.heads[first]) == ("dobj", verb)
    )
