"""The pairing with the greatest total weight."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.scoring.assignment import best_pairs


@pytest.mark.parametrize(
    ("weights", "pairs"),
    [
        ([], []),
        ([[]], []),
        ([[0.0]], []),
        ([[2.0]], [(0, 0)]),
        ([[5.0, 4.0], [4.0, 0.0]], [(0, 1), (1, 0)]),
        ([[1.0], [3.0]], [(1, 0)]),
        ([[1.0, 3.0, 2.0]], [(0, 1)]),
    ],
)
def test_best_pairs(weights, pairs):
    assert best_pairs(weights) == pairs


@given(
    st.integers(1, 4).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(0, 9).map(float), min_size=columns, max_size=columns), min_size=1, max_size=4
        )
    )
)
def test_no_other_pairing_weighs_more(weights):
    pairs = best_pairs(weights)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    square = max(len(weights), len(weights[0]))
    padded = [[*row, *[0.0] * (square - len(row))] for row in weights]
    padded += [[0.0] * square] * (square - len(weights))
    best = max(
        sum(padded[row][column] for row, column in enumerate(order)) for order in permutations(range(square))
    )
    assert sum(weights[row][column] for row, column in pairs) == best
