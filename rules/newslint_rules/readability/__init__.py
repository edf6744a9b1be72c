"""The `readability` family."""
