"""Paper out of a printer: the open notice, or the whole printed set with its run of numbered copies."""
