"""The least-cost reading of a run of quotation marks: a lattice of stacks of open quotations.

Error-correcting parsing after Aho and Peterson (1972), "A minimum distance error-correcting parser for context-free
languages", with a beam in the place of the full table, so that time is linear in the number of marks.
"""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newslint.analysis.quote_conventions import FAMILY, MINOR, Convention
from newslint.analysis.quote_costs import (
    INSIDE_QUOTATION,
    ORPHAN_DOUBLE,
    ORPHAN_SINGLE,
    REOPEN_UNCLOSED,
    RUN_ON,
    WRONG_DIRECTION,
    Options,
    Reading,
)
from newslint.model import MarkProblem

# Costs on the scale of newslint.analysis.quote_costs.
SINGLE_OUTSIDE = 0.3
SAME_FAMILY_INSIDE = 4.6  # with a continuation into the next paragraph, more than an orphan
SAME_FAMILY_NAME = 1.0
SAME_FAMILY_FURTHER_OUT = 0.5
MISMATCH = 1.6
OTHER_SIZE = 4.8
OTHER_SIZE_AFTER_LETTER = 5.8  # more than an orphan and a possessive
EMPTY_QUOTATION = 3.0
CONTINUED = 0.6
CONTINUED_INNER = 0.3
REOPENED_BY_CLOSER = 0.3  # French and Spanish may open a paragraph of a long quotation with »
NOT_REOPENED = 7.0  # less than the two orphans it would be otherwise
GIVEN_UP = 20.0

BEAM = 8
HOPELESS = 12.0  # so much dearer than the cheapest state that no rest of a paragraph makes up for it
WINDOW = 400  # marks read at once; no paragraph of prose has so many, and memory stays bounded in one that has
LONGEST_PROSE = 10 * WINDOW  # marks; what has more is data, and errors in it are not weighed one by one
DOUBTED = 0.2
DEEPEST = 4
MARGIN_SCALE = 2.0

# Opening marks not yet closed, outermost first; and how many of them the paragraph just begun has still to open
# again (-1: it did not, and goes on all the same).
State = tuple[str, int]
_Arc = tuple[State, State, float, Reading]
_Costs = dict[State, float]

_EMPTY: State = ("", 0)
_NOT_REOPENED = -1
_BREAK: Reading = ("close", None)
_INFINITE = math.inf


class Break(NamedTuple):
    """The end of a paragraph.

    family: of the mark that leads the next paragraph, "" if none does. last: no quotation may go on after it.
    """

    family: str
    last: bool


Step = Options | Break


class Chosen(NamedTuple):
    """The reading of one step. confidence: of its problem, in [0, 1]; 1 where there is none."""

    reading: Reading
    confidence: float


def read(steps: Sequence[Step], convention: Convention) -> list[Chosen]:
    """The least-cost reading of each step. The last step must be the last `Break`."""
    moves = _Moves(convention)
    chosen: list[Chosen] = []
    start = _EMPTY
    for first in range(0, len(steps), WINDOW):
        last = first + WINDOW >= len(steps)
        window = _Window(moves, steps[first : first + WINDOW], start, _EMPTY if last else None)
        chosen += window.chosen() if len(steps) <= LONGEST_PROSE else window.doubted()
        start = window.end
    return chosen


class _Moves:
    """Where each step leads from a state, and at what cost."""

    def __init__(self, convention: Convention) -> None:
        self._closers = convention.closers
        self._closing = convention.closing
        self._nests_same = convention.nests_same
        self._openers = convention.openers

    def of(self, step: Step, states: Iterable[State]) -> list[_Arc]:
        if isinstance(step, Break):
            return [arc for state in states for arc in self._past_break(step, state)]
        return [
            arc
            for state in states
            for arc in (self._reopened(step, state) if state[1] > 0 else self._past_mark(step, state))
        ]

    def _past_break(self, step: Break, state: State) -> list[_Arc]:
        stack, pending = state
        # Only what the window before left open needs the last way out.
        arcs: list[_Arc] = [(state, _EMPTY, GIVEN_UP * len(stack), _BREAK)]
        if pending or not 0 < len(stack) <= 2 or step.last:
            return arcs
        if not step.family and len(stack) == 1:
            arcs.append((state, (stack, _NOT_REOPENED), 0.0, _BREAK))
        elif step.family == FAMILY[stack[0]]:
            cost = CONTINUED + CONTINUED_INNER * (len(stack) - 1)
            arcs.append((state, (stack, len(stack)), cost, _BREAK))
        return arcs

    def _reopened(self, mark: Options, state: State) -> list[_Arc]:
        stack, pending = state
        place = len(stack) - pending
        if not mark.leads or FAMILY[mark.glyph] != FAMILY[stack[place]]:
            return []
        cost, (_, problem) = mark.opens
        if problem == "wrong-direction" and FAMILY[mark.glyph] == "guillemet":
            cost, problem = REOPENED_BY_CLOSER, None
        reading: Reading = ("reopen", problem)
        target = (stack[:place] + self._opener(mark.glyph) + stack[place + 1 :], pending - 1)
        arcs: list[_Arc] = [(state, target, cost, reading)]
        if len(stack) == 1:
            arcs.append((state, _EMPTY, ORPHAN_SINGLE if mark.glyph in MINOR else ORPHAN_DOUBLE, REOPEN_UNCLOSED))
        return arcs

    def _past_mark(self, mark: Options, state: State) -> list[_Arc]:
        stack, pending = state
        inside = INSIDE_QUOTATION if stack else 0.0
        arcs: list[_Arc] = [
            (state, state, cost + inside if reading[1] else cost, reading) for cost, reading in mark.stays
        ]
        if len(stack) < DEEPEST:
            cost, problem = self._nesting(mark.glyph, stack)
            target = (stack + self._opener(mark.glyph), pending)
            arcs.append((state, target, cost + mark.opens[0], _with(mark.opens[1], problem)))
        if not stack:
            return arcs
        if mark.run_on is not None and stack[-1] == mark.glyph:
            arcs.append((state, state, mark.run_on, RUN_ON))
        cost, problem = self._pairing(stack[-1], mark)
        reading = _with(mark.closes[1], problem)
        if pending == _NOT_REOPENED and len(stack) == 1:
            cost, reading, pending = cost + NOT_REOPENED, ("close", "unopened"), 0
        arcs.append((state, (stack[:-1], pending), cost + mark.closes[0], reading))
        return arcs

    def _nesting(self, glyph: str, stack: str) -> tuple[float, MarkProblem | None]:
        family = FAMILY[glyph]
        if not stack:
            return (SINGLE_OUTSIDE if family == "single" else 0.0), None
        if FAMILY[stack[-1]] == family:
            return (SAME_FAMILY_NAME, None) if self._nests_same else (SAME_FAMILY_INSIDE, "wrong-nesting")
        return (SAME_FAMILY_FURTHER_OUT if any(FAMILY[opener] == family for opener in stack) else 0.0), None

    def _pairing(self, opener: str, mark: Options) -> tuple[float, MarkProblem | None]:
        glyph = mark.glyph
        empty = EMPTY_QUOTATION if mark.after_mark and self._opener(mark.after_mark) == opener else 0.0
        if glyph in self._closers.get(opener, ""):
            return empty, None
        if (opener in MINOR) != (glyph in MINOR):
            small_after_letter = glyph in MINOR and mark.after_letter
            return empty + (OTHER_SIZE_AFTER_LETTER if small_after_letter else OTHER_SIZE), "mismatched-pair"
        if glyph not in self._closing:
            return empty + WRONG_DIRECTION, "wrong-direction"
        if FAMILY[glyph] == "single" and FAMILY[opener] == "single":
            return empty + MISMATCH, None  # word processors bend some apostrophes only: a matter of style
        return empty + MISMATCH, "mismatched-pair"

    def _opener(self, glyph: str) -> str:
        """The opening mark that a glyph is, or stands in the place of."""
        return glyph if glyph in self._closers else self._openers.get(glyph, glyph)


def _with(reading: Reading, problem: MarkProblem | None) -> Reading:
    """A wrong glyph is worse than a stray space, and a mark is told one problem."""
    if problem is None or reading[1] not in (None, "stray-space"):
        return reading
    return reading[0], problem


class _Window:
    """The lattice over a stretch of steps. end: the state it ends in; None: whichever is cheapest."""

    def __init__(self, moves: _Moves, steps: Sequence[Step], start: State, end: State | None) -> None:
        self._start = start
        self._layers: list[list[_Arc]] = []
        costs = {start: 0.0}
        self._costs = [costs]
        for step in steps:
            arcs = moves.of(step, costs)
            costs = _pruned(_relaxed(costs, arcs))
            self._layers.append(arcs)
            self._costs.append(costs)
        self.end = min(costs, key=costs.__getitem__) if end is None else end

    def chosen(self) -> list[Chosen]:
        path = self._path()
        margins = self._margins(path) if any(arc[3][1] for arc in path) else {}
        return [Chosen(arc[3], margins.get(place, 1.0)) for place, arc in enumerate(path)]

    def doubted(self) -> list[Chosen]:
        """What `chosen` gives, at half the cost: every problem is doubtful."""
        return [Chosen(arc[3], DOUBTED if arc[3][1] else 1.0) for arc in self._path()]

    def _path(self) -> list[_Arc]:
        path: list[_Arc] = []
        state = self.end
        for costs, arcs in zip(reversed(self._costs[:-1]), reversed(self._layers), strict=True):
            arc = min(
                (arc for arc in arcs if arc[1] == state and arc[0] in costs), key=lambda arc: costs[arc[0]] + arc[2]
            )
            path.append(arc)
            state = arc[0]
        return path[::-1]

    def _margins(self, path: Sequence[_Arc]) -> dict[int, float]:
        """Confidence of each problem on the path.

        What counts is how much more the best reading costs that is without this problem and brings in no other:
        to lay the same error at the door of another mark is no reading without it. Only lost closing marks and
        paragraphs run together are weighed against each other: neither is the better explained by a third error.
        """
        layers = [
            [arc for arc in arcs if arc[3] == chosen[3] or _excuses(arc[3], chosen[3])]
            for arcs, chosen in zip(self._layers, path, strict=True)
        ]
        before = [{self._start: 0.0}]
        for arcs in layers:
            before.append(_relaxed(before[-1], arcs))
        after = [{self.end: 0.0}]
        for arcs in reversed(layers):
            after.append(
                _relaxed(after[-1], [(target, source, cost, reading) for source, target, cost, reading in arcs])
            )
        after.reverse()
        least = sum(arc[2] for arc in path)
        return {
            place: _confidence(_cheapest(before[place], clean, after[place + 1]) - least)
            for place, arc in enumerate(path)
            if arc[3][1]
            for clean in [[other for other in layers[place] if other[3] != arc[3] and _excuses(other[3], arc[3])]]
        }


def _excuses(reading: Reading, chosen: Reading) -> bool:
    """Whether the reading brings in no error that the chosen one could be blamed on."""
    return not reading[1] or RUN_ON in (reading, chosen)


def _relaxed(costs: _Costs, arcs: Iterable[_Arc]) -> _Costs:
    """The least cost of each state that the arcs lead to."""
    found: _Costs = {}
    for source, target, cost, _ in arcs:
        total = costs.get(source, _INFINITE) + cost
        if total < found.get(target, _INFINITE):
            found[target] = total
    return found


def _pruned(costs: _Costs) -> _Costs:
    """The cheapest states; the empty one always, since it alone can end a paragraph."""
    if len(costs) == 1:
        return costs
    limit = min(costs.values()) + HOPELESS
    kept = {state: cost for state, cost in costs.items() if cost <= limit or state == _EMPTY}
    if len(kept) <= BEAM:
        return kept
    cheapest = sorted(kept, key=kept.__getitem__)[:BEAM]
    return {state: kept[state] for state in (*cheapest, _EMPTY) if state in kept}


def _cheapest(before: _Costs, arcs: Iterable[_Arc], after: _Costs) -> float:
    return min(
        (before.get(source, _INFINITE) + cost + after.get(target, _INFINITE) for source, target, cost, _ in arcs),
        default=_INFINITE,
    )


def _confidence(margin: float) -> float:
    """A margin in [0, inf] squashed to [0, 1]."""
    return 1.0 - math.exp(-max(0.0, margin) / MARGIN_SCALE)
