"""Facts about an article: pure functions from text and values to values. Nothing here knows a document or a rule."""
