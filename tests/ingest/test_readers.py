"""Bytes become text, or one clear line of error; never a crash."""

from __future__ import annotations

import codecs
import time

import pytest

from foigraph.core.errors import DocumentError
from foigraph.ingest.readers import Text, read_document, to_text

LIMIT = 10_000_000


def read(data: bytes, name: str = "letter.txt", media_type: str | None = None, max_bytes: int = LIMIT) -> Text:
    return read_document(data, name=name, url=None, media_type=media_type, max_bytes=max_bytes)


def error(data: bytes, name: str = "letter.txt", media_type: str | None = None, max_bytes: int = LIMIT) -> str:
    with pytest.raises(DocumentError) as caught:
        read(data, name, media_type, max_bytes)
    assert caught.value.remedy
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(f"{name}: ")
    return message


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"abc\x00def", "NUL"),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\xd8", "utf-16"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, said: str) -> None:
    assert said in error(data)


def test_too_large_is_refused_by_size() -> None:
    assert "11 bytes, more than the 10 allowed" in error(b"x" * 11, max_bytes=10)
    assert read(b"x" * 10, max_bytes=10).text == "x" * 10


def test_unknown_format_names_those_that_are_read() -> None:
    assert "text/html, text/plain" in error(b"a,b", media_type="text/csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_a_mark_and_utf_8(encoding: str) -> None:
    assert read("Cost – £450 “each”".encode(encoding)).text == "Cost – £450 “each”"


def test_other_encodings_are_guessed() -> None:
    text = "The cost of the request – about £450 – is “too high”, and the force’s reply says so. " * 5
    assert read(text.encode("windows-1252")).text == text


def test_controls_are_replaced_one_for_one() -> None:
    assert to_text("a\x01b\x7fc\td\re\nf\ud800g\ufffeh\U0001f600").text == "a b c\td\re\nf g h\U0001f600"
    assert read(b"a\x0bb\x0cc").text == "a b c"


def test_line_ends_are_one_character() -> None:
    assert read(b"a\r\nb\rc").text == "a\nb\nc"


def test_hash_is_of_the_bytes() -> None:
    assert read(b"abc").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


PAGE = b"""<!doctype html><html><head><title>T</title><style>p{}</style></head><body><script>x()</script>
<h1>Request</h1><ol start="3"><li><p>How many?</p></li><li value="7">Where?<ul><li>by   year</li></ul></li></ol>
<ol type="a"><li>one</li></ol>
<table><tr><th>Year</th><th>Count</th></tr><tr><td><p>2022</p></td><td></td><td>9</td></tr></table>
<p>Line<br>break &amp; <b>bold</b>ly</p><pre>two
lines</pre></body></html>"""


def test_html_keeps_the_structure_of_its_blocks() -> None:
    text = read(PAGE, name="page.html")
    assert text.media_type == "text/html"
    assert text.text.splitlines() == [
        "Request", "3. How many?", "7. Where?", "- by year", "a. one", "Year | Count", "2022 | | 9",
        "Line", "break & boldly", "two", "lines",
    ]  # fmt: skip


def test_html_is_known_by_declaration_name_or_first_words() -> None:
    assert read(b"<p>a</p>", media_type="text/html; charset=utf-8").text == "a\n"
    assert read(b"<p>a</p>", name="a.HTM").text == "a\n"
    assert read(b"  <!DOCTYPE html><p>a</p>").text == "a\n"
    assert read(b"<p>a</p>").text == "<p>a</p>"


@pytest.mark.parametrize(
    "bomb",
    [b"<div>" * 100_000, b"<a " * 50_000, b"<html>" + b"<!--" * 50_000, b"<b>" * 100_000 + b"x", b"<svg>" * 100_000],
)
def test_bombs_end_in_an_error_at_once(bomb: bytes) -> None:
    started = time.perf_counter()
    error(bomb, name="bomb.html")
    assert time.perf_counter() - started < 1


def test_many_blocks_beside_one_another_are_no_bomb() -> None:
    started = time.perf_counter()
    page = b"<ul>" + b"<li>x" * 20_000 + b"</ul>" + b"<table>" + b"<tr><td>a<td>b" * 5_000 + b"</table>"
    assert read(page, name="long.html").text.count("\n") == 25_000
    assert time.perf_counter() - started < 5
