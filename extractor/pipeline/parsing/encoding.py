"""The layers of the statistical model that see a word among its neighbours, in one go over the words.

The result is that of the model's own layers but for the last bits, with fewer passes over the numbers
and nothing kept for training.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Rows = NDArray[np.float32]
_Layer = Model[Any, Any]
_NAME = "residual(expand_window>>maxout>>layernorm>>dropout)"
_NEIGHBOURS = 1  # words on either side that a layer sees
_LITTLE = 1e-8  # what the model's layers add to a variance


def encode_in_one_go(tok2vec: _Layer) -> None:
    """Put one layer in the place of all that see neighbours, where a model is built as we know it."""
    for layer in tok2vec.walk():
        inner = layer.layers[0] if layer.name.startswith("with_array") and layer.layers else None
        steps = inner.layers if inner is not None else []
        if steps and all(map(_is_known, steps)):
            convolutions = [_Convolution.of(step) for step in steps]
            layer.layers[0] = Model("encode_in_one_go", _forward, attrs={"convolutions": convolutions})


def _is_known(layer: _Layer) -> bool:
    window = next((part for part in layer.walk() if part.name == "expand_window"), None)
    return layer.name == _NAME and window is not None and window.attrs["window_size"] == _NEIGHBOURS


def _forward(model: _Layer, rows: Rows, is_train: bool) -> tuple[Rows, Callable[[Any], Any]]:
    def backprop(_: Any) -> Any:
        raise NotImplementedError("the model is used as it is, and not trained")

    for convolution in model.attrs["convolutions"]:
        rows = convolution.added_to(rows)
    return rows, backprop


@dataclass(frozen=True, slots=True)
class _Convolution:
    """A layer that adds to the row of each word what it makes of the word and its neighbours.

    The columns of `weights` are the pieces of which the greatest counts, one piece after the other.
    """

    weights: Rows
    bias: Rows
    gain: Rows
    shift: Rows

    @classmethod
    def of(cls, layer: Any) -> _Convolution:
        """One with the weights of a layer of the model."""
        maxout = next(part for part in layer.walk() if part.name == "maxout")
        norm = next(part for part in layer.walk() if part.name == "layernorm")
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        return cls(
            np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)),
            np.ascontiguousarray(bias.T.reshape(-1)),
            norm.get_param("G"),
            norm.get_param("b"),
        )

    def added_to(self, rows: Rows) -> Rows:
        """The rows with what the layer makes of them."""
        made = _with_neighbours(rows) @ self.weights
        made += self.bias
        best = _greatest(np.split(made, made.shape[1] // rows.shape[1], axis=1))
        width = best.shape[1]
        best -= (np.einsum("ij->i", best) / width)[:, None]
        spread = np.einsum("ij,ij->i", best, best) / width + _LITTLE
        best *= (1.0 / np.sqrt(spread))[:, None]
        best *= self.gain
        best += self.shift
        best += rows
        return best


def _with_neighbours(rows: Rows) -> Rows:
    """Each row between the one before it and the one after it; beyond the ends stand zeros."""
    count, width = rows.shape
    seen = np.empty((count, 3 * width), dtype=rows.dtype)
    seen[:1, :width] = 0
    seen[1:, :width] = rows[:-1]
    seen[:, width : 2 * width] = rows
    seen[:-1, 2 * width :] = rows[1:]
    seen[-1:, 2 * width :] = 0
    return seen


def _greatest(pieces: Sequence[Rows]) -> Rows:
    best = np.maximum(pieces[0], pieces[1])
    for piece in pieces[2:]:
        np.maximum(best, piece, out=best)
    return best
