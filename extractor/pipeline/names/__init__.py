"""The names and words of the lexicon that a text has, and what each of them stands for."""
