"""The one-to-one pairing of rows and columns with the greatest total weight."""

from __future__ import annotations

from collections.abc import Sequence


def best_pairs(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column) of the assignment with the greatest sum, without those of weight 0 or less.

    The Hungarian method, cubic in the greater side; an article has few events. Ties go to the first
    rows and columns, so the answer is the same on every machine.
    """
    rows, columns = len(weights), len(weights[0]) if weights else 0
    size = max(rows, columns)
    if not rows or not columns:
        return []
    costs = [
        [
            -max(0.0, weights[row][column]) if row < rows and column < columns else 0.0
            for column in range(size)
        ]
        for row in range(size)
    ]
    row_of_column = _cheapest(costs)
    return sorted(
        (row, column)
        for column, row in enumerate(row_of_column)
        if row < rows and column < columns and weights[row][column] > 0
    )


def _cheapest(costs: Sequence[Sequence[float]]) -> list[int]:
    """For each column the row of the cheapest complete assignment of a square matrix.

    Shortest augmenting paths with row and column potentials. Index `size` is the column where each
    path starts, so that real rows and columns keep their own indices.
    """
    size = len(costs)
    row_potential = [0.0] * size
    column_potential = [0.0] * (size + 1)
    row_of = [-1] * (size + 1)
    for new_row in range(size):
        row_of[size] = new_row
        column = size
        slack = [float("inf")] * size
        came_from = [size] * size
        done = [False] * (size + 1)
        while row_of[column] != -1:
            done[column] = True
            row = row_of[column]
            for other in range(size):
                if done[other]:
                    continue
                reduced = costs[row][other] - row_potential[row] - column_potential[other]
                if reduced < slack[other]:
                    slack[other], came_from[other] = reduced, column
            following = min((other for other in range(size) if not done[other]), key=slack.__getitem__)
            step = slack[following]
            for other in range(size + 1):
                if done[other]:
                    row_potential[row_of[other]] += step
                    column_potential[other] -= step
                elif other < size:
                    slack[other] -= step
            column = following
        while column != size:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    return row_of[:size]
