"""`python -m newslint`."""

from newslint.cli import main

main(prog_name="newslint")
