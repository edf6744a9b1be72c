"""The only seam: hooks through which rules, readers and reporters come in, built-in ones as well."""

import pluggy

hookspec = pluggy.HookspecMarker("newslint")
hookimpl = pluggy.HookimplMarker("newslint")
