"""`newslint check`: files in, findings out."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from newslint import files
from newslint.analysis.language import canonical
from newslint.cli.completion import rule_names
from newslint.cli.guard import GuardedReporter
from newslint.cli.input import read_stdin
from newslint.cli.session import Flags, Session
from newslint.cli.settings import settings_of
from newslint.cli.statistics import statistics_table
from newslint.errors import ConfigError, ReadError
from newslint.report import Report
from newslint.reporters import ReporterOptions
from newslint.reporters.text import printable
from newslint.suggest import did_you_mean


def _names(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(name for item in value for name in item.replace(",", " ").split())
    if param.name == "select" and value and not names:
        raise click.BadParameter("names no rule and no family")
    return names


def _language(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    try:
        return canonical(value) if value is not None else None
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _name_option(flag: str, text: str) -> Callable[[Any], Any]:
    return click.option(flag, multiple=True, callback=_names, shell_complete=rule_names, metavar="NAMES", help=text)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(readable=False, allow_dash=True))
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
@click.option(
    "--language", metavar="CODE", callback=_language, help="ISO 639-1 language of the input, instead of detecting it."
)
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
    type=click.Path(path_type=Path, dir_okay=False, readable=False),
    metavar="FILE",
    help="Write the findings to a file, whole or not at all.",
)
@click.option(
    "--template-index",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Report what this index of a corpus, made by `newslint index build`, has in several documents.",
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
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress.")
def check(
    paths: tuple[str, ...],
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
    paths = paths or (".",)
    _check_usage(paths, stdin_filename, output_file)
    session = Session(Flags(**flags), _folder_of(paths[0], stdin_filename), quiet=quiet)
    if format_name is not None:
        _check_known(format_name, session.known_plugins().readers, "--format")
    _ = session.template_index  # one that cannot be read ends the run before anything is linted
    inputs = _inputs(session, paths, stdin_filename, output_file, force_exclude=force_exclude)
    if show_settings:
        for item in inputs:
            _show_settings(session, item, format_name)
        sys.exit(session.exit_status(exit_zero=True))

    reporter = _reporter(session, output_format, output_file, show_fingerprints)
    reports = _reports(session, inputs, format_name)
    if output_file is None:
        _write(reports, reporter, partial(click.echo, nl=False))
    else:
        with files.open_output(output_file) as output:
            _write(reports, reporter, output.write)
            if session.documents or not session.failed:  # else what was there says more
                output.commit()
    session.clear_progress()
    if statistics:
        click.echo(statistics_table(session), err=True)
    if not quiet:
        click.echo(session.summary(), err=True)
    sys.exit(session.exit_status(exit_zero=exit_zero))


def _check_usage(paths: Sequence[str], stdin_filename: str | None, output_file: Path | None) -> None:
    if stdin_filename is not None and "-" not in paths:
        raise click.UsageError('--stdin-filename names standard input, which only "-" reads.')
    if output_file is not None and output_file.is_file():
        for path in paths:
            if path != "-" and os.path.isfile(path) and output_file.samefile(path):  # noqa: PTH113 - never raises
                raise click.UsageError(f"--output-file: {printable(path)} is also an input.")


def _folder_of(path: str, stdin_filename: str | None) -> Path:
    if path == "-":
        return Path(stdin_filename or "stdin").parent
    return Path(path) if os.path.isdir(path) else Path(path).parent  # noqa: PTH112 - Path.is_dir may raise


@dataclass(frozen=True)
class _Input:
    """Something to lint. path: where its settings are looked for. name: what findings call it."""

    path: Path
    name: str
    read: Callable[[], bytes]


def _inputs(
    session: Session, paths: Sequence[str], stdin_filename: str | None, output_file: Path | None, *, force_exclude: bool
) -> Iterator[_Input]:
    if "-" in paths:
        path = Path(stdin_filename or "stdin")
        if not (force_exclude and session.is_excluded(path)):
            yield _Input(path, stdin_filename or "<stdin>", read_stdin)
    for path in files.find(
        [Path(path) for path in paths if path != "-"],  # "./-" is a file
        suffixes=session.suffixes(),
        is_excluded=session.is_excluded,
        fail=session.fail,
        force_exclude=force_exclude,
        leave_out=output_file,
    ):
        yield _Input(path, str(path), path.read_bytes)


def _show_settings(session: Session, item: _Input, format_name: str | None) -> None:
    linter = session.linter(item.path)
    if linter is None:
        return
    try:
        click.echo(settings_of(linter, item.name, format_name))
    except ConfigError as error:
        session.fail(str(error))


def _reports(session: Session, inputs: Iterable[_Input], format_name: str | None) -> Iterator[Report]:
    for item in inputs:
        report = _lint(session, item, format_name)
        if report is not None:
            yield report
        session.show_progress()


def _lint(session: Session, item: _Input, format_name: str | None) -> Report | None:
    """The report of one input; None where it cannot be read or its settings cannot be used, which is told."""
    linter = session.linter(item.path)
    if linter is None:
        return None
    try:
        source = linter.decode(item.read(), path=item.name, format=format_name)
        report = linter.lint(source, path=item.name, format=format_name)
    except (OSError, ReadError) as error:
        session.fail(f"{item.name}: {getattr(error, 'strerror', None) or error}")
        return None
    except ConfigError as error:
        session.fail(str(error))
        return None
    session.count(report, linter)
    return report


def _write(reports: Iterable[Report], reporter: GuardedReporter, write: Callable[[str], object]) -> None:
    write(reporter.begin())
    for report in reports:
        write(reporter.report(report))
    write(reporter.end())


def _check_known(name: str, known: Iterable[str], flag: str) -> None:
    known = tuple(known)
    if name not in known:
        raise click.BadParameter(f"{name!r} is none of {', '.join(known)}{did_you_mean(name, known)}", param_hint=flag)


def _reporter(session: Session, name: str, output_file: Path | None, show_fingerprints: bool) -> GuardedReporter:
    reporters = session.known_plugins().reporters
    _check_known(name, reporters, "--output-format")
    is_terminal = output_file is None and sys.stdout.isatty()
    return GuardedReporter(
        reporters[name],
        ReporterOptions(
            color=is_terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb",
            width=shutil.get_terminal_size((100, 24)).columns if is_terminal else 100,
            fingerprints=show_fingerprints,
        ),
    )
