"""Text for people: one line a finding, and if wanted the place in the article below it."""

import unicodedata
from collections.abc import Iterator

from newslint.model import Severity, Span
from newslint.report import Report
from newslint.reporters.base import Reporter
from newslint.rule import Finding

_COLORS: dict[Severity, str] = {"error": "31", "warning": "33", "info": "36"}
_MARGIN = "    "
_LONGEST_CONTEXT = 40  # columns of the line shown before the flagged place


def printable(text: str) -> str:
    """The text with everything that could move a terminal's cursor or fail to encode written visibly."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _visible(char) for char in text)


def _visible(char: str) -> str:
    if char in "\t\u00a0\u202f\u2009\u3000":
        return " "
    if ord(char) < 0x20:
        return chr(0x2400 + ord(char))  # a picture of the control character, one column wide
    if "\udc80" <= char <= "\udcff":
        return f"\\x{ord(char) - 0xDC00:02x}"
    return f"\\u{ord(char):04x}"


def columns(text: str) -> int:
    """How many terminal columns printable text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


class ConciseReporter(Reporter):
    """One finding a line: path:line:col: severity rule-id message."""

    name = "concise"

    def report(self, report: Report) -> str:
        return "".join(f"{self.headline(report, finding)}\n" for finding in report.findings)

    def headline(self, report: Report, finding: Finding) -> str:
        start = report.document.lines.position(finding.span.start)
        place = self.paint(f"{printable(report.path or '<text>')}:{start.line}:{start.column}:", "1")
        severity = self.paint(finding.severity, _COLORS[finding.severity])
        mark = f" [{finding.fingerprint}]" if self.options.fingerprints else ""
        return f"{place} {severity} {finding.rule} {printable(finding.message)}{mark}"

    def paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.options.color else text


class TextReporter(ConciseReporter):
    """Of each finding its line, the line of the article with the place marked, and the evidence."""

    name = "text"

    def report(self, report: Report) -> str:
        return "".join(f"{line}\n" for finding in report.findings for line in self._lines(report, finding))

    def _lines(self, report: Report, finding: Finding) -> Iterator[str]:
        yield self.headline(report, finding)
        line, mark = self._excerpt(report, finding.span)
        yield f"{_MARGIN}{line}"
        yield f"{_MARGIN}{self.paint(mark, _COLORS[finding.severity])}"
        for span, note in finding.evidence:
            place = ""
            if span is not None and span != finding.span:
                position = report.document.lines.position(span.start)
                place = f" ({position.line}:{position.column})"
            yield f"{_MARGIN}- {printable(note)}{place}"
        yield ""

    def _excerpt(self, report: Report, span: Span) -> tuple[str, str]:
        """The line that the span begins on, cut to the width of the output, and the marks below it."""
        position = report.document.lines.position(span.start)
        line = report.document.lines.text(position.line)
        room = max(20, self.options.width - len(_MARGIN))
        start, end = position.column - 1, position.column - 1 + span.end - span.start
        # One character more than there is room for shows that something is cut; a line may have millions.
        before = printable(line[max(0, start - room - 1) : start])
        flagged = printable(line[start : min(end, start + room + 1)])
        after = printable(line[end : end + room + 1])
        goes_on = report.document.lines.position(span.end - 1).line > position.line

        before = _cut_start(before, min(_LONGEST_CONTEXT, room // 2))
        marked = _cut_end(flagged, room - columns(before))
        shown = _cut_end(before + marked + after, room) if marked == flagged else before + marked
        mark = " " * columns(before) + "^" * max(1, columns(marked)) + ("…" if goes_on else "")
        return shown, mark


def _cut_start(text: str, room: int) -> str:
    if columns(text) <= room:
        return text
    kept = len(text)
    used = 1
    while kept and used + columns(text[kept - 1]) <= room:
        kept -= 1
        used += columns(text[kept])
    return "…" + text[kept:]


def _cut_end(text: str, room: int) -> str:
    if columns(text) <= room:
        return text
    kept, used = 0, 1
    while kept < len(text) and used + columns(text[kept]) <= room:
        used += columns(text[kept])
        kept += 1
    return text[:kept] + "…"
