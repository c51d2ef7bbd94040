"""Invented forms as text that lost its tables, with their truth."""
