"""The steps of spaCy's greedy parser, called one by one and for many sentences at once.

spaCy's own loop lets go of the interpreter's lock before its first step and then has to ask for it back
several times a step, which is half of what parsing costs. The same functions of spaCy, called from here
with the lock held, take the same steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from spacy.pipeline import DependencyParser
from spacy.tokens import Doc
from spacy.util import minibatch


def with_lock_held(component: Any) -> Any:
    """The component, or one that does the same in less time where it is a parser that works greedily."""
    is_greedy = isinstance(component, DependencyParser) and component.cfg["beam_width"] == 1
    return SteppingParser(component) if is_greedy else component


class SteppingParser:
    """A dependency parser of spaCy that takes a step for all sentences of a batch, then the next."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser

    def pipe(self, stream: Iterable[Doc], batch_size: int) -> Iterator[Doc]:
        """Parse Docs in batches, in order."""
        for batch in minibatch(stream, batch_size):
            docs = list(batch)
            self._parse(docs)
            yield from docs

    def _parse(self, docs: Sequence[Doc]) -> None:
        parser = self._parser
        parses = parser.moves.init_batch(docs)
        model = parser.model.predict(docs)
        unfinished = [parse for parse in parses if not parse.is_final()]
        while unfinished:
            unfinished = parser.transition_states(unfinished, model.predict(unfinished))
        model.clear_memory()
        parser.set_annotations(docs, parses)
