"""Facts of a document, whatever it was read from."""

from newslint import segment

STORY = "The harbour reopened on Monday after the storm, and ferries sailed again to all of the islands in the bay."


def test_language_is_that_of_the_article_not_of_the_menus_around_it() -> None:
    menu = "<nav><ul>" + "<li>Wirtschaft und Politik</li><li>Kultur der Woche</li>" * 40 + "</ul></nav>"
    page = segment(f"{menu}<p>{STORY}</p><p>{STORY}</p><footer>{'Impressum und Datenschutz ' * 40}</footer>", "html")
    assert page.language == "en"


def test_language_that_a_page_declares_counts_only_where_its_text_does_not_tell() -> None:
    assert segment(f"<html lang=de><p>{STORY}</p>", "html").language == "en"
    assert segment("<html lang=de><p>Hafen</p>", "html").language == "de"


def test_short_texts_have_the_language_of_what_there_is() -> None:
    assert segment("The harbour was open, and it was said that they had come.").language == "en"
    assert segment("港が開いた。フェリーは正午に出る。").language == "ja"
    assert segment("12").language is None


def test_facts_survive_pickling() -> None:
    import pickle

    page = segment(f"<p>“{STORY}” said <b>Marit</b> Holm.</p>", "html")
    again = pickle.loads(pickle.dumps(page))
    assert again.blocks == page.blocks
    assert again.quotations == page.quotations
    assert again.source == page.source


def test_spans_of_facts_count_in_the_source() -> None:
    page = segment("<p>He said &ldquo;the <i>port</i> is open&rdquo;.</p>", "html")
    assert [page.source[q.span.start : q.span.end] for q in page.quotations] == [
        "&ldquo;the <i>port</i> is open&rdquo;"
    ]
    assert page.text_of(page.quotations[0].span) == "“the port is open”"
    sentence = page.sentences[0]
    assert page.source[slice(*page.within(sentence, 13, 17))] == "port"
    assert page.sentence_at(page.quotations[0].span.start) is sentence
    assert page.block_at(0) is None


def test_readability_of_a_part_is_that_of_its_sentences() -> None:
    document = segment(f"{STORY} It rained.\n\n{STORY}\n")
    first = document.blocks[0]
    assert document.readability(first).sentences == 2
    assert document.readability(first.sentences[1]).words == 2
    assert document.readability().sentences == 3
    assert [document.word_count(s) for s in document.sentences] == [
        document.readability(s).words for s in document.sentences
    ]


def test_readability_leaves_out_tables_and_code() -> None:
    page = segment(
        f"<h1>Harbour</h1><p>{STORY}</p><table><tr><td>A</td><td>B</td></tr></table><pre>x = 1</pre>", "html"
    )
    assert page.readability().sentences == 2
