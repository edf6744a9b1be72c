"""JSON: an array of findings, or one finding a line. The schema stands in docs/reference/json.md."""

import json
from collections.abc import Iterator

from newslint.model import Span
from newslint.report import Report
from newslint.reporters.base import Reporter, ReporterOptions
from newslint.rule import Finding, Fix

SCHEMA_VERSION = 1

_Json = dict[str, object]


def finding_record(report: Report, finding: Finding) -> _Json:
    """One finding as plain values. Offsets and columns count code points; lines and columns begin at 1."""
    return {
        "version": SCHEMA_VERSION,
        "path": report.path,
        "rule": finding.rule,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 4),
        "message": finding.message,
        **_place(report, finding.span),
        "text": report.document.source[finding.span.start : finding.span.end],
        "evidence": [
            {"note": note, **(_place(report, span) if span is not None else {})} for span, note in finding.evidence
        ],
        "fix": _fix_record(report, finding.fix) if finding.fix else None,
        "fingerprint": finding.fingerprint,
    }


def _place(report: Report, span: Span) -> _Json:
    start = report.document.lines.position(span.start)
    end = report.document.lines.position(span.end)
    return {
        "span": {"start": span.start, "end": span.end},
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }


def _fix_record(report: Report, fix: Fix) -> _Json:
    edits = [{**_place(report, edit.span), "replacement": edit.replacement} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _dump(record: _Json) -> str:
    # ASCII only: a source with undecodable bytes holds lone surrogates, which no encoding can write.
    return json.dumps(record, ensure_ascii=True)


def _findings(report: Report) -> Iterator[str]:
    return (_dump(finding_record(report, finding)) for finding in report.findings)


class JsonLinesReporter(Reporter):
    """One finding a line, for streaming."""

    name = "jsonl"

    def report(self, report: Report) -> str:
        return "".join(f"{line}\n" for line in _findings(report))


class JsonReporter(Reporter):
    """One array of findings."""

    name = "json"

    def __init__(self, options: ReporterOptions) -> None:
        super().__init__(options)
        self._is_first = True

    def begin(self) -> str:
        return "["

    def report(self, report: Report) -> str:
        out = []
        for line in _findings(report):
            out.append(("\n " if self._is_first else ",\n ") + line)
            self._is_first = False
        return "".join(out)

    def end(self) -> str:
        return "]\n" if self._is_first else "\n]\n"
