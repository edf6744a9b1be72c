"""The `language` family."""
