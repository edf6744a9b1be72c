"""The command line. Exit status: 0 nothing to report, 1 findings, 2 the tool or its configuration failed."""

import os
import sys
from typing import Any

import click

from newslint import __version__
from newslint.cli.check import check
from newslint.cli.completion import completion
from newslint.cli.index import index
from newslint.cli.problems import describe, drop_unwritten, has_failed, reason, tell
from newslint.cli.rules import explain, rules
from newslint.cli.segment import segment
from newslint.cli.sources import sources
from newslint.cli.stats import stats
from newslint.errors import NewslintError
from newslint.files import Terminated

_INTERRUPTED, _TERMINATED = 130, 143  # as a shell has it: 128 and the number of the signal


class _Group(click.Group):
    """Turns whatever goes wrong into one clear message and an exit status; click sees to its own exceptions."""

    def main(self, *args: Any, **extra: Any) -> Any:
        try:
            return super().main(*args, **extra)
        except Terminated:
            sys.exit(_TERMINATED)
        except NewslintError as error:
            tell(str(error))
        except OSError as error:
            tell(f"cannot read or write: {reason(error)}")
            drop_unwritten()
        except Exception as error:
            tell(f"internal error: {describe(error)}; please report it")
        sys.exit(2)

    def invoke(self, ctx: click.Context) -> None:
        try:
            super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(_INTERRUPTED)
        if has_failed(ctx):
            ctx.exit(2)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="newslint")
def main() -> None:
    """A linter for news articles and other reported prose."""
    if sys.stdout is None:
        raise NewslintError("standard output is closed")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # an article may hold what the terminal's encoding cannot write
            stream.reconfigure(errors="backslashreplace")
    try:
        os.getcwd()  # noqa: PTH109 - only whether there is one
    except OSError as error:
        raise NewslintError(f"the current folder cannot be used: {error.strerror}") from error


for command in (check, segment, sources, stats, index, rules, explain, completion):
    main.add_command(command)
