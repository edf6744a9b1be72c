"""The `structure` family."""
