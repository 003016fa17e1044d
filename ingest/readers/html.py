"""HTML: blocks become lines, list items keep their marker or number, table cells are parted by bars."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ...core.errors import DocumentError

DEEPEST = 500
"""Elements inside one another. Published pages have some thirty; the time of the parser grows with the square."""

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "tfoot", "thead", "tr", "ul",
})  # fmt: skip
DROPPED = frozenset({
    "head", "iframe", "math", "noscript", "object", "script", "style", "svg", "template", "title",
})  # fmt: skip
CLOSED_BY_OTHERS = frozenset({
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "html", "img", "input", "li",
    "link", "meta", "optgroup", "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr",
    "track", "wbr",
})  # fmt: skip
"""Elements that need no end tag, so that a page may hold thousands without nesting."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})")
_SPACE = re.compile(r"[ \t\n\f\r]+")


def read(text: str, name: str) -> str:
    """The text of a page, one block a line.

    Raises DocumentError where elements are nested too deep to be a letter.
    """
    depth = _deepest(text)
    if depth > DEEPEST:
        raise DocumentError(
            f"{name}: elements nested {depth:,} deep, more than the {DEEPEST} allowed", remedy="save it as plain text"
        )
    root = LexborHTMLParser(text).root
    if root is None:
        return ""
    writer = _Writer()
    for node, entering in _walk(root):
        (writer.enter if entering else writer.leave)(node)
    return writer.text()


def _deepest(text: str) -> int:
    depth = deepest = 0
    for tag in _TAG.finditer(text):
        if tag[2].lower() in CLOSED_BY_OTHERS:
            continue
        depth = max(0, depth + (-1 if tag[1] else 1))
        deepest = max(deepest, depth)
    return deepest


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Each node twice, on the way in and on the way out, without recursion."""
    stack: list[tuple[LexborNode, bool]] = [(root, True)]
    while stack:
        node, entering = stack.pop()
        yield node, entering
        if not entering or node.tag in DROPPED:
            continue
        stack.append((node, False))
        stack += [(child, True) for child in reversed(list(node.iter(include_text=True)))]


class _Writer:
    """Collects lines.

    ``_item`` is the line while it holds a list marker alone; ``_lists`` holds the next number of each open list, None
    for one of bullets.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line = ""
        self._item = ""
        self._lists: list[int | None] = []
        self._cells = 0
        self._preformatted = 0

    def text(self) -> str:
        self._break()
        return "\n".join(self._lines) + "\n" if self._lines else ""

    def enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._words(node.text_content or "")
        elif tag == "br":
            self._break()
        elif tag in {"td", "th"}:
            if self._cells == 0 and self._line.strip():
                self._line = self._line.rstrip() + " | "
            self._cells += 1
        elif tag in BLOCKS:
            if not (self._line and self._line == self._item) or tag in {"li", "ol", "ul"}:
                self._break()
            self._open(tag, node)

    def leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in {"td", "th"}:
            self._cells -= 1
        elif tag in BLOCKS:
            self._break()
            self._close(tag)

    def _open(self, tag: str, node: LexborNode) -> None:
        if tag == "ol":
            self._lists.append(_number(node.attributes.get("start"), 1))
        elif tag == "ul":
            self._lists.append(None)
        elif tag == "li":
            self._line += self._marker(node)
            self._item = self._line
        elif tag == "pre":
            self._preformatted += 1

    def _close(self, tag: str) -> None:
        if tag in {"ol", "ul"} and self._lists:
            self._lists.pop()
        elif tag == "pre":
            self._preformatted -= 1

    def _marker(self, item: LexborNode) -> str:
        following = self._lists[-1] if self._lists else None
        if following is None:
            return "- "
        number = _number(item.attributes.get("value"), following)
        self._lists[-1] = number + 1
        kind = item.parent.attributes.get("type") if item.parent is not None else None
        if kind in {"a", "A"} and 1 <= number <= 26:
            return f"{chr(ord(kind) + number - 1)}. "
        return f"{number}. "

    def _words(self, text: str) -> None:
        if self._preformatted:
            first, *others = text.split("\n")
            self._line += first
            for other in others:
                self._break()
                self._line = other
            return
        words = _SPACE.sub(" ", text)
        self._line += words.lstrip() if not self._line or self._line.endswith(" ") else words

    def _break(self) -> None:
        if self._cells:
            if self._line and not self._line.endswith(" "):
                self._line += " "
            return
        if self._line.strip() and not self._line.isspace():
            self._lines.append(self._line.strip())
        self._line = ""


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text.strip()) else default
