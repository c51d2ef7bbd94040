"""The words of the report: its parts in the order of the official outline, every figure with its fact."""
