"""Conditions as a clerk writes them in a sheet, 且(包含(实际完成值,"未开展"), 得分>0), as the words of checks."""
