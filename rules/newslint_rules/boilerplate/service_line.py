"""Lines that serve the site, not the story."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from newslint import Block, Document, Example, Finding, Rule, Span
from newslint_rules.boilerplate._cutting import cut
from newslint_rules.boilerplate._service_context import Line, runs
from newslint_rules.boilerplate._service_phrases import LONGEST, Evidence, Hit, evidence

_STORY = "The harbour reopened on Monday after a night of repairs, the port authority said."
_MORE = "Ferries will run every hour until the end of the week, according to the timetable."

_SURE = 0.75  # from this confidence on, a warning
_NEVER = ("title", "table", "code")
_SITE_REGIONS = ("nav", "aside", "footer", "form")
_LONGEST_IN_REGION = 300
_LINKED_SHARE = 0.8


@dataclass(frozen=True)
class ServiceLine(Rule):
    """Lines that serve the site, not the story.

    Reports prompts to subscribe, to share, to follow and to read something else, credits of pictures, legal lines and
    lines of agencies, notes on where a text first appeared, marks of advertisements, and rules for comments. A phrase
    counts only where it shows this: alone in its line, at its start, at its end; a sentence in which somebody says
    such a thing is left alone. In Markdown and HTML, lines that are one link, and short ones in menus, side columns,
    footers and forms, are reported as info. Lines in a row are one finding.

    Why: such lines come along when text is taken from a page; they interrupt the story, and whoever counts, quotes or
    translates it takes them for news.
    Instead: cut them, and let the page's template add what the site needs; put the credit of a picture into its field.

    Options:
        links: whether lines that are one link are reported.
        regions: whether short lines in menus, side columns, footers and forms are reported.
    """

    id = "boilerplate.service-line"
    bad = (
        f"{_STORY}\n\n[[Sign up for our newsletter and get the best of the coast every Friday.]]\n\n{_MORE}",
        f"{_STORY}\n\n[[Advertisement]]\n\n{_MORE}",
        f"{_STORY}\n\n[[READ MORE: Port workers “will not wait” for talks]]\n\n{_MORE}",
        f"{_STORY}\n\n[[Share this article\nFacebook\nTwitter\nEmail]]\n\n{_MORE}",
        f"{_STORY}\n\n[[Ships wait outside the harbour on Sunday (Photo by Ida Holm)]]\n\n{_MORE}",
        f"{_STORY}\n\n{_MORE}\n\n[[© 2024 Coast Press. All rights reserved.]]",
        f"{_STORY}\n\n{_MORE}\n\n[[This story was originally published by Coast Press.]]",
        f"{_STORY}\n\n{_MORE}\n\n[[(Reporting by Ida Holm; Editing by Jens Berg)]]",
        f"{_STORY}\n\n{_MORE}\n\n[[Follow Ida Holm on Twitter.]]",
        Example(
            f'<p>{_STORY}</p><p><a href="/harbour">[[Why the harbour had to close]]</a></p><p>{_MORE}</p>',
            format="html",
        ),
        Example(f"<p>{_STORY}</p><aside><p>[[The coast in pictures]]</p></aside><p>{_MORE}</p>", format="html"),
    )
    good = (
        f"{_STORY}\n\n{_MORE}",
        "She asked readers to share the story with the police.",
        "The newsletter was founded in 1990 and has 4,000 subscribers.",
        "Follow-up tests showed that the water was clean.",
        "Related costs rose by a third, the port authority said.",
        "Photographs of the ship were shared on Facebook before the police arrived.",
        "“Sign up for our newsletter,” the message said, but the link led to a forged page.",
        "Read more than a page of the report and the doubts begin, Ms Holm said.",
        "The picture was bought by Getty Images.",
        "He told the court that all rights reserved to the heirs had been sold.",
        "Written by a retired pilot, the book sold 40,000 copies in a year.",
        "Subscribe or leave: that was the choice the club gave its members.",
        "Facebook\n\nThe company said on Monday that it would appeal.\n\nTwitter\n\nThe company declined to comment.",
        "More than 200 people came to the harbour to watch.",
        Example(f"{_STORY} The [timetable](https://example.org/timetable) is new.", format="markdown"),
        Example(f"{_STORY}\n\n[Ferries](https://example.org/ferries)", format="markdown", options={"links": False}),
        Example(f"<p>{_STORY}</p><nav><p>The coast</p></nav>", format="html", options={"regions": False}),
    )

    links: bool = True
    regions: bool = True

    def __post_init__(self) -> None:
        if not isinstance(self.links, bool) or not isinstance(self.regions, bool):
            raise ValueError("links and regions must be true or false")

    def check(self, document: Document) -> Iterator[Finding]:
        linked = _linked(document) if self.links else {}
        lines = []
        for block, text, hits in _with_hits(document, self.id):
            is_possible = block.kind not in _NEVER
            shown = self._evidence(block, text, hits, linked.get(block.span.start, 0)) if is_possible else None
            lines.append(Line(block, text, shown))
        for run in runs(lines):
            for _, group in groupby(run, key=_is_sure):
                yield self._report(document, list(group))

    def _evidence(self, block: Block, text: str, hits: Sequence[Hit], linked: int) -> Evidence | None:
        """What phrases and markup show; linked: how many characters of the block are links."""
        if hits and (found := evidence(text, hits)):
            return found
        if self.regions and block.region in _SITE_REGIONS and len(text) <= _LONGEST_IN_REGION:
            return Evidence("page furniture", f"stands in a part of the page marked “{block.region}”", 0.6)
        if linked and linked >= _LINKED_SHARE * len(text):
            return Evidence("link", "the whole line is a link", 0.5)
        return None

    def _report(self, document: Document, lines: Sequence[Line]) -> Finding:
        shown = [(line.block.span, line.shown) for line in lines if line.shown]
        kinds = ", ".join(dict.fromkeys(item.kind for _, item in shown))
        subject = f"{len(lines)} lines serve" if len(lines) > 1 else "this line serves"
        span = Span(lines[0].block.span.start, lines[-1].block.span.end)
        return self.finding(
            span,
            f"{subject} the site, not the story: {kinds}",
            severity="warning" if _is_sure(lines[0]) else "info",
            confidence=min(item.confidence for _, item in shown),
            evidence=[(span, f"{item.kind}: {item.note}") for span, item in shown],
            fix=cut(document, span, "cut what serves the site"),
        )


def _is_sure(line: Line) -> bool:
    return line.shown is not None and line.shown.confidence >= _SURE


def _with_hits(document: Document, rule_id: str) -> Iterator[tuple[Block, str, list[Hit]]]:
    """Each block with its text and, unless it is too long for them to count, the phrases in it."""
    hits = deque(document.phrases(rule_id))
    for block in document.blocks:
        base, end = document.clean_range(block.span)
        found = []
        while hits and hits[0].span.start < block.span.end:
            hit = hits.popleft()
            if end - base > LONGEST:
                continue
            kind, _, place = hit.label.rpartition("-")
            start_of_hit, end_of_hit = document.clean_range(hit.span)
            found.append(Hit(start_of_hit - base, end_of_hit - base, kind.replace("_", " "), place))
        yield block, document.text[base:end], found


def _linked(document: Document) -> Mapping[int, int]:
    """How many characters of each block are links, by where it starts."""
    found: dict[int, int] = defaultdict(int)
    for link in document.links:
        if block := document.block_at(link.start):
            start, end = document.clean_range(link)
            found[block.span.start] += end - start
    return found
