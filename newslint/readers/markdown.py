"""Markdown: CommonMark with the extensions that sites use for articles."""

from newslint.document import Document
from newslint.readers.base import Reader, readable


class MarkdownReader(Reader):
    """Markdown as it is rendered, with front matter and GitHub's tables, strikethrough, footnotes and task lists.

    The first heading of level 1 is the title; without one, the `title` of the front matter is. Code is masked with "x":
    it keeps its place and length in the text, but no rule takes it for prose. A table row is one block, its cells
    apart by tabs. HTML is read as in a page.
    """

    name = "markdown"
    suffixes = (".md", ".markdown", ".mdown", ".mkd")

    def read(self, source: str, *, path: str | None = None, language: str | None = None) -> Document:
        # Plain text, the commonest input, should not pay for loading a reader of markup.
        from newslint.readers import front_matter
        from newslint.readers.markdown_article import Article, events_of

        text = readable(source)
        head = front_matter.read(text)
        events = list(events_of(text, head.end))
        article = Article(text)
        if head.title and not any(event.name == "Start Heading" and event.value == "H1" for event in events):
            article.read_title(head.title)
        article.read(events)
        told = language or head.language
        return article.builder.document(source, self.name, path, told=told, declared=article.page.language)
