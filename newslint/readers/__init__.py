"""From bytes to a Document: plain text, Markdown and HTML, each with exact offsets into its source."""
