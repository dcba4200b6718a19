"""The two kinds of error are told apart here: `UserError` is the world's fault, anything else is ours."""

from __future__ import annotations


class UserError(Exception):
    """The world's fault. Its text is a Chinese sentence that tells the clerk what to do."""


class Cancelled(Exception):
    """The clerk stopped a long piece of work; raised by its `tick`."""
