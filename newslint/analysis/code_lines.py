"""Lines of program code, configuration and markup that stand in a text without a mark of their own."""

import re

from newslint.analysis import lazy

# No line of code is told without one of these; in most articles there is none, and no line need be looked at.
# They stand under their rarest sign, because a single one is looked for twenty times as fast as two or three.
_CLUES = {
    "{": ("{",),
    "}": ("}",),
    "=": (" = ", "=>"),
    ">": ("->",),
    "&": ("&&", "&'"),
    "<": ("</", "<'"),
    "#": ("#!", "#include"),
    ";": (");", "];"),
    ":": ("::", '":'),
    "(": ("()", '("'),
}

# What prose never holds. A semicolon at the end alone proves nothing: lists in laws and reports have it.
_SURE = lazy.pattern(
    r"""[\w)\]}"']\s*\{\s*\Z                          # the head of a block
    | \A\}[\s;,)\]}]*(?:\Z|else\b|catch\b|while\b)    # its end
    | \A[\w.:]+!?\((?:.*\)\s*;|["'].*["']\))\Z        # a statement
    | \A["']\w[\w-]*["']\s*:\s*(?:["'\[{].*[\]}"',\[{]|\d[\d.]*,?)\Z   # a pair of JSON
    | \w::\w+[(:<;] | && | \|\| | \w\s*\+=\s*\w | \w\[\w*\]\s*=\s | &'\w | <'\w
    | \A\#include\b | \A\#!/
    """,
    re.VERBOSE,
)
# What formulas, scores, templates and prose about code hold as well.
_LIKELY = lazy.pattern(
    r"""\w\(\) | \w!?\(["'] | \w\.\w+\(\S | ["'\])}]\s*;\Z | ::
    | (?<=\w)\s=\s(?=[\w"'\[{]) | \s[=!]==?\s | (?<=\w)[ ]?->[ ]?(?=\w) | =>
    | </?(?!(?:a|b|i|u|p|q|br|em|strong|span|div|li|ul|ol|h\d)>)[a-z][\w-]*> | \{\} | \{[%{] | [%}]\}
    | (?<=\s)[{};](?=\s)  # set apart, as highlighters of pages do
    """,
    re.VERBOSE,
)
_WORDS_TO_A_SIGN = 6


def may_hold_code(text: str) -> bool:
    """Whether it is worth looking at the lines of a text one by one."""
    return any(clue in text for sign, clues in _CLUES.items() if sign in text for clue in clues)


def is_code(line: str) -> bool:
    """Whether a line is code, not prose that mentions some: it has a sign of code for every few words.

    One sign that prose never holds is enough; of the others there must be two different ones.
    """
    sure, likely = len(_SURE.findall(line)), _LIKELY.findall(line)
    if not sure and len(set(likely)) < 2:
        return False
    return (sure + len(likely)) * _WORDS_TO_A_SIGN >= sum(map(str.isalpha, line.split()))
