import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.errors import ReadError
from newslint.readers import BUILT_IN
from newslint.readers.decode import decode, encoding_of
from newslint.readers.html import HtmlReader, declared_encoding
from newslint.readers.plain import PlainReader

TEXT = "“Où est-il ?”\r\nдата: 𝄞\n"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_marks_name_the_encoding_and_are_no_text(mark: bytes, codec: str) -> None:
    data = mark + TEXT.encode(codec)
    assert decode(data) == TEXT
    assert encoding_of(data).encode(TEXT) == data


@given(st.binary())
def test_whatever_decodes_is_written_back_byte_by_byte(data: bytes) -> None:
    try:
        encoding = encoding_of(data)
        text = encoding.decode(data)
    except ReadError:
        return
    assert encoding.encode(text) == data


def test_bytes_that_are_not_utf8_are_located() -> None:
    source = decode(b"The caf\xe9 on the quai\x80\x81 closed.")
    document = PlainReader().read(source, language="en")
    assert [source[span.start : span.end] for span in document.undecodable] == ["\udce9", "\udc80\udc81"]
    assert document.text == "The caf\ufffd on the quai\ufffd\ufffd closed."


def test_binary_files_are_refused() -> None:
    with pytest.raises(ReadError, match="binary"):
        decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")


def test_half_a_code_unit_is_an_error_and_not_a_guess() -> None:
    with pytest.raises(ReadError, match="utf-16-le"):
        decode(codecs.BOM_UTF16_LE + b"a\0b")


def test_empty_file() -> None:
    assert decode(b"") == ""


CYRILLIC = "<p>Правительство ушло в отставку.</p>"


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ("<meta charset=koi8-r />", "koi8-r"),
        ("<META http-equiv='Content-Type' content='text/html; charset=windows-1251'>", "cp1251"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
    ],
)
def test_pages_that_name_their_encoding(head: str, codec: str) -> None:
    source = head + CYRILLIC
    assert HtmlReader().decode(source.encode(codec)) == source


def test_valid_utf8_wins_over_what_the_page_claims() -> None:
    source = '<meta charset="windows-1251">' + CYRILLIC
    assert HtmlReader().decode(source.encode()) == source


def test_latin_1_means_windows_1252_on_the_web() -> None:
    assert HtmlReader().decode(b"<meta charset=iso-8859-1>\x93Yes\x94") == "<meta charset=iso-8859-1>“Yes”"


@pytest.mark.parametrize("name", [b"utf-16", b"utf-7", b"unicode_escape", b"no-such-codec", b"zlib", b"hex", b""])
def test_encodings_that_no_page_can_have_are_ignored(name: bytes) -> None:
    assert HtmlReader().decode(b"<meta charset=" + name + b">caf\xe9").endswith("caf\udce9")


def test_a_declaration_counts_only_at_the_beginning() -> None:
    assert declared_encoding(b"<p>" + b"x" * 2000 + b"<meta charset=koi8-r>") is None


@pytest.mark.parametrize("reader", BUILT_IN, ids=lambda reader: reader.name)
def test_only_html_asks_the_file_what_it_is(reader: PlainReader) -> None:
    text = reader.decode(b"<meta charset=koi8-r>\xe9")
    assert text[-1] == ("И" if reader.name == "html" else "\udce9")
