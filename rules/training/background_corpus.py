"""Articles with background put into them, to train `boilerplate.background-block` on.

Three kinds of background: what the annotated articles bring along, runs of encyclopedia sentences, and the blocks in
`background_styles.toml`, put into articles that are known to have none. All articles get the same layout, one
paragraph a line without blank lines, or layout alone would tell the two kinds apart.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from zlib import crc32

from newslint_rules.boilerplate._background_model import Article, lines_of

import newslint

SOURCES = [
    {
        "name": "BBC news 2004-2005 (Greene and Cunningham 2006)",
        "licence": "copyright BBC, released for research",
        "use": "articles",
    },
    {"name": "PolNeAR (political news in English, 2016)", "licence": "none stated", "use": "articles"},
    {"name": "OneStopEnglish", "licence": "CC BY-SA 4.0", "use": "articles"},
    {"name": "FakeNewsNet, real articles", "licence": "none stated, research", "use": "articles"},
    {"name": "article-extraction-benchmark (Scrapinghub)", "licence": "MIT", "use": "articles"},
    {"name": "WCXB, web content extraction benchmark", "licence": "CC BY 4.0", "use": "articles"},
    {"name": "2WikiMultihopQA, leads of Wikipedia articles", "licence": "Apache 2.0, CC BY-SA", "use": "background"},
    {"name": "CIA World Factbook", "licence": "public domain", "use": "background"},
    {"name": "DBpedia and Wikipedia samples", "licence": "CC BY-SA", "use": "background"},
    {"name": "WikiWeasel (CoNLL-2010), Wikipedia sentences", "licence": "unchecked; CC BY-SA", "use": "background"},
    {"name": "background_styles.toml", "licence": "as newslint", "use": "background"},
]

OTHER_NEWS = ("fakenewsnet", "scrapinghub", "wcxb")

_MIDDLE_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})*")


@dataclass(frozen=True)
class Origin:
    """Where an inserted line comes from. key: the entity it describes, or the block it is of."""

    key: str
    style: str


Paragraph = tuple[str, Origin | None]


@dataclass(frozen=True)
class Annotated:
    """An article of the annotated sets. group: its id, or the entity that background was put in about."""

    group: str
    source: str
    paragraphs: Sequence[Paragraph]


@dataclass(frozen=True)
class Passage:
    """Sentences of background that belong together; "{name}" stands for a name of the article they go into."""

    origin: Origin
    sentences: Sequence[str]


@dataclass(frozen=True, eq=False)
class Sample:
    """An article, and for each of its blocks where it was taken from if it was inserted.

    group: what must not be divided between training and test. made: put together here, from an article that
    is a sample by itself.
    """

    group: str
    source: str
    article: Article
    origins: tuple[Origin | None, ...]
    made: bool = False

    @property
    def is_clean(self) -> bool:
        return not any(self.origins)


def annotated(folder: Path) -> Iterator[Annotated]:
    """The annotated articles, clean ones and others."""
    for record in _records(folder / "boilerplate" / "B_insert.jsonl"):
        paragraphs = list(_paragraphs(record))
        origin = next((origin for _, origin in paragraphs if origin), None)
        yield Annotated(origin.key if origin else str(record["id"]), str(record["src"]), paragraphs)


def other_news(folder: Path) -> Iterator[Annotated]:
    """Half of the unlabelled articles of other publishers, taken for clean; the other half is left to look at."""
    for record in _records(folder / "news" / "news.jsonl"):
        name, source = str(record["id"]), str(record["source"])
        paragraphs = [(line.strip(), None) for line in str(record["text"]).split("\n") if line.strip()]
        if source in OTHER_NEWS and crc32(name.encode()) % 2 and len(paragraphs) > 2:
            yield Annotated(name, source, paragraphs)


def encyclopedia(folder: Path, random: Random) -> list[Passage]:
    """Runs of one to four neighbouring sentences."""
    sentences = [str(record["text"]) for record in _records(folder / "claims" / "wikiweasel_train.jsonl")]
    passages, at = [], 0
    while at < len(sentences):
        run = random.choice((1, 2, 2, 3, 3, 4))
        kept = [sentence for sentence in sentences[at : at + run] if len(sentence.split()) > 4]
        if kept:
            passages.append(Passage(Origin(f"encyclopedia {at}", "encyclopedia"), kept))
        at += run
    return passages


def own_styles() -> list[Passage]:
    """The blocks written for this purpose."""
    path = Path(__file__).with_name("background_styles.toml")
    blocks = tomllib.loads(path.read_text(encoding="utf-8"))["block"]
    return [Passage(Origin(f"own {at}", "own"), block["sentences"]) for at, block in enumerate(blocks)]


def insert(paragraphs: Sequence[Paragraph], passage: Passage, random: Random) -> list[Paragraph]:
    """The article with a part of the passage after its first paragraph or later, as lines or as one paragraph."""
    names = Counter(name for text, _ in paragraphs for name in _MIDDLE_NAME.findall(text))
    name = random.choice([name for name, _ in names.most_common(8)] or ["Halvia"])
    first = random.choice((0, random.randrange(len(passage.sentences))))
    part = [sentence.replace("{name}", name) for sentence in passage.sentences[first:][: random.randint(1, 5)]]
    if random.random() < 0.4:
        part = [" ".join(part)]
    at = random.randint(1, len(paragraphs))
    return [*paragraphs[:at], *((text, passage.origin) for text in part), *paragraphs[at:]]


def sample(group: str, source: str, paragraphs: Iterable[Paragraph], *, made: bool = False) -> Sample:
    """The paragraphs as one document, cut into blocks as the linter cuts them."""
    texts, origins = zip(*paragraphs, strict=True)
    document = newslint.segment("\n".join(texts), language="en")
    ends = [0]
    for text in texts:
        ends.append(ends[-1] + len(text) + 1)
    of_blocks = []
    for block in document.blocks:
        touched = [
            origin
            for origin, start, end in zip(origins, ends, ends[1:], strict=False)
            if start < block.span.end and block.span.start < end
        ]
        of_blocks.append(next((origin for origin in touched if origin), None))
    return Sample(group, source, Article(lines_of(document)), tuple(of_blocks), made)


def _paragraphs(record: dict[str, object]) -> Iterator[Paragraph]:
    text, inserted = str(record["text"]), record["expected"]
    assert isinstance(inserted, list)
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if line.strip():
            found = next((item for item in inserted if item["start"] < end and item["end"] > at), None)
            yield line.strip(), Origin(found["entity"], found["esrc"]) if found else None
        at = end + 1


def _records(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
