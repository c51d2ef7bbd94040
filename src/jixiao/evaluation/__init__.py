"""A project folder and its measurements → the evaluation, its facts, and the words of the report."""
