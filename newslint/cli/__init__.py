"""The command line. Exit status: 0 nothing to report, 1 findings, 2 the tool or its configuration failed."""

import sys

import click

from newslint import __version__
from newslint.cli.check import check
from newslint.cli.completion import completion
from newslint.cli.rules import explain, rules
from newslint.cli.segment import segment
from newslint.cli.stats import stats
from newslint.errors import NewslintError


class _Group(click.Group):
    """Turns newslint's own errors into one clear message and exit status 2."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except NewslintError as error:
            click.echo(f"newslint: error: {error}", err=True)
            ctx.exit(2)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="newslint")
def main() -> None:
    """A linter for news articles and other reported prose."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # an article may hold what the terminal's encoding cannot write
            stream.reconfigure(errors="backslashreplace")


for command in (check, segment, stats, rules, explain, completion):
    main.add_command(command)
