"""`newslint stats`: readability of an article, beside what textstat makes of it."""

from collections import Counter
from collections.abc import Sequence

import click

from newslint.analysis.textstat_offline import textstat_scores
from newslint.analysis.textstat_sentences import Difference, DifferenceKind, differences
from newslint.cli.input import read_document
from newslint.document import Document
from newslint.reporters.text import printable

# Our names for what textstat calls otherwise; the other scores have the same names.
_TEXTSTAT_NAMES = {
    "words": "lexicon_count",
    "sentences": "sentence_count",
    "letters": "letter_count",
    "syllables": "syllable_count",
    "polysyllables": "polysyllabcount",
    "long_words": "long_word_count",
    "dale_chall": "dale_chall_readability_score",
}
_VERBS: dict[DifferenceKind, str] = {"broken": "breaks", "joined": "joins", "ignored": "leaves out"}
_MOST_PLACES = 10
_WORDS_AROUND = 3
_EXCERPT = 60  # characters at most
_NOTE = """\
With equal counts the scores are equal, but for Coleman-Liau, ARI, Fog and Dale-Chall, where textstat departs from the
published formulas."""


@click.command()
@click.argument("file", type=click.Path(allow_dash=True, readable=False))
@click.option("--format", "format_name", metavar="FORMAT", help="plain, markdown or html, whatever FILE is called.")
@click.option("--language", metavar="CODE", help="ISO 639-1 language, instead of detecting it.")
def stats(file: str, format_name: str | None, language: str | None) -> None:
    """Print readability counts and scores of an article, textstat's beside them, and where the two count otherwise."""
    document = read_document(file, format_name, language)
    prose = _prose(document)
    theirs = textstat_scores(prose, document.language)
    click.echo("\n".join(_table(_scores(document), dict(theirs))))
    click.echo()
    if theirs:
        click.echo("\n".join(_sentence_report(document, prose, int(theirs["sentence_count"]))))
        click.echo(f"\n{_NOTE}")
    else:
        click.echo(f"textstat cannot count the syllables of language {document.language}.")


def _scores(document: Document) -> dict[str, float]:
    scores: dict[str, float] = document.readability()._asdict()
    dale_chall = document.dale_chall()
    return scores if dale_chall is None else scores | {"dale_chall": dale_chall}


def _table(ours: dict[str, float], theirs: dict[str, float]) -> list[str]:
    """Ours first, with textstat's beside them, then what only textstat has."""
    rows = [_row("", "newslint", "textstat")]
    for name, mine in ours.items():
        decimals = 0 if isinstance(mine, int) else 1
        other = theirs.pop(_TEXTSTAT_NAMES.get(name, name), None)
        rows.append(_row(name, f"{mine:.{decimals}f}", "" if other is None else f"{other:.{decimals}f}"))
    return rows + [_row(name, "", f"{value:.1f}") for name, value in sorted(theirs.items())]


def _row(name: str, ours: str, theirs: str) -> str:
    return f"{name.replace('_', ' '):<30}{ours:>10}{theirs:>10}".rstrip()


def _sentence_report(document: Document, prose: str, theirs: int) -> list[str]:
    """How textstat comes to its number of sentences, and the first places where it counts otherwise."""
    ours = document.readability().sentences
    sentences = [document.clean_range(item.span) for block in document.prose_blocks for item in block.sentences]
    places = differences(prose, sentences)
    if not places:
        return [f"Both count the same {ours} sentences."]
    number = Counter(place.kind for place in places)
    sum_of_all = (
        f"Sentences: {ours} of newslint's + {number['broken']} broken at a mark inside - {number['joined']} joined to "
        f"the one before - {number['ignored']} too short = {theirs} of textstat's"
    )
    lines = [sum_of_all, *_places(document, prose, places[:_MOST_PLACES])]
    rest = len(places) - _MOST_PLACES
    return [*lines, f"  and {rest} more"] if rest > 0 else lines


def _places(document: Document, prose: str, places: Sequence[Difference]) -> list[str]:
    lines = []
    for place in places:
        position = document.lines.position(document.locate(place.start, place.end).start)
        where = f"{position.line}:{position.column}"
        lines.append(f"  {where:<8}{_VERBS[place.kind]:<12}{_excerpt(prose, place):<{_EXCERPT}}  {place.reason}")
    return lines


def _excerpt(prose: str, place: Difference) -> str:
    """What stands there on one line, with a bar where a sentence is broken."""
    if place.kind != "broken":
        return _printable_line(prose[place.start : place.end][:_EXCERPT].split())
    before = prose[max(0, place.start - _EXCERPT // 2) : place.end].split()[-_WORDS_AROUND:]
    after = prose[place.end : place.end + _EXCERPT // 2].split()[:_WORDS_AROUND]
    return _printable_line([*before, "|", *after])


def _printable_line(words: Sequence[str]) -> str:
    return printable(" ".join(words))


def _prose(document: Document) -> str:
    """What newslint measures, all else blanked out, so that positions are those of the clean text."""
    parts = []
    reached = 0
    for block in document.prose_blocks:
        start, end = document.clean_range(block.span)
        parts += [" " * (start - reached), document.text[start:end]]
        reached = end
    return "".join(parts)
