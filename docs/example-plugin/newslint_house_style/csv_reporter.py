"""Findings for a spreadsheet."""

import csv
import io

from newslint import Report
from newslint.reporters import Reporter


class CsvReporter(Reporter):
    """One row a finding, after a row of column names."""

    name = "csv"

    def begin(self) -> str:
        return _row("path", "line", "column", "severity", "rule", "message")

    def report(self, report: Report) -> str:
        rows = []
        for finding in report.findings:
            place = report.document.lines.position(finding.span.start)
            rows.append(_row(report.path, place.line, place.column, finding.severity, finding.rule, finding.message))
        return "".join(rows)


def _row(*cells: object) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
