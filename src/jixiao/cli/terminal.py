"""The terminal."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook
from rich.segment import Segment

from jixiao.model.characters import visible

# What pipes and files get, where no terminal says how wide it is.
_WIDTH = 110


def console() -> Console:
    """Standard output; no guessing at what could be highlighted, and nothing that a terminal obeys but our styles."""
    out = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    out = out if out.is_terminal else Console(highlight=False, markup=False, emoji=False, width=_WIDTH)
    out.push_render_hook(_Visible())
    return out


class _Visible(RenderHook):
    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [_Shown(one) for one in renderables]


@dataclass(frozen=True, slots=True)
class _Shown:
    """Something to print without what a terminal would obey in its text."""

    inner: ConsoleRenderable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for segment in console.render(self.inner, options):
            yield segment if segment.control else segment._replace(text=visible(segment.text))
