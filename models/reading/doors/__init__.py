"""The doors by which foreign files come in: each turns one kind of file into text, and lets nothing else in."""

OPEN_APART = "open-apart"
"""What the finished program is called with when it starts itself as the process that opens one file of strangers."""
