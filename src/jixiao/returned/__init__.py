"""Documents given back: with comments where the findings stand, or with what is safe repaired."""
