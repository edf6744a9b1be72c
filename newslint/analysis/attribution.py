"""Who is said to say what: sources, reporting cues and the content that belongs to them."""

from collections.abc import Iterator, Sequence

from newslint.model import Attribution, Outline, Quotation


def find(
    text: str,
    blocks: Sequence[Outline],
    sentences: Sequence[Sequence[tuple[int, int]]],
    quotations: Sequence[Quotation],
) -> Iterator[Attribution]:
    """Attributions in the order of the text; all positions, also those of the result, count in the clean text.

    sentences: for each block its sentences as (start, end).
    """
    yield from ()
