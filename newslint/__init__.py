"""A linter for news articles and other reported prose."""

from newslint.config import Config
from newslint.corpus.templates import build_template_index
from newslint.document import Document
from newslint.errors import NewslintError
from newslint.linter import Linter, lint, segment
from newslint.model import Attribution, Block, Quotation, Readability, Sentence, Span
from newslint.plugins import hookimpl
from newslint.report import Report
from newslint.rule import Edit, Example, Finding, Fix, Rule

__version__ = "0.1.0"

__all__ = [
    "Attribution",
    "Block",
    "Config",
    "Document",
    "Edit",
    "Example",
    "Finding",
    "Fix",
    "Linter",
    "NewslintError",
    "Quotation",
    "Readability",
    "Report",
    "Rule",
    "Sentence",
    "Span",
    "build_template_index",
    "hookimpl",
    "lint",
    "segment",
]
