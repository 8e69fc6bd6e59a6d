"""The first layer of the statistical model, worked out once for each word and not for each token.

What that layer makes of a token hangs on the word and on whether a blank follows it, on nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ORTH, SPACY  # type: ignore[import-not-found]
from spacy.tokens import Doc
from thinc.api import Model

Rows = NDArray[np.float32]
_Layer = Model[Any, Any]
# Words are worked out so many at a time, no more and no fewer: the number of rows that are multiplied
# together decides about their last bits, and those may not hang on what was read before.
_AT_ONCE = 64
# So many words are known at most, which takes about 40 MB; then all are forgotten.
_MOST_WORDS = 100_000


def embed_words_once(tok2vec: _Layer) -> None:
    """Put a memory of words in the place of a tok2vec model's first layer, if it looks at words alone."""
    first = tok2vec.layers[0] if tok2vec.layers else None
    if first is not None and first.layers and first.layers[0].name == "extract_features":
        tok2vec.layers[0] = Model("embed_words_once", _forward, attrs={"words": KnownWords(first)})


def _forward(model: _Layer, docs: Sequence[Doc], is_train: bool) -> tuple[list[Rows], Callable[[Any], Any]]:
    def backprop(_: Any) -> Any:
        raise NotImplementedError("the model is used as it is, and not trained")

    return model.attrs["words"].rows_of(docs), backprop


class KnownWords:
    """The rows of the words read so far, one for each word with a blank after it and one without."""

    def __init__(self, layer: _Layer) -> None:
        self._layer = layer
        self._position: dict[int, int] = {}
        self._rows: Rows = np.empty((0, 0), dtype="float32")

    def rows_of(self, docs: Sequence[Doc]) -> list[Rows]:
        """The row of each token of each Doc."""
        keys = [_keys(doc) for doc in docs]
        unknown = self._unknown(docs, keys)
        if len(self._position) + len(unknown) > _MOST_WORDS:
            self._position.clear()
            unknown = self._unknown(docs, keys)
        self._learn(unknown)
        return [self._rows[[self._position[key] for key in of_doc]] for of_doc in keys]

    def _unknown(self, docs: Sequence[Doc], keys: Sequence[list[int]]) -> dict[int, tuple[Doc, int]]:
        """Where each word that is not known yet stands first, or last."""
        return {
            key: (doc, i)
            for doc, of_doc in zip(docs, keys, strict=True)
            for i, key in enumerate(of_doc)
            if key not in self._position
        }

    def _learn(self, unknown: dict[int, tuple[Doc, int]]) -> None:
        waiting = list(unknown.items())
        while waiting:
            portion, waiting = waiting[:_AT_ONCE], waiting[_AT_ONCE:]
            rows = self._work_out([where for _, where in portion])
            if len(self._rows) < len(rows):
                self._rows = np.empty((_MOST_WORDS + _AT_ONCE, rows.shape[1]), dtype=rows.dtype)
            first = len(self._position)
            self._rows[first : first + len(rows)] = rows
            self._position.update((key, first + i) for i, (key, _) in enumerate(portion))

    def _work_out(self, places: list[tuple[Doc, int]]) -> Rows:
        """The rows of some words, and of enough others to be as many as are worked out at once."""
        places += places[:1] * (_AT_ONCE - len(places))
        words = [doc[i].text for doc, i in places]
        spaces = [bool(doc[i].whitespace_) for doc, i in places]
        rows: Rows = self._layer.predict([Doc(places[0][0].vocab, words=words, spaces=spaces)])[0]
        return rows


def _keys(doc: Doc) -> list[int]:
    values = doc.to_array([ORTH, SPACY])
    keys: list[int] = np.bitwise_xor(values[:, 0], values[:, 1]).tolist()
    return keys
