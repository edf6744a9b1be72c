"""A linter for news articles and other reported prose."""

from newslint.document import Document
from newslint.errors import NewslintError
from newslint.linter import segment
from newslint.model import Attribution, Block, Quotation, Readability, Sentence, Span
from newslint.plugins import hookimpl
from newslint.rule import Edit, Example, Finding, Fix, Rule

__version__ = "0.1.0"

__all__ = [
    "Attribution",
    "Block",
    "Document",
    "Edit",
    "Example",
    "Finding",
    "Fix",
    "NewslintError",
    "Quotation",
    "Readability",
    "Rule",
    "Sentence",
    "Span",
    "hookimpl",
    "segment",
]
