"""Template indexes of records."""

from collections.abc import Iterable

from newslint.analysis.template_index import IndexBuilder, TemplateIndex
from newslint.errors import NewslintError
from newslint.linter import Linter, Record


def build_template_index(records: Iterable[Record | str], *, linter: Linter | None = None) -> TemplateIndex:
    """The index of a corpus, for `Linter(config, template_index=...)`. Memory grows with the number of paragraphs.

    records: as for `Linter.lint_many`; a document is called by its "path" or "id", and counts itself. linter: whose
    readers and languages to use; a default one if None. Raises ReadError naming the record that cannot be read.
    """
    linter = linter or Linter()
    builder = IndexBuilder()
    for number, record in enumerate(records, start=1):
        document = linter.segment_record(number, record)
        builder.add(document.path or f"record {number}", document.passages)
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
