"""The listing of `newslint check --show-settings`."""

import json
from dataclasses import fields

from newslint.linter import Linter


def settings_of(linter: Linter, path: str) -> str:
    """The settings that hold for a path, as TOML: each rule that runs with its severity and options."""
    config = linter.config
    rule_set = linter.rule_set(path)
    lines = [
        f"# {path}",
        f"# settings from {config.origin or 'the defaults: no configuration file found'}",
        f"format = {_toml(linter.plugins.reader_for(path).name)}",
        f"language = {_toml(rule_set.language)}" if rule_set.language else "# language: detected",
        f"fail-on = {_toml(config.fail_on)}",
        f"min-confidence = {config.min_confidence}",
        f"exclude = {_toml(list(config.exclude))}",
    ]
    for rule in rule_set.rules:
        lines += ["", f"[rules.{rule.id}]", f"severity = {_toml(rule_set.severity.get(rule.id, rule.severity))}"]
        lines += [f"{item.name.replace('_', '-')} = {_toml(getattr(rule, item.name))}" for item in fields(rule)]
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    # Strings, numbers, booleans and lists of them read the same in JSON and in TOML.
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False, default=str)
