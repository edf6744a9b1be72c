"""The `claims` family."""
