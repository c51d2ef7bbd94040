"""No pattern that reads documents can run away: none repeats without bound what itself repeats without bound.

Such a pattern tries exponentially many ways to part a text that it does not match. How the checks on text grow with it
is measured by hand: benchmarks/text.py.
"""

import pkgutil
import re
from importlib import import_module
from re import _parser as parser

import pytest

import jixiao


def patterns():
    """Every compiled pattern of the library, by module and name."""
    for module in pkgutil.walk_packages(jixiao.__path__, "jixiao."):
        if module.name != "jixiao.__main__":
            for name, value in vars(import_module(module.name)).items():
                values = value if isinstance(value, tuple | list) else [value]
                for one in values:
                    if isinstance(one, re.Pattern):
                        yield f"{module.name}.{name}", one


def nested(tree, *, inside=False):
    """Whether an unbounded repeat stands within another."""
    for operator, operand in tree:
        within = inside
        if operator in (parser.MAX_REPEAT, parser.MIN_REPEAT):
            unbounded = operand[1] is parser.MAXREPEAT
            if unbounded and inside:
                return True
            within = inside or unbounded
        if any(nested(part, inside=within) for part in parts(operand)):
            return True
    return False


def parts(operand):
    if isinstance(operand, parser.SubPattern):
        yield operand
    elif isinstance(operand, tuple | list):
        for one in operand:
            yield from parts(one)


# A Markdown rule needs a bar in each round; the section of a number format is matched to no end, so never in vain.
SAFE = {"jixiao.readers.delimited._RULE", "jixiao.readers.numberformat._SECTION"}
PATTERNS = [pattern for name, pattern in patterns() if name not in SAFE]


def test_patterns_are_found():
    assert len(PATTERNS) > 40


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.pattern[:40])
def test_no_repeat_without_bound_stands_in_another(pattern):
    flags = pattern.flags & ~re.DEBUG
    assert not nested(parser.parse(pattern.pattern, flags)), pattern.pattern


@pytest.mark.parametrize("pattern", [r"(a+)+b", r"(?:x*y?)*", r"((\d+)|.)+$"])
def test_the_test_sees_what_it_looks_for(pattern):
    assert nested(parser.parse(pattern))
