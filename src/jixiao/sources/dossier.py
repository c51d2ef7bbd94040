"""A project folder → `Dossier`."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from jixiao.model.dossier import Dossier, Origin
from jixiao.model.errors import InputError
from jixiao.readers.gate import admit
from jixiao.sources import narrative, records, sheet_form, toml_form
from jixiao.sources.consistency import refuse_contradictions
from jixiao.sources.entries import Entry, Record, Stated, understand
from jixiao.sources.files import hashes
from jixiao.sources.load import find, load
from jixiao.sources.stated import CONTACTS, PROJECT, TABLES

_YEARS: Final = range(2000, 2100)
# Tables that may be an evidence file instead: kind of evidence by table.
_KEPT_AS_EVIDENCE: Final = {"contract": "contracts", "payment": "payments", "meeting": "meetings"}


def read_dossier(folder: Path) -> Dossier:
    """What a project folder states: project.toml or 项目资料.xlsx, narrative.md, and which files there are.

    Contracts, payments and meetings come from there or from evidence files. Everything that is written must be
    understood and must add up; what is not is refused at its cell or key.

    Raises:
        InputError: no or two descriptions, something unreadable, or amounts and references that contradict each other.
    """
    stated = _stated(folder)
    tables = {name: understand(stated.tables[name], TABLES[name]) for name in TABLES}
    for name, kind in _KEPT_AS_EVIDENCE.items():
        if find(folder, kind):
            tables[name] = _from_evidence(folder, kind, tables[name])
    if not tables["project"]:
        raise InputError(stated.file, "没有填项目名称、单位、年度", "填写“项目”（[project]）", "项目")
    dossier = _dossier(folder, tables, stated)
    for record in (*tables["contract"], *tables["meeting"]):
        if record["document"]:
            records.attached(record, "document", folder)
    refuse_contradictions(dossier, tables)
    return dossier


def _stated(folder: Path) -> Stated:
    if not folder.is_dir():
        raise InputError(str(folder), "没有这个文件夹", "检查路径；或用 jixiao new 新建一个项目文件夹")
    there = [name for name in (toml_form.FILE, sheet_form.FILE) if (folder / name).exists()]
    if len(there) != 1:
        cause = f"同时有 {' 和 '.join(there)}，不知道以哪个为准" if there else "没有 项目资料.xlsx，也没有 project.toml"
        raise InputError(str(folder), cause, "只留一个" if there else "用 jixiao new 新建，填好后再来")
    data = admit(folder / there[0], there[0])
    return toml_form.read_toml_form(data) if there[0] == toml_form.FILE else sheet_form.read_sheet_form(data)


def _from_evidence(folder: Path, kind: str, stated: tuple[Record, ...]) -> tuple[Record, ...]:
    """The rows of an evidence file; in these tables no row may be left out."""
    table = load(folder, kind)
    if stated:
        cause = f"“{table.schema.title}”在 {stated[0].entry.origin.file} 和 {table.file} 里都有"
        raise InputError(table.file, cause, "只留一处")
    for reason, numbers in table.left_out.items():
        raise InputError(table.file, reason, "改正后再来；合同、支付、会议不能有读不懂的行", f"第{numbers[0]}行")
    found = []
    for row in table.frame.iter_rows(named=True):
        origin = Origin(table.file, f"第{row.pop('row')}行")
        found.append(Record(row, Entry({}, {}, origin)))
    return tuple(found)


def _dossier(folder: Path, tables: Mapping[str, tuple[Record, ...]], stated: Stated) -> Dossier:
    project = tables["project"][0]
    if project["year"] not in _YEARS:
        raise project.error("year", f"年度 {project['year']} 不对", "写四位的预算年度，例如 2020")
    path = folder / narrative.FILE
    return Dossier(
        name=project["name"],
        unit=project["unit"],
        department=project["department"],
        year=project["year"],
        region=project.text("region"),
        kind=project.text("kind"),
        report_date=project["report_date"],
        contacts={PROJECT.column(name).title: project[name] for name in CONTACTS if project[name]},
        funds=tuple(map(records.fund, tables["fund"])),
        fees=tuple(map(records.fee, tables["fee"])),
        goals=tuple(map(records.goal, tables["goal"])),
        indicators=tuple(map(records.indicator, tables["indicator"])),
        contracts=tuple(map(records.contract, tables["contract"])),
        payments=tuple(map(records.payment, tables["payment"])),
        meetings=tuple(map(records.meeting, tables["meeting"])),
        documents=tuple(records.document(record, folder) for record in tables["document"]),
        narrative=narrative.read_narrative(admit(path, narrative.FILE)) if path.exists() else {},
        previous={row["level3"]: row["previous"] for row in tables["indicator"] if row["previous"]},
        files=hashes(folder),
        notes=(*stated.remarks, *_unsourced(tables)),
    )


def _unsourced(tables: Mapping[str, tuple[Record, ...]]) -> Iterator[str]:
    """Where several sources pay, the form has what each paid only if every payment says its source."""
    open_ = [row for row in tables["payment"] if not row["source"]]
    if len(tables["fund"]) > 1 and open_:
        where = f"{open_[0].entry.origin.file}，{open_[0].entry.origin.place}"
        yield f"{where}：有几个资金来源，{len(open_)} 笔支付没有写“资金来源”，表内各来源的执行数空着"
