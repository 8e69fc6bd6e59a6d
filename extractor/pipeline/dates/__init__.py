"""The dates step: time expressions of a text become DateMentions, and events find theirs.

`nlp.add_pipe("extractor_dates")`, after "extractor_sentences", reads `doc._.published` and sets
`doc._.dates`.
`choose_date` picks the mention that dates an event, `own_date` only looks into its own sentence,
`resolve_chain` settles "two days later", `since_then` "since the war began in 1983". `is_reported` tells the
day on which somebody only spoke, `is_calendar_day` what is told by day and month.
"""

from extractor.pipeline.dates.anchors import is_reported
from extractor.pipeline.dates.choosing import choose_date, own_date, resolve_chain
from extractor.pipeline.dates.component import DateReader
from extractor.pipeline.dates.joining import is_calendar_day
from extractor.pipeline.dates.since import since_then

__all__ = [
    "DateReader",
    "choose_date",
    "is_calendar_day",
    "is_reported",
    "own_date",
    "resolve_chain",
    "since_then",
]
