"""What each date of a text belongs to, told from the words beside it, before any event is known."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from spacy.tokens import Doc

from extractor.pipeline.dates.datelines import DATELINE_RULE
from extractor.pipeline.dates.wording import cues
from extractor.pipeline.mentions import DateMention
from extractor.pipeline.notes import noted
from extractor.pipeline.tokens import tokens_of

_CUE_REACH = 4
_GENITIVE = ("'s", "’s")
_FOLLOWED_REACH, _RITE_REACH = 3, 8
_REPORT_REACH = 2
_TALLY_REACH = 14
YEAR_OF_SOMETHING = "dates/year_of_something"
COARSE = frozenset({"week", "month", "year", "period"})
_LEAD_SENTENCES = 4
_SENTENCE_REACH = 80  # tokens; an unpunctuated text must not be read again for each of its dates


@dataclass(frozen=True, slots=True)
class DateAnchors:
    """The dates that events without one of their own fall back on, and the sentences of the dates.

    `sentence_of` runs beside `doc._.dates`; `sentence_starts` are token positions. `reference` is the
    date of a sentence such as "The incident took place on Monday", `lead` the first date of the news.
    """

    sentence_starts: tuple[int, ...]
    sentence_of: tuple[int, ...]
    reference: DateMention | None
    lead: DateMention | None

    def sentence(self, token: int) -> int:
        """The number of the sentence that holds a token."""
        return bisect_right(self.sentence_starts, token) - 1


_NO_ANCHORS = DateAnchors((0,), (), None, None)


def anchors_of(doc: Doc) -> DateAnchors:
    """The anchors of a Doc whose dates were read; none of an other."""
    return noted(doc).date_anchors or _NO_ANCHORS


def find_anchors(doc: Doc, mentions: list[DateMention]) -> DateAnchors:
    """The anchors of `doc`, whose dates are `mentions`."""
    starts = _sentence_starts(doc)
    sentence_of = tuple(bisect_right(starts, mention.start) - 1 for mention in mentions)
    reference = next((mention for mention in mentions if _refers_back(doc, mention)), None)
    opening = (
        mention
        for mention, sentence in zip(mentions, sentence_of, strict=True)
        if sentence < (1 if mention.precision in COARSE else _LEAD_SENTENCES)
        and can_date_event(doc, mention)
        and not is_reported(doc, mention)
    )
    lead = next(opening, None)
    if lead is not None and all(lead.start < start for start in starts[1:2]):
        lead = next((m for m in opening if _is_same_time(lead, m)), lead)  # the headline's, told again
    return DateAnchors(starts, sentence_of, reference, lead)


def _is_same_time(one: DateMention, other: DateMention) -> bool:
    return (one.start_date, one.end_date) == (other.start_date, other.end_date)


def _sentence_starts(doc: Doc) -> tuple[int, ...]:
    """The positions of the first tokens of all sentences; the first token of a text always starts one."""
    starts = np.flatnonzero(doc.to_array("SENT_START") == 1).tolist()
    return tuple(starts) if starts[:1] == [0] else (0, *starts)


def sentence_start(doc: Doc, token: int) -> int:
    """Where the sentence of a token starts, or a point well before it in a very long sentence."""
    sentence = noted(doc).sentences[noted(doc).sentence_of[token]]
    return max(sentence.start, token - _SENTENCE_REACH, 0)


def can_date_event(doc: Doc, mention: DateMention) -> bool:
    """Whether something can have happened then: a known day or days, not the article's, not to come."""
    if mention.kind != "point" or mention.start_date is None:
        return False
    if mention.rule in (DATELINE_RULE, YEAR_OF_SOMETHING):
        return False
    if in_clause_of_its_own(doc, mention, sentence_start(doc, mention.start)):
        return False
    return not is_future(doc, mention) and not belongs_elsewhere(doc, mention)


def in_clause_of_its_own(doc: Doc, mention: DateMention, start: int) -> bool:
    """Whether the words from token `start` to the mention open a clause about somebody's other doings.

    Any relative pronoun does that for a month or a year, but for a day only ", who", "who had" and
    "the place where".
    """
    lower = tokens_of(doc).lower
    for position in range(max(start, mention.start - _SENTENCE_REACH), mention.start):
        if lower[position] == "where" and lower[position - 1] in cues().scene_nouns:
            return True
        if lower[position] not in cues().relative_pronouns:
            continue
        after_comma = position > start and lower[position - 1] == ","
        if mention.precision in COARSE or after_comma or lower[position + 1] == "had":
            return True
    return False


def is_future(doc: Doc, mention: DateMention) -> bool:
    """Whether the mention begins after the day of publication."""
    published = noted(doc).published
    return bool(published and mention.start_date and mention.start_date > published)


def is_reported(doc: Doc, mention: DateMention) -> bool:
    """Whether the date is when somebody spoke, or counted: "police said on Monday", "sources today reported",
    "the toll rose to 26 on Monday".

    "She said that yesterday" and "that so far this year" begin what was said.
    """
    after = _word_after(doc, mention)
    if after in _GENITIVE:
        return False  # "condemned Sunday's attack"
    if after in cues().reporting or after in cues().rising:
        return True
    if _is_of_what_followed(doc, mention):
        return True
    if mention.start and tokens_of(doc).lower[mention.start - 1] == "that":
        return False
    if not cues().rising.isdisjoint(_words_before(doc, mention, _CUE_REACH)):
        return True
    return not cues().reporting.isdisjoint(_words_before(doc, mention, _REPORT_REACH))


def _is_of_what_followed(doc: Doc, mention: DateMention) -> bool:
    """Whether the dead were mourned and their killers searched for then: "mourners on Monday buried the
    nine", "France held a minute of silence on Monday for the 84 people killed"."""
    lower = tokens_of(doc).lower
    after = lower[mention.end : mention.end + _FOLLOWED_REACH]
    before = _words_before(doc, mention, _FOLLOWED_REACH)
    near = {*after, *before}
    if not cues().following_deeds.isdisjoint(near):
        return True
    rites = {*after, *lower[mention.end : mention.end + _RITE_REACH], *before}
    return not cues().holding.isdisjoint(near) and not cues().rites.isdisjoint(rites)


def belongs_elsewhere(doc: Doc, mention: DateMention) -> bool:
    """Whether the date is of a birth, an election, an agreement or another matter of its own."""
    near = _words_before(doc, mention, _CUE_REACH)
    near -= _describing(tokens_of(doc).lower, mention)
    vague = mention.precision in COARSE or mention.kind == "period"
    counted = _words_before(doc, mention, _TALLY_REACH) if vague else set()
    if counted & cues().tallies and not (mention.kind == "point" and counted & cues().open_start):
        return True  # but "the worst since a bomb killed nine in May" tells when that was
    if mention.precision == "year" and near & cues().aftermath:
        return False
    matters = (near | {_word_after(doc, mention)}) & cues().other_matters
    return bool(matters) and bool(matters - _events_told(doc, mention))


def _events_told(doc: Doc, mention: DateMention) -> set[str]:
    """The last words of what happened near the mention: an "attempted coup" is no matter of its own."""
    lower = tokens_of(doc).lower
    near = range(mention.start - _CUE_REACH, mention.start + 1)
    hits = (hit for hit in noted(doc).cues if hit.sense.layer == "attack_types" and hit.start in near)
    return {word for hit in hits for word in lower[hit.start : hit.end]}


def _word_after(doc: Doc, mention: DateMention) -> str:
    """The word after the mention, "" at the end of the text."""
    lower = tokens_of(doc).lower
    return lower[mention.end] if mention.end < len(lower) else ""


def _describing(lower: list[str], mention: DateMention) -> set[str]:
    """The "election" of "an election rally": what was hit, and no matter of its own."""
    of_matters = cues().of_matters
    near = lower[max(0, mention.start - _CUE_REACH) : mention.start + 1]
    return {word for word, after in pairwise(near) if after in of_matters}


def _words_before(doc: Doc, mention: DateMention, reach: int) -> set[str]:
    """Up to `reach` words before the mention, in its sentence, back to punctuation."""
    lower, sentence_of = tokens_of(doc).lower, noted(doc).sentence_of
    near: set[str] = set()
    for position in range(mention.start - 1, max(mention.start - reach, 0) - 1, -1):
        word = lower[position]
        if sentence_of[position] != sentence_of[mention.start]:
            break
        if not word[0].isalnum() and (doc[position].is_punct or word.isspace()):
            break
        near.add(word)
    return near


@lru_cache(maxsize=1)
def _reference() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, cues().reference_nouns))
    verbs = "|".join(map(re.escape, cues().reference_verbs))
    return re.compile(
        rf"(?:^|\)\s+)(?:(?:the|this|these)\s+)?(?:\w+\s+)?\b(?:{nouns})\s+(?:{verbs})\b", re.IGNORECASE
    )


def _refers_back(doc: Doc, mention: DateMention) -> bool:
    """Whether the mention stands in a sentence that only dates what was told before."""
    if mention.kind != "point" or mention.start_date is None:
        return False
    start = sentence_start(doc, mention.start)
    said = _reference().search(doc[start : mention.start].text + " ")
    if said is None:
        return False
    # "the attack came weeks after a man was killed in May" dates no more than the man's death
    between = said.string[said.end() :].lower().split()
    return cues().clause_openers.isdisjoint(between)
