"""The listing of `newslint check --show-settings`."""

from dataclasses import fields

from newslint.cli.values import setting, toml
from newslint.linter import Linter
from newslint.reporters.text import printable


def settings_of(linter: Linter, path: str, format_name: str | None = None) -> str:
    """The settings that hold for a path, as a configuration in TOML that says the same.

    format_name: the format to read it in, whatever it is called. Raises ConfigError if they cannot be used.
    """
    config = linter.config
    rule_set = linter.rule_set(path)
    origin = config.origin or "the defaults: no configuration file found"
    lines = [
        f"# {printable(path)}",
        f"# settings from {printable(str(origin))}",
        f"# format: {format_name or linter.plugins.reader_for(path).name}",
        setting("language", rule_set.language) if rule_set.language else "# language: detected",
        setting("fail-on", config.fail_on),
        setting("min-confidence", config.min_confidence),
        setting("exclude", config.exclude),
        setting("select", [rule.id for rule in rule_set.rules]),
        "",
        "[severity]",
    ]
    lines += [setting(toml(rule.id), rule_set.severity.get(rule.id, rule.severity)) for rule in rule_set.rules]
    for rule in rule_set.rules:
        options = [setting(item.name.replace("_", "-"), getattr(rule, item.name)) for item in fields(rule)]
        if options:
            lines += ["", f"[rules.{rule.id}]", *options]
    return "\n".join(lines) + "\n"
