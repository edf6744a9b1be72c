"""The `boilerplate` family."""
