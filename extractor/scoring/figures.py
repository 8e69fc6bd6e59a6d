"""Counts of right, extra and missed answers, and the fractions made of them."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, computed_field


class Frozen(BaseModel):
    """A part of a report; it is not changed once it is made."""

    model_config = ConfigDict(frozen=True)


class Figures(Frozen):
    """How many answers were right, extra and missed. A wrong answer is one extra and one missed.

    Fractions are 0 to 1, and None where there was nothing to judge.
    """

    right: int = 0
    extra: int = 0
    missed: int = 0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def precision(self) -> float | None:
        """The share of the given answers that are right."""
        return _share(self.right, self.right + self.extra)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def recall(self) -> float | None:
        """The share of the wanted answers that were given."""
        return _share(self.right, self.right + self.missed)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.right, 2 * self.right + self.extra + self.missed)

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            right=self.right + other.right,
            extra=self.extra + other.extra,
            missed=self.missed + other.missed,
        )


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


RIGHT, WRONG, EXTRA, MISSED = (
    Figures(right=1),
    Figures(extra=1, missed=1),
    Figures(extra=1),
    Figures(missed=1),
)
NOT_JUDGED = Figures()
