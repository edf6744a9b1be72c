from newslint.model import Span
from newslint.offsets import Lines, OffsetMap, Piece, Position

# "Caf&eacute;" "\n\n" "<b>Ok</b>"
SOURCE = "Caf&eacute; <p><b>Ok</b>"
PIECES = [Piece("Caf", 0, 3), Piece("é", 3, 11), Piece("\n\n", 11, 11), Piece("Ok", 18, 20)]
MAP = OffsetMap(PIECES)


def test_characters_map_one_by_one_and_references_as_a_whole() -> None:
    assert MAP.to_source(1, 3) == Span(1, 3)
    assert MAP.to_source(2, 4) == Span(2, 11)
    assert MAP.to_clean(Span(5, 7)) == (3, 4)
    assert MAP.to_source(7, 8) == Span(19, 20)


def test_edges_outside_the_text_move_inwards() -> None:
    assert MAP.to_source(4, 7) == Span(18, 19)
    assert MAP.to_source(0, 6) == Span(0, 11)
    assert MAP.to_clean(Span(12, 24)) == (6, 8)
    assert MAP.to_clean(Span(0, 17)) == (0, 4)


def test_ranges_without_text_are_empty() -> None:
    assert MAP.to_source(4, 6) == Span(18, 18)
    assert MAP.to_clean(Span(12, 16)) == (6, 6)
    assert MAP.to_clean(Span(20, 24)) == (8, 8)
    assert MAP.to_source(2, 2) == Span(2, 2)


def test_a_map_of_nothing() -> None:
    assert OffsetMap([]).to_source(0, 0) == Span(0, 0)
    assert OffsetMap([Piece("", 0, 5)]).to_clean(Span(0, 5)) == (0, 0)


def test_lines_end_where_editors_end_them() -> None:
    lines = Lines("a\r\nb\rc\nd\x0be\u2028f")
    assert [lines.text(number) for number in range(1, 5)] == ["a", "b", "c", "d\x0be\u2028f"]
    assert lines.position(3) == Position(2, 1)
    assert lines.position(8) == Position(4, 2)
