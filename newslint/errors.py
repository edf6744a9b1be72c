"""What can go wrong outside an article, each with a message that says what to do."""

from typing import NamedTuple


class NewslintError(Exception):
    """The base of every error that newslint raises on purpose."""


class ConfigError(NewslintError):
    """A configuration that cannot be used: an unknown key or rule, a value of the wrong kind."""


class PluginError(NewslintError):
    """A plugin, or one rule, reader or reporter of it, that cannot be used."""


class ReadError(NewslintError):
    """A file that cannot be read as an article."""


class RuleError(NamedTuple):
    """A rule that broke on one document, or a comment in it that newslint cannot follow; all else still ran.

    rule: its id; None for a comment. path: the document. cause: what happened, with its place in the rule's code
    or in the document.
    """

    rule: str | None
    path: str | None
    cause: str

    def __str__(self) -> str:
        what = f"rule {self.rule} failed: " if self.rule else ""
        return f"{self.path or '<text>'}: {what}{self.cause}"


class BadFindingError(NewslintError):
    """A rule yielded something that is no finding of its own in this document."""
