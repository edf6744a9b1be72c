import pytest

from newslint.readers import BUILT_IN, for_path


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.txt", "plain"),
        ("news/2024/a.MD", "markdown"),
        ("b.v2.markdown", "markdown"),
        ("index.html", "html"),
        ("index.HTM", "html"),
    ],
)
def test_readers_by_suffix(path: str, name: str) -> None:
    reader = for_path(path)
    assert reader is not None
    assert reader.name == name


@pytest.mark.parametrize("path", ["a.csv", "README", "md", "", "x.html/y"])
def test_paths_that_no_reader_claims(path: str) -> None:
    assert for_path(path) is None


@pytest.mark.parametrize("reader", BUILT_IN, ids=lambda reader: reader.name)
def test_what_the_caller_tells_is_kept(reader) -> None:  # type: ignore[no-untyped-def]
    document = reader.read("Der Rat tagt.", path="a/b.x", language="de")
    assert (document.path, document.language, document.format) == ("a/b.x", "de", reader.name)


@pytest.mark.parametrize("reader", BUILT_IN, ids=lambda reader: reader.name)
@pytest.mark.parametrize("source", ["", " ", "\r\n\r\n", "\ufeff", "\u00a0"])
def test_nothing_to_read(reader, source: str) -> None:  # type: ignore[no-untyped-def]
    document = reader.read(source, language="en")
    assert [block.kind for block in document.blocks if document.text_of(block.span).strip("\ufeff")] == []
