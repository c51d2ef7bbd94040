"""The values that everything else speaks of: frozen, without behaviour that needs law, files or frames."""
