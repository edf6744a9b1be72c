"""Mentions of one person, body or document, and who they come together as."""

from time import process_time

import pytest

import newslint


def speakers(text: str) -> list[tuple[str, str, int]]:
    """Name, kind and number of statements of each speaker."""
    document = newslint.segment(text, format="markdown", language="en")
    return [(item.name, item.kind, len(item.statements)) for item in document.speakers]


MERGED = [
    ("Marta Lind of the grid company said it was dark. Lind said it was cold. Ms Lind said it was late.", "Marta Lind"),
    ("Marta Lind said it was dark. “Nobody told us why,” she added.", "Marta Lind"),
    ("Minister Jens Holm said it was dark. Mr. Holm said it was cold.", "Jens Holm"),
    ("Jens Holm, the mayor, said it was dark. The mayor said it was cold.", "Jens Holm"),
    ("Mayor Jens Holm said it was dark. The mayor said it was cold.", "Jens Holm"),
    ("Its chair, Jens Holm, said it was dark. Holm said it was cold.", "Jens Holm"),
    ("Marta Lind runs the port. “It was dark and cold,” she said. Lind said it was late.", "Marta Lind"),
    ("Jens Holm said it was dark.\n\nHe said it was cold.", "Jens Holm"),
    ("Port Office Director Marta Lind’s plan is late. Lind said it was dark. Lind said it was cold.", "Marta Lind"),
    ("Jens Holm told Mrs. Lind it was dark. He said it was cold.", "Jens Holm"),
]


@pytest.mark.parametrize(("text", "name"), MERGED)
def test_mentions_of_one_person_come_together(text: str, name: str) -> None:
    ((shown, kind, number),) = speakers(text)
    assert (shown, kind) == (name, "person")
    assert number >= 2


APART = [
    "Marta Lind said it was dark. Ola Lind said it was cold.",
    "Jens Holm said it was dark. Marta Lind said it was cold.",
    "The report said it was dark. Another study said it was cold.",
    "Jens Holm said it was dark. Residents said it was cold.",
]


@pytest.mark.parametrize("text", APART)
def test_others_stay_apart(text: str) -> None:
    assert len(speakers(text)) == 2


def test_a_pronoun_that_may_mean_two_people_stays_unclear() -> None:
    found = speakers("Jens Holm said it was dark when Ola Berg arrived. He said it was cold.")
    assert found == [("Jens Holm", "person", 1), ("“he”", "unclear", 1)]


def test_a_title_tells_which_pronoun_fits() -> None:
    found = speakers("Mr. Holm said it was dark when Ms. Lind arrived. She said it was cold.")
    assert ("Mr. Holm", "person", 2) not in found
    assert [number for *_, number in found] == [1, 1]


BODIES = [
    "The Harbour Ministry said it was dark. The ministry said it was cold.",
    "Haven Shipping Ltd said it was dark. The company said it was cold.",
    "The Northern Port Authority said it was dark. NPA said it was cold.",
    "The Northern Port Authority said it was dark. It said it was cold.",
]


@pytest.mark.parametrize("text", BODIES)
def test_mentions_of_one_body_come_together(text: str) -> None:
    ((_, kind, number),) = speakers(text)
    assert (kind, number) == ("body", 2)


KINDS = [
    ("According to a study by the port office, it was dark.", "document"),
    ("The figures showed that it was dark.", "document"),
    ("The timetable says buses leave at nine.", "document"),
    ("Police said it was dark.", "body"),
    ("Sources said it was dark.", "anonymous"),
    ("Several residents said it was dark.", "anonymous"),
    ("A neighbour said it was dark.", "anonymous"),
    ("The vicar said it was dark.", "anonymous"),
    ("One resident said it was dark.", "anonymous"),
    ("Bono said it was dark.", "person"),
    ("A spokeswoman for the port said it was dark.", "person"),
    ("It was reported that it was dark.", "nobody"),
    ("It was a dark day. “Nobody told us anything.”", "nobody"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds(text: str, kind: str) -> None:
    ((_, found, _),) = speakers(text)
    assert found == kind


SILENT = [
    "Jens Holm plans to close the bridge.",
    "I think it was dark.",
    "Jens Holm would not say why it was dark.",
    "The bridge opens in March.",
]


@pytest.mark.parametrize("text", SILENT)
def test_plans_and_the_writer_are_no_statements(text: str) -> None:
    assert speakers(text) == []


def test_statements_point_at_attributions() -> None:
    document = newslint.segment("Jens Holm said it was dark. Marta Lind said it was cold. Holm said it was late.")
    names = {item.name: [document.attributions[at].source for at in item.statements] for item in document.speakers}
    assert {name: [document.text_of(span) for span in spans if span] for name, spans in names.items()} == {
        "Jens Holm": ["Jens Holm", "Holm"],
        "Marta Lind": ["Marta Lind"],
    }


def test_pronouns_among_thousands_of_names_are_cheap() -> None:
    first = "Ana Bela Cora Dana Elin Finn Gerd Hugo Ines Jens Karl Lars Mona Nora Olaf Pia Rolf Sven Tove Ulla".split()
    last = [f"{a}{b}{c}{d}son" for a in "BDFGHKLM" for b in "aeiou" for c in "lmnrst" for d in "aeiou"]
    people = [f"{first[at % len(first)]} {surname}" for at, surname in enumerate(last)]
    text = " ".join(f"{name} said it was late. He said so. She said no." for name in people)
    document = newslint.segment(text, language="en")
    began = process_time()
    assert len(document.attributions) >= 3 * len(people)
    found = process_time()
    assert document.speakers
    assert process_time() - found < 10 * (found - began)  # eighteen times, if every pronoun read what stands before it
