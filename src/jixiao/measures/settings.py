"""Settings of a measure: what a folder may write, what holds where it writes nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from jixiao.model.dossier import MeasureSpec, Origin
from jixiao.model.errors import InputError

_SEPARATORS: Final = re.compile(r"[、，,；;\s]+")
_LONGEST: Final = 6  # digits of a whole number
_MOST: Final = 10**_LONGEST - 1


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name in project.toml, its title in 项目资料.xlsx, its default, and a Chinese sentence."""

    name: str
    title: str
    default: str
    note: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one measurement. origin: where they were written, for errors."""

    values: Mapping[str, str]
    known: tuple[Setting, ...]
    origin: Origin

    def text(self, name: str) -> str:
        """As written, or the default.

        Raises:
            InputError: it is not one of the setting's choices.
        """
        setting = self._setting(name)
        value = self.values.get(name, setting.default)
        if setting.choices and value not in setting.choices:
            raise self._error(setting, value, f"可以写：{'、'.join(setting.choices)}")
        return value

    def whole(self, name: str, least: int = 0, most: int = _MOST) -> int:
        """A whole number from `least` to `most`.

        Raises:
            InputError: it is none.
        """
        value = self.text(name)
        number = int(value) if value.isascii() and value.isdigit() and len(value) <= _LONGEST else -1
        if not least <= number <= most:
            raise self._error(self._setting(name), value, f"写一个从 {least} 到 {most} 的整数，不带单位")
        return number

    def words(self, name: str) -> tuple[str, ...]:
        """Words divided by 、 or commas; none where nothing is written."""
        return tuple(word for word in _SEPARATORS.split(self.text(name)) if word)

    def day(self, name: str) -> date | None:
        """A day; None where nothing is written.

        Raises:
            InputError: it is no day.
        """
        value = self.text(name)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise self._error(self._setting(name), value, "写成 2020-12-31 的样子") from None

    def _setting(self, name: str) -> Setting:
        return next(setting for setting in self.known if setting.name == name)

    def _error(self, setting: Setting, value: str, remedy: str) -> InputError:
        cause = f"测量方法的设置“{setting.title}”写的是“{value}”，不能用"
        return InputError(self.origin.file, cause, remedy, self.origin.place)


def settings_of(spec: MeasureSpec, known: tuple[Setting, ...], origin: Origin) -> Settings:
    """The settings that a folder writes, by their names.

    Raises:
        InputError: a setting that the measure does not have, or one written twice.
    """
    names = {spelling: setting.name for setting in known for spelling in (setting.name, setting.title)}
    values: dict[str, str] = {}
    for key, value in spec.settings.items():
        name = names.get(key.strip())
        if name is None or name in values:
            cause = f"测量方法 {spec.kind} {'没有' if name is None else '写了两次'}设置“{key}”"
            titles = "、".join(f"{setting.title}（{setting.name}）" for setting in known) or "这个方法没有设置"
            raise InputError(origin.file, cause, f"可用的设置：{titles}", origin.place)
        values[name] = value.strip()
    return Settings(values, known, origin)
