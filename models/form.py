"""The four formats of an official document, and how it is sealed: what its kind calls for, where nobody chose."""

from __future__ import annotations

from enum import Enum


class Form(Enum):
    """A format (格式) of GB/T 9704 (2012: 7 and 10), by the standard's own word."""

    DOCUMENT = "文件格式"
    LETTER = "信函格式"
    ORDER = "命令格式"
    MINUTES = "纪要格式"

    @classmethod
    def of_kind(cls, kind: str) -> Form:
        """The format that a 文种 is issued in."""
        return _FORMS.get(kind, cls.DOCUMENT)


class Sealing(Enum):
    """How a document is sealed (用印; 2012: 7.3.5)."""

    SEAL = "加盖印章"
    NONE = "不加盖印章"
    SIGNATURE = "加盖签名章"

    @classmethod
    def of_form(cls, form: Form) -> Sealing:
        """What a format asks for: minutes bear no seal (10.3), an order that of the one who signs it (10.2)."""
        return _SEALINGS.get(form, cls.SEAL)


_FORMS = {
    "函": Form.LETTER,
    "令": Form.ORDER,
    "命令": Form.ORDER,
    "纪要": Form.MINUTES,
    "会议纪要": Form.MINUTES,
}
_SEALINGS = {Form.MINUTES: Sealing.NONE, Form.ORDER: Sealing.SIGNATURE}
