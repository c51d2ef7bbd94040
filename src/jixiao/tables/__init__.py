"""The model as flat tables, and the words in which checks speak of them."""
