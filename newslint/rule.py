"""What a rule is and what it says."""

import re
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, NamedTuple, get_args

from newslint.document import Document
from newslint.errors import BadFindingError
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

    Plain strings do for plain text. options: option values of the rule for this example. corpus: other texts, with
    which this one makes the template index that the rule sees.
    """

    text: str
    format: str = "plain"
    language: str | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    corpus: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule(ABC):
    """One check. Subclass it as a frozen dataclass: its fields are the rule's options, with their defaults.

    The docstring is the rule's page: a first line, then what it reports, then paragraphs that begin with "Why:"
    and "Instead:". `bad` and `good` are its tests, its documentation and what `newslint explain` shows.
    A TOML file beside the module, of the same name, holds the rule's phrases: one list of strings a key.
    needs_template_index: finds nothing unless the linter has an index of a corpus.
    """

    id: ClassVar[str]
    severity: ClassVar[Severity] = "warning"
    opt_in: ClassVar[bool] = False
    needs_template_index: ClassVar[bool] = False
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

        Raises ValueError if the file holds anything but lists of phrases.
        """
        module = sys.modules[cls.__module__]
        if module.__file__ is None or module.__spec__ is None:
            return {}
        path = f"{module.__file__.rpartition('.')[0]}.toml"
        try:
            data: bytes = module.__spec__.loader.get_data(path)  # type: ignore[union-attr]
        except OSError:
            return {}
        import tomllib  # 10 ms, and only rules with phrases need it

        lists = tomllib.loads(data.decode("utf-8"))
        for label, phrases in lists.items():
            if not (isinstance(phrases, list) and all(isinstance(item, str) and item.strip() for item in phrases)):
                raise ValueError(f"{path}: {label} must be a list of phrases")
        return {label: tuple(phrases) for label, phrases in lists.items()}


def checked(rule: Rule, finding: object, document: Document) -> Finding:
    """What a rule yielded, if it is a finding of that rule in that document; else raises BadFindingError saying why."""
    if not isinstance(finding, Finding):
        raise BadFindingError(f"yielded {finding!r}, which is no Finding")
    if finding.rule != rule.id:
        raise BadFindingError(f"yielded a finding of {finding.rule}")
    if not (isinstance(finding.message, str) and finding.message):
        raise BadFindingError(f"yielded the message {finding.message!r}; it must be text")
    if finding.severity not in get_args(Severity):
        raise BadFindingError(f"yielded the severity {finding.severity!r}")
    if not (isinstance(finding.confidence, int | float) and 0 <= finding.confidence <= 1):
        raise BadFindingError(f"yielded the confidence {finding.confidence!r}; it must lie between 0 and 1")
    _check_span(finding.span, document, "span")
    for span, note in finding.evidence:
        if not isinstance(note, str):
            raise BadFindingError(f"yielded the evidence {note!r}; it must be text")
        if span is not None:
            _check_span(span, document, "evidence span")
    for edit in finding.fix.edits if finding.fix else ():
        _check_span(edit.span, document, "edit", may_be_empty=True)
    return finding


def _check_span(span: Span, document: Document, what: str, *, may_be_empty: bool = False) -> None:
    if not (isinstance(span, Span) and all(isinstance(offset, int) for offset in span)):
        raise BadFindingError(f"yielded the {what} {span!r}; it must be a Span of two integers")
    if not (0 <= span.start <= span.end <= len(document.source)) or (span.start == span.end and not may_be_empty):
        raise BadFindingError(f"yielded the {what} {tuple(span)}; the document has {len(document.source)} characters")
