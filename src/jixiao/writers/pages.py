"""What every HTML page that is written has in common."""

import re
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from jixiao.writers.files import OUR_PAGE

# What no HTML text may hold, half characters, and what would print a line in another order than it is stored.
_UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def environment() -> Environment:
    """The templates: all that is printed is escaped, and what is not defined is an error."""
    made = Environment(
        loader=PackageLoader("jixiao.writers"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["generator"] = Markup(OUR_PAGE)  # noqa: S704  our own constant
    return made


def printable(page: str) -> str:
    """A page with a sign in the place of every character that must not stand in it."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", page)
