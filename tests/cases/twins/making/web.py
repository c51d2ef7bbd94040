"""HTML by hand, as sites of governments have it."""

from html import escape

from .page import Cell, Part, Table

_HEAD = """<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{title}</title>
<style>td {{ border: 1px solid #000; padding: 4px }} .nav {{ color: #888 }}</style>
<script>var shown = "<table><tr><td>一级指标</td></tr></table>";</script></head><body>
<div class="nav">首页 &gt; 政务公开 &gt; 财政信息 &gt; 绩效管理</div>
"""
_TAIL = """<div class="nav"><a href="#">打印本页</a>　<a href="#">关闭窗口</a></div>
<div class="nav">版权所有：示例政务网站　网站标识码0000000000</div>
</body></html>
"""


def write(parts: list[Part], charset: str = "utf-8", *, nested: bool = False) -> bytes:
    """The parts below each other; nested: inside the tables that lay out the page."""
    body = "".join(_block(block) for part in parts for block in part.blocks)
    if nested:
        menu = "<table><tr><td>通知公告</td></tr><tr><td>预算公开</td></tr></table>"
        body = f'<table width="100%"><tr><td valign="top">{menu}</td><td>{body}</td></tr></table>'
    page = _HEAD.format(charset=charset, title=escape(parts[0].name)) + body + _TAIL
    return page.encode(charset)


def _block(block: str | Table) -> str:
    if isinstance(block, str):
        return f"<p>{escape(block)}</p>\n"
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in block.rows)
    return f'<table border="1" cellspacing="0">\n{rows}</table>\n'


def _cell(cell: Cell) -> str:
    spans = "".join(
        f' {name}="{value}"' for name, value in (("rowspan", cell.rowspan), ("colspan", cell.colspan)) if value > 1
    )
    text = "<br/>".join(escape(line) for line in cell.text.split("\n")) or "&nbsp;"
    return f"<td{spans}><p>{text}</p></td>"
