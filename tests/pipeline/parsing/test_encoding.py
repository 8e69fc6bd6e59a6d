"""The layers over neighbouring words, worked out in one go: the same numbers but for the last bits."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest
from thinc.api import Model, NumpyOps

from extractor.pipeline.parsing.encoding import encode_in_one_go
from extractor.pipeline.parsing.model import DEFAULT_MODEL

WIDTH = 96


@pytest.fixture(scope="module")
def layers() -> tuple[Model[Any, Any], Model[Any, Any]]:
    """The layers of the model as it comes, and those that stand in for them."""
    both = [import_module(DEFAULT_MODEL).load().get_pipe("tok2vec").model for _ in range(2)]
    for tok2vec in both:
        for layer in tok2vec.walk():
            layer.ops = NumpyOps(use_blis=False)
    encode_in_one_go(both[1])
    return both[0].layers[-1], both[1].layers[-1]


@pytest.mark.parametrize(
    "lengths", [[1], [2], [17], [300], [1, 1, 1], [5, 40, 2], [0], [0, 3], [3, 0, 4], list(range(1, 64))]
)
def test_the_rows_are_those_of_the_model(
    layers: tuple[Model[Any, Any], Model[Any, Any]], lengths: list[int]
) -> None:
    numbers = np.random.default_rng(len(lengths))
    rows = [numbers.standard_normal((length, WIDTH)).astype("float32") for length in lengths]
    own, in_one_go = (layer.predict(rows) for layer in layers)
    assert [each.shape for each in in_one_go] == [each.shape for each in rows]
    assert all(np.allclose(a, b, rtol=1e-4, atol=1e-4) for a, b in zip(own, in_one_go, strict=True))


def test_the_layers_are_replaced(layers: tuple[Model[Any, Any], Model[Any, Any]]) -> None:
    assert [layer.layers[0].name == "encode_in_one_go" for layer in layers] == [False, True]


def test_a_model_built_otherwise_stays_as_it_is() -> None:
    other = Model("another", lambda model, rows, is_train: (rows, None), layers=[])
    encode_in_one_go(other)
    assert other.layers == []
