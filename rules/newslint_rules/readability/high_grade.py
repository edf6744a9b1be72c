"""Articles that ask for a university degree."""

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, Example, Finding, Readability, Rule, Sentence

_LONGEST_SHOWN = 3
_NORM = "in published news the mean grade is 12; 5 % of articles lie above 15.4"

_LEAD = (
    "The intergovernmental commission characterised the international telecommunications regulations as insufficiently "
    "comprehensive."
)
_REST = (
    " Representatives of participating organisations subsequently recommended considerably stricter administrative "
    "requirements, notwithstanding the fundamental disagreements between industrial associations and environmental "
    "authorities that had characterised preliminary consultations."
) * 5
_PLAIN = (
    "The bus was late again on Monday. It had snowed in the night, and the road up to the school was closed until ten. "
    "The children did not mind. They stood at the stop and threw snow at the sign. "
) * 4


@dataclass(frozen=True)
class HighGrade(Rule):
    """An article that is hard to read as a whole.

    Reports, once, an English article whose Flesch-Kincaid grade is above the limit; the finding stands at the first
    sentence of the running text. The grade comes from the length of sentences and of words and nothing else.

    Why: grade 15 is three years of university; most readers read news below what they could.
    Instead: split the longest sentences (the evidence names them) and prefer the short word.

    Options:
        max_grade: the highest Flesch-Kincaid grade that is let pass.
        min_words: articles with fewer words than this are not judged.
    """

    id = "readability.high-grade"
    bad = (
        f"[[{_LEAD}]]{_REST}",
        Example(f"# Rules to change\n\n[[{_LEAD}]]{_REST}\n", format="markdown"),
    )
    good = (
        _PLAIN,
        f"{_LEAD} {_PLAIN}",
        _LEAD,
        Example(f"{_LEAD}{_REST}", options={"max_grade": 60.0}),
        Example(f"{_LEAD}{_REST}", language="de"),
    )

    max_grade: float = 15.0
    min_words: int = 100

    def __post_init__(self) -> None:
        if self.max_grade <= 0:
            raise ValueError("max_grade must be above 0")
        if self.min_words < 1:
            raise ValueError("min_words must be 1 or more")

    def check(self, document: Document) -> Iterator[Finding]:
        counts = document.readability()
        if counts.words < self.min_words or counts.flesch_kincaid_grade <= self.max_grade:
            return
        if document.language not in {"en", None}:
            return
        running = document.blocks_of("paragraph", "list_item", "blockquote")
        sentences = [sentence for block in running for sentence in block.sentences]
        longest = sorted(sentences, key=_length, reverse=True)[:_LONGEST_SHOWN]
        yield self.finding(
            sentences[0].span,
            f"the article reads at grade {counts.flesch_kincaid_grade:.1f}, above {self.max_grade:g}",
            evidence=[
                (None, _describe(counts)),
                *((sentence.span, f"{document.word_count(sentence)} words") for sentence in longest),
                (None, _NORM),
            ],
        )


def _describe(counts: Readability) -> str:
    return (
        f"{counts.words} words in {counts.sentences} sentences: {counts.words / counts.sentences:.1f} a sentence, "
        f"{counts.syllables / counts.words:.2f} syllables a word"
    )


def _length(sentence: Sentence) -> int:
    return len(sentence.text)
