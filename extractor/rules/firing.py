"""Which rules fire on a corpus, whether or not their words end up in a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.language import Language

from extractor.articles import Article, read
from extractor.pipeline.build import article_doc
from extractor.pipeline.notes import noted


def fired_rules(nlp: Language, inputs: Sequence[str]) -> Counter[str]:
    """How often each rule ("groups/ttp") matched in the articles of files or folders.

    A name is counted for the entry that it was taken for in the end. Files that cannot be read are
    left out; `extractor extract` tells of them.
    """
    fired = Counter[str]()
    for article in read(inputs):
        if isinstance(article, Article):
            with nlp.select_pipes(
                disable=["extractor_prospects"]
            ):  # which empties what cannot become an event
                doc = nlp(article_doc(nlp, article.text, article.ref(), article.body_start))
            fired.update(mention.rule for mention in noted(doc).names)
            fired.update(hit.sense.rule for hit in noted(doc).cues)
            fired.update({item.rule for record in noted(doc).events for item in record.evidence})
    return fired
