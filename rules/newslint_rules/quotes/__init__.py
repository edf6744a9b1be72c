"""The `quotes` family."""
