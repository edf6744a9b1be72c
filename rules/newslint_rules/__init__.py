"""The built-in rules: an ordinary plugin that sees only newslint's public names."""
