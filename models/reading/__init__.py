"""Texts and files of others, understood once: every door into the program is here."""
