"""Cutting lines out of an article."""

from newslint import Document, Edit, Fix, Span


def cut(document: Document, span: Span, title: str) -> Fix | None:
    """Take whole lines out, with the line breaks before them; None if they share them with something else.

    Markup between the blocks of a longer span may belong to what stands around it: there, nothing is offered.
    """
    source, start, end = document.source, span.start, span.end
    while start and source[start - 1] in "\r\n":
        start -= 1
    is_at_line_start = start == 0 or start < span.start
    is_at_line_end = source[end : end + 1] in ("", "\n", "\r")
    if not is_at_line_start or not is_at_line_end or (document.offsets and _holds_markup(document, span)):
        return None
    return Fix(title, (Edit(Span(start, end), ""),), safe=False)


def _holds_markup(document: Document, span: Span) -> bool:
    block = document.block_at(span.start)
    return block is None or block.span.end < span.end
