"""The labels of each annotator, where several coded the same articles."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.scoring.gold import GoldArticle, GoldEvent, GoldLabels


def by_coder(articles: Iterable[GoldArticle]) -> dict[str, list[GoldArticle]]:
    """Each annotator's own version of the articles that he or she coded, in their order."""
    versions: dict[str, list[GoldArticle]] = {}
    for article in articles:
        for coder in article.annotators:
            versions.setdefault(coder, []).append(version_of(article, coder))
    return versions


def version_of(article: GoldArticle, coder: str) -> GoldArticle:
    """The article as one of its annotators labelled it."""
    coded = (event for event in article.events if not event.coders or coder in event.coders)
    return article.model_copy(
        update={"annotators": (coder,), "events": tuple(_labelled_by(coder, event) for event in coded)}
    )


def _labelled_by(coder: str, event: GoldEvent) -> GoldEvent:
    own = event.labels.get(coder, GoldLabels())
    said = {field: getattr(own, field) for field in own.model_fields_set}
    return event.model_copy(update={**said, "coders": (), "labels": {}})
