"""`newslint index`: indexes of what the documents of a corpus share."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from newslint import files
from newslint.analysis.template_index import IndexBuilder, Template, TemplateIndex
from newslint.cli.input import read_stdin
from newslint.cli.session import Flags, Session
from newslint.corpus.index_file import load_template_index, save_template_index
from newslint.corpus.templates import merge as merge_indexes
from newslint.document import Document
from newslint.errors import ConfigError, ReadError
from newslint.reporters.text import printable

_RECORDS = ".jsonl"


def _no_stdout(ctx: click.Context, param: click.Parameter, value: Path) -> Path:
    if str(value) == "-":
        raise click.BadParameter("an index is no text: name a file")
    return value


_output_file = click.option(
    "-o",
    "--output-file",
    callback=_no_stdout,
    type=click.Path(path_type=Path, dir_okay=False, readable=False),
    metavar="FILE",
    required=True,
    help="The index to write, whole or not at all.",
)
_prune = click.option(
    "--prune", is_flag=True, help="Leave out what one document has: far smaller, but it can no longer be merged."
)


@click.group()
def index() -> None:
    """Indexes of a corpus, for rules that look for what its documents share."""


@index.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(readable=False, allow_dash=True))
@_output_file
@_prune
@click.option(
    "--format", "format_name", metavar="FORMAT", help="Read files as plain, markdown, html or a plugin's format."
)
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress.")
def build(paths: tuple[str, ...], output_file: Path, *, prune: bool, format_name: str | None, quiet: bool) -> None:
    """Index files, folders, and records: a line of JSON each in .jsonl files and on standard input ("-").

    A record has "text" and, if there is one, "id" or "path", "format" and "language".
    """
    session = Session(Flags(), quiet=quiet)
    builder = IndexBuilder()
    for name, document in _documents(session, paths, format_name, output_file):
        builder.add(name, document.passages)
        session.documents += 1
        session.show_progress(f"{session.documents} documents")
    session.clear_progress()
    if session.documents or not session.failed:  # else what was there says more
        _save(builder.index, output_file, prune=prune, quiet=quiet)
    click.get_current_context().exit(session.exit_status(exit_zero=True))


@index.command()
@click.argument("indexes", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@_output_file
@_prune
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def merge(indexes: tuple[Path, ...], output_file: Path, *, prune: bool, quiet: bool) -> None:
    """Make one index of several, as if their documents had been indexed together."""
    _save(merge_indexes(map(_mergeable, indexes)), output_file, prune=prune, quiet=quiet)


@index.command()
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option("--minimum-documents", type=click.IntRange(2), default=3, show_default=True, metavar="N")
@click.option("--most", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="Paragraphs to show.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
def show(file: Path, minimum_documents: int, most: int, output_format: str) -> None:
    """Print what an index holds: the paragraphs that most documents have, and where."""
    found = load_template_index(file)
    frequent = found.most_frequent(minimum_documents)
    if output_format == "json":
        click.echo(json.dumps(_record(found, frequent[:most]), indent=1))
        return
    click.echo(f"{_summary(found)}, {len(frequent)} of them in {minimum_documents} or more")
    for template in frequent[:most]:
        place = template.places[0]
        click.echo(f"{template.documents:>7}  {printable(template.excerpt)}")
        click.echo(f"         {printable(place.document)} ({place.start}-{place.end})")
    if len(frequent) > most:
        click.echo(f"{len(frequent) - most} more; --most shows them")


def _mergeable(path: Path) -> TemplateIndex:
    loaded = load_template_index(path)
    if loaded.is_pruned:
        raise ReadError(f"{path}: is pruned, so it cannot be merged: what it left out may stand in another one as well")
    return loaded


def _save(made: TemplateIndex, path: Path, *, prune: bool, quiet: bool) -> None:
    made = made.pruned() if prune else made
    save_template_index(made, path)
    if not quiet:
        click.echo(f"{printable(str(path))}: {_summary(made)}.", err=True)


def _summary(made: TemplateIndex) -> str:
    paragraphs = f"{len(made)} paragraph{'' if len(made) == 1 else 's'}{' that others share' if made.is_pruned else ''}"
    return f"{made.documents} document{'' if made.documents == 1 else 's'}, {paragraphs}"


def _record(made: TemplateIndex, shown: Iterable[Template]) -> dict[str, object]:
    return {
        "documents": made.documents,
        "paragraphs": len(made),
        "pruned": made.is_pruned,
        "templates": [
            {
                "documents": template.documents,
                "excerpt": template.excerpt,
                "places": [place._asdict() for place in template.places],
            }
            for template in shown
        ],
    }


def _documents(
    session: Session, paths: Iterable[str], format_name: str | None, output_file: Path
) -> Iterator[tuple[str, Document]]:
    """Each document with its name; what cannot be read is told, and the others are still there."""
    for path in paths:
        if path == "-":
            yield from _records(session, Path("stdin"), "<stdin>", read_stdin())
    found = files.find(
        [Path(path) for path in paths if path != "-"],
        suffixes=session.suffixes() | {_RECORDS},
        is_excluded=session.is_excluded,
        fail=session.fail,
        leave_out=output_file,
    )
    for file in found:
        try:
            if file.suffix.lower() == _RECORDS:
                yield from _records(session, file, str(file), file.read_bytes())
            elif (linter := session.linter(file)) is not None:
                source = linter.decode(file.read_bytes(), path=str(file), format=format_name)
                yield str(file), linter.segment(source, path=str(file), format=format_name)
        except (OSError, ReadError, ConfigError) as error:
            session.fail(f"{file}: {getattr(error, 'strerror', None) or error}")


def _records(session: Session, path: Path, name: str, data: bytes) -> Iterator[tuple[str, Document]]:
    """The records of a file, each named by its id or its line."""
    linter = session.linter(path)
    if linter is None:
        return
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            try:
                document = linter.segment_record(number, json.loads(line))
                yield document.path or f"{name}:{number}", document
            except (ValueError, RecursionError) as error:
                session.fail(f"{name}:{number}: no JSON: {error}")
            except ReadError as error:
                session.fail(f"{name}:{number}: {error.__cause__}")
