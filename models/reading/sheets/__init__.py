"""Spreadsheets and pasted tables: rows of texts, then units."""
