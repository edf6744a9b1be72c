"""The elements of HTML: what each means for the text in it, and which are open at a place.

Of the HTML standard's rules (https://html.spec.whatwg.org/multipage/parsing.html#tree-construction) those that text
depends on: end tags that may be missing, and end tags that have nothing to end.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from newslint.model import BlockKind, Region
from newslint.readers.markup import attributes


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _names("area base br col embed hr img input link meta param source track wbr")
BLOCKS = _names("""
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre search section summary
    table tbody tfoot thead tr ul
""")
# A browser does not draw these, draws something else in their place, or makes a control of them.
HIDDEN = _names("""
    script style title textarea iframe noscript noembed noframes template svg canvas audio video object
    select datalist button rp rt
""")
CELLS = ("td", "th")

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ROW_GROUPS = ("tbody", "thead", "tfoot")
_TABLE_PARTS = ("table", *_ROW_GROUPS, "tr", "caption", *CELLS)
_LISTS = ("ul", "ol", "menu", "dir")
_BARRIERS = BLOCKS | HIDDEN | frozenset(CELLS)

# A start tag ends the nearest open element of the first names, unless one of the second is open inside that.
_NamesWithin = tuple[tuple[str, ...], tuple[str, ...]]
_ENDED_BY: dict[str, _NamesWithin] = {
    **dict.fromkeys(_HEADINGS, (tuple(_HEADINGS), _TABLE_PARTS)),
    **dict.fromkeys(("dt", "dd"), (("dt", "dd"), ("dl",))),
    **dict.fromkeys(CELLS, (CELLS, ("tr", "table"))),
    **dict.fromkeys(_ROW_GROUPS, ((*_ROW_GROUPS, "caption"), ("table",))),
    "tr": (("tr", "caption"), ("table",)),
    "li": (("li",), _LISTS),
    "a": (("a",), _TABLE_PARTS),
}

_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(_HEADINGS, "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list_item"),
    **dict.fromkeys(("article", "aside", "main", "nav", "section", *CELLS), "paragraph"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "blockquote",
    "pre": "code",
}
_REGIONS: dict[str, Region] = {
    "nav": "nav",
    "aside": "aside",
    "header": "header",
    "footer": "footer",
    "figure": "figure",
    "form": "form",
}
_ROLES: dict[str, Region] = {  # landmark roles of WAI-ARIA
    "navigation": "nav",
    "complementary": "aside",
    "banner": "header",
    "contentinfo": "footer",
    "form": "form",
    "search": "form",
}
_CODE = ("code", "kbd", "samp", "pre")

_TELLING = re.compile(r"hidden|display|author|byline|role", re.IGNORECASE)  # attributes worth the time to read them
_DISPLAY_NONE = re.compile(r"display\s*:\s*none", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """What the open elements mean for the text in them; handed down from parent to child."""

    kind: BlockKind = "paragraph"
    level: int = 0
    region: Region = ""
    is_hidden: bool = False
    is_code: bool = False
    keeps_space: bool = False
    is_time: bool = False
    is_link: bool = False

    def inside(self, name: str, content: str) -> tuple["Context", bool]:
        """The context in a child with this name and these attributes, and whether it names the author."""
        changes: dict[str, Any] = {}
        if name in _KINDS:
            changes |= {"kind": _KINDS[name], "level": _HEADINGS.get(name, 0)}
        if name in _REGIONS:
            changes["region"] = _REGIONS[name]
        elif name in ("article", "main") and self.region == "form":  # a form round the whole page tells nothing
            changes["region"] = ""
        if name in _CODE:
            changes |= {"is_code": True, "keeps_space": self.keeps_space or name == "pre"}
        if name == "time":
            changes["is_time"] = True
        if name == "a" and "href" in content.lower():
            changes["is_link"] = True
        is_hidden, names_author = name in HIDDEN, name == "address" and self.region != "footer"
        if content and _TELLING.search(content):
            given = attributes(content)
            is_hidden = is_hidden or "hidden" in given or bool(_DISPLAY_NONE.search(given.get("style", "")))
            names_author = names_author or _names_author(given)
            changes |= {"region": _ROLES[role]} if (role := given.get("role", "")) in _ROLES else {}
        if is_hidden:
            changes["is_hidden"] = True
        return (replace(self, **changes) if changes else self), names_author


def _names_author(given: dict[str, str]) -> bool:
    return (
        "author" in given.get("rel", "").lower().split()
        or "author" in given.get("itemprop", "").lower().split()
        or "byline" in given.get("class", "").lower()
    )


class OpenElements:
    """The elements that are open, from the outside in. Every step takes constant time, but for what it closes."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._contexts: list[Context] = [Context()]
        self._indices: dict[str, list[int]] = {}  # where each name stands
        self._barriers: list[int] = []  # what end tags of inline elements do not reach beyond
        self._shields: list[int] = []  # what start tags do not reach beyond

    def __len__(self) -> int:
        return len(self._names)

    @property
    def context(self) -> Context:
        return self._contexts[-1]

    def context_at(self, depth: int) -> Context:
        """The context where only so many elements are open."""
        return self._contexts[depth]

    def count(self, name: str) -> int:
        return len(self._indices.get(name, ()))

    def push(self, name: str, context: Context) -> None:
        index = len(self._names)
        self._names.append(name)
        self._contexts.append(context)
        self._indices.setdefault(name, []).append(index)
        if name in _BARRIERS:
            self._barriers.append(index)
        if name in HIDDEN:
            self._shields.append(index)

    def pop(self) -> str:
        """Close the innermost element; its name."""
        name = self._names.pop()
        self._contexts.pop()
        self._indices[name].pop()
        if name in _BARRIERS:
            self._barriers.pop()
        if name in HIDDEN:
            self._shields.pop()
        return name

    def ended_by_start(self, name: str) -> int:
        """How many elements stay open when this one begins."""
        remain = len(self._names)
        if name in BLOCKS and self._indices.get("p"):
            remain = self._nearest(("p",), _TABLE_PARTS)
        return min(remain, self._nearest(*_ENDED_BY[name])) if name in _ENDED_BY else remain

    def ended_by_end(self, name: str) -> int:
        """How many elements stay open after this end tag: all if it has nothing to end."""
        names = tuple(_HEADINGS) if name in _HEADINGS else (name,)  # `</h2>` ends an open h3
        index = self._last(*names)
        return index if index > self._limit(name) else len(self._names)

    def _limit(self, name: str) -> int:
        """The index of the innermost element that this end tag does not reach beyond."""
        if name in HIDDEN or name == "table":
            return -1
        if name in _TABLE_PARTS:
            return self._last("table")
        if name == "li":
            return self._last(*_LISTS)
        if name in BLOCKS:
            return self._last("table", "caption", *CELLS)
        return self._barriers[-1] if self._barriers else -1

    def _nearest(self, names: tuple[str, ...], within: tuple[str, ...]) -> int:
        index = self._last(*names)
        shield = self._shields[-1] if self._shields else -1
        return index if index > max(shield, self._last(*within)) else len(self._names)

    def _last(self, *names: str) -> int:
        return max((indices[-1] for name in names if (indices := self._indices.get(name))), default=-1)
