"""What a rule is and what it says."""

import pkgutil
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, NamedTuple

from newslint.document import Document
from newslint.model import Severity, Span

RULE_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")

Evidence = tuple[Span | None, str]


class Edit(NamedTuple):
    """Put `replacement` in the place of the source at `span`."""

    span: Span
    replacement: str


class Fix(NamedTuple):
    """A mend: edits that belong together and do not overlap. safe: the meaning cannot change."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True)
class Finding:
    """One thing that a rule found.

    rule: the id, "family.name". span: where, in the source. confidence: in [0, 1], how sure the rule is.
    evidence: pairs of (span or None, note) that say what was seen and where support was sought.
    anchor: what the fingerprint is made of; the engine fills it in.
    """

    rule: str
    span: Span
    message: str
    severity: Severity
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()
    fix: Fix | None = None
    anchor: str = field(default="", repr=False, compare=False)

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen hex digits that stay the same while the flagged text and its line do, wherever they move."""
        import hashlib  # 5 ms, and most runs print no fingerprint

        return hashlib.blake2b(
            f"{self.rule}\0{self.anchor}".encode("utf-8", "surrogatepass"), digest_size=8
        ).hexdigest()


@dataclass(frozen=True)
class Example:
    """A text that a rule must flag or must leave alone; every `[[...]]` in it marks a span that must be found.

    Plain strings do for plain text. options: option values of the rule for this example.
    """

    text: str
    format: str = "plain"
    language: str | None = None
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule(ABC):
    """One check. Subclass it as a frozen dataclass: its fields are the rule's options, with their defaults.

    The docstring is the rule's page: a first line, then what it reports, then paragraphs that begin with "Why:"
    and "Instead:". `bad` and `good` are its tests, its documentation and what `newslint explain` shows.
    A TOML file beside the module, of the same name, holds the rule's phrases: one list of strings a key.
    """

    id: ClassVar[str]
    severity: ClassVar[Severity] = "warning"
    opt_in: ClassVar[bool] = False
    aliases: ClassVar[tuple[str, ...]] = ()
    bad: ClassVar[tuple[str | Example, ...]] = ()
    good: ClassVar[tuple[str | Example, ...]] = ()

    @abstractmethod
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield what is wrong with the document, in any order. Must not keep state between documents."""

    def finding(
        self,
        span: Span,
        message: str,
        *,
        severity: Severity | None = None,
        confidence: float = 1.0,
        evidence: Iterable[Evidence] = (),
        fix: Fix | None = None,
    ) -> Finding:
        """A finding of this rule; severity is the rule's own unless told."""
        return Finding(self.id, span, message, severity or self.severity, confidence, tuple(evidence), fix)

    @classmethod
    def family(cls) -> str:
        return cls.id.partition(".")[0]

    @classmethod
    def phrase_lists(cls) -> Mapping[str, tuple[str, ...]]:
        """The phrases of the TOML file beside the rule's module, by label; empty if there is none.

        Raises ValueError if the file holds anything but lists of strings.
        """
        package, _, module = cls.__module__.rpartition(".")
        if not package:
            return {}
        try:
            data = pkgutil.get_data(package, f"{module}.toml")
        except FileNotFoundError:
            return {}
        import tomllib  # 10 ms, and only rules with phrases need it

        lists = tomllib.loads(data.decode("utf-8")) if data else {}
        for label, phrases in lists.items():
            if not (isinstance(phrases, list) and all(isinstance(phrase, str) for phrase in phrases)):
                raise ValueError(f"{module}.toml: {label} must be a list of strings")
        return {label: tuple(phrases) for label, phrases in lists.items()}
