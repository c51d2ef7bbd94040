import json
import shutil
from pathlib import Path

import pytest

from jixiao import api, batch
from jixiao.batch import read_all
from jixiao.model.errors import InputError
from jixiao.readers.limited import Limited, StoppedError

PUBLISHED = Path(__file__).parents[1] / "examples/jinnan-2020/published"
EXAMPLE = PUBLISHED.parents[1] / "shili-2020"


@pytest.fixture
def folder(tmp_path):
    """Two readable files, and between them a broken and an empty one."""
    shutil.copy(PUBLISHED / "report.docx", tmp_path / "a.docx")
    (tmp_path / "b.docx").write_bytes((PUBLISHED / "report.docx").read_bytes()[:900])
    (tmp_path / "c.txt").write_bytes(b"")
    shutil.copy(PUBLISHED / "report.txt", tmp_path / "d.txt")
    return tmp_path


def named(results):
    return [one.file if isinstance(one, InputError) else one.layout.file for one in results]


def test_results_come_in_the_order_of_the_files_and_a_bad_file_costs_one_message(folder):
    results = list(read_all(api.files_in([folder]), workers=2))
    assert named(results) == ["a.docx", "b.docx", "c.txt", "d.txt"]
    assert [type(one) for one in results] == [api.Document, InputError, InputError, api.Document]
    assert "怎么办" in str(results[1])
    assert results[0] == api.read(folder / "a.docx")


def test_the_record_of_an_evaluation_is_no_form_of_a_folder(folder):
    evaluated = api.evaluate(EXAMPLE, folder / "out")
    assert (folder / "out/evaluation.json") in evaluated.paths
    found = {file.path.name for file in api.files_in([folder / "out"])}
    assert found == {"自评表.docx", "自评表.xlsx", "绩效评价报告.docx", "绩效评价报告.pdf"}
    (folder / "out/evaluation.json").replace(folder / "evaluation.json")
    (folder / "别人的.json").write_text('{"表": 1}', "utf-8")
    assert [file.name for file in api.files_in([folder])][-1] == "别人的.json"


def test_what_was_read_is_kept_and_not_read_again(folder, tmp_path_factory):
    kept = tmp_path_factory.mktemp("kept")
    first = list(read_all(api.files_in([folder / "a.docx"]), kept))
    (file,) = kept.iterdir()
    record = json.loads(file.read_text("utf-8"))
    record["evaluations"][0]["project"]["name"] = "另一个名字"
    file.write_text(json.dumps(record), "utf-8")
    again = next(read_all(api.files_in([folder / "a.docx"]), kept))
    assert first[0].evaluations[0].project.name == "智慧津南项目运维及咨询费"
    assert again.evaluations[0].project.name == "另一个名字"
    assert again.layout == first[0].layout


def test_what_is_kept_in_the_folder_itself_is_no_document_of_it(folder):
    files = api.files_in([folder])
    list(read_all(files, folder / "读过的", workers=1))
    assert len(list((folder / "读过的").iterdir())) == 2
    assert api.files_in([folder]) == files


def test_a_copy_of_a_kept_file_has_its_own_name(folder, tmp_path_factory):
    kept = tmp_path_factory.mktemp("kept")
    shutil.copy(folder / "a.docx", folder / "z.docx")
    results = list(read_all(api.files_in([folder / "a.docx", folder / "z.docx"]), kept, workers=1))
    assert len(list(kept.iterdir())) == 1
    assert [(one.layout.file, one.evaluations[0].file) for one in results] == [("a.docx",) * 2, ("z.docx",) * 2]


@pytest.mark.parametrize("spoilt", ["", "[]", '{"layout": 3}', '{"layout": {"blocks": [[]], "notes": []}}'])
def test_a_spoilt_kept_file_is_read_anew(folder, tmp_path_factory, spoilt):
    kept = tmp_path_factory.mktemp("kept")
    first = list(read_all(api.files_in([folder / "d.txt"]), kept))
    (file,) = kept.iterdir()
    file.write_text(spoilt, "utf-8")
    assert list(read_all(api.files_in([folder / "d.txt"]), kept)) == first


def test_what_cannot_be_read_is_not_kept(folder, tmp_path_factory):
    kept = tmp_path_factory.mktemp("kept")
    assert named(read_all(api.files_in([folder / "b.docx", folder / "no.docx"]), kept, workers=1)) == [
        "b.docx",
        "no.docx",
    ]
    assert not list(kept.iterdir())


def test_a_fault_of_the_program_in_one_file_costs_one_message(folder, monkeypatch):
    monkeypatch.setattr(api, "read", lambda *_: 1 // 0)
    assert "ZeroDivisionError" in batch.read_one(api.File(folder / "a.docx", "a.docx"), None).cause


@pytest.mark.parametrize(
    ("late", "cause"), [(True, "读取超过 60 秒"), (False, "文件异常：读取时内存超过 1024 MiB 或读取程序中断")]
)
def test_a_child_that_is_stopped_costs_the_message_of_its_file(folder, monkeypatch, late, cause):
    call = Limited.__call__

    def stopped(child, file, resume):
        if file.name == "a.docx":
            raise StoppedError(late=late)
        return call(child, file, resume)

    monkeypatch.setattr(Limited, "__call__", stopped)
    results = list(read_all(api.files_in([folder]), workers=1))
    assert named(results) == ["a.docx", "b.docx", "c.txt", "d.txt"]
    assert cause in results[0].cause
    assert results[3] == api.read(folder / "d.txt")


def test_children_end_when_reading_is_broken_off(folder, monkeypatch):
    begun = []
    monkeypatch.setattr(batch, "Limited", lambda *limits: begun.append(Limited(*limits)) or begun[-1])
    results = read_all(api.files_in([folder]), workers=2)
    next(results)
    results.close()
    assert len(begun) == 2
    assert all(child._process is None or child._process.poll() is not None for child in begun)


def test_no_files_give_nothing():
    assert list(read_all([])) == []
