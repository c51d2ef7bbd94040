"""Clean forms, errors planted into them, and the files that carry them."""
