"""Small PDF files, made by hand: text in a Chinese font that every viewer knows, and lines."""


def text(x, y, words, size=10, font="F1"):
    """Words that begin at a point, y counted from the bottom."""
    return f"BT /{font} {size} Tf {x} {y} Td <{words.encode('utf-16-be').hex()}> Tj ET\n"


def line(x1, y1, x2, y2):
    return f"0.5 w {x1} {y1} m {x2} {y2} l S\n"


def table(left, top, widths, height, rows, skip=()):
    """A ruled table: rows of words (None for what a cell above or to the left covers), without the lines in `skip`.

    skip: ("h", row, col) for the line above a field, ("v", row, col) for the line to the left of it.
    """
    xs = [left]
    for width in widths:
        xs.append(xs[-1] + width)
    drawn = []
    for row in range(len(rows) + 1):
        y = top - row * height
        drawn += [line(xs[col], y, xs[col + 1], y) for col in range(len(widths)) if ("h", row, col) not in skip]
    for row, words in enumerate(rows):
        y = top - row * height
        drawn += [line(x, y, x, y - height) for col, x in enumerate(xs) if ("v", row, col) not in skip]
        drawn += [text(xs[col] + 4, y - height + 5, word) for col, word in enumerate(words) if word]
    return "".join(drawn)


def pdf(*contents, rotate=0, extra="", trailer="", box="0 0 600 800", more=()):
    """The bytes of a file with these page contents; `more` are objects that `extra` may name, the first as `FIRST`."""
    first = f"{4 + 2 * len(contents)} 0 R"
    resources = extra.replace("FIRST", first)
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type "
        "/Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) "
        "/Supplement 2 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox "
        "[0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>] >>"
    )
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(contents)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>", font]
    for at, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /CropBox [{box}] /Rotate {rotate} "
            f"/Contents {5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> {resources} >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}endstream")
    objects += (body.replace("FIRST", first) for body in more)
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table_at = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{at:010} 00000 n \n" for at in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table_at}\n%%EOF\n"
    return out.encode("latin-1")
