"""Rows of evidence → measured values that say how they were found."""
