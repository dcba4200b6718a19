"""One file per paper: a value becomes elements in reading order."""
