"""Documents in, reports out, with one guard round every rule."""

import warnings
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import get_args

from newslint import plugins as plugin_seam
from newslint.analysis.phrases import PhraseMatcher
from newslint.config import Config
from newslint.document import Document
from newslint.errors import NewslintError, PluginError, ReadError, RuleError
from newslint.model import Severity, Span
from newslint.plugins import Plugins
from newslint.policy import Policy, RuleSet
from newslint.readers import BUILT_IN as BUILT_IN_READERS
from newslint.readers.base import Reader
from newslint.report import Report
from newslint.rule import Finding, Rule
from newslint.suggest import did_you_mean

Record = Mapping[str, object]

_CHUNK = 16  # documents that travel to a process together
_CONTEXT = 40  # characters on either side of a finding that its fingerprint takes in


class PluginWarning(UserWarning):
    """A plugin could not be used. The command line reports the same as an error."""


class Linter:
    """Runs the rules that a configuration selects. One linter serves any number of documents.

    plugins: what `newslint.plugins.load()` gave; loaded here, with installed plugins, if None.
    Raises ConfigError for unknown rules, options or values.
    """

    def __init__(self, config: Config | None = None, *, plugins: Plugins | None = None) -> None:
        self.config = config or Config()
        if plugins is None:
            plugins = plugin_seam.load()
            for error in plugins.errors:
                warnings.warn(str(error), PluginWarning, stacklevel=2)
        self.plugins = plugins
        self._policy = Policy(self.config, plugins)
        self._matchers: dict[int, PhraseMatcher] = {}
        # By rule id. What a rule is the first to ask of a document counts as its own time.
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @property
    def plugin_errors(self) -> tuple[PluginError, ...]:
        return self.plugins.errors

    def rule_set(self, path: str | None = None) -> RuleSet:
        """The rules, severities and language that hold for a document with this path."""
        return self._policy.rule_set(path)

    def decode(self, data: bytes, *, path: str | None = None, format: str | None = None) -> str:  # noqa: A002
        """The source in the bytes of a file, as the reader of its format decodes it. Raises ReadError."""
        return _reader(format, path, self.plugins).decode(data)

    def segment(
        self,
        text: str,
        *,
        path: str | None = None,
        format: str | None = None,  # noqa: A002
        language: str | None = None,
    ) -> Document:
        """The document of a text, without running any rule.

        format: the name of a reader; by default that of the path's suffix, else plain. language: ISO 639-1 code;
        wins over the configuration and over detection. Raises ReadError for an unknown format.
        """
        language = language or self._policy.rule_set(path).language
        return _reader(format, path, self.plugins).read(text, path=path, language=language)

    def lint(
        self,
        text: str,
        *,
        path: str | None = None,
        format: str | None = None,  # noqa: A002
        language: str | None = None,
    ) -> Report:
        """Lint one text. The arguments are those of `segment`."""
        return self.lint_document(self.segment(text, path=path, format=format, language=language))

    def lint_document(self, document: Document) -> Report:
        """Lint a document that is already read."""
        rule_set = self._policy.rule_set(document.path)
        document = replace(document, phrase_matcher=self._matcher(rule_set))
        findings: list[Finding] = []
        errors: list[RuleError] = []
        for rule in rule_set.rules:
            began = perf_counter()
            try:
                severity = rule_set.severity.get(rule.id)
                findings.extend(_checked(rule, finding, document, severity) for finding in rule.check(document))
            except Exception as error:  # a broken rule must not stop the others
                errors.append(RuleError(rule.id, document.path, _describe(error)))
            self.seconds[rule.id] += perf_counter() - began
        for span, problem in self._policy.comment_problems(document):
            place = document.lines.position(span.start)
            errors.append(RuleError("comment", document.path, f"line {place.line}: {problem}"))
        shown, suppressed = self._policy.apply(document, _anchored(document, findings))
        return Report(document, tuple(shown), tuple(errors), tuple(suppressed))

    def lint_many(self, records: Iterable[Record | str], *, jobs: int = 1) -> Iterator[Report]:
        """Lint a stream of records, in its order, with memory bounded however long it is.

        records: texts, or mappings with "text" and optionally "path" (or "id"), "format" and "language".
        jobs: processes to use. Raises ReadError naming the record that has no text.
        """
        numbered = enumerate(records, start=1)
        if jobs <= 1:
            for number, record in numbered:
                yield self._lint_record(number, record)
            return
        yield from _lint_in_processes(self, numbered, jobs)

    def _lint_record(self, number: int, record: Record | str) -> Report:
        fields: Record = {"text": record} if isinstance(record, str) else record
        text = fields.get("text")
        if not isinstance(text, str):
            raise ReadError(f"record {number}: needs a string under 'text', has {type(text).__name__}")
        path = _optional_string(fields, "path", number) or _optional_string(fields, "id", number)
        format_ = _optional_string(fields, "format", number)
        return self.lint(text, path=path, format=format_, language=_optional_string(fields, "language", number))

    def _matcher(self, rule_set: RuleSet) -> PhraseMatcher:
        """One automaton over the phrases of all rules of a rule set."""
        key = id(rule_set)  # rule sets live as long as the policy
        if key not in self._matchers:
            self._matchers[key] = PhraseMatcher({rule.id: rule.phrase_lists() for rule in rule_set.rules})
        return self._matchers[key]


def lint(text: str, *, path: str | None = None, format: str | None = None, language: str | None = None) -> Report:  # noqa: A002
    """Lint one text with the default configuration. To lint many, make one `Linter`: setting up is the dear part."""
    return Linter().lint(text, path=path, format=format, language=language)


def segment(text: str, format: str = "plain", language: str | None = None) -> Document:  # noqa: A002
    """The document of a text, without running any rule. language: ISO 639-1 code; detected if None."""
    reader = next((reader for reader in BUILT_IN_READERS if reader.name == format), None)
    if reader is None:
        raise ReadError(f"unknown format {format!r}; there are {', '.join(reader.name for reader in BUILT_IN_READERS)}")
    return reader.read(text, language=language)


def _reader(name: str | None, path: str | None, plugins: Plugins) -> Reader:
    if name is None:
        return plugins.reader_for(path)
    if name not in plugins.readers:
        known = plugins.readers
        raise ReadError(f"unknown format {name!r}; there are {', '.join(known)}{did_you_mean(name, known)}")
    return plugins.readers[name]


def _optional_string(record: Record, key: str, number: int) -> str | None:
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value
    raise ReadError(f"record {number}: {key!r} must be a string, not {type(value).__name__}")


# -- what a rule may say


class BadFindingError(NewslintError):
    """A rule yielded something that is no finding of its own in this document."""


def _checked(rule: Rule, finding: object, document: Document, severity: Severity | None) -> Finding:
    if not isinstance(finding, Finding):
        raise BadFindingError(f"yielded {finding!r}, which is no Finding")
    if finding.rule != rule.id:
        raise BadFindingError(f"yielded a finding of {finding.rule}")
    if finding.severity not in get_args(Severity):
        raise BadFindingError(f"yielded the severity {finding.severity!r}")
    if not 0 <= finding.confidence <= 1:
        raise BadFindingError(f"yielded the confidence {finding.confidence!r}, outside [0, 1]")
    _check_span(finding.span, document, "span")
    for span, _ in finding.evidence:
        if span is not None:
            _check_span(span, document, "evidence span")
    for edit in finding.fix.edits if finding.fix else ():
        if not 0 <= edit.span.start <= edit.span.end <= len(document.source):
            raise BadFindingError(f"yielded an edit at {tuple(edit.span)}, outside the document")
    return replace(finding, severity=severity) if severity else finding


def _check_span(span: Span, document: Document, what: str) -> None:
    if not 0 <= span.start < span.end <= len(document.source):
        raise BadFindingError(f"yielded the {what} {tuple(span)}; the document has {len(document.source)} characters")


def _anchored(document: Document, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings with the text around them that their fingerprint is made of; equal ones are numbered."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        start, end = finding.span
        line_start = max(document.source.rfind("\n", 0, start) + 1, start - _CONTEXT)
        line_end = document.source.find("\n", end, end + _CONTEXT)
        around = document.source[line_start : line_end if line_end >= 0 else end + _CONTEXT]
        anchor = f"{' '.join(document.source[start:end].split())}\0{' '.join(around.split())}"
        seen[finding.rule, anchor] += 1
        if (number := seen[finding.rule, anchor]) > 1:
            anchor += f"\0{number}"
        yield replace(finding, anchor=anchor)


def _describe(error: Exception) -> str:
    if isinstance(error, BadFindingError):
        return str(error)
    import traceback  # 5 ms, for the day that a rule breaks

    frame = traceback.extract_tb(error.__traceback__)[-1]
    cause = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"{cause} ({frame.filename}:{frame.lineno})"


# -- many documents, several processes

_worker: Linter | None = None  # one for each worker process, made when it starts


def _start_worker(config: Config, installed: bool, local: tuple[Path, ...]) -> None:
    global _worker  # the only way an initializer can hand something to the calls that follow
    _worker = Linter(config, plugins=plugin_seam.load(installed=installed, local=local))


def _lint_chunk(chunk: list[tuple[int, Record | str]]) -> list[Report]:
    assert _worker is not None
    return [_worker._lint_record(number, record) for number, record in chunk]


def _lint_in_processes(linter: Linter, records: Iterator[tuple[int, Record | str]], jobs: int) -> Iterator[Report]:
    from concurrent.futures import Future, ProcessPoolExecutor  # 35 ms

    setup = (linter.config, linter.plugins.installed, linter.plugins.local)
    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=setup) as pool:
        waiting: deque[Future[list[Report]]] = deque()
        while chunk := list(islice(records, _CHUNK)):
            waiting.append(pool.submit(_lint_chunk, chunk))
            if len(waiting) > 2 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
