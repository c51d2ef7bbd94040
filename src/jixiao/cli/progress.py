"""A progress bar on standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"每秒 {speed:.1f} 份" if speed else "")


@contextmanager
def bar(total: int) -> Iterator[Callable[[], None]]:
    """A bar for `total` files, gone at the end; what is yielded is called when one is done."""
    columns = (
        TextColumn("读取"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TextColumn("还要"),
        TimeRemainingColumn(),
    )
    # Results on standard output may be going into a file.
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False, transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda: progress.advance(task)
