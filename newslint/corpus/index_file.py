"""Template indexes as files: compact, the same for equal indexes, and of a known version."""

import sys
import zlib
from array import array
from collections.abc import Iterable
from pathlib import Path

from newslint import files
from newslint.analysis.template_index import Template, TemplateIndex
from newslint.errors import ReadError
from newslint.model import TemplatePlace

# A line of text that says what the file is and how to read the rest: a zlib stream of MessagePack.
_MAGIC = b"newslint template index "
_VERSION = 1
_LONGEST_HEAD = 40


def save_template_index(index: TemplateIndex, path: Path) -> None:
    """Write an index to a file, whole or not at all. Raises OutputError if that cannot be done."""
    with files.open_output(path) as output:
        output.write_bytes(to_bytes(index))
        output.commit()


def load_template_index(path: Path) -> TemplateIndex:
    """The index of a file. Raises ReadError naming the file if there is none in it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror}") from error
    try:
        return from_bytes(data)
    except ReadError as error:
        raise ReadError(f"{path}: {error}") from error


def to_bytes(index: TemplateIndex) -> bytes:
    """An index as the content of a file: equal indexes give equal bytes."""
    import msgspec  # only for those who have an index

    templates = list(index.templates.values())
    names = sorted({place.document for template in templates for place in template.places})
    number_of = {name: number for number, name in enumerate(names)}
    columns = (
        index.documents,
        index.is_pruned,
        names,
        _packed("Q", index.templates),
        [template.documents for template in templates],
        [[(number_of[place.document], place.start, place.end) for place in template.places] for template in templates],
        [template.excerpt for template in templates],
        [len(template.sketch) for template in templates],
        _packed("I", (value for template in templates for value in template.sketch)),
    )
    head = b"%s%d\n" % (_MAGIC, _VERSION)
    return head + zlib.compress(msgspec.msgpack.encode(columns), level=9)


_Columns = tuple[int, bool, list[str], bytes, list[int], list[list[tuple[int, int, int]]], list[str], list[int], bytes]


def from_bytes(data: bytes) -> TemplateIndex:
    """The index in the content of a file. Raises ReadError if it is none, damaged, or of another version."""
    import msgspec

    head, _, body = data.partition(b"\n")
    if not head.startswith(_MAGIC) or len(head) > _LONGEST_HEAD:
        raise ReadError("no template index; `newslint index build` makes one")
    if (version := head.removeprefix(_MAGIC)) != b"%d" % _VERSION:
        found = version.decode("ascii", "replace")
        raise ReadError(f"a template index of version {found}; this newslint reads version {_VERSION}: build it again")
    try:
        documents, is_pruned, names, keys, counts, places, excerpts, lengths, values = msgspec.msgpack.decode(
            zlib.decompress(body), type=_Columns
        )
        sketches = _split(_unpacked("I", values), lengths)
        columns = zip(counts, places, excerpts, sketches, strict=True)
        templates = {
            key: Template(
                count, tuple(TemplatePlace(names[number], start, end) for number, start, end in own), excerpt, sketch
            )
            for key, (count, own, excerpt, sketch) in zip(_unpacked("Q", keys), columns, strict=True)
        }
    except (zlib.error, msgspec.DecodeError, ValueError, IndexError) as error:
        raise ReadError(f"a damaged template index ({error}); build it again") from error
    return TemplateIndex(documents, templates, is_pruned=is_pruned)


def _packed(typecode: str, values: Iterable[int]) -> bytes:
    numbers = array(typecode, values)
    return _in_file_order(numbers).tobytes()


def _unpacked(typecode: str, data: bytes) -> "array[int]":
    numbers = array(typecode)
    numbers.frombytes(data)
    return _in_file_order(numbers)


def _in_file_order(numbers: "array[int]") -> "array[int]":
    """Files are little-endian, whatever the machine."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _split(values: "array[int]", lengths: Iterable[int]) -> list[tuple[int, ...]]:
    parts = []
    at = 0
    for length in lengths:
        parts.append(tuple(values[at : at + length]))
        at += length
    if at != len(values):
        raise ValueError("sketches do not fit")
    return parts
