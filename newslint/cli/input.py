"""Reading the one article that `newslint segment` and `newslint stats` work on."""

import sys
from pathlib import Path

from newslint import plugins
from newslint.document import Document
from newslint.errors import ReadError
from newslint.linter import Linter


def read_document(file: Path, format_name: str | None, language: str | None) -> Document:
    """The document of a file, or of standard input for "-". Raises ReadError."""
    linter = Linter(plugins=plugins.load())
    is_stdin = str(file) == "-"
    name = "<stdin>" if is_stdin else str(file)
    try:
        data = sys.stdin.buffer.read() if is_stdin else file.read_bytes()
        source = linter.decode(data, path=name, format=format_name)
    except OSError as error:
        raise ReadError(f"{name}: {error.strerror}") from error
    except ReadError as error:
        raise ReadError(f"{name}: {error}") from error
    return linter.segment(source, path=name, format=format_name, language=language)
