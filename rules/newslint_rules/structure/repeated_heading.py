"""Headings that say the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Block, Document, Example, Finding, Rule
from newslint_rules.structure._headings import headings

_FIRST = "The storm tore the roofs off forty houses in the old town on Monday night."
_SECOND = "The mayor asked the government in Lisbon for help on Tuesday morning."


@dataclass(frozen=True)
class RepeatedHeading(Rule):
    """A heading with the same words as one before it in the same section.

    Reports the later one. Case, white space and closing punctuation do not count. Headings under different parents may
    be alike: each country may have its "History". Text without markup is left alone unless told otherwise: lines that
    repeat there are mostly advertisements and credits that came along with the copy.

    Why: two sections of one name cannot be told apart in a table of contents or by a link, and are often a section
    pasted twice.
    Instead: say what is different about the second, or merge the sections.

    Options:
        unmarked: also report lines of plain text that only their shape makes headings.
        across_sections: also report headings that repeat one under another parent.
    """

    id = "structure.repeated-heading"
    bad = (
        Example(f"# Storm\n\n## Damage\n\n{_FIRST}\n\n## [[Damage]]\n\n{_SECOND}", format="markdown"),
        Example(
            f"Storm hits coast\n\n{_FIRST}\n\nThe damage\n\n{_SECOND}\n\n[[The Damage]]\n\n{_FIRST}",
            options={"unmarked": True},
        ),
        Example(
            f"# Storm\n\n## Spain\n\n### Damage\n\n{_FIRST}\n\n## Portugal\n\n### [[Damage]]\n\n{_SECOND}",
            format="markdown",
            options={"across_sections": True},
        ),
    )
    good = (
        Example(f"# Storm\n\n## Damage\n\n{_FIRST}\n\n## Aid\n\n{_SECOND}", format="markdown"),
        Example(
            f"# Storm\n\n## Spain\n\n### Damage\n\n{_FIRST}\n\n## Portugal\n\n### Damage\n\n{_SECOND}",
            format="markdown",
        ),
        Example(f"# Storm\n\n## Storm\n\n{_FIRST}", format="markdown"),
        f"Storm hits coast\n\n{_FIRST}\n\nThe damage\n\n{_SECOND}",
        f"Storm hits coast\n\n{_FIRST}\n\nAdvertisement\n\n{_SECOND}\n\nAdvertisement\n\n{_FIRST}",
    )

    unmarked: bool = False
    across_sections: bool = False

    def check(self, document: Document) -> Iterator[Finding]:
        seen: dict[tuple[str, ...], Block] = {}
        parents: list[tuple[int, str]] = []
        for block in headings(document):
            if not (block.marked or self.unmarked):
                continue
            name = " ".join(document.text_of(block.span).casefold().split()).rstrip(".:!")
            while parents and parents[-1][0] >= block.level:
                parents.pop()
            path = (name,) if self.across_sections else (*(parent for _, parent in parents), name)
            parents.append((block.level, name))
            first = seen.setdefault(path, block)
            if first is not block and block.kind == "heading":
                yield self.finding(
                    block.span,
                    "the same heading as one before it: say what is different, or merge the sections",
                    confidence=min(first.confidence, block.confidence),
                    evidence=[(first.span, "the first")],
                )
