"""What came of linting one document."""

from dataclasses import dataclass

from newslint.document import Document
from newslint.errors import RuleError
from newslint.rule import Finding


@dataclass(frozen=True)
class Report:
    """The findings of one document, in source order, and the rules that broke on it.

    suppressed: findings that inline comments or the config's `ignored` table silenced.
    """

    document: Document
    findings: tuple[Finding, ...]
    errors: tuple[RuleError, ...] = ()
    suppressed: tuple[Finding, ...] = ()

    @property
    def path(self) -> str | None:
        return self.document.path
