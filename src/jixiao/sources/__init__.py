"""The project folder: evidence files as typed rows, and what the clerk states as a `Dossier`."""
