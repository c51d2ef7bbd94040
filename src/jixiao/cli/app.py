"""The program: its commands, and what happens when something goes wrong."""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from io import TextIOWrapper
from typing import Final, NoReturn

import click

from jixiao.cli import chinese
from jixiao.cli.saying import say
from jixiao.model.errors import InputError

# Name and one line of help; the modules are imported only when their command runs.
COMMANDS: Final[Mapping[str, str]] = {
    "new": "新建项目文件夹，填写资料、放入佐证",
    "measure": "由佐证算出各项实际完成值",
    "evaluate": "由项目文件夹生成自评表、评价报告和依据",
    "verify": "核对导出的表和报告是否被改动、是否仍然成立",
    "check": "检查自评表和评价报告，重算得分，列出问题",
    "read": "读出表格和报告里的内容",
    "explain": "说明一项检查：查什么、为什么、依据、怎么改",
    "law": "某天某地有哪些规定在用，依据是什么",
}
EXIT_FINDINGS: Final = 1
EXIT_INPUT: Final = 2
_EXIT_INTERRUPTED: Final = 130


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click asks so
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"jixiao.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("命令"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[选项]",
    subcommand_metavar="命令 ...",
)
@click.version_option(package_name="jixiao", prog_name="jixiao", message="%(prog)s %(version)s", help="显示版本。")
def app() -> None:
    """项目支出绩效评价：读表、重算、检查。每个命令加 --help 看用法。"""


def main() -> NoReturn:
    """Runs the command line and exits: 0 done, 1 faults found, 2 something could not be read or was asked wrongly."""
    chinese.speak()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that has no such character shows ?
    try:
        sys.exit(app.main(standalone_mode=False) or 0)
    except InputError as error:
        _fail(str(error))
    except click.ClickException as error:
        _fail(chinese.say(error))
    except (click.Abort, KeyboardInterrupt):
        say(
            "已中断，没有做完。\n怎么办：再做一遍；读很多文件时加上 --resume 文件夹，读过的存在那里，不再读。", err=True
        )
        sys.exit(_EXIT_INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(EXIT_INPUT)
    except MemoryError:
        _fail("内存不够，没有做完。\n怎么办：一次少给一些文件，或者换一台内存大的机器。")
    except Exception as error:
        if os.environ.get("JIXIAO_DEBUG"):
            raise
        _fail(
            f"程序出错，没有做完：{type(error).__name__}: {error}\n"
            "怎么办：这是程序的毛病，不是您的文件有错。请把上一行和所用的命令报告给维护者；\n"
            "　　　　设环境变量 JIXIAO_DEBUG=1 再做一遍，可以看到出错的位置。"
        )


def _fail(text: str) -> NoReturn:
    say(text, err=True)
    sys.exit(EXIT_INPUT)
