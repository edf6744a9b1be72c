"""`newslint check`: files in, findings out."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from newslint import files
from newslint.cli.completion import rule_names
from newslint.cli.session import Flags, Session
from newslint.cli.settings import settings_of
from newslint.cli.statistics import statistics_table
from newslint.errors import ReadError
from newslint.report import Report
from newslint.reporters import Reporter, ReporterOptions
from newslint.suggest import did_you_mean


def _names(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for item in value for name in item.replace(",", " ").split())


def _name_option(flag: str, text: str) -> Callable[[Any], Any]:
    return click.option(flag, multiple=True, callback=_names, shell_complete=rule_names, metavar="NAMES", help=text)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@_name_option("--select", "Rules or families to run instead of the configured ones. 'all' takes opt-in rules too.")
@_name_option("--extend-select", "Rules or families to run besides the configured ones.")
@_name_option("--ignore", "Rules or families not to run.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="X", help="Leave out findings below this.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="Exit with 1 from this severity on.  [default: warning]",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option(
    "--format",
    "format_name",
    metavar="FORMAT",
    help="Read the input as plain, markdown, html or a plugin's format, whatever it is called.",
)
@click.option("--language", metavar="CODE", help="ISO 639-1 language of the input, instead of detecting it.")
@click.option(
    "--stdin-filename", metavar="PATH", help="What standard input is called: for its format, settings and findings."
)
@click.option(
    "--output-format",
    default="text",
    show_default=True,
    metavar="NAME",
    help="text, concise, json, jsonl, or a plugin's.",
)
@click.option(
    "--output-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the findings to a file, whole or not at all.",
)
@click.option("--show-fingerprints", is_flag=True, help="Show each finding's fingerprint, for the `ignored` table.")
@click.option("--statistics", is_flag=True, help="Findings and time of each rule, on standard error.")
@click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Use this configuration for all files.",
)
@click.option("--isolated", is_flag=True, help="Use no configuration file.")
@click.option("--show-settings", is_flag=True, help="Print the settings that hold for PATHS instead of linting.")
@click.option("--force-exclude", is_flag=True, help="Pass over excluded files even when they are named outright.")
@click.option("--no-plugins", is_flag=True, help="Built-in rules only.")
@click.option(
    "--allow-local-plugins",
    is_flag=True,
    help="Run the local-plugins that a configuration names: code of the repository that is checked.",
)
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def check(
    paths: tuple[Path, ...],
    format_name: str | None,
    stdin_filename: str | None,
    output_format: str,
    output_file: Path | None,
    show_fingerprints: bool,
    show_settings: bool,
    statistics: bool,
    force_exclude: bool,
    exit_zero: bool,
    quiet: bool,
    **flags: Any,
) -> None:
    """Lint files, folders, or standard input ("-"). Without PATHS: the current folder."""
    session = Session(Flags(**flags))
    inputs = _inputs(session, paths or (Path(),), stdin_filename, force_exclude)
    if show_settings:
        for item in inputs:
            if (linter := session.linter(item.path)) is not None:
                click.echo(settings_of(linter, item.name))
        sys.exit(session.exit_status(exit_zero=True))

    reporter = _reporter(session, output_format, output_file, show_fingerprints)
    out = files.AtomicFile(output_file) if output_file else None
    write = out.write if out else partial(click.echo, nl=False)
    try:
        write(reporter.begin())
        for item in inputs:
            report = _lint(session, item, format_name)
            if report is not None:
                write(reporter.report(report))
            session.show_progress()
        write(reporter.end())
        if out:
            out.commit()
    finally:
        if out:
            out.discard()
    if statistics:
        click.echo(statistics_table(session), err=True)
    if not quiet:
        click.echo(session.summary(), err=True)
    sys.exit(session.exit_status(exit_zero=exit_zero))


@dataclass(frozen=True)
class _Input:
    """Something to lint. path: where its settings are looked for. name: what findings call it."""

    path: Path
    name: str
    read: Callable[[], bytes]


def _inputs(
    session: Session, paths: tuple[Path, ...], stdin_filename: str | None, force_exclude: bool
) -> Iterator[_Input]:
    named = [path for path in paths if str(path) != "-"]
    if len(named) < len(paths):
        path = Path(stdin_filename or "stdin")
        if not (force_exclude and session.is_excluded(path)):
            yield _Input(path, stdin_filename or "<stdin>", sys.stdin.buffer.read)
    for path in files.find(
        named,
        suffixes=session.suffixes(),
        is_excluded=session.is_excluded,
        fail=session.fail,
        force_exclude=force_exclude,
    ):
        yield _Input(path, str(path), path.read_bytes)


def _lint(session: Session, item: _Input, format_name: str | None) -> Report | None:
    """The report of one input; None where it cannot be read or its settings cannot be used, which is told."""
    linter = session.linter(item.path)
    if linter is None:
        return None
    try:
        source = linter.decode(item.read(), path=item.name, format=format_name)
    except (OSError, ReadError) as error:
        session.fail(f"{item.name}: {getattr(error, 'strerror', None) or error}")
        return None
    report = linter.lint(source, path=item.name, format=format_name)
    session.count(report, linter)
    return report


def _reporter(session: Session, name: str, output_file: Path | None, show_fingerprints: bool) -> Reporter:
    reporters = session.known_plugins().reporters
    if name not in reporters:
        raise click.BadParameter(
            f"{name!r} is none of {', '.join(reporters)}{did_you_mean(name, reporters)}", param_hint="--output-format"
        )
    is_terminal = output_file is None and sys.stdout.isatty()
    return reporters[name](
        ReporterOptions(
            color=is_terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb",
            width=shutil.get_terminal_size((100, 24)).columns if is_terminal else 100,
            fingerprints=show_fingerprints,
        )
    )
