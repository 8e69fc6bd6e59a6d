"""The dates step: what neighbouring words make of a date, and which date an event takes.

In the tables of `choose_date` the trigger of the event stands in [[double brackets]].
"""

import datetime as dt
import re

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipeline.dates import choose_date, own_date, resolve_chain
from extractor.pipeline.mentions import DateMention

WEDNESDAY = "2023-08-02"


def make_nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("extractor_sentences")
    nlp.add_pipe("extractor_dates")
    return nlp


NLP = make_nlp()


def read(text: str, published: str | None = WEDNESDAY) -> Doc:
    doc = NLP.make_doc(text)
    doc._.published = dt.date.fromisoformat(published) if published else None
    return NLP(doc)


def days_of(mention: DateMention | None) -> str:
    if mention is None:
        return "nothing"
    if mention.start_date == mention.end_date:
        return str(mention.start_date)
    return f"{mention.start_date}..{mention.end_date}"


def told(doc: Doc) -> list[tuple[str, str]]:
    return [(doc[mention.start : mention.end].text, days_of(mention)) for mention in doc._.dates]


# ------------------------------------------------------------------------------------- reading
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a calendar day explains the weekday beside it, and wins
        ("It fell on Friday [28 July] at the ford.", [("on Friday [28 July]", "2023-07-28")]),
        ("It fell on Friday (28/07).", [("on Friday (28/07)", "2023-07-28")]),
        ("It fell on Monday, 24 July.", [("on Monday, 24 July", "2023-07-24")]),
        ("It fell on Saturday night, July 29, 2023.", [("on Saturday night, July 29, 2023", "2023-07-29")]),
        ("It fell three days earlier, on July 5.", [("three days earlier, on July 5", "2023-07-05")]),
        # weekday and day that fit only this year: a slip of days in the publication date
        ("It fell on Saturday [5 August].", [("on Saturday [5 August]", "2023-08-05")]),
        # a weekday that falls on the day told before it is that day, and else the latest
        (
            "On 30 September 2022 they fell after Friday prayers.",
            [("On 30 September 2022", "2022-09-30"), ("after Friday prayers", "2022-09-30")],
        ),
        (
            "On 30 September 2022 they fell, said Noor on Monday.",
            [("On 30 September 2022", "2022-09-30"), ("on Monday", "2023-07-31")],
        ),
        # the words that lead in and the part of the day belong to the mention
        ("It fell late on Tuesday night.", [("late on Tuesday night", "2023-08-01")]),
        ("It fell in the early hours of July 9.", [("in the early hours of July 9", "2023-07-09")]),
        ("It fell on July 9 morning.", [("on July 9 morning", "2023-07-09")]),
        # two dates that bound a period
        ("Shells fell from Monday to 1 August.", [("from Monday to 1 August", "2023-07-31..2023-08-01")]),
        ("Between July 3, and July 9, two died.", [("Between July 3, and July 9", "2023-07-03..2023-07-09")]),
        ("Between 2019 and 2021 ten died.", [("Between 2019 and 2021", "2019-01-01..2021-12-31")]),
        # open spans
        ("Since Friday none came.", [("Since Friday", "2023-07-28..2023-08-02")]),
        ("He was held since October 29, 2019.", [("since October 29, 2019", "2019-10-29..2023-08-02")]),
        ("He was held until Friday.", [("until Friday", "None..2023-07-28")]),
        ("The toll since 2019 is 90.", [("since 2019", "2019-01-01..2023-08-02")]),
        # the year told behind a date
        ("In March last year it fell.", [("In March last year", "2022-03-01..2022-03-31")]),
        ("In August last year it fell.", [("In August last year", "2022-08-01..2022-08-31")]),
        ("On 7 October of last year it fell.", [("On 7 October of last year", "2022-10-07")]),
        ("He was held since Oct. 7.", [("since Oct. 7", "2022-10-07..2023-08-02")]),
        # two days are two mentions
        ("Raids on Friday, then on Sunday.", [("on Friday", "2023-07-28"), ("on Sunday", "2023-07-30")]),
        # the time of day is no date
        ("The bus blew up at 0100 on 26 July.", [("on 26 July", "2023-07-26")]),
        ("It blew up around 5:30 am on July 26.", [("on July 26", "2023-07-26")]),
        # what is to come
        ("The court will sit on Friday.", [("on Friday", "2023-08-04")]),
    ],
)
def test_dates_are_read_with_the_words_around_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the town.",
        "The Prime Minister, Theresa May, spoke.",
        "A 30-year-old man with an AK-47 and 12 rounds was held.",
        "Call 0300 2019 77 or 555-2020.",
        "The 26/11 attacks and 9/11 were named.",
        "They trade on Black Friday.",
        "Operation 2000 Eyes began.",
        "The Sunday Times wrote of it.",
        "In 2019 houses the roof was gone.",
        "Rs 2020 and 1.5.2 and 12:30 and 24/7 mean nothing.",
        "Some 2000 people sat down.",
        "On 45 May nothing was seen.",
        "The sun rose over the second hill.",
        "A long march of 12 days ended in court.",
        "Highway 2021 and Unit 1988 were closed.",
        "He won by 2-1.",
    ],
)
def test_numbers_and_names_are_no_dates(text: str) -> None:
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "is_dateline"),
    [
        ("Lima, 23 Aug 88 (Radio Uno) -- A post was raided.", True),
        ("KABUL, March 7 (Wire) - A post was raided.", True),
        ("San Jose de Ocoa, 3 May 1990 -- A post was raided.", True),
        ("A post was raided\nBy Ana Roe 1 July 2022\nTwo guards died.", True),
        ("A post was raided\n1 July 2022\nTwo guards died.", True),
        ("On January 1, gunmen raided a post.", False),
        ("01/02/2021: Gunmen raided a post.", False),
        ("The post fell on 29 March - three days after the truce.", False),
    ],
)
def test_a_dateline_dates_the_article_and_no_event(text: str, is_dateline: bool) -> None:
    doc = read(text)
    assert (doc._.dates[0].rule == "dates/dateline") is is_dateline


def test_a_text_without_publication_date_counts_from_its_dateline() -> None:
    doc = read("Lima, 23 Aug 88 (Radio Uno) -- A post was raided on Monday.", published=None)
    assert told(doc)[1] == ("on Monday", "1988-08-22")


@pytest.mark.parametrize(
    ("published", "day"),
    [("1974-11-08", "1974-11-07"), ("1974-11-07", "1974-11-07"), ("1974-11-20", "1974-11-20")],
)
def test_a_paper_prints_a_wire_of_the_day_before(published: str, day: str) -> None:
    doc = read("BELFAST, Nov. 7 - A bomb went off in Newry tonight.", published=published)
    assert told(doc)[-1] == ("tonight", day)


@pytest.mark.parametrize(
    "text", ["It fell on Friday.", "It fell yesterday.", "It fell on November 4.", "It fell last week."]
)
def test_without_any_publication_date_the_words_stay_and_the_days_are_unknown(text: str) -> None:
    (mention,) = read(text, published=None)._.dates
    assert (mention.start_date, mention.end_date) == (None, None)


# ------------------------------------------------------------------------------------- choosing
def marked(text: str, published: str | None = WEDNESDAY) -> tuple[Doc, int, int]:
    """The Doc of a text without its brackets, and the tokens that stood in them."""
    before, trigger, after = re.split(r"\[\[|\]\]", text)
    doc = read(before + trigger + after, published)
    span = doc.char_span(len(before), len(before) + len(trigger), alignment_mode="expand")
    assert span is not None
    return doc, span.start, span.end


def chosen(text: str, aggregate: bool = False) -> str:
    doc, start, end = marked(text)
    return days_of(choose_date(doc, start, end, aggregate=aggregate))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the nearest of the same sentence
        ("On July 9 a mine [[exploded]] near the ford.", "2023-07-09"),
        ("A guard [[arrested]] on July 9 for the raid of May 3 fled.", "2023-07-09"),
        ("A guard arrested on July 9 for the [[raid]] of May 3 fled.", "2023-05-03"),
        ("Two died in a [[blast]] on Friday, and one was shot on Sunday.", "2023-07-28"),
        ("Two died in a blast on Friday, and one was [[shot]] on Sunday.", "2023-07-30"),
        # when somebody spoke is not when it happened, unless nothing else is told
        ("Gunmen [[shot]] a judge on Sunday, police said on Tuesday.", "2023-07-30"),
        ("Police said on Tuesday that gunmen [[shot]] a judge on Sunday.", "2023-07-30"),
        ("The police said on Tuesday that gunmen [[shot]] a judge.", "2023-08-01"),
        # dates of other matters
        ("A teacher born on July 9, 1960 was [[shot]].", "nothing"),
        ("A candidate was [[shot]] ahead of the election on July 30.", "nothing"),
        ("Troops [[killed]] a man accused of a raid in 2013.", "nothing"),
        ("This was the third [[attack]] on a school this year.", "nothing"),
        ("The troops [[killed]] ten men, who had crossed the river on Sunday.", "nothing"),
        ("Shops closed after the [[murder]]; a march will be held on Friday.", "nothing"),
        ("Lima, 23 Aug 88 (Radio Uno) -- A post was [[raided]].", "nothing"),
        # a sentence that only dates what was told before
        ("Gunmen [[shot]] a judge. Nobody claimed it. The incident took place on Monday.", "2023-07-31"),
        (
            "Between July 3 and July 9 gunmen [[shot]] a judge. The incident occurred on July 5.",
            "2023-07-05",
        ),
        # the sentences before, and the opening of the news
        ("On July 9 a mine went off. Two men were [[killed]].", "2023-07-09"),
        ("Mine kills two\nA mine went off on July 9. The men were [[killed]] at once.", "2023-07-09"),
        # the year of something dates the thing it stands before
        ("He was jailed for the 2015 [[bombing]] of a mosque.", "2015-01-01..2015-12-31"),
        ("On Sunday a man tied to the 2015 bombing was [[shot]].", "2023-07-30"),
        # chains hang on the date before them
        ("A post fell on July 9. The following day two men were [[shot]].", "2023-07-10"),
        ("Police arrested eight men on Friday who had [[fired]] at a crowd the night before.", "2023-07-27"),
        ("A mine [[exploded]] earlier in the day.", "2023-08-02"),
        ("A second mine [[exploded]] minutes later at the ford on Sunday.", "2023-07-30"),
        ("One mine went off and, half an hour later, another [[killed]] two on July 9.", "2023-07-09"),
        ("Two booths were [[burnt]] on the eve of the vote.", "nothing"),
    ],
)
def test_an_event_takes_the_date_that_is_its_own(text: str, expected: str) -> None:
    assert chosen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On July 9 a mine [[exploded]].", "2023-07-09"),
        ("On July 9 a mine went off. Two men were [[killed]].", "nothing"),
        ("The police said on Tuesday that gunmen [[shot]] a judge.", "nothing"),
    ],
)
def test_the_own_date_is_one_of_the_same_sentence(text: str, expected: str) -> None:
    doc, start, end = marked(text)
    assert days_of(own_date(doc, start, end)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since 2019 there were 117 [[attacks]], the last on Friday.", "2019-01-01..2023-08-02"),
        ("Over the past four years 90 people were [[killed]].", "2019-08-02..2023-08-02"),
        ("In 2022 alone 85 people were [[abducted]].", "2022-01-01..2022-12-31"),
    ],
)
def test_an_aggregate_takes_the_period_that_its_total_covers(text: str, expected: str) -> None:
    assert chosen(text, aggregate=True) == expected


def point(start: dt.date, end: dt.date | None = None) -> DateMention:
    return DateMention(0, 1, start, end or start, "day", "explicit", "point", "dates/day_month")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The following day it fell.", "2020-03-01"),
        ("The previous day it fell.", "2020-02-28"),
        ("Two days later it fell.", "2020-03-02"),
        ("Two weeks earlier it fell.", "2020-02-15"),
        ("The same night it fell.", "2020-02-29"),
        ("A month later it fell.", "2020-03-01..2020-03-31"),
        ("Three years later it fell.", "2023-01-01..2023-12-31"),
        ("It fell in the same period.", "2020-02-29"),
    ],
)
def test_a_chain_is_counted_from_the_event_before(text: str, expected: str) -> None:
    (mention,) = read(text)._.dates
    assert days_of(resolve_chain(mention, point(dt.date(2020, 2, 29)))) == expected


def test_a_chain_without_an_event_before_stays_unresolved() -> None:
    (mention,) = read("The following day it fell.")._.dates
    assert resolve_chain(mention, None) is mention


# ------------------------------------------------------------------------------------- properties
DATES = st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31))
FULL_FORMS = ("%-d %B %Y", "%B %-d, %Y", "%d %b %Y", "%Y-%m-%d", "%b. %-d, %Y")


@given(day=DATES, published=DATES, form=st.sampled_from(FULL_FORMS))
def test_a_full_date_is_read_whatever_the_publication_date(
    day: dt.date, published: dt.date, form: str
) -> None:
    written = day.strftime(form).replace("May.", "May")
    doc = read(f"The post was raided on {written} by night.", published.isoformat())
    assert [(m.start_date, m.end_date, m.precision) for m in doc._.dates] == [(day, day, "day")]


@given(day=DATES, published=DATES)
def test_a_date_without_year_is_the_latest_such_day_up_to_publication(
    day: dt.date, published: dt.date
) -> None:
    (mention,) = read(f"The post was raided on {day:%B} {day.day}.", published.isoformat())._.dates
    found = mention.start_date
    assert found is not None and found <= published
    assert (found.month, found.day) == (day.month, day.day)
    assert (published - found).days < (366 if (day.month, day.day) != (2, 29) else 366 * 8)


@given(published=DATES, day=DATES)
def test_a_weekday_is_within_the_week_before_publication(published: dt.date, day: dt.date) -> None:
    (mention,) = read(f"The post was raided on {day:%A}.", published.isoformat())._.dates
    assert mention.start_date is not None
    assert 0 <= (published - mention.start_date).days < 7
    assert mention.start_date.weekday() == day.weekday()


TIME_WORDS = """
over on in since the of and from to until 5 12 29 2019 May March Friday week month year last next two days ago
earlier later early , . ( ) - night first half between 10/11/2020 1990s same following past 31 February
999 decades weekend years Today will who said overnight eve of quarter Sept. - / [ ] 15/3 th '88 alone
"""
WORDS = st.sampled_from(TIME_WORDS.split())


@given(words=st.lists(WORDS, max_size=25), published=st.none() | DATES)
def test_any_jumble_of_time_words_gives_ordered_mentions_that_do_not_overlap(
    words: list[str], published: dt.date | None
) -> None:
    doc = read(" ".join(words), published.isoformat() if published else None)
    end = 0
    for mention in doc._.dates:
        assert end <= mention.start < mention.end <= len(doc)
        end = mention.end
        if mention.start_date and mention.end_date:
            assert mention.start_date <= mention.end_date
        assert mention.kind in ("point", "period", "chain")
    for token in doc:
        choose_date(doc, token.i, token.i + 1)
