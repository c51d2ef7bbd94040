"""How the twins are made: subjects (our content) set in layouts (real ones) and written by several producers."""
