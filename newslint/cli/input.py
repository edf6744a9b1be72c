"""Reading single articles, for the commands that run no rules, and standard input."""

import sys
from pathlib import Path

from newslint import config as configuration
from newslint import plugins
from newslint.cli.problems import tell_and_go_on
from newslint.config import Config, Override
from newslint.document import Document
from newslint.errors import ReadError
from newslint.linter import Linter
from newslint.policy import absolute


def read_document(file: Path | str, format_name: str | None, language: str | None) -> Document:
    """The document of a file, or of standard input for "-", in the language that its configuration says.

    What is wrong with plugins is told. Raises ReadError naming the file, and ConfigError.
    """
    is_stdin = str(file) == "-"
    path = Path("stdin" if is_stdin else file)
    name = "<stdin>" if is_stdin else str(path)
    linter = Linter(_languages(path), plugins=plugins.load())
    for error in linter.plugin_errors:
        tell_and_go_on(str(error))
    try:
        source = linter.decode(read_stdin() if is_stdin else path.read_bytes(), path=name, format=format_name)
        return linter.segment(source, path=name, format=format_name, language=language)
    except OSError as error:
        raise ReadError(f"{name}: {error.strerror}") from error
    except ReadError as error:
        raise ReadError(f"{name}: {error}") from error


def read_stdin() -> bytes:
    """All of standard input. Raises ReadError if it is closed."""
    if sys.stdin is None:
        raise ReadError("standard input is closed")
    return sys.stdin.buffer.read()


def _languages(path: Path) -> Config:
    """What the configuration of a file says of languages; nothing else in it concerns one who runs no rules."""
    config = configuration.discover(absolute(path).parent)
    overrides = tuple(Override(files=item.files, language=item.language) for item in config.overrides)
    return Config(language=config.language, overrides=overrides, root=config.root, origin=config.origin)
