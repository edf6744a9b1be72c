"""The tokens of HTML, with their positions, in linear time on any input.

`html.parser` would do for well-formed pages. But it takes 40 s for 60 kB of unfinished tags, raises on `<![x`, and
reads comments and scripts differently from one patch release of Python to the next. Here is the part of the HTML
standard's tokenizer (https://html.spec.whatwg.org/multipage/parsing.html#tokenization) that text depends on, except
that markup which never ends does not swallow the rest of the page: only scripts and styles do.
"""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import Literal, NamedTuple

# A quotation mark in a tag counts only after "=". The quantifiers are possessive, so that a match that fails is not
# tried again in pieces.
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^=>]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)>""")
_TAG_WITHOUT_QUOTES = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
_COMMENT_END = re.compile(r"--!?>")
_CDATA_START = "<![CDATA["
_CDATA_END = "]]>"

# Whatever looks like markup in these is none.
_RAW_TEXT = ("script", "style", "title", "textarea", "iframe", "noscript", "noembed", "noframes")
_RAW_TEXT_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW_TEXT}
_NEVER_TEXT = ("script", "style")

REFERENCE = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]+|[0-9]+);?|[a-zA-Z][a-zA-Z0-9]*;?)")
_LONGEST_BARE_NAME = 6  # of the names that HTML accepts without a semicolon
_LONGEST_NUMBER = 8  # digits; whatever is longer is out of range

_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")


class Token(NamedTuple):
    """A stretch of markup.

    kind: "text" (with character references), "literal" (text without; begins after its markup), "start" and "end" of
    an element, "comment", or "other", which shows nothing. name: of the element, in lower case. content: the
    attributes of a start tag as they are written, the literal text, or what stands in the comment.
    """

    kind: Literal["text", "literal", "start", "end", "comment", "other"]
    start: int
    end: int
    name: str = ""
    content: str = ""


def tokens(markup: str) -> Iterator[Token]:
    """The tokens of a page or a part of one, in order."""
    return _Tokenizer(markup).tokens()


def attributes(content: str) -> dict[str, str]:
    """The attributes of a start tag by name in lower case, values with character references resolved."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(content):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), unescape(value) if "&" in value else value)
    return found


def resolve(reference: str) -> tuple[str, int]:
    """What a match of `REFERENCE` stands for, and how much of it is the reference; ("", 0) if it is none.

    As the HTML standard has it: numbers from 128 to 159 are those of Windows-1252, what is no character is U+FFFD,
    and old names need no semicolon.
    """
    if reference[1] == "#":
        is_hexadecimal = reference[2] in "xX"
        digits = reference[3 if is_hexadecimal else 2 :].rstrip(";").lstrip("0") or "0"
        number = int(digits, 16 if is_hexadecimal else 10) if len(digits) <= _LONGEST_NUMBER else -1
        return unescape(f"&#{number};") if number >= 0 else "\ufffd", len(reference)
    name = reference[1:]
    if name in html5:
        return html5[name], len(reference)
    for length in range(min(len(name), _LONGEST_BARE_NAME), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], length + 1
    return "", 0


class _Tokenizer:
    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._tag = _TAG
        # Where a search that is bound to fail need not begin, or it would run to the end each time.
        self._last_bracket = markup.rfind(">")
        self._last_comment_end = max(markup.rfind("-->"), markup.rfind("--!>"))
        self._last_cdata_end = markup.rfind(_CDATA_END)
        self._unclosed: set[str] = set()

    def tokens(self) -> Iterator[Token]:
        markup = self._markup
        position = text_start = 0
        while 0 <= (at := markup.find("<", position)) < self._last_bracket:
            token = self._token(at)
            if token is None:
                position = at + 1
                continue
            if text_start < at:
                yield Token("text", text_start, at)
            position = text_start = token.end
            if token.kind == "start" and token.name in _RAW_TEXT:
                position = text_start = self._end_of_raw_text(token)
                if token.name in self._unclosed and token.name not in _NEVER_TEXT:
                    continue
            yield token
        if text_start < len(markup):
            yield Token("text", text_start, len(markup))

    def _token(self, at: int) -> Token | None:
        """The token that begins with the "<" at this place, or None if it is text."""
        following = self._markup[at + 1 : at + 3]
        if following[:1] == "!":
            return self._declaration(at)
        if following[:1] == "?":
            return self._bogus_comment(at)
        if following[:1] == "/" and not (following[1:].isascii() and following[1:].isalpha()):
            return self._bogus_comment(at)
        match = self._tag.match(self._markup, at)
        if match:
            return Token("end" if match[1] else "start", at, match.end(), match[2].lower(), match[3])
        if self._tag is _TAG and _TAG_WITHOUT_QUOTES.match(self._markup, at):
            # A quotation mark in a tag swallows the rest of the page: from here on none can be trusted.
            self._tag = _TAG_WITHOUT_QUOTES
            return self._token(at)
        return None

    def _declaration(self, at: int) -> Token:
        markup = self._markup
        if markup.startswith("<!--", at) and at + 2 <= self._last_comment_end:
            match = _COMMENT_END.search(markup, at + 2)  # "<!-->" is a whole comment
            assert match
            return Token("comment", at, match.end(), content=markup[at + 4 : match.start()])
        if markup.startswith(_CDATA_START, at) and at <= self._last_cdata_end:
            start, end = at + len(_CDATA_START), markup.index(_CDATA_END, at)
            return Token("literal", start, end + len(_CDATA_END), content=markup[start:end])
        return self._bogus_comment(at)

    def _bogus_comment(self, at: int) -> Token:
        return Token("other", at, self._markup.index(">", at) + 1)

    def _end_of_raw_text(self, token: Token) -> int:
        if token.name not in self._unclosed:
            match = _RAW_TEXT_END[token.name].search(self._markup, token.end)
            if match:
                return match.start()
            self._unclosed.add(token.name)
        return len(self._markup) if token.name in _NEVER_TEXT else token.end
