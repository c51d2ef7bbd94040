"""The terminal."""

from rich.console import Console

# What pipes and files get, where no terminal says how wide it is.
_WIDTH = 110


def console() -> Console:
    """Standard output; no guessing at what could be highlighted."""
    out = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    return out if out.is_terminal else Console(highlight=False, markup=False, emoji=False, width=_WIDTH)
