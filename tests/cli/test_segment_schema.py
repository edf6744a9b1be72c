"""The published schema of `newslint segment --output-format json`, held against what the command prints."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from newslint.model import AttributionKind, BlockKind, Region

Run = Callable[..., "CompletedProcess[str]"]
Write = Callable[[str, "str | bytes"], Path]

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/reference/segment.schema.json").read_text(encoding="utf-8"))

PLAIN = """\
Harbour reopens after storm

By Ana Ruiz

The harbour reopened on Monday. “Ferries sail at noon,” said Marit Holm, who runs the port.

According to the port's report, ‘the wall held. Nobody was hurt, it says.
"""
MARKDOWN = """\
# Harbour *reopens*

By Ana Ruiz

Ferries &amp; barges sail, officials said. "The wall held.

## What comes next

- Engineers look at the wall.

> It was loud.

| Day | Ferries |
| --- | ------- |
| Mon | 12      |

    pump --all
"""
HTML = """\
<html lang="en"><nav><ul><li>Home</li></ul></nav><header><h1>Harbour reopens</h1><p>3 May 2021</p></header>
<figure><img alt=""><figcaption>The wall on Monday. Photo: Jo Hale</figcaption></figure>
<p>It was said that the <q>port</q> would open, the ministry told reporters.</p><footer>Imprint</footer></html>
"""


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", PLAIN), ("a.md", MARKDOWN), ("a.html", HTML), ("empty.txt", ""), ("bytes.txt", b"Caf\xff opens. So.")],
)
def test_what_the_command_prints_follows_the_schema(run: Run, write: Write, name: str, content: str | bytes) -> None:
    write(name, content)
    Draft202012Validator(SCHEMA).validate(json.loads(run("segment", name, "--output-format", "json").stdout))


def _drop_language(record: dict[str, Any]) -> None:
    del record["language"]


def _misname_kind(record: dict[str, Any]) -> None:
    record["blocks"][0]["kind"] = "headline"


def _give_paragraph_a_level(record: dict[str, Any]) -> None:
    record["blocks"][2]["level"] = 2


def _take_title_its_level(record: dict[str, Any]) -> None:
    record["blocks"][0]["level"] = 0


def _lengthen_span(record: dict[str, Any]) -> None:
    record["blocks"][0]["sentences"][0]["span"].append(3)


def _overdo_confidence(record: dict[str, Any]) -> None:
    record["quotations"][0]["confidence"] = 1.2


def _misplace_source(record: dict[str, Any]) -> None:
    record["attributions"][0]["source"] = "the minister"


@pytest.mark.parametrize(
    "spoil",
    [
        _drop_language,
        _misname_kind,
        _give_paragraph_a_level,
        _take_title_its_level,
        _lengthen_span,
        _overdo_confidence,
        _misplace_source,
    ],
)
def test_a_broken_record_is_rejected(run: Run, write: Write, spoil: Callable[[dict[str, Any]], None]) -> None:
    write("a.txt", PLAIN)
    record = json.loads(run("segment", "a.txt", "--output-format", "json").stdout)
    assert [block["kind"] for block in record["blocks"][:3]] == ["title", "byline", "paragraph"]
    spoil(record)
    assert not Draft202012Validator(SCHEMA).is_valid(record)


@pytest.mark.parametrize(
    ("definition", "field", "values"),
    [("block", "kind", BlockKind), ("block", "region", Region), ("attribution", "kind", AttributionKind)],
)
def test_the_schema_knows_every_value(definition: str, field: str, values: object) -> None:
    assert set(SCHEMA["$defs"][definition]["properties"][field]["enum"]) == set(get_args(values))
