"""Points of a row in exact decimals, each explaining itself; totals, grade and light."""
