"""Headings that skip a level."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from newslint import Document, Example, Finding, Rule
from newslint_rules.structure._headings import headings


@dataclass(frozen=True)
class SkippedLevel(Rule):
    """A heading more than one level below the heading before it: a level 4 under a level 2.

    Reports the heading. Which level comes first does not matter, and any number of levels may be closed at once.
    Text without markup has no levels.

    Why: who listens to the page moves from heading to heading by their level, and looks for the missing section.
    Instead: use the next level down; leave the look of a heading to the style sheet.
    """

    id = "structure.skipped-level"
    bad = (
        Example("# Storm hits coast\n\n## Damage\n\nRoofs fell.\n\n#### [[Harbour]]\n\nBoats sank.", format="markdown"),
        Example("<h1>Storm hits coast</h1><h4>[[Harbour]]</h4><p>Boats sank.</p>", format="html"),
    )
    good = (
        Example("# Storm hits coast\n\n## Damage\n\nRoofs fell.\n\n### Harbour\n\nBoats sank.", format="markdown"),
        Example("### Damage\n\nRoofs fell.\n\n### Harbour\n\nBoats sank.", format="markdown"),
        Example("# Storm\n\n## Damage\n\n### Harbour\n\nBoats sank.\n\n## Aid\n\nHelp came.", format="markdown"),
        "Storm hits coast\n\nRoofs fell in three villages on Monday night.\n\nThe harbour\n\nBoats sank at the pier.",
    )

    def check(self, document: Document) -> Iterator[Finding]:
        marked = [block for block in headings(document) if block.marked]
        for above, block in pairwise(marked):
            if block.level > above.level + 1:
                yield self.finding(
                    block.span,
                    f"level {block.level} under level {above.level}: level {above.level + 1} is skipped",
                    evidence=[(above.span, f"the heading of level {above.level}")],
                )
