"""Invented forms in random shapes, with their truth."""
