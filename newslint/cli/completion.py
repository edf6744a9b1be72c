"""`newslint completion`, and what is completed."""

import click
from click.shell_completion import CompletionItem, get_completion_class


def rule_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Rule ids and families that begin with what is typed; after a comma, the next one."""
    from newslint import plugins

    loaded = plugins.load()
    done, comma, typed = incomplete.rpartition(",")
    names = {rule.id: (rule.__doc__ or "").partition("\n")[0] for rule in loaded.rules.values()}
    names |= dict.fromkeys((*loaded.families, "all", "default"), "")
    return [CompletionItem(f"{done}{comma}{name}", help=text) for name, text in names.items() if name.startswith(typed)]


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script for a shell.

    \b
    bash:  newslint completion bash > ~/.local/share/bash-completion/completions/newslint
    zsh:   newslint completion zsh > "${fpath[1]}/_newslint"
    fish:  newslint completion fish > ~/.config/fish/completions/newslint.fish
    """
    from newslint.cli import main

    completer = get_completion_class(shell)
    assert completer is not None  # the choice above offers only shells that click knows
    click.echo(completer(main, {}, "newslint", "_NEWSLINT_COMPLETE").source())
