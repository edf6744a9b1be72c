"""Writes docs/rules/: one page for each built-in rule and their index, from the rules themselves.

    python docs/generate_rule_pages.py

A test compares the pages with what this would write.
"""

import inspect
from dataclasses import fields
from pathlib import Path

from newslint import Rule, plugins
from newslint.reporters.text import printable
from newslint.testing import as_example

FOLDER = Path(__file__).parent / "rules"
HEAD = "<!-- Made by docs/generate_rule_pages.py from the rule's source: edit that. -->\n\n"


def pages() -> dict[str, str]:
    """File name -> content, of every page."""
    rules = list(plugins.load(installed=False).rules.values())
    return {"index.md": index(rules)} | {f"{rule.id}.md": page(rule) for rule in rules}


def index(rules: list[type[Rule]]) -> str:
    """A table of all rules, by family."""
    parts = [HEAD + "# Rules\n\nRules marked *opt-in* run when a configuration or `--select` names them, or `all`.\n"]
    for family in dict.fromkeys(rule.family() for rule in rules):
        rows = [
            f"| [`{rule.id}`]({rule.id}.md) | {rule.severity}{_state(rule)} | {summary(rule)} |\n"
            for rule in rules
            if rule.family() == family
        ]
        parts.append(f"\n## {family}\n\n| rule | severity | reports |\n| --- | --- | --- |\n{''.join(rows)}")
    return "".join(parts)


def page(rule: type[Rule]) -> str:
    """What a rule reports, why, what to do instead, its options and examples."""
    first, _, rest = (inspect.getdoc(rule) or "").partition("\n")
    state = "opt-in" if rule.opt_in else "on by default"
    state += ", needs a template index" if rule.needs_template_index else ""
    prose, _, option_lines = rest.strip().partition("Options:")
    parts = [HEAD + f"# {rule.id}\n\n{first}\n\n**{rule.severity}**, {state}\n\n{_emphasised(prose.strip())}\n"]
    if fields(rule):
        parts.append(_options(rule, option_lines))
    for title, examples in (("Flagged", rule.bad), ("Left alone", rule.good)):
        parts.append(f"\n## {title}\n" + "".join(_example(example) for example in examples))
    return "".join(parts)


def _state(rule: type[Rule]) -> str:
    return f"{', opt-in' if rule.opt_in else ''}{', needs an index' if rule.needs_template_index else ''}"


def summary(rule: type[Rule]) -> str:
    """The first line of the docstring."""
    return (inspect.getdoc(rule) or "").partition("\n")[0].replace("|", "\\|")


def _emphasised(prose: str) -> str:
    for word in ("Why:", "Instead:"):
        prose = prose.replace(f"\n{word}", f"\n\n**{word}**")
    while "\n\n\n" in prose:
        prose = prose.replace("\n\n\n", "\n\n")
    return prose


def _options(rule: type[Rule], lines: str) -> str:
    import json

    made = rule()
    notes: dict[str, str] = {}
    name = ""
    for line in map(str.strip, lines.strip().splitlines()):
        head, colon, text = line.partition(": ")
        if colon and head.replace("-", "_") in {item.name for item in fields(rule)}:
            name = head.replace("-", "_")
            notes[name] = text
        elif name:
            notes[name] += f" {line}"
    rows = "".join(
        f"| `{item.name.replace('_', '-')}` | `{json.dumps(getattr(made, item.name), ensure_ascii=False)}` "
        f"| {notes[item.name]} |\n"
        for item in fields(rule)
    )
    table = f"`[tool.newslint.rules.{rule.id}]`\n\n| option | default | |\n| --- | --- | --- |\n{rows}"
    return f"\n## Options\n\n{table}"


def _example(given: object) -> str:
    example = as_example(given)  # type: ignore[arg-type]
    marked = example.text.replace("[[", "⟦").replace("]]", "⟧")
    text = "\n".join(map(printable, marked.split("\n")))  # invisible characters are what some examples are about
    notes = [note for note in (example.format != "plain" and example.format, example.language) if note]
    for name, value in example.options.items():
        notes.append(f"{name.replace('_', '-')} = {value!r}")
    if example.corpus:
        notes.append(f"an index of this text and {len(example.corpus)} more")
    return "\n" + (f"With {', '.join(notes)}:\n\n" if notes else "") + f"````text\n{text.rstrip()}\n````\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    wanted = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, content in wanted.items():
        (FOLDER / name).write_text(content, encoding="utf-8")
