"""Where sentences start, and what the light view of them holds."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

SENTENCE = pytest.mark.xfail(strict=True, reason="the sentence is cut in the wrong place")


DocOf = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb went off. Four died.", ["A bomb went off.", "Four died."]),
        ("A bomb went off.  Four died.", ["A bomb went off.", "Four died."]),
        ("A bomb went off   in town.", ["A bomb went off   in town."]),
        ("A bomb went off! Four died? Yes.", ["A bomb went off!", "Four died?", "Yes."]),
        ("Md. Rafiq was shot. He died.", ["Md. Rafiq was shot.", "He died."]),
        ("Lt. Col. Khan was shot. He died.", ["Lt. Col. Khan was shot.", "He died."]),
        ("Dr. Khan and Mr. Gul were shot.", ["Dr. Khan and Mr. Gul were shot."]),
        ("The U.S. Army fired. Two died.", ["The U.S. Army fired.", "Two died."]),
        ("It happened at 9 a.m. on Monday.", ["It happened at 9 a.m. on Monday."]),
        (
            "It happened at 9.30 am, 2.5 km from D.I. Khan.",
            ["It happened at 9.30 am, 2.5 km from D.I. Khan."],
        ),
        ("“Four died.” Police said so.", ["“Four died.”", "Police said so."]),
        pytest.param('"Four died." Police said so.', ['"Four died."', "Police said so."], marks=SENTENCE),
        ("Four died (two of them guards.) It was late.", ["Four died (two of them guards.)", "It was late."]),
        ("Four died ... and more may follow.", ["Four died ... and more may follow."]),
        ("Gunmen fled… Police gave chase.", ["Gunmen fled…", "Police gave chase."]),
        ("Four killed in Quetta\n\nA bomb went off.", ["Four killed in Quetta", "A bomb went off."]),
        (
            "Four killed in Quetta\nA bomb went off in a market.",
            ["Four killed in Quetta", "A bomb went off in a market."],
        ),
        ("• Four killed in Quetta\n• Two hurt in Hub", ["• Four killed in Quetta", "• Two hurt in Hub"]),
        ("One died; two were hurt.", ["One died; two were hurt."]),
        ("J. K. Singh of the B.S.F. was shot.", ["J. K. Singh of the B.S.F. was shot."]),
        ("Sub-Insp. Ali Gul was shot. He died.", ["Sub-Insp. Ali Gul was shot.", "He died."]),
        ("The No. 2 of the group was killed.", ["The No. 2 of the group was killed."]),
        # The place line of a wire is no part of the first sentence.
        ("KABUL (AP) — A bomb went off.", ["KABUL (AP) —", "A bomb went off."]),
        ("Port Sudan (AFP) - A bomb went off.", ["Port Sudan (AFP) -", "A bomb went off."]),
        # No agency after a few words: a headline.
        ("Truck bomb (updated) - two dead.", ["Truck bomb (updated) - two dead."]),
        ("GOMA, Congo - Rebels fled.", ["GOMA, Congo -", "Rebels fled."]),
        ("BUS-STOP BLAST, Nine - dead.", ["BUS-STOP BLAST, Nine - dead."]),
        (
            "Lima, 7 Oct 88 (EFE) -- [Text] [Report by L. Paz] A bomb went off. Four died.",
            ["Lima, 7 Oct 88 (EFE) -- [Text] [Report by L. Paz]", "A bomb went off.", "Four died."],
        ),
        ("Rio de Janeiro, 3 May (DPA) – Gunmen fled.", ["Rio de Janeiro, 3 May (DPA) –", "Gunmen fled."]),
        ("KYIV, Nov 8 - Two men were shot.", ["KYIV, Nov 8 -", "Two men were shot."]),
        ("KYIV, NOV 8 - TWO MEN WERE SHOT.", ["KYIV, NOV 8 -", "TWO MEN WERE SHOT."]),
        ("AL-BADR 8 killed two men.", ["AL-BADR 8 killed two men."]),
        ("Bus-stop blast - four dead in Hub.", ["Bus-stop blast - four dead in Hub."]),
        (
            "[Begin recording] [Paz] We regret it. Four died.",
            ["[Begin recording] [Paz]", "We regret it.", "Four died."],
        ),
        ("Two Attacks – Four died in Quetta.", ["Two Attacks – Four died in Quetta."]),
        ("Two men -- both guards -- were shot.", ["Two men -- both guards -- were shot."]),
        ("He (the guard) fled -- so police say.", ["He (the guard) fled -- so police say."]),
    ],
)
def test_sentences(doc_of: DocOf, text: str, expected: list[str]) -> None:
    doc = doc_of(text)
    assert [doc[s.start : s.end].text.strip() for s in doc._.sentences] == expected


def test_a_line_end_within_a_sentence_of_a_wrapped_text_ends_nothing(doc_of: DocOf) -> None:
    text = (
        "A bomb went off near the crowded vegetable market of the old town\n"
        "on Monday morning, killing four traders and wounding a dozen more\n"
        "shoppers who had come from the villages around it, officials said\n"
        "late in the evening after they had visited the wounded.\n"
    )
    assert len([s for s in doc_of(text)._.sentences if "".join(s.words).strip()]) == 1


def test_paragraphs_are_counted(doc_of: DocOf) -> None:
    doc = doc_of("One died. Two fled.\n\nThree came.\n\nFour left. Five stayed.")
    told = [s.paragraph for s in doc._.sentences if "".join(s.words).strip()]
    assert [told.count(n) for n in dict.fromkeys(told)] == [2, 1, 2]


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(st.sampled_from('aB .\n!?"”)(-1…\t\u00a0é💥'), max_size=80))
def test_sentences_cover_the_text_in_order(nlp: Language, text: str) -> None:
    doc = nlp(text)
    sentences = doc._.sentences
    assert [s.start for s in sentences[1:]] == [s.end for s in sentences[:-1]]
    assert not sentences or (sentences[0].start, sentences[-1].end) == (0, len(doc))
    assert all(len(s.words) == len(s.lower) == s.end - s.start > 0 for s in sentences)
    assert [s.index for s in sentences] == list(range(len(sentences)))


def test_a_list_without_stops_is_cut(doc_of: DocOf) -> None:
    doc = doc_of("Dead. " + "Bannu Tank Swat " * 150 + "\nFour died.")
    assert [len(s) for s in doc._.sentences] == [2, 200, 200, 51, 3]
