"""A corpus to review, a server over it, and a browser to look at it with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import making

CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
PATIENCE = 60_000  # milliseconds; a busy machine must not fail a test
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Server:
    """`extractor review` as a process of its own."""

    def __init__(self, corpus: making.Corpus, *options: str) -> None:
        self._command = [sys.executable, "-m", "extractor", "review", str(corpus.events), "--no-browser"]
        self._command += ["--articles", str(corpus.folder), "--reviewer", "anna", *options]
        self._process: subprocess.Popen[str] | None = None
        self.address = ""

    def start(self) -> str:
        """Start it; returns the address it prints."""
        self._process = subprocess.Popen(
            self._command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ}
        )
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()
        assert self.address.startswith("http://127.0.0.1:"), self._process.communicate(timeout=30)
        return self.address

    def kill(self) -> None:
        """End it as a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate(timeout=30)
            self._process = None


@pytest.fixture
def corpus(tmp_path: Path) -> making.Corpus:
    return making.corpus(tmp_path)


@pytest.fixture
def serve(corpus: making.Corpus) -> Iterator[Callable[..., Server]]:
    servers = []

    def start(over: making.Corpus = corpus, *options: str) -> Server:
        server = Server(over, *options)
        servers.append(server)
        server.start()
        return server

    yield start
    for server in servers:
        server.kill()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless browser, for the tests of this folder that look at pages as people do."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="pip install -e '.[test]' installs Playwright"
    )
    if CHROMIUM is None:
        pytest.skip("no chromium on the PATH; `apt-get install chromium` brings one")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, headless=True, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def look(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens an address in a browser of its own; a page whose scripts fail fails the test."""
    contexts, faults = [], []

    def open_page(address: str, **options: Any) -> Any:
        context = chromium.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []
