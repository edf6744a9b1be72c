"""Documents in, reports out, with one guard round every rule."""

import re
import warnings
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from newslint import plugins as plugin_seam
from newslint.analysis.language import canonical
from newslint.analysis.phrases import PhraseMatcher
from newslint.analysis.template_index import TemplateIndex
from newslint.config import Config
from newslint.document import Document
from newslint.errors import BadFindingError, NewslintError, PluginError, ReadError, RuleError
from newslint.model import Severity
from newslint.plugins import Plugins
from newslint.policy import Policy, RuleSet
from newslint.readers import BUILT_IN as BUILT_IN_READERS
from newslint.readers.base import Reader
from newslint.report import Report
from newslint.rule import Finding, checked
from newslint.suggest import did_you_mean

if TYPE_CHECKING:
    from concurrent.futures import Future

Record = Mapping[str, object]

_CHUNK = 16  # documents that travel to a process together
_CONTEXT = 40  # characters on either side of a finding, on its line, that its fingerprint takes in
_LINE_BREAK = re.compile(r"[\r\n]")


class PluginWarning(UserWarning):
    """A plugin could not be used. The command line reports the same as an error."""


class Linter:
    """Runs the rules that a configuration selects. One linter serves any number of documents.

    plugins: what `newslint.plugins.load()` gave; loaded here, with installed plugins, if None.
    template_index: the paragraphs of a corpus, for the rules that look for what comes back in it.
    Raises ConfigError for unknown rules, options or values.
    """

    def __init__(
        self,
        config: Config | None = None,
        *,
        plugins: Plugins | None = None,
        template_index: TemplateIndex | None = None,
    ) -> None:
        self.config = config or Config()
        self.template_index = template_index
        if plugins is None:
            plugins = plugin_seam.load()
            for error in plugins.errors:
                warnings.warn(str(error), PluginWarning, stacklevel=2)
        self.plugins = plugins
        self._policy = Policy(self.config, plugins)
        self._matchers: dict[int, PhraseMatcher] = {}
        # By rule id, in this process. What a rule is the first to ask of a document counts as its own time.
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @property
    def plugin_errors(self) -> tuple[PluginError, ...]:
        return self.plugins.errors

    def rule_set(self, path: str | None = None) -> RuleSet:
        """The rules, severities and language that hold for a document with this path."""
        return self._policy.rule_set(path)

    def decode(self, data: bytes, *, path: str | None = None, format: str | None = None) -> str:  # noqa: A002
        """The source in the bytes of a file, as the reader of its format decodes it. Raises ReadError."""
        reader = _reader(format, path, self.plugins)
        with _naming(reader):
            return reader.decode(data)

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
        told = _language(language) or self._policy.rule_set(path).language
        return _read(_reader(format, path, self.plugins), text, path, told)

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
        document = replace(document, phrase_matcher=self._matcher(rule_set), template_index=self.template_index)
        findings: list[Finding] = []
        errors: list[RuleError] = []
        for rule in rule_set.rules:
            began = perf_counter()
            try:
                findings.extend(checked(rule, finding, document) for finding in rule.check(document))
            except (Exception, SystemExit) as error:  # a broken rule must not stop the others
                errors.append(RuleError(rule.id, document.path, _describe(error)))
            self.seconds[rule.id] += perf_counter() - began
        for span, problem in self._policy.comment_problems(document):
            place = document.lines.position(span.start)
            errors.append(RuleError(None, document.path, f"line {place.line}: {problem}"))
        shown, suppressed = self._policy.apply(document, _anchored(document, findings, rule_set.severity))
        return Report(document, tuple(shown), tuple(errors), tuple(suppressed))

    def lint_many(self, records: Iterable[Record | str], *, jobs: int = 1) -> Iterator[Report]:
        """Lint a stream of records, in its order, with memory bounded however long it is.

        records: texts, or mappings with "text" and optionally "path" (or "id"), "format" and "language".
        jobs: processes to use. Raises ReadError naming the record that has no text.
        """
        if isinstance(records, str):
            raise ReadError("records must be a series of texts or mappings, not one text")
        numbered = enumerate(records, start=1)
        if jobs > 1:
            yield from _lint_in_processes(self, numbered, jobs)
        else:
            yield from (self.lint_record(number, record) for number, record in numbered)

    def lint_record(self, number: int, record: Record | str) -> Report:
        """Lint one record of a stream. number: what to call it in a ReadError."""
        return self.lint_document(self.segment_record(number, record))

    def segment_record(self, number: int, record: Record | str) -> Document:
        """The document of one record of a stream; its path is the record's "path" or "id"."""
        try:
            fields = _record_fields(record)
            return self.segment(
                fields["text"] or "",
                path=fields["path"] or fields["id"],
                format=fields["format"],
                language=fields["language"],
            )
        except ReadError as error:
            raise ReadError(f"record {number}: {error}") from error

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
    return _read(reader, text, None, _language(language))


@contextmanager
def _naming(reader: Reader) -> Iterator[None]:
    """Says which reader it was that failed."""
    try:
        yield
    except NewslintError:
        raise
    except (Exception, SystemExit) as error:
        raise ReadError(f"the reader {reader.name!r} failed: {_describe(error)}") from error


def _read(reader: Reader, text: str, path: str | None, language: str | None) -> Document:
    with _naming(reader):
        document = reader.read(text, path=path, language=language)
    if not isinstance(document, Document):
        raise ReadError(f"the reader {reader.name!r} gave {type(document).__name__}, which is no Document")
    return document


def _language(code: str | None) -> str | None:
    try:
        return canonical(code) if code is not None else None
    except ValueError as error:
        raise ReadError(str(error)) from error


def _reader(name: str | None, path: str | None, plugins: Plugins) -> Reader:
    if name is None:
        return plugins.reader_for(path)
    if name not in plugins.readers:
        known = plugins.readers
        raise ReadError(f"unknown format {name!r}; there are {', '.join(known)}{did_you_mean(name, known)}")
    return plugins.readers[name]


def _record_fields(record: Record | str) -> dict[str, str | None]:
    """The fields of a record that newslint knows; those it lacks are None, but for its text."""
    fields = {"text": record} if isinstance(record, str) else record
    if not isinstance(fields, Mapping):
        raise ReadError(f"must be a text or a mapping, not {type(record).__name__}")
    known: dict[str, str | None] = {}
    for key in ("text", "path", "id", "format", "language"):
        value = fields.get(key)
        if key == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not (isinstance(value, str) or (value is None and key != "text")):
            raise ReadError(f"needs a string under {key!r}, has {type(value).__name__}")
        known[key] = value
    return known


def _anchored(document: Document, findings: Iterable[Finding], severity: Mapping[str, Severity]) -> Iterator[Finding]:
    """Findings with their configured severity and what their fingerprint is made of; equal ones are numbered."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        start, end = finding.span
        before = _LINE_BREAK.split(document.source[max(0, start - _CONTEXT) : start])[-1]
        after = _LINE_BREAK.split(document.source[end : end + _CONTEXT], maxsplit=1)[0]
        around = f"{before}{document.source[start:end]}{after}"
        anchor = f"{' '.join(document.source[start:end].split())}\0{' '.join(around.split())}"
        seen[finding.rule, anchor] += 1
        if (number := seen[finding.rule, anchor]) > 1:
            anchor += f"\0{number}"
        yield replace(finding, anchor=anchor, severity=severity.get(finding.rule, finding.severity))


def _describe(error: BaseException) -> str:
    if isinstance(error, BadFindingError):
        return str(error)
    import traceback  # 5 ms, for the day that a rule breaks

    frame = traceback.extract_tb(error.__traceback__)[-1]
    cause = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"{cause} ({frame.filename}:{frame.lineno})"


# -- many documents, several processes

_worker: Linter | None = None  # one for each worker process, made when it starts
_Done = tuple[list[Report], Exception | None]


def _start_worker(
    config: Config, template_index: TemplateIndex | None, installed: bool, local: tuple[Path, ...]
) -> None:
    global _worker  # the only way an initializer can hand something to the calls that follow
    _worker = Linter(config, plugins=plugin_seam.load(installed=installed, local=local), template_index=template_index)


def _lint_chunk(chunk: list[tuple[int, Record | str]]) -> _Done:
    """The reports up to the first record that cannot be read, and its error."""
    assert _worker is not None
    reports: list[Report] = []
    try:
        reports.extend(_worker.lint_record(number, record) for number, record in chunk)
    except NewslintError as error:
        return reports, error
    return reports, None


def _lint_in_processes(linter: Linter, records: Iterator[tuple[int, Record | str]], jobs: int) -> Iterator[Report]:
    """Reports in the order of the records; an error comes after the reports of all records before it."""
    from concurrent.futures import ProcessPoolExecutor  # 35 ms

    if linter.plugins.recipe is None:
        raise ValueError("plugins made by hand cannot be loaded again in other processes: use jobs=1")
    own = (linter.config, linter.template_index, *linter.plugins.recipe)
    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=own) as pool:
        waiting: deque[Future[_Done]] = deque()
        for chunk, error in _chunks(records):
            waiting.append(pool.submit(_lint_chunk, chunk))
            while waiting and (error is not None or len(waiting) > 2 * jobs):
                yield from _results(waiting.popleft())
            if error is not None:
                raise error
        while waiting:
            yield from _results(waiting.popleft())


def _chunks(
    records: Iterator[tuple[int, Record | str]],
) -> Iterator[tuple[list[tuple[int, Record | str]], Exception | None]]:
    """Records in chunks; an error of whoever makes the records comes with those that were made before it."""
    chunk: list[tuple[int, Record | str]] = []
    try:
        for record in records:
            chunk.append(record)
            if len(chunk) == _CHUNK:
                yield chunk, None
                chunk = []
    except Exception as error:
        yield chunk, error
        return
    if chunk:
        yield chunk, None


def _results(done: "Future[_Done]") -> Iterator[Report]:
    reports, error = done.result()
    yield from reports
    if error is not None:
        raise error
