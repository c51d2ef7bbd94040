"""A planted form as files: Word and workbook by our own writers, a web page written here."""

from html import escape

from jixiao.writers.form import Form
from jixiao.writers.form_docx import form_docx
from jixiao.writers.form_grid import form_grid
from jixiao.writers.form_xlsx import form_xlsx
from planted.twins import Twin


def docx(twin: Twin) -> bytes:
    return form_docx(Form(twin.form, notes=twin.prose))


def xlsx(twin: Twin) -> bytes:
    return form_xlsx(Form(twin.form, notes=twin.prose))


def html(twin: Twin) -> bytes:
    grid = form_grid(twin.form)
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td rowspan="{box.rowspan}" colspan="{box.colspan}">{escape(box.text)}</td>' for box in grid.row(at)
        )
        + "</tr>"
        for at in range(grid.rows)
    )
    prose = "".join(f"<p>{escape(line)}</p>" for line in twin.prose)
    year = f"<p>（{twin.form.project.year}年度）</p>"
    return (
        f'<html><head><meta charset="utf-8"></head><body><p>项目支出绩效自评表</p>{year}{prose}'
        f'<table border="1">{rows}</table></body></html>'
    ).encode()


FILES = {"docx": docx, "xlsx": xlsx, "html": html}
PROSE = ("docx", "html")  # a workbook has no paragraphs that count as a report
