"""A secret grade is known wherever it stands; work secrets are none."""

from __future__ import annotations

import pytest

from models.notice import Notice, Paragraph, Piece
from models.rules.secrecy import StateSecret, is_secret, refuse_secret, refuse_secret_text

SECRET = [
    Notice(secrecy="机密"),
    Notice(secrecy="秘密★1年"),
    Notice(secrecy="绝 密"),
    Notice(title="机密★5年 关于某事的通知"),
    Notice(body=(Paragraph("秘密☆"),)),
    Notice(pieces=(Piece("甲", (Paragraph("绝密★"),)),)),
    Notice(pieces=(Piece("机密★长期"),)),
    Notice(addressees="机密★", organs=("甲",)),
]
OPEN = [
    Notice(),
    Notice(secrecy="内部"),
    Notice(secrecy="工作秘密"),
    Notice(secrecy="商业秘密"),
    Notice(title="关于加强机密文件管理的通知", body=(Paragraph("保守国家秘密。"),)),
]


@pytest.mark.parametrize("notice", SECRET)
def test_a_secret_is_refused_with_what_to_do(notice: Notice) -> None:
    assert is_secret(notice)
    with pytest.raises(StateSecret, match="改在本单位涉密计算机办理，并告知保密员"):
        refuse_secret(notice)


@pytest.mark.parametrize("notice", OPEN)
def test_what_bears_no_grade_passes(notice: Notice) -> None:
    assert not is_secret(notice)
    refuse_secret(notice)


@pytest.mark.parametrize(
    "text",
    [
        "甲\n机密\n乙",
        "密级：秘密",
        "绝 密 ",
        "000001 机密★5年",
        "（机密）\n某局文件",
        "【绝 密】",
        "★机密\n甲",
        "〔密级：秘密〕",
        "機密",
    ],
)
def test_a_text_with_a_grade_is_not_read(text: str) -> None:
    with pytest.raises(StateSecret):
        refuse_secret_text(text)


def test_a_text_on_secrecy_is_read() -> None:
    refuse_secret_text("关于加强机密文件管理的通知\n工作秘密\n保守国家秘密。")
