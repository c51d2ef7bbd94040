"""The words of the command-line library, in Chinese."""

from typing import TYPE_CHECKING, Final

import click
import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.types

if TYPE_CHECKING:
    from types import ModuleType

_WORDS: Final = {
    "Options": "选项",
    "Arguments": "参数",
    "Commands": "命令",
    "Usage:": "用法：",
    "Usage: ": "用法：",
    "Show this message and exit.": "显示这段说明。",
    "Show the version and exit.": "显示版本。",
    "default: {default}": "默认：{default}",
    "required": "必填",
}


def speak() -> None:
    """Makes the library look its words up here; it looks them up through the name `_` of each of its modules."""
    modules: tuple[ModuleType, ...] = (click.core, click.decorators, click.exceptions, click.formatting, click.types)
    for module in modules:
        if hasattr(module, "_"):
            module._ = _word  # type: ignore[attr-defined]


def say(error: click.ClickException) -> str:
    """What was wrong with the command as typed, and what to do."""
    return f"{_cause(error)}\n怎么办：用 {_command(error)} --help 看用法。"


def _cause(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            near = f"；是不是 {'、'.join(error.possibilities)}？" if error.possibilities else ""
            cause = f"没有 {error.option_name} 这个选项{near}"
        case click.BadOptionUsage():
            wants = "要" if "requires an argument" in error.message else "不要"
            cause = f"{error.option_name} 后面{wants}带一个值"
        case click.MissingParameter():
            cause = f"缺少 {_name(error.param)}"
        case click.BadParameter():
            cause = f"{_name(error.param)} 的值不对：{_reason(error)}"
        case click.UsageError() if error.message.startswith("No such command"):
            name = error.message.partition("'")[2].partition("'")[0]
            cause = f"没有“{name}”这个命令"
        case click.UsageError() if "unexpected extra argument" in error.message:
            cause = "多写了参数"
        case _:
            cause = error.format_message()
    return cause


def _reason(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"可用的是 {'、'.join(map(str, kind.choices))}"
    if isinstance(kind, click.DateTime):
        return "日期写成 2021-03-31 的样子"
    if isinstance(kind, click.Path):
        return "这里要写一个文件夹，写的是一个文件"
    return error.message


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return ""
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name


def _command(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return context.command_path if context else "jixiao"


def _word(text: str) -> str:
    return _WORDS.get(text, text)
