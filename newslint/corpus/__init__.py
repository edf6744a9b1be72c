"""Many documents: what only shows when they are seen together."""
