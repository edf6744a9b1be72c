"""`newslint rules` and `newslint explain`: what the rules are, from the rules themselves."""

import inspect
import json
from dataclasses import fields

import click

from newslint import plugins
from newslint.cli.completion import rule_names
from newslint.cli.problems import tell_and_go_on
from newslint.cli.values import plain, setting
from newslint.errors import ConfigError
from newslint.plugins import Plugins
from newslint.rule import Rule
from newslint.suggest import did_you_mean
from newslint.testing import as_example


@click.command()
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--no-plugins", is_flag=True, help="Built-in rules only.")
def rules(output_format: str, no_plugins: bool) -> None:
    """List all rules: id, severity, whether on by default or with a template index, and what they report."""
    loaded = _load(no_plugins=no_plugins)
    if output_format == "json":
        click.echo(json.dumps([_record(rule, loaded) for rule in loaded.rules.values()], indent=1))
    else:
        width = max((len(rule_id) for rule_id in loaded.rules), default=0)
        for rule in loaded.rules.values():
            state = "opt-in" if rule.opt_in else "index" if rule.needs_template_index else "on"
            click.echo(f"{rule.id:<{width}}  {rule.severity:<7}  {state:<6}  {summary(rule)}")


@click.command()
@click.argument("rule", shell_complete=rule_names)
@click.option("--no-plugins", is_flag=True, help="Built-in rules only.")
def explain(rule: str, no_plugins: bool) -> None:
    """Say what a rule reports, why, what to do instead, its options and examples."""
    loaded = _load(no_plugins=no_plugins)
    rule_class = loaded.rules.get(rule) or next((r for r in loaded.rules.values() if rule in r.aliases), None)
    if rule_class is None:
        raise ConfigError(f"no rule {rule!r}{did_you_mean(rule, loaded.rules)}; `newslint rules` lists them")
    click.echo(explanation(rule_class, loaded.owners[rule_class.id]))


def summary(rule: type[Rule]) -> str:
    """The first line of a rule's docstring."""
    return (inspect.getdoc(rule) or "").partition("\n")[0]


def explanation(rule: type[Rule], owner: str) -> str:
    """A rule's page as text."""
    state = "opt-in" if rule.opt_in else "on with --template-index" if rule.needs_template_index else "on by default"
    head = f"{rule.id}  ({rule.severity}, {state}, from {owner})"
    parts = [click.style(head, bold=True), inspect.getdoc(rule) or ""]
    if options := options_of(rule):
        lines = [f"  {setting(name, default)}" for name, default in options.items()]
        parts.append("\n".join([f"Defaults, under [tool.newslint.rules.{rule.id}]:", *lines]))
    for title, examples in (("Flagged, at [[...]]:", rule.bad), ("Left alone:", rule.good)):
        if examples:
            parts.append("\n".join([title, *(_indented(as_example(example).text) for example in examples)]))
    return "\n\n".join(parts)


def options_of(rule: type[Rule]) -> dict[str, object]:
    """Option name, as in a config file, -> default."""
    made = rule()
    return {item.name.replace("_", "-"): getattr(made, item.name) for item in fields(rule)}


def _indented(text: str) -> str:
    return "\n".join(("  - " if number == 0 else "    ") + line for number, line in enumerate(text.split("\n")))


def _record(rule: type[Rule], loaded: Plugins) -> dict[str, object]:
    return {
        "id": rule.id,
        "family": rule.family(),
        "summary": summary(rule),
        "documentation": inspect.getdoc(rule),
        "severity": rule.severity,
        "opt_in": rule.opt_in,
        "needs_template_index": rule.needs_template_index,
        "options": plain(options_of(rule)),
        "plugin": loaded.owners[rule.id],
    }


def _load(*, no_plugins: bool) -> Plugins:
    loaded = plugins.load(installed=not no_plugins)
    for error in loaded.errors:
        tell_and_go_on(str(error))
    return loaded
