"""`newslint segment`: the structure of an article as newslint sees it."""

import json

import click

from newslint.cli.input import read_document
from newslint.document import Document
from newslint.model import Block, Span
from newslint.reporters.text import printable

SCHEMA_VERSION = 1


@click.command()
@click.argument("file", type=click.Path(allow_dash=True, readable=False))
@click.option("--format", "format_name", metavar="FORMAT", help="plain, markdown or html, whatever FILE is called.")
@click.option("--language", metavar="CODE", help="ISO 639-1 language, instead of detecting it.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
def segment(file: str, format_name: str | None, language: str | None, output_format: str) -> None:
    """Print the structure of an article: blocks, sentences, quotations, attributions."""
    document = read_document(file, format_name, language)
    click.echo(
        json.dumps(structure_record(document), indent=1) if output_format == "json" else structure_tree(document)
    )


def structure_tree(document: Document) -> str:
    """Blocks with their sentences below them, each with line and column."""
    counts = ", ".join(
        f"{len(items)} {name}"
        for name in ("blocks", "sentences", "quotations", "attributions")
        if (items := getattr(document, name)) or name == "blocks"
    )
    lines = [
        f"{printable(document.path or '')}: {document.format}, language {document.language or 'unknown'}, {counts}"
    ]
    for block in document.blocks:
        level = f" {block.level}" if block.level else ""
        sure = "" if block.marked else f" ({block.confidence:.2f})"
        lines.append(f"{_place(document, block.span)}  {block.kind}{level}{sure}")
        lines += [f"{_place(document, sentence.span)}    {printable(sentence.text)}" for sentence in block.sentences]
    return "\n".join(lines)


def structure_record(document: Document) -> dict[str, object]:
    """The same as plain values, positions in code points of the source; docs/reference/json.md has the schema."""
    return {
        "version": SCHEMA_VERSION,
        "path": document.path,
        "format": document.format,
        "language": document.language,
        "blocks": [_block_record(block) for block in document.blocks],
        "quotations": [
            {
                "span": quotation.span,
                "open": quotation.open,
                "close": quotation.close,
                "level": quotation.level,
                "kind": quotation.kind,
                "confidence": quotation.confidence,
            }
            for quotation in document.quotations
        ],
        "attributions": [
            {
                "source": item.source,
                "cue": item.cue,
                "content": item.content,
                "kind": item.kind,
                "confidence": item.confidence,
            }
            for item in document.attributions
        ],
    }


def _block_record(block: Block) -> dict[str, object]:
    return {
        "kind": block.kind,
        "span": block.span,
        "level": block.level,
        "marked": block.marked,
        "confidence": block.confidence,
        "region": block.region,
        "sentences": [{"span": sentence.span, "text": sentence.text} for sentence in block.sentences],
    }


def _place(document: Document, span: Span) -> str:
    position = document.lines.position(span.start)
    return f"{position.line}:{position.column}".ljust(8)
