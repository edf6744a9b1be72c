"""Stretches of background that no source supports."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby

from newslint import Document, Sentence, Span
from newslint_rules.claims._claims import Claim, claims, is_event
from newslint_rules.claims._genre import FIGURES
from newslint_rules.claims._support import Support

# A line of a table or a list of facts is no sentence: "Employees: 400", "12 | 40%".
_LABEL = re.compile(r"(?:\S+ ){0,3}\S+(?::| •) ")
_SHORTEST = 4  # words
_ENDS = (".", "!", "?", "”", '"', "’", "'", ")", "]")
TELLING = 2  # claims of a block that are more than general statements
_PAST_YEAR = re.compile(r"\b(?:1\d\d\d|\d{1,2}th century)\b(?!,\d)")
# What always holds, in the present tense, of something that is no person: "The climate varies".
_GENERAL = re.compile(
    r"""(?:In\ (?:addition|general|particular),\ )?
    (?:The|Its?|They|Their|Many|Most|These|This|[A-Z][\w’'.-]*)(?:\ [\w’'(),.-]+){0,7}?
    \ (?:(?:is|are)(?!\ (?:\w+ly\ )?\w+ing\b)|(?:has|have)(?!\ (?:\w+ly\ |also\ )?(?:been|become|put|\w+ed)\b)
      |includes?|contains?|features?|offers?|provides?|covers?|represents?|forms?|makes?|takes?|allows?|helps?|requires?|produces?|attracts?|lies|stands|runs|flows|ranks?|varies|vary|emphasi[sz]es?|remains?
      |focuses|operates|employs|belongs?|depends?|relies|rely|affects?|occurs?|uses?|works?|plays?|lives?)\b""",
    re.VERBOSE,
)
_PARTICULAR = re.compile(r"\b(?:now|week|month|will|would|[Hh]e|[Ss]he|his|her|I|we|our|you|your)\b")


def stretches(
    document: Document, rule_id: str, support: Support, shortest: int
) -> Iterator[tuple[list[Sentence], dict[Span, Claim]]]:
    """Runs of sentences without a source that tell facts, with the first claim of each sentence that makes one."""
    runs = [run for run in _runs(support) if len(run) >= shortest]
    made = list(claims(document, rule_id, list(chain.from_iterable(runs))))
    if len({claim.sentence for claim in made}) < TELLING:
        return
    telling: dict[Span, Claim] = {}
    for claim in made:
        if claim.label not in FIGURES or not support.figures_have_report(claim.sentence):
            telling.setdefault(claim.sentence.span, claim)
    for run in runs:
        if sum(sentence.span in telling for sentence in run) < TELLING:
            continue
        for is_background, group in groupby(run, key=lambda sentence: _is_background(document, sentence)):
            stretch = list(group)
            if is_background and len(stretch) >= shortest:
                yield stretch, _with_general(document, stretch, telling)


def _runs(support: Support) -> Iterator[list[Sentence]]:
    """Sentences without a source in a row, whichever paragraphs they stand in; a heading is one with support."""
    for _, group in groupby(enumerate(support.unsupported.items()), key=lambda item: item[1][0] - item[0]):
        yield [sentence for _, (_, sentence) in group]


def _with_general(document: Document, stretch: Iterable[Sentence], telling: Mapping[Span, Claim]) -> dict[Span, Claim]:
    found: dict[Span, Claim] = {}
    for sentence in stretch:
        if sentence.span in telling:
            found[sentence.span] = telling[sentence.span]
        elif match := _general(sentence.text):
            found[sentence.span] = Claim(document.within(sentence, *match.span()), sentence, "general")
    return found


def _is_background(document: Document, sentence: Sentence) -> bool:
    """Whether this is a sentence of a paragraph, and not about what happened on a day."""
    text = sentence.text
    block = document.block_at(sentence.span.start)
    return (
        block is not None
        and block.kind == "paragraph"
        and text.rstrip().endswith(_ENDS)
        and "|" not in text
        and text.count(" ") + 1 >= _SHORTEST
        and _LABEL.match(text) is None
        and not is_event(text)
    )


def _general(text: str) -> re.Match[str] | None:
    match = _GENERAL.match(text)
    return match if match and not _PARTICULAR.search(text) else _PAST_YEAR.search(text)
