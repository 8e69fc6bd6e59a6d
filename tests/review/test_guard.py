"""Who is let in: the browser with the token, asking this server, from its own pages."""

from __future__ import annotations

import making
import pytest
from starlette.testclient import TestClient

from extractor.review.app import make_app
from extractor.review.context import Room
from extractor.review.desk import Desk
from extractor.review.texts import Texts

HOST = "127.0.0.1:8765"
OWN = {"Origin": f"http://{HOST}"}


@pytest.fixture
def client(corpus: making.Corpus) -> TestClient:
    desk = Desk(corpus.events, corpus.log, Texts((corpus.folder,), corpus.folder))
    app = make_app(Room.open(desk, "anna"), "secret", [HOST], "extractor-review-8765")
    return TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)


@pytest.fixture
def inside(client: TestClient) -> TestClient:
    client.get("/?token=secret")
    return client


@pytest.mark.parametrize(
    "path", ["/", "/article/0", "/download/jsonl", "/static/review.css", "/?token=wrong"]
)
def test_nothing_is_shown_without_the_token(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 403
    assert "carries the token" in answer.text


def test_the_token_becomes_a_cookie_and_leaves_the_address(client: TestClient) -> None:
    answer = client.get("/?token=secret&type=bombing")
    assert (answer.status_code, answer.headers["location"]) == (303, "/?type=bombing")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie
    assert client.get("/").status_code == 200


def test_a_token_leads_to_no_other_server(client: TestClient) -> None:
    assert (
        client.get(f"http://{HOST}//elsewhere.example/?token=secret").headers["location"]
        == "/elsewhere.example/"
    )


@pytest.mark.parametrize("host", ["localhost.example", "127.0.0.1", "127.0.0.1:80", "evil.example:8765"])
def test_another_host_is_refused(inside: TestClient, host: str) -> None:
    assert inside.get("/", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "http://127.0.0.1:1", f"http://{HOST}.evil.example"]
)
def test_another_page_changes_nothing(inside: TestClient, corpus: making.Corpus, origin: str | None) -> None:
    headers = {"Origin": origin} if origin else {}
    answer = inside.post("/article/0/accept", data={"record": "c1", "seen": "0"}, headers=headers)
    assert answer.status_code == 403
    assert corpus.entries() == []


def test_its_own_page_does(inside: TestClient, corpus: making.Corpus) -> None:
    answer = inside.post("/article/0/accept", data={"record": "c1", "seen": "0"}, headers=OWN)
    assert answer.status_code == 200
    assert [entry["action"] for entry in corpus.entries()] == ["accept"]


def test_pages_keep_to_themselves(inside: TestClient) -> None:
    policy = inside.get("/").headers["content-security-policy"]
    assert (
        "default-src 'none'" in policy
        and "script-src 'self'" in policy
        and "frame-ancestors 'none'" in policy
    )
    assert "unsafe" not in policy


def test_too_much_is_refused(inside: TestClient) -> None:
    assert inside.post("/article/0/note", data={"note": "x" * 1_100_000}, headers=OWN).status_code == 413


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/..%2f..%2fcli%2freview.py", "/static//etc/passwd"]
)
def test_no_path_leads_outside(inside: TestClient, path: str) -> None:
    assert inside.get(path).status_code == 404


@pytest.mark.parametrize(
    "path", ["/article/99", "/article/-1", "/article/x", "/download/exe", "/nothing", "/duplicates"]
)
def test_what_is_not_there_is_said(inside: TestClient, path: str) -> None:
    assert inside.get(path).status_code == 404


def test_a_page_has_no_address_of_another_server(inside: TestClient) -> None:
    for path in ("/", "/article/0", "/overview", "/agreement"):
        page = inside.get(path).text
        assert "http://" not in page and "https://" not in page
