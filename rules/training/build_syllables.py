"""Makes newslint/analysis/data/syllables_en.zlib: the English words whose syllables the spelling rule gets wrong.

    python rules/training/build_syllables.py path/to/cmudict.dict

`cmudict.dict` is the data file of the CMU Pronouncing Dictionary (https://github.com/cmusphinx/cmudict), which is
under a BSD-style licence; data/LICENSE.cmudict keeps its notice. Run it again whenever the rule changes.
"""

import sys
import zlib
from collections import defaultdict
from pathlib import Path

from newslint.analysis import syllables

TARGET = Path(syllables.__file__).parent / "data" / "syllables_en.zlib"


def read_dictionary(path: Path) -> dict[str, int]:
    """Syllables of each word in its first pronunciation: the vowel sounds are those marked with a stress digit."""
    counts: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, *sounds = line.partition("#")[0].split()
        if word.replace("'", "").isalpha() and word.isascii():
            counts.setdefault(word, max(1, sum(sound[-1].isdigit() for sound in sounds)))
    return counts


def pack(table: dict[str, int]) -> bytes:
    """One line for each number of syllables: the number, then its words in alphabetical order."""
    words: dict[int, list[str]] = defaultdict(list)
    for word, count in table.items():
        words[count].append(word)
    lines = (" ".join([str(count), *sorted(group)]) for count, group in sorted(words.items()))
    return zlib.compress("\n".join(lines).encode("ascii"), level=9)


def main(path: Path) -> None:
    dictionary = read_dictionary(path)
    plain = {word: count for word, count in dictionary.items() if word.isalpha()}
    wrong = {word: count for word, count in plain.items() if syllables.by_rule(word) != count}
    TARGET.write_bytes(pack(wrong))
    # Words with an apostrophe are made of a stem and an ending, so their exceptions depend on the table itself.
    syllables.exceptions.cache_clear()
    count_syllables = syllables.counter("en")
    wrong |= {w: n for w, n in dictionary.items() if "'" in w.strip("'") and count_syllables(w) != n}
    TARGET.write_bytes(pack(wrong))
    print(f"{len(plain)} words, rule right for {1 - len(wrong) / len(plain):.1%}; {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
