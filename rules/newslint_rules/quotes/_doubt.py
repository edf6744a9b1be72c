"""What the rules of this family share."""

from newslint import Edit, Fix, Span

DOUBTFUL = 0.5  # below it another reading of the marks is nearly as good: worth a hint, not a warning


def replace(title: str, place: Span | None, text: str | None) -> Fix | None:
    """The safe fix that puts `text` in the place of the source at `place`; None where no mend is known."""
    return Fix(title, (Edit(place, text),), safe=True) if place is not None and text is not None else None
