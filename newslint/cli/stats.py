"""`newslint stats`: readability of an article."""

import click


@click.command()
def stats() -> None:
    """Readability counts and scores."""
