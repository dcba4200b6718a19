"""The doors by which foreign files come in: each turns one kind of file into text, and lets nothing else in."""
