"""Layout → model: what the labels, rows and paragraphs of a document mean."""

from jixiao.forms.document import read_forms

__all__ = ["read_forms"]
