"""Paragraphs that many articles of a corpus share."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from newslint import Document, Example, Finding, Rule, Span
from newslint_rules.boilerplate._cutting import cut

_STORY = "The harbour reopened on Monday after a night of repairs, the port authority said."
_OTHERS = (
    "The council met in private on Tuesday and put the vote off by a week, its chair told reporters.",
    "Snow closed the mountain road for a second day, and two villages were without power until noon.",
)
_AUTHOR = "Ida Holm writes about the coast and its people. Her column appears every other Friday."
_NEARLY = "Ida Holm writes about the coast and its people. Her column appears every second Friday."
_CHILD = "Ida Holm writes about the coast, its ferries and its weather, and she has done so for years."


def _in_each(paragraph: str) -> tuple[str, ...]:
    return tuple(f"{other}\n\n{paragraph}" for other in _OTHERS)


@dataclass(frozen=True)
class Template(Rule):
    """A paragraph that other articles of the corpus have too, word for word or nearly.

    Needs an index of the corpus, made by `newslint index build` or `newslint.build_template_index` and given by
    `--template-index` or `Linter(template_index=...)`; without one nothing is reported. Case, punctuation and
    figures do not count. An article that is in the index counts itself. Titles, headings, bylines, datelines and very
    short paragraphs are left alone. Neighbouring paragraphs are one finding: where it covers a whole article, the
    corpus holds copies of it.

    Why: what stands in many articles is no part of any: a note on the author, a disclaimer, a prompt. Whoever counts,
    quotes or trains on the corpus takes it for news many times over.
    Instead: cut it, or let the page's template add it.

    Options:
        minimum_documents: documents that must have the paragraph; 2 or more.
        minimum_similarity: share of three-word sequences that two paragraphs must have in common; above 0, up to 1.
    """

    id = "boilerplate.template"
    needs_template_index = True
    bad = (
        Example(f"{_STORY}\n\n[[{_AUTHOR}]]", corpus=_in_each(_AUTHOR)),
        Example(f"{_STORY}\n\n[[{_NEARLY}]]", corpus=_in_each(_AUTHOR)),
        Example(f"{_STORY}\n\n[[{_AUTHOR}\n\n{_CHILD}]]", corpus=_in_each(f"{_AUTHOR}\n\n{_CHILD}")),
        Example(f"# Harbour\n\n{_STORY}\n\n- [[{_AUTHOR}]]", format="markdown", corpus=_in_each(_AUTHOR)),
    )
    good = (
        f"{_STORY}\n\n{_AUTHOR}",
        Example(f"{_STORY}\n\n{_AUTHOR}", corpus=_OTHERS),
        Example(f"{_STORY}\n\n{_AUTHOR}", corpus=_in_each(_AUTHOR)[:1]),
        Example(f"{_STORY}\n\n{_AUTHOR}", corpus=_in_each(_AUTHOR), options={"minimum_documents": 4}),
        Example(f"{_STORY}\n\n{_NEARLY}", corpus=_in_each(_AUTHOR), options={"minimum_similarity": 1.0}),
        Example(f"{_STORY}\n\n{_CHILD}", corpus=_in_each(_AUTHOR)),
        Example(f"{_STORY}\n\n“No comment.”", corpus=_in_each("“No comment.”")),
        Example(
            f"{_STORY}\n\n## What we know so far about the storm\n\n{_CHILD}",
            format="markdown",
            corpus=_in_each("## What we know so far about the storm"),
        ),
    )

    minimum_documents: int = 3
    minimum_similarity: float = 0.5

    def __post_init__(self) -> None:
        if self.minimum_documents < 2:
            raise ValueError("minimum_documents must be 2 or more")
        if not 0 < self.minimum_similarity <= 1:
            raise ValueError("minimum_similarity must be above 0 and at most 1")

    def check(self, document: Document) -> Iterator[Finding]:
        run: list[_Shared] = []
        for shared in self._shared(document):
            if run and shared.number > run[-1].number + 1:
                yield self._report(document, run)
                run = []
            run.append(shared)
        if run:
            yield self._report(document, run)

    def _shared(self, document: Document) -> Iterator["_Shared"]:
        for number, block in enumerate(document.blocks):
            match = document.find_template(
                block, minimum_documents=self.minimum_documents, minimum_similarity=self.minimum_similarity
            )
            if match is not None:
                places = [f"{place.document} ({place.start}-{place.end})" for place in match.places]
                if match.documents > len(places) + 1:
                    places.append("...")
                yield _Shared(number, block.span, match.documents, match.is_exact, ", ".join(places))

    def _report(self, document: Document, run: list["_Shared"]) -> Finding:
        span = Span(run[0].span.start, run[-1].span.end)
        is_exact = all(shared.is_exact for shared in run)
        subject = "these paragraphs stand" if len(run) > 1 else "this paragraph stands"
        documents = min(shared.documents for shared in run)
        where = f" in {documents}" if is_exact else f", nearly the same, in {documents} or more"
        return self.finding(
            span,
            f"{subject}{where} documents of the corpus",
            confidence=1.0 if is_exact else 0.8,
            evidence=[(shared.span, f"in {shared.documents} documents: {shared.places}") for shared in run],
            fix=cut(document, span, "cut what the corpus repeats") if is_exact else None,
        )


class _Shared(NamedTuple):
    """A block that other documents have. number: its place among all blocks. places: where they have it, in words."""

    number: int
    span: Span
    documents: int
    is_exact: bool
    places: str
