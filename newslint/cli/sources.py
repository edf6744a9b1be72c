"""`newslint sources`: who speaks in an article, how often and at what length."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import click

from newslint.cli.input import read_document
from newslint.cli.problems import tell_and_go_on
from newslint.document import Document
from newslint.errors import ReadError
from newslint.model import Attribution, Speaker
from newslint.reporters.text import printable

SCHEMA_VERSION = 1

_NAMED = ("person", "body", "document")
_NAMELESS = ("anonymous", "unclear")
_WORD = re.compile(r"\w\S*")
_NARROWEST = 24  # columns of names
_MOST_PLACES = 10


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True, readable=False))
@click.option("--format", "format_name", metavar="FORMAT", help="plain, markdown or html, whatever FILE is called.")
@click.option("--language", metavar="CODE", help="ISO 639-1 language, instead of detecting it.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
def sources(files: Sequence[str], format_name: str | None, language: str | None, output_format: str) -> None:
    """Print who speaks in an article, how often, with how many words, and how much of it has a source."""
    tallies = []
    for file in files:
        try:
            tallies.append(Tally(read_document(file, format_name, language)))
        except ReadError as error:
            tell_and_go_on(str(error))
    if output_format == "json":
        click.echo(json.dumps([source_record(tally) for tally in tallies], indent=1))
    else:
        click.echo("\n\n".join("\n".join(source_table(tally)) for tally in tallies), nl=bool(tallies))


@dataclass(frozen=True)
class Row:
    """A speaker and what it is said to say. words, quoted: counts of all of that, and of what stands between marks."""

    speaker: Speaker
    statements: Sequence[Attribution]
    words: int
    quoted: int

    @property
    def number(self) -> int:
        """How often it speaks: a quotation that "she said" interrupts counts once."""
        return len({item.cue or item.content for item in self.statements})


class Tally:
    """The words of an article's running text, counted by who says them. rows: who says most comes first."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._words = [
            start + match.start()
            for block in document.running_blocks
            for start, end in [document.clean_range(block.span)]
            for match in _WORD.finditer(document.text[start:end])
        ]
        self._quoted = [document.clean_range(item.span) for item in document.quotations if item.open and item.close]
        rows = [self._row(speaker) for speaker in document.speakers]
        # Who speaks in a headline only says nothing of the running text.
        self.rows = sorted((row for row in rows if row.words), key=lambda row: -row.words)

    @property
    def is_readable(self) -> bool:
        """Whether speakers can be told at all: the words for it are English."""
        return self.document.language in ("en", None)

    @property
    def words(self) -> int:
        """All words of the running text."""
        return len(self._words)

    def share(self, kinds: Sequence[str]) -> float:
        """The share of the words, from 0 to 1, that speakers of these kinds say."""
        statements = [item for row in self.rows if row.speaker.kind in kinds for item in row.statements]
        return self._count(self._contents(statements)) / max(1, self.words)

    def _row(self, speaker: Speaker) -> Row:
        statements = [self.document.attributions[number] for number in speaker.statements]
        contents = self._contents(statements)
        return Row(speaker, statements, self._count(contents), self._count(_common(contents, self._quoted)))

    def _contents(self, statements: Iterable[Attribution]) -> list[tuple[int, int]]:
        return [self.document.clean_range(item.content) for item in statements if item.content]

    def _count(self, ranges: Iterable[tuple[int, int]]) -> int:
        """The words in these ranges of the clean text, each counted once."""
        words, reached = 0, 0
        for start, end in sorted(ranges):
            first = max(start, reached)
            if end > first:
                words += bisect_left(self._words, end) - bisect_left(self._words, first)
                reached = end
        return words


def source_table(tally: Tally) -> list[str]:
    """The lines of the table, one for each speaker, with those that have no name below."""
    path = printable(tally.document.path or "")
    if not tally.is_readable:
        return [f"{path}: speakers are told in English only, and this is in “{tally.document.language}”"]
    named = [row for row in tally.rows if row.speaker.kind in _NAMED]
    other = [row for row in tally.rows if row.speaker.kind in _NAMELESS]
    count = f"{len(named)} source{'' if len(named) == 1 else 's'}"
    lines = [f"{path}: {count} for {tally.share(_NAMED):.0%} of {tally.words} words"]
    if share := tally.share(_NAMELESS):
        lines[0] += f", sources without a name for {share:.0%}"
    names = [_name(row) for row in (*named, *other)]
    if names:
        width = max(_NARROWEST, *map(len, names))
        lines += ["", f"{'source':<{width}}  {'kind':<9}  {'speaks':>6}  {'words':>5}  {'quoted':>6}  first"]
        lines += [
            f"{name:<{width}}  {row.speaker.kind:<9}  {row.number:>6}  {row.words:>5}  {row.quoted:>6}  {place}"
            for name, row in zip(names, (*named, *other), strict=True)
            for place in [_place(tally.document, row.statements[0])]
        ]
    unattributed = [item for row in tally.rows if row.speaker.kind == "nobody" for item in row.statements]
    for what, items in (
        ("Quotations without a speaker", [item for item in unattributed if item.kind == "direct"]),
        ("Reported without saying by whom", [item for item in unattributed if item.kind != "direct"]),
    ):
        if items:
            places = list(dict.fromkeys(_place(tally.document, item) for item in items))
            more = f" and {len(places) - _MOST_PLACES} more" if len(places) > _MOST_PLACES else ""
            lines += ["", f"{what}: {len(places)} ({', '.join(places[:_MOST_PLACES])}{more})"]
    return lines


def source_record(tally: Tally) -> dict[str, object]:
    """The same as plain values, positions in code points of the source; docs/reference/json.md has the schema."""
    return {
        "version": SCHEMA_VERSION,
        "path": tally.document.path,
        "words": tally.words,
        "sourced_share": round(tally.share(_NAMED), 4) if tally.is_readable else None,
        "nameless_share": round(tally.share(_NAMELESS), 4) if tally.is_readable else None,
        "sources": [
            {
                "name": row.speaker.name if row.speaker.kind != "nobody" else None,
                "kind": row.speaker.kind,
                "statements": row.number,
                "words": row.words,
                "quoted_words": row.quoted,
                "attributions": [
                    {"source": item.source, "cue": item.cue, "content": item.content, "kind": item.kind}
                    for item in row.statements
                ],
            }
            for row in tally.rows
        ],
    }


def _name(row: Row) -> str:
    return printable(row.speaker.name)


def _place(document: Document, item: Attribution) -> str:
    position = document.lines.position(min(span.start for span in (item.cue, item.source, item.content) if span))
    return f"{position.line}:{position.column}"


def _common(some: Iterable[tuple[int, int]], others: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What ranges have in common with others, which come in the order of the text."""
    common = []
    starts = [start for start, _ in others]
    for start, end in some:
        at = max(0, bisect_left(starts, start) - 1)
        while at < len(others) and others[at][0] < end:
            if others[at][1] > start:
                common.append((max(start, others[at][0]), min(end, others[at][1])))
            at += 1
    return common
