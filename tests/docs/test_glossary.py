"""docs/glossary.md is the one dictionary: it has every name of the model and of the tables, and none that is gone."""

import enum
import importlib
import inspect
import pkgutil
from dataclasses import fields, is_dataclass

import jixiao.model
import jixiao.tables.schema
from docs.pages import ROOT, quoted, tables
from jixiao import checks, law, scoring
from jixiao.tables.schema import TABLES

PAGE = "docs/glossary.md"
((_, ROWS),) = tables(PAGE).items()
WORDS = [word for _, words, _ in ROWS for word in quoted(words)]
PLAIN = set(quoted((ROOT / PAGE).read_text("utf-8").partition("按字面理解的词：")[2]))


def classes(*packages):
    """The public classes of packages, by name."""
    found = {}
    for package in packages:
        for module in pkgutil.iter_modules(package.__path__):
            members = vars(importlib.import_module(f"{package.__name__}.{module.name}"))
            found |= {
                name: one
                for name, one in members.items()
                if inspect.isclass(one) and one.__module__.startswith(package.__name__) and not name.startswith("_")
            }
    return found


def members(one):
    """Fields of a dataclass or a named tuple, members of an enumeration."""
    if issubclass(one, tuple):
        return list(one._fields)
    if is_dataclass(one):
        return [field.name for field in fields(one)]
    return list(one.__members__) if issubclass(one, enum.Enum) else []


def covered(owner, name):
    name = name.removesuffix("_half")
    return not PLAIN.union(WORDS).isdisjoint({name, f"{owner}.{name}"})


def test_every_class_and_field_of_the_model_is_in_the_glossary():
    found = classes(jixiao.model)
    assert len(found) > 25
    assert [name for name in found if name not in WORDS and name not in PLAIN] == []
    assert [f"{name}.{part}" for name, one in found.items() for part in members(one) if not covered(name, part)] == []


def test_every_table_and_column_is_in_the_glossary():
    assert [name for name in TABLES if name not in WORDS] == []
    lacking = [f"{table}.{name}" for table, columns in TABLES.items() for name in columns if not covered(table, name)]
    assert lacking == []


def test_every_name_in_the_glossary_exists():
    known = classes(jixiao.model, law, scoring, checks)
    names = {*known, *TABLES, "…_half", "rounded", "region", "profile"}
    for owner, parts in [*((name, members(one)) for name, one in known.items()), *TABLES.items()]:
        names |= {*parts, *(f"{owner}.{part}" for part in parts)}
    assert [word for word in [*WORDS, *PLAIN] if word not in names] == []


def test_a_term_has_one_row_and_a_name_one_term():
    terms = [term for term, *_ in ROWS]
    assert [term for term in terms if terms.count(term) > 1] == []
    assert [word for word in WORDS if WORDS.count(word) > 1] == []


def test_words_that_the_forms_print_are_spelled_as_in_the_vocabulary():
    of = {word: term for term, words, _ in ROWS for word in quoted(words)}
    for name, one in classes(jixiao.model).items():
        if issubclass(one, enum.Enum):
            for member in one:
                if not member.value.isascii():
                    assert of[f"{name}.{member.name}"] == member.value


def test_the_titles_of_columns_that_users_see_are_terms_of_the_glossary():
    terms = {term for term, *_ in ROWS}
    printed = {column.title for column in TABLES["indicator"].values() if column.printed}
    assert printed <= terms
