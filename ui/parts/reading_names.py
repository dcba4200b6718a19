"""What the roles of a reading are called, and the tint that text and list share."""

from __future__ import annotations

from PySide6.QtGui import QColor

from models.reading.reading import Role

NAMES = {
    Role.COPY_NUMBER: "份号",
    Role.SECRECY: "密级和保密期限",
    Role.URGENCY: "紧急程度",
    Role.ORGAN: "发文机关",
    Role.DOC_NUMBER: "发文字号",
    Role.SIGNER: "签发人",
    Role.TITLE: "标题",
    Role.ADDRESSEES: "主送机关",
    Role.BODY: "正文",
    Role.ATTACHMENT_NOTE: "附件说明",
    Role.SIGNATURE: "署名",
    Role.DATE: "成文日期",
    Role.NOTES: "附注",
    Role.PIECE_LABEL: "附件标识",
    Role.PIECE_TITLE: "印发件或附件的标题",
    Role.PIECE_PARAGRAPH: "印发件或附件的正文",
    Role.SUBJECT_WORDS: "主题词",
    Role.CC: "抄送机关",
    Role.ISSUING_OFFICE: "印发机关",
    Role.ISSUED_ON: "印发日期",
    Role.COPIES: "共印份数",
}
_HEAD, _TITLE, _ADDRESSEES, _BODY = 0, 32, 178, 212
_CLOSING, _PIECES, _IMPRINT = 285, 130, 330  # hues
_HUES = {
    Role.TITLE: _TITLE,
    Role.ADDRESSEES: _ADDRESSEES,
    Role.BODY: _BODY,
    Role.ATTACHMENT_NOTE: _BODY,
    Role.SIGNATURE: _CLOSING,
    Role.DATE: _CLOSING,
    Role.NOTES: _CLOSING,
    Role.PIECE_LABEL: _PIECES,
    Role.PIECE_TITLE: _PIECES,
    Role.PIECE_PARAGRAPH: _PIECES,
    Role.SUBJECT_WORDS: _IMPRINT,
    Role.CC: _IMPRINT,
    Role.ISSUING_OFFICE: _IMPRINT,
    Role.ISSUED_ON: _IMPRINT,
    Role.COPIES: _IMPRINT,
}
_ALPHA = 70  # of 255: readable on light and dark ground


def tint(role: Role) -> QColor:
    """The colour of a role."""
    return QColor.fromHsv(_HUES.get(role, _HEAD), 200, 220, _ALPHA)
