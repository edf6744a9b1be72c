"""Who opens and who closes: the least-cost reading of the quotation marks of a text."""

from collections.abc import Sequence
from dataclasses import dataclass

from newslint.model import Outline, Quotation, QuoteMark


@dataclass(frozen=True, slots=True)
class Parse:
    """Marks and quotations in the order of the text; their spans count in the clean text."""

    marks: tuple[QuoteMark, ...]
    quotations: tuple[Quotation, ...]


def parse(text: str, blocks: Sequence[Outline], language: str | None) -> Parse:
    """Read the quotation marks inside the blocks of a text, in time linear in its length."""
    return Parse((), ())
