"""Counts, formulas, syllables, and how they stand to textstat's."""

import socket
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint
from newslint.analysis import dale_chall, readability, syllables
from newslint.analysis.readability import Counts
from newslint.analysis.textstat_offline import textstat_scores
from newslint.analysis.textstat_sentences import Difference, differences

COUNCIL = (
    "The city council voted on Tuesday to close two of its six swimming pools, which the mayor called "
    "unavoidable. Residents had collected nine thousand signatures against the plan."
)
HARBOUR = (
    "Fishermen returned to the harbour at dawn. The storm had torn the roof from the old cannery, "
    "and insurance inspectors spent the morning photographing the extraordinary destruction."
)
GERMAN = (
    "Der Stadtrat hat am Dienstag beschlossen, zwei Schwimmbäder zu schließen. Die Bürgermeisterin nannte das "
    "unvermeidlich."
)


def no_network(*args: object, **kwargs: object) -> None:
    raise AssertionError("a socket was opened")


class TestCounts:
    def test_one_sentence(self) -> None:
        counts = readability.count(["The minister resigned on Monday."], "en")
        assert counts == Counts(words=5, sentences=1, letters=27, syllables=9, polysyllables=1, long_words=2)

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("“Never,” she said – twice.", 4),
            ("It fell—again.", 3),
            ("well-known U.S. figures of 2.4 and 1,000", 7),
            ("… — “” ’ - •", 0),
            ("don’t", 1),
            ("either/or", 2),
            ("", 0),
        ],
    )
    def test_marks_are_no_words(self, text: str, words: int) -> None:
        assert len(readability.words(text)) == words
        assert readability.count([text], "en").words == words

    def test_a_sentence_without_words_does_not_count(self) -> None:
        assert readability.count(["* * *", "He left.", ""], "en").sentences == 1

    def test_empty_text_scores_zero(self) -> None:
        assert set(readability.measure([], "en")) == {0}
        assert set(readability.measure(["—"], None)) == {0}

    @given(st.lists(st.text(max_size=80), max_size=6))
    def test_counts_are_consistent(self, sentences: list[str]) -> None:
        counts = readability.count(sentences, "en")
        assert counts.polysyllables <= counts.words
        assert counts.long_words <= counts.words
        assert counts.sentences <= len(sentences)
        assert (counts.words == 0) == (counts.letters == 0)

    @given(st.text(max_size=60), st.text(max_size=60))
    def test_counts_add_up(self, first: str, second: str) -> None:
        together = readability.count([first, second], "en")
        apart = zip(readability.count([first], "en"), readability.count([second], "en"), strict=True)
        assert together == tuple(a + b for a, b in apart)

    def test_one_endless_word(self) -> None:
        assert readability.count(["a'" * 200_000], "en").words == 1


class TestSyllables:
    @pytest.mark.parametrize(
        ("word", "count"),
        [
            ("the", 1), ("minister", 3), ("table", 2), ("saved", 1), ("wanted", 2), ("prices", 2), ("radio", 3),
            ("nation", 2), ("business", 2), ("people", 2), ("ukraine", 2), ("area", 3), ("boss's", 2),
            ("minister's", 3), ("minister’s", 3), ("didn't", 2), ("well-known", 2), ("café", 2), ("bbc", 3), ("", 0),
        ],
    )  # fmt: skip
    def test_english(self, word: str, count: int) -> None:
        assert syllables.counter("en")(word) == count

    def test_a_number_has_one(self) -> None:
        assert syllables.counter("en")("2,400") == 1

    def test_the_table_holds_only_what_the_rule_gets_wrong(self) -> None:
        plain = {word: count for word, count in syllables.exceptions().items() if word.isalpha()}
        assert plain
        assert not [word for word, count in plain.items() if syllables.by_rule(word) == count]

    def test_other_languages_use_hyphenation(self) -> None:
        assert syllables.counter("de")("bürgermeister") == 4

    def test_a_language_without_patterns_counts_vowels(self) -> None:
        assert syllables.counter("xx")("banana") == 3


class TestFormulas:
    @pytest.mark.parametrize("text", [COUNCIL, HARBOUR, COUNCIL + " " + HARBOUR])
    def test_equal_counts_give_textstats_values(self, text: str) -> None:
        reference = textstat_scores(text, "en")
        counts = counts_of(reference)
        ours = {
            "flesch_reading_ease": readability.flesch_reading_ease(counts, "en"),
            "flesch_kincaid_grade": readability.flesch_kincaid_grade(counts),
            "smog_index": readability.smog_index(counts),
            "lix": readability.lix(counts),
            "rix": readability.rix(counts),
            "automated_readability_index": readability.automated_readability_index(
                counts._replace(letters=int(reference["char_count"]))
            ),
            "gunning_fog": readability.gunning_fog(counts._replace(polysyllables=hard_words(reference))),
        }
        assert ours == pytest.approx({name: reference[name] for name in ours}, abs=1e-9)

    def test_coleman_liau_is_the_published_one(self) -> None:
        reference = textstat_scores(COUNCIL, "en")
        counts = counts_of(reference)
        textstats_rounding = (0.0588 - 0.058) * 100 * counts.letters / counts.words
        assert readability.coleman_liau_index(counts) == pytest.approx(
            reference["coleman_liau_index"] + textstats_rounding, abs=1e-9
        )

    @pytest.mark.parametrize("language", sorted(readability.FLESCH))
    def test_reading_ease_of_each_language(self, language: str) -> None:
        reference = textstat_scores(GERMAN, language)
        assert readability.flesch_reading_ease(counts_of(reference), language) == pytest.approx(
            reference["flesch_reading_ease"], abs=1e-9
        )

    def test_an_unknown_language_uses_the_english_constants(self) -> None:
        counts = Counts(100, 5, 480, 150, 12, 30)
        assert readability.flesch_reading_ease(counts, "xx") == readability.flesch_reading_ease(counts, "en")

    def test_longer_sentences_read_harder(self) -> None:
        short = readability.measure(["He left.", "She stayed at home."], "en")
        joined = readability.measure(["He left and she stayed at home."], "en")
        assert joined.flesch_kincaid_grade > short.flesch_kincaid_grade
        assert joined.flesch_reading_ease < short.flesch_reading_ease


class TestDaleChall:
    @pytest.mark.parametrize("text", [COUNCIL, HARBOUR, COUNCIL + " " + HARBOUR, "He went to the school and sat down."])
    def test_equal_counts_give_textstats_value(self, text: str) -> None:
        reference = textstat_scores(text, "en")
        words, sentences = int(reference["lexicon_count"]), int(reference["sentence_count"])
        difficult = textstats_difficult_words(reference)
        assert 0 <= difficult <= words
        assert dale_chall.score(words, sentences, difficult) == pytest.approx(
            reference["dale_chall_readability_score"], abs=1e-9
        )

    def test_few_difficult_words_are_not_adjusted_for(self) -> None:
        assert dale_chall.score(100, 10, 5) == pytest.approx(0.1579 * 5 + 0.496)
        assert dale_chall.score(100, 10, 6) == pytest.approx(0.1579 * 6 + 0.496 + 3.6365)

    @pytest.mark.parametrize(
        "word",
        [
            "school",
            "Schools",
            "school's",
            "stopped",
            "hoping",
            "carried",
            "happiest",
            "quickly",
            "2,400",
            "good-looking",
        ],
    )
    def test_easy_words(self, word: str) -> None:
        assert not dale_chall.is_difficult(word)

    @pytest.mark.parametrize("word", ["inspector", "cannery", "unavoidable", "ex-insurer"])
    def test_difficult_words(self, word: str) -> None:
        assert dale_chall.is_difficult(word)

    def test_names_are_easy(self) -> None:
        with_name = dale_chall.measure(["The man met Przybylski."], "en")
        with_word = dale_chall.measure(["The man met inspectors."], "en")
        assert with_name is not None
        assert with_word is not None
        assert with_name < with_word

    def test_the_capital_of_a_sentence_makes_no_name(self) -> None:
        assert dale_chall.measure(["Inspectors left."], "en") == dale_chall.measure(["inspectors left."], "en")

    def test_no_words_score_zero(self) -> None:
        assert dale_chall.measure(["—", ""], "en") == 0

    def test_only_english_has_one(self) -> None:
        assert newslint.segment(GERMAN).dale_chall() is None
        assert newslint.segment(HARBOUR).dale_chall() == dale_chall.measure(HARBOUR.split(". "), "en") != 0


class TestTextstatsSentences:
    def found(self, text: str, *sentences: str) -> list[Difference]:
        """The differences where our sentences are these, which follow one another in the text."""
        spans = []
        end = 0
        for sentence in sentences:
            start = text.index(sentence, end)
            end = start + len(sentence)
            spans.append((start, end))
        return differences(text, spans)

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("The figure rose by 2.4 percent in May", "decimal point or time"),
            ("It was late when Mr. Holm came to town", "abbreviation"),
            ("It was said by J. Holm and his men", "initial or dotted abbreviation"),
            ("He read it on example.com before he left", "dot inside a word"),
            ("And then it was... over for all time", "points of omission"),
            ("She cried “Who was it?” and left the room", "question or exclamation inside a sentence"),
            ("She said (it was late.) and left the room", "full stop before a closing mark"),
        ],
    )
    def test_breaks_have_a_reason(self, text: str, reason: str) -> None:
        (place,) = self.found(text, text)
        assert (place.kind, place.reason) == ("broken", reason)
        assert text[place.start] in ".?"

    def test_dots_of_one_abbreviation_break_once(self) -> None:
        text = "He left the U.S. for a year."
        assert [place.end for place in self.found(text, text)] == [text.index("for")]

    def test_a_heading_joins_the_sentence_after_it(self) -> None:
        text = "What comes next\n\nWork begins in May."
        (place,) = self.found(text, "What comes next", "Work begins in May.")
        assert (place.start, place.kind) == (text.index("Work"), "joined")

    def test_short_sentences_are_ignored(self) -> None:
        (place,) = self.found("It fell. Nobody was hurt.", "It fell.", "Nobody was hurt.")
        assert (place.start, place.kind) == (0, "ignored")

    def test_equal_counts_have_no_differences(self) -> None:
        assert self.found(HARBOUR, *HARBOUR.split(". ")) == []

    @settings(deadline=None)  # the first example imports textstat
    @given(st.lists(st.text(alphabet="ab1_ .!?'’“”-\n", max_size=30), max_size=8))
    def test_differences_add_up_to_textstats_count(self, sentences: list[str]) -> None:
        text = " ".join(sentences)
        kinds = [place.kind for place in self.found(text, *sentences)]
        worded = sum(any(map(str.isalnum, sentence)) for sentence in sentences)
        expected = worded + kinds.count("broken") - kinds.count("joined") - kinds.count("ignored")
        assert max(expected, int(text != "")) == textstat_scores(text, "de")["sentence_count"]


class TestTextstat:
    def test_no_socket_is_opened(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(socket, "socket", no_network)
        monkeypatch.setattr(socket, "create_connection", no_network)
        assert textstat_scores(HARBOUR, "en")["syllable_count"] > 0
        assert textstat_scores(GERMAN, "de")["syllable_count"] > 0

    def test_no_text_stays_in_its_caches(self) -> None:
        textstat_scores(HARBOUR, "en")
        assert import_module("textstat.backend.counts").count_sentences.cache_info().currsize == 0

    def test_a_languages_scores_leave_out_what_needs_a_word_list(self) -> None:
        assert "gunning_fog" in textstat_scores(HARBOUR, None)
        assert "gunning_fog" not in textstat_scores(GERMAN, "de")

    def test_a_language_it_does_not_know_has_no_scores(self) -> None:
        assert textstat_scores("他走了。", "zh") == {}

    @pytest.mark.parametrize(
        ("code", "absent"),
        [
            ("import newslint; newslint.segment('He left. She stayed.').readability()", "textstat"),
            ("import newslint; newslint.segment('He left. She stayed.').dale_chall()", "textstat"),
            ("from newslint.analysis.textstat_offline import textstat_scores as s; s('He left.', 'en')", "nltk"),
        ],
    )
    def test_what_is_never_imported(self, code: str, absent: str) -> None:
        check = f"{code}; import sys; sys.exit({absent!r} in sys.modules)"
        subprocess.run([sys.executable, "-c", check], check=True)


def counts_of(reference: Mapping[str, float]) -> Counts:
    """Our counts from textstat's, by its names."""
    names = ("lexicon_count", "sentence_count", "letter_count", "syllable_count", "polysyllabcount", "long_word_count")
    return Counts(*(int(reference[name]) for name in names))


def hard_words(reference: Mapping[str, float]) -> int:
    """textstat's hard words for Fog (three syllables, not on its list), which it does not give: from its own score."""
    words, sentences = reference["lexicon_count"], reference["sentence_count"]
    return round((reference["gunning_fog"] / 0.4 - words / sentences) * words / 100)


def textstats_difficult_words(reference: Mapping[str, float]) -> int:
    """textstat's difficult words for Dale-Chall, which it does not give: from its own score."""
    words, sentences = reference["lexicon_count"], reference["sentence_count"]
    rest = reference["dale_chall_readability_score"] - 0.0496 * words / sentences
    percentage = rest / 0.1579
    return round((percentage if percentage <= 5 else (rest - 3.6365) / 0.1579) * words / 100)
