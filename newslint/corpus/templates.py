"""Template indexes of records."""

from collections.abc import Iterable

from newslint.analysis.template_index import IndexBuilder, TemplateIndex
from newslint.errors import NewslintError, ReadError
from newslint.linter import Record, record_fields, segment


def build_template_index(records: Iterable[Record | str]) -> TemplateIndex:
    """The index of a corpus, for `Linter(config, template_index=...)`. Memory grows with the number of paragraphs.

    records: texts, or mappings with "text" and optionally "id" (or "path"), "format" and "language"; a document counts
    itself. Raises ReadError naming the record that cannot be read.
    """
    builder = IndexBuilder()
    for number, record in enumerate(records, start=1):
        try:
            given = record_fields(record)
            document = segment(given["text"] or "", given["format"] or "plain", given["language"])
        except ReadError as error:
            raise ReadError(f"record {number}: {error}") from error
        builder.add(given["id"] or given["path"] or f"record {number}", document.passages)
    return builder.index


def merge(indexes: Iterable[TemplateIndex]) -> TemplateIndex:
    """One index of several corpora. Raises NewslintError if one is pruned."""
    merged = TemplateIndex(0, {})
    for index in indexes:
        try:
            merged = merged.merged(index)
        except ValueError as error:
            raise NewslintError(str(error)) from error
    return merged
