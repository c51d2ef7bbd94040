"""The reviewer's papers: workpaper, summary and list of findings as a workbook, opinions as documents."""
