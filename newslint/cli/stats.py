"""`newslint stats`: readability of an article, beside what textstat makes of it."""

from pathlib import Path

import click

from newslint.analysis.textstat_offline import textstat_scores
from newslint.cli.input import read_document
from newslint.document import Document

# Our names for counts that textstat calls otherwise; the scores have the same names.
_TEXTSTAT_NAMES = {
    "words": "lexicon_count",
    "sentences": "sentence_count",
    "letters": "letter_count",
    "syllables": "syllable_count",
    "polysyllables": "polysyllabcount",
    "long_words": "long_word_count",
}
_NOTE = """\
textstat counts a sentence at every full stop, so that abbreviations and decimals split sentences, and leaves out
sentences of one or two words; newslint counts the sentences that `newslint segment` shows. With equal counts the
scores are equal, but for Coleman-Liau, ARI and Fog, where textstat departs from the published formulas."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", "format_name", metavar="FORMAT", help="plain, markdown or html, whatever FILE is called.")
@click.option("--language", metavar="CODE", help="ISO 639-1 language, instead of detecting it.")
def stats(file: Path, format_name: str | None, language: str | None) -> None:
    """Print readability counts and scores of an article, textstat's beside them."""
    document = read_document(file, format_name, language)
    ours = document.readability()
    theirs = dict(textstat_scores(_prose(document), document.language))
    click.echo(_row("", "newslint", "textstat"))
    for name, mine in ours._asdict().items():
        decimals = 0 if isinstance(mine, int) else 1
        other = theirs.pop(_TEXTSTAT_NAMES.get(name, name), None)
        click.echo(_row(name, f"{mine:.{decimals}f}", "" if other is None else f"{other:.{decimals}f}"))
    for name, value in sorted(theirs.items()):
        click.echo(_row(name, "", f"{value:.1f}"))
    click.echo(f"\n{_NOTE}")


def _prose(document: Document) -> str:
    """What newslint measures, one block a line."""
    return "\n".join(document.text_of(block.span) for block in document.prose_blocks)


def _row(name: str, ours: str, theirs: str) -> str:
    return f"{name.replace('_', ' '):<30}{ours:>10}{theirs:>10}".rstrip()
