"""Names of those who act: the codebook's, their own, or none."""

from __future__ import annotations

import pytest

from extractor.export import names
from extractor.records import Actor

PATTERNS = {
    "groups/lakes.yaml": """\
- {id: front, name: Lake Front, codes: {gtd: Lake Front (LF)}}
- {id: band, name: Red Hill Brigade}
- {id: rebels, name: Lake rebels, generic: true}
- {id: raiders, name: Lake raiders, generic: true, codes: {gtd: Raiders}}
""",
    "forces/by_country.yaml": """\
- {country: US, name: United States, demonyms: [US, American]}
- {country: TR, name: Turkey, demonyms: [Turkish]}
""",
}


@pytest.fixture
def patterns(tmp_path, monkeypatch):
    """Small patterns in place of the package's own."""
    for name, content in PATTERNS.items():
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(content, encoding="utf-8")
    monkeypatch.setattr(names, "default_patterns", lambda: tmp_path)
    cached = (names.coded_names, names.generic_names, names.country_words)
    for function in cached:
        function.cache_clear()
    yield tmp_path
    for function in cached:
        function.cache_clear()


def actor(**fields):
    return Actor.model_validate({"kind": "armed_group", "role": "perpetrator", **fields})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"id": "front", "name": "Lake Front"}, "Lake Front (LF)"),
        ({"id": "band", "name": "Red Hill Brigade"}, "Red Hill Brigade"),
        ({"id": "rebels", "name": "Lake rebels"}, None),
        ({"id": "raiders", "name": "Lake raiders"}, "Raiders"),
        ({"name": "Unlisted Army"}, "Unlisted Army"),
        ({"text": "militants"}, None),
        ({"kind": "individual", "name": "Adan Kuru"}, None),
    ],
)
def test_organisation(patterns, fields, expected):
    assert names.organisation(actor(**fields), "gtd") == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Turkish warplanes", "TR"),
        ("the US army", "US"),
        ("TURKISH TROOPS", "TR"),
        ("soldiers", None),
        ("one of us", None),
    ],
)
def test_country_of_a_state_force(patterns, text, code):
    told = names.country_told_by(actor(kind="state_force", text=text))
    assert (told and told.code) == code
