"""Bytes from files and addresses."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from foigraph.core.errors import DocumentError
from foigraph.ingest.fetch import expand, fetch


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/letter":
            self.answer(200, b"<p>Reference: 1/2024</p>", "text/html; charset=utf-8")
        elif self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
        elif self.path == "/large":
            self.answer(200, b"x" * 5_000, "text/plain")
        else:
            self.answer(404, b"", "text/plain")

    def answer(self, status: int, body: bytes, media_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output to themselves."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_comes_with_its_address_and_media_type(site: str) -> None:
    found = fetch(f"{site}/letter", 1_000)
    assert (found.url, found.media_type, found.data) == (f"{site}/letter", "text/html", b"<p>Reference: 1/2024</p>")


def test_no_more_is_read_than_may_be(site: str) -> None:
    assert len(fetch(f"{site}/large", 1_000).data) == 1_001


@pytest.mark.parametrize("path", ["/missing", "/away"])
def test_a_server_that_will_not_give_it_is_named(site: str, path: str) -> None:
    with pytest.raises(DocumentError, match=path if path == "/missing" else "http"):
        fetch(site + path, 1_000)


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(DocumentError, match=r"127\.0\.0\.1:9/"):
        fetch("http://127.0.0.1:9/", 1_000)


def test_folders_give_the_letters_in_them_in_order(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    for name in ("b.txt", "a.html", "more/c.HTM", "notes.md", ".hidden.txt"):
        (tmp_path / name).write_text("x")
    assert [Path(place).name for place in expand([str(tmp_path), "named.pdf"])] == [
        "a.html",
        "b.txt",
        "c.HTM",
        "named.pdf",
    ]
