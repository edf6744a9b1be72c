"""Telling what went wrong, always in the same way: on standard error, with exit status 2 in the end."""

import os
import sys
from contextlib import suppress

import click

from newslint.reporters.text import printable

_FAILED = "newslint.failed"  # under this key click's context remembers


def tell(problem: str) -> None:
    """Write a problem to standard error."""
    shown = "\n".join(map(printable, problem.split("\n")))
    with suppress(OSError):  # a full or closed standard error changes nothing about the exit status
        click.echo(f"newslint: error: {shown}", err=True)


def tell_and_go_on(problem: str) -> None:
    """Write a problem; the command goes on to its end, and then the exit status is 2."""
    tell(problem)
    click.get_current_context().meta[_FAILED] = True


def has_failed(ctx: click.Context) -> bool:
    """Whether something was told that the exit status must show."""
    return _FAILED in ctx.meta


def reason(error: OSError) -> str:
    """What the system says, with the file if it names one."""
    text = error.strerror or str(error)
    return f"{os.fsdecode(error.filename)}: {text}" if isinstance(error.filename, str | bytes) else text


def describe(error: BaseException) -> str:
    """An exception in words, with the place that it comes from."""
    import traceback  # 5 ms, for the day that something breaks

    frame = traceback.extract_tb(error.__traceback__)[-1]
    cause = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"{cause} ({frame.filename}:{frame.lineno})"


def drop_unwritten() -> None:
    """Forget what standard output does not take: the interpreter would try again when it ends, and complain."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
