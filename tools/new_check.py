"""Begin a check: write src/jixiao/checks/xx00.py with the headings to fill.

    python tools/new_check.py XX00 what-is-wrong

The file imports cleanly, but the tests refuse it until every 〔请填写〕, every heading and the four lists of examples
are filled.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import jixiao.checks
from jixiao.checks.base import FAMILIES, catalogue
from jixiao.model.errors import InputError
from jixiao.writers.files import write_atomically

CHECKS: Final = Path(jixiao.checks.__file__).parent

TEMPLATE: Final = '''"""{code}: 〔请填写〕."""

from jixiao.checks.base import WARNING, check
from jixiao.checks.samples import an_indicator
from jixiao.tables.words import Row, Rule, filled, given, indicator


@check("{code}", on=indicator, at="score", severity=WARNING, basis=[])
def {name}(i: Row) -> Rule:
    """〔请填写〕

    为什么要查：
    怎么改：
    不适用于：
    """
    return given(filled(i.score), i.score > i.weight)


SAYS = "“{{level3}}”〔请填写〕"
FIRES = {{"〔请填写〕": an_indicator()}}
SILENT = {{"〔请填写〕": an_indicator()}}
APART = {{"〔请填写〕": an_indicator()}}
UNSURE = {{"〔请填写〕": an_indicator()}}
'''


def main(arguments: Sequence[str]) -> int:
    """Write the file; 2 and a word in Chinese where the code or the name will not do."""
    match arguments:
        case [code, slug]:
            pass
        case _:
            print("用法：make new-check CODE=SC30 SLUG=score-without-weight", file=sys.stderr)
            return 2
    try:
        path = begin(code, slug)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"已写 {path}，把其中的〔请填写〕和空着的地方填好，再运行 make test")
    return 0


def begin(code: str, slug: str) -> Path:
    """Write the file of a new check.

    Raises:
        InputError: the code is not two letters of a family and two digits, or it is used; the slug is not lower-case
            words joined by hyphens, or another check has it.
    """
    known = catalogue()
    path = CHECKS / f"{code.lower()}.py"
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}", code):
        raise InputError(f"CODE={code}", "代码是两个大写字母加两位数字", "写成 SC30 的样子")
    if code[:2] not in FAMILIES:
        raise InputError(f"CODE={code}", f"没有 {code[:2]} 这一类", f"可用的类：{' '.join(FAMILIES)}")
    if code in known or path.exists():
        raise InputError(f"CODE={code}", "这个代码已经用过", "换一个没有用过的数字；代码不重复使用")
    if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", slug):
        raise InputError(f"SLUG={slug}", "短名是小写英文词，用连字符连接", "写成 score-without-weight 的样子")
    if slug in {check.slug for check in known.values()}:
        raise InputError(f"SLUG={slug}", "另一项检查已经用了这个短名", "换一个短名，说清查的是什么")
    write_atomically(path, TEMPLATE.format(code=code, name=slug.replace("-", "_")))
    return path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
