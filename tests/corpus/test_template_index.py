"""Template indexes: what they find, that halves make the whole, and that their files are safe to read."""

import pickle
import zlib
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newslint
from newslint.analysis.template_index import TemplateIndex, fingerprint, similarity
from newslint.corpus.index_file import from_bytes, load_template_index, save_template_index, to_bytes
from newslint.corpus.templates import merge
from newslint.errors import NewslintError, ReadError

NOTE = "Ida Holm writes about the coast and its people. Her column appears every other Friday."
STORIES = (
    "The council met in private on Tuesday and put the vote off by a week, its chair told reporters.",
    "Snow closed the mountain road for a second day, and two villages were without power until noon.",
    "A freighter lost its cargo of grain when the storm tore it from the quay in the night, police said.",
)
CORPUS = [{"id": f"{number}.txt", "text": f"{story}\n\n{NOTE}"} for number, story in enumerate(STORIES)]

words = st.lists(st.sampled_from("harbour bridge council vote 12 ferry storm road the of".split()), max_size=14)
texts = st.lists(words.map(" ".join), max_size=4).map("\n\n".join)
corpora = st.lists(texts, max_size=6).map(
    lambda found: [{"id": f"{number}", "text": text} for number, text in enumerate(found)]
)


def lint(text: str, index: TemplateIndex, path: str | None = None, **options: object) -> list[newslint.Finding]:
    table = {name.replace("_", "-"): value for name, value in options.items()}
    config = newslint.Config(select=("boilerplate.template",), rules={"boilerplate.template": table})
    return list(newslint.Linter(config, template_index=index).lint(text, path=path).findings)


# -- finding


def test_evidence_names_the_other_places_with_their_spans() -> None:
    [finding] = lint(CORPUS[1]["text"], newslint.build_template_index(CORPUS), "1.txt")
    [(span, note)] = finding.evidence
    assert span is not None
    assert CORPUS[1]["text"][span.start : span.end] == NOTE
    place = f"{len(STORIES[0]) + 2}-{len(STORIES[0]) + 2 + len(NOTE)}"
    assert note.startswith(f"in 3 documents: 0.txt ({place}), 2.txt (")
    assert "1.txt" not in note


def test_an_article_that_is_not_in_the_index() -> None:
    index = newslint.build_template_index(CORPUS)
    assert [finding.confidence for finding in lint(f"Fog closed the port.\n\n{NOTE}", index)] == [1.0]
    nearly = NOTE.replace("other", "second")
    assert [finding.confidence for finding in lint(f"Fog closed the port.\n\n{nearly}", index)] == [0.8]


def test_case_punctuation_and_figures_do_not_count() -> None:
    index = newslint.build_template_index(
        [f"Call us on 55 12 {number}, at any hour of the day." for number in range(3)]
    )
    [finding] = lint("CALL US ON 55 12 999 at any hour of the day!", index)
    assert finding.confidence == 1.0


def test_a_paragraph_counts_once_in_a_document() -> None:
    index = newslint.build_template_index([f"{NOTE}\n\n{NOTE}\n\n{NOTE}", STORIES[0]])
    assert [template.documents for template in index.templates.values()] == [1, 1]
    assert lint(NOTE, index) == []


def test_variants_in_one_document_make_no_template() -> None:
    lines = "\n\n".join(f"The ferry to Tarn leaves at {time} from the third quay." for time in ("noon", "dawn", "nine"))
    index = newslint.build_template_index([lines, STORIES[0]])
    assert lint(lines, index) == []
    assert lint(lines, index, minimum_documents=2) == []


def test_records_are_read_as_the_linter_reads_them() -> None:
    records = [{"path": f"{number}.md", "text": f"# Note\n\n{NOTE} [All](/all) of it."} for number in range(3)]
    linter = newslint.Linter(
        newslint.Config(select=("boilerplate.template",)), template_index=newslint.build_template_index(records)
    )
    assert [len(report.findings) for report in linter.lint_many(records)] == [1, 1, 1]


def test_numbers_may_be_ids() -> None:
    index = newslint.build_template_index([{"id": number, "text": NOTE} for number in range(3)])
    assert [place.document for template in index.templates.values() for place in template.places] == ["0", "1", "2"]


def test_copies_of_an_article_are_one_finding() -> None:
    text = "\n\n".join((*STORIES, NOTE))
    [finding] = lint(text, newslint.build_template_index([text] * 3))
    assert (finding.span, len(finding.evidence)) == ((0, len(text)), 4)


def test_only_exact_copies_can_be_cut() -> None:
    index = newslint.build_template_index(CORPUS)
    [exact] = lint(f"Fog closed the port.\n\n{NOTE}", index)
    assert exact.fix is not None
    assert not exact.fix.safe
    assert [edit.span for edit in exact.fix.edits] == [(20, 22 + len(NOTE))]
    [near] = lint(f"Fog closed the port.\n\n{NOTE.replace('other', 'second')}", index)
    assert near.fix is None


def test_without_an_index_the_rule_is_silent() -> None:
    linter = newslint.Linter(newslint.Config(select=("boilerplate.template",)))
    assert linter.lint(NOTE).findings == ()


def test_worker_processes_have_the_index() -> None:
    config = newslint.Config(select=("boilerplate.template",))
    linter = newslint.Linter(config, template_index=newslint.build_template_index(CORPUS))
    assert [len(report.findings) for report in linter.lint_many(CORPUS * 8, jobs=2)] == [1] * 24


def test_documents_travel_without_the_index() -> None:
    linter = newslint.Linter(template_index=newslint.build_template_index(CORPUS))
    assert pickle.loads(pickle.dumps(linter.lint(NOTE).document)).template_index is None


def test_records_that_cannot_be_read_are_named() -> None:
    with pytest.raises(ReadError, match="record 2: needs a string under 'text'"):
        newslint.build_template_index([NOTE, {"id": "x"}])


# -- sketches


def test_similarity_is_the_share_of_common_word_triples() -> None:
    def sketch(text: str) -> tuple[int, ...]:
        found = fingerprint(text)
        assert found is not None
        return found.sketch

    first, second = "one two three four five six seven eight", "one two three four five six seven ten"
    assert similarity(sketch(first), sketch(first)) == 1
    assert similarity(sketch(first), sketch(second)) == pytest.approx(5 / 7)
    assert similarity(sketch(first), sketch("nobody knew at first what the noise in the night was")) == 0


def test_very_short_lines_are_not_remembered() -> None:
    assert fingerprint("Share this article") is None


# -- merging


@given(corpora, st.integers(0, 6))
def test_the_index_of_two_halves_is_that_of_the_whole(records: Sequence[dict[str, str]], cut: int) -> None:
    whole = newslint.build_template_index(records)
    halves = [newslint.build_template_index(records[cut:]), newslint.build_template_index(records[:cut])]
    assert merge(halves) == whole
    assert to_bytes(merge(halves)) == to_bytes(whole)


@given(corpora)
def test_files_hold_what_the_index_holds(records: Sequence[dict[str, str]]) -> None:
    index = newslint.build_template_index(records)
    assert from_bytes(to_bytes(index)) == index
    assert from_bytes(to_bytes(index.pruned())) == index.pruned()


@given(corpora)
def test_pruning_loses_no_template(records: Sequence[dict[str, str]]) -> None:
    index = newslint.build_template_index(records)
    assert index.pruned().most_frequent(2) == index.most_frequent(2)


def test_pruning_keeps_what_is_nearly_the_same_in_several_documents() -> None:
    variants = [NOTE.replace("other", word) for word in ("second", "third", "fourth")]
    index = newslint.build_template_index([*variants, STORIES[0]]).pruned()
    assert len(index) == 3
    assert [finding.confidence for finding in lint(NOTE, index)] == [0.8]


def test_documents_of_one_name_merge_in_any_order() -> None:
    parts = [newslint.build_template_index([{"id": "a", "text": text}]) for text in (NOTE, NOTE.upper())]
    assert to_bytes(merge(parts)) == to_bytes(merge(parts[::-1]))


def test_a_pruned_index_cannot_be_merged() -> None:
    index = newslint.build_template_index(CORPUS)
    with pytest.raises(NewslintError, match="pruned"):
        merge([index, index.pruned()])


# -- files


def test_undecodable_bytes_do_no_harm() -> None:
    index = newslint.build_template_index([{"id": "a\udcff", "text": "\udcff" + NOTE}])
    assert from_bytes(to_bytes(index)) == index


def _file(*columns: object) -> bytes:
    return b"newslint template index 1\n" + zlib.compress(msgspec.msgpack.encode(columns))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "no template index"),
        (b"Harbour reopens\n", "no template index"),
        (b"newslint template index 2\n...", "of version 2; this newslint reads version 1"),
        (b"newslint template index 1\n...", "damaged"),
        (_file(1, False), "damaged"),
        (_file(1, False, [], b"12345678", [1], [[(0, 0, 9)]], ["x"], [0], b""), "damaged"),
        (_file(1, False, ["a"], b"12345678", [1], [[(0, 0, 9)]], ["x"], [1], b""), "damaged"),
        (_file(1, False, ["a"], b"1234567", [1], [[(0, 0, 9)]], ["x"], [0], b""), "damaged"),
        (_file(1, False, ["a"], b"12345678", [1, 2], [[(0, 0, 9)]], ["x"], [0], b""), "damaged"),
        (_file(1, False, ["a"], b"12345678", [1], [[(0, 0, 9)]], ["x"], [0], b"1234"), "damaged"),
    ],
    ids=["empty", "text", "version", "no stream", "columns", "document", "sketch", "keys", "counts", "values"],
)
def test_other_files_are_told_apart(data: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "a.index"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=problem) as caught:
        load_template_index(path)
    assert str(caught.value).startswith(str(path))


def test_every_truncated_file_is_an_error() -> None:
    data = to_bytes(newslint.build_template_index(CORPUS))
    for end in range(len(data)):
        with pytest.raises(ReadError):
            from_bytes(data[:end])


def test_saving_replaces_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.index"
    path.write_text("old")
    save_template_index(newslint.build_template_index(CORPUS), path)
    assert load_template_index(path) == newslint.build_template_index(CORPUS)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.index"]
