"""The data file: SQLite through peewee, one repository per value."""
