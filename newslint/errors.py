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
    """A rule that broke on one document; the other rules still ran.

    rule: its id. path: the document. cause: the exception in words, with the place in the rule's code.
    """

    rule: str
    path: str | None
    cause: str

    def __str__(self) -> str:
        return f"{self.path or '<text>'}: rule {self.rule} failed: {self.cause}"
