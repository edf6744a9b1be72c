"""The table of `newslint check --statistics`."""

from newslint.cli.session import Session


def statistics_table(session: Session) -> str:
    """Findings and time of each rule that ran, the rules with most findings first."""
    seconds: dict[str, float] = {}
    for linter in session.linters():
        for rule, spent in linter.seconds.items():
            seconds[rule] = seconds.get(rule, 0.0) + spent
    documents = max(1, session.documents)
    rows = [("rule", "findings", "per 1,000 documents", "ms a document")]
    for rule in sorted(seconds, key=lambda rule: (-session.findings[rule], rule)):
        number = session.findings[rule]
        rows.append((rule, str(number), f"{1000 * number / documents:.1f}", f"{1000 * seconds[rule] / documents:.3f}"))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        f"{rule:<{widths[0]}}  {number:>{widths[1]}}  {rate:>{widths[2]}}  {time:>{widths[3]}}"
        for rule, number, rate, time in rows
    ]
    return "\n".join([*lines, "The time of a rule includes the facts that it is the first to ask for."])
