"""Small workbooks, made by hand."""

from readers.words import relationships

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def c(address, value, s=0, t=None, f=None):
    """A cell; words that are no number become an inline string."""
    at = f'r="{address}"' if address else ""
    if t is None and not _is_number(value):
        return f'<c {at} s="{s}" t="inlineStr"><is><t>{value}</t></is></c>'
    formula = f"<f>{f}</f>" if f else ""
    return f'<c {at} s="{s}" t="{t or "n"}">{formula}<v>{value}</v></c>'


def row(number, *cells, hidden=False):
    return f'<row r="{number}" hidden="{int(hidden)}">{"".join(cells)}</row>'


def sheet(name, *rows, merged=(), hidden=False, columns=""):
    """columns: the number of a hidden one."""
    hides = f'<cols><col min="{columns}" max="{columns}" hidden="1"/></cols>' if columns else ""
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    body = f"<worksheet>{hides}<sheetData>{''.join(rows)}</sheetData><mergeCells>{merges}</mergeCells></worksheet>"
    return name, hidden, body


def styles(*formats):
    """A styles part: style 0 is General, the next ones are these codes or numbers of built-in formats."""
    own = [(200 + at, code) for at, code in enumerate(formats)]
    codes = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{code}"/>' for number, code in own if isinstance(code, str)
    )
    uses = "".join(f'<xf numFmtId="{number if isinstance(code, str) else code}"/>' for number, code in own)
    return f"<styleSheet><numFmts>{codes}</numFmts><cellXfs><xf numFmtId='0'/>{uses}</cellXfs></styleSheet>"


def book_parts(*sheets, strings="", styles="<styleSheet/>"):
    entries = "".join(
        f'<sheet name="{name}" state="{"hidden" if hidden else "visible"}" r:id="s{at}"/>'
        for at, (name, hidden, _) in enumerate(sheets)
    )
    links = "".join(
        f'<Relationship Id="s{at}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(len(sheets))
    )
    others = relationships(sharedStrings="sharedStrings.xml", styles="styles.xml")
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relationships(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns:r="{OFFICE}"><sheets>{entries}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": others.replace("</Relationships>", f"{links}</Relationships>"),
        "xl/sharedStrings.xml": f"<sst>{strings}</sst>",
        "xl/styles.xml": styles,
        **{f"xl/worksheets/sheet{at}.xml": body for at, (_, _, body) in enumerate(sheets)},
    }


def _is_number(value):
    try:
        float(value)
    except ValueError:
        return False
    return True
