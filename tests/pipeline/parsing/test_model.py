"""Of a new word a run works out what the steps and the model ask, and nothing else."""

from __future__ import annotations

from spacy.language import Language


def test_a_run_works_out_what_is_asked_of_a_word(nlp: Language) -> None:
    word = nlp.vocab["Zelgorrim"]
    assert (word.lower_, word.norm_, word.prefix_, word.suffix_) == ("zelgorrim", "zelgorrim", "Z", "rim")
    assert word.shape_ == "Xxxxx"
    assert nlp.vocab["?!?"].is_punct
    assert nlp.vocab["\n \n"].is_space


def test_a_run_works_out_no_more_of_a_word(nlp: Language) -> None:
    assert not nlp.vocab["741963"].like_num
    assert not nlp.vocab["zelgorrim.example.org"].like_url
