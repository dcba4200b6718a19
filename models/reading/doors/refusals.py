"""Why a file is not let in: each sentence names the file and says what to do."""

from __future__ import annotations

from models.errors import UserError

MAX_CHARACTERS = 1_000_000
_AS_WORD = "请用 Word 或 WPS 打开它，另存为 Word 文档（.docx）后再试。"


class Refused(UserError):
    """A door stays shut; its text is the sentence for the clerk."""


def broken(name: str) -> Refused:
    """A file that is cut off, damaged or made to mislead."""
    return Refused(
        f"文件“{name}”已损坏或不完整，读不出来。请重新复制或下载一份，或用制作它的程序打开后另存一份再试。"
    )


def dangerous(name: str, why: str) -> Refused:
    """A file that is made to exhaust the machine."""
    return Refused(
        f"文件“{name}”不正常（{why}），为安全起见没有打开。请向来文单位核实，或请对方另发一份。"
    )


def locked(name: str) -> Refused:
    """A file that asks for a password."""
    return Refused(
        f"文件“{name}”设了打开密码。请用制作它的程序输入密码打开，取消密码后另存一份再试。"
    )


def too_long(name: str) -> Refused:
    """A text that is no official document by its length."""
    return Refused(
        f"文件“{name}”太长，超过 {MAX_CHARACTERS // 10_000} 万字。请只留下公文部分再试。"
    )


def too_big(name: str, megabytes: int) -> Refused:
    """A file that holds far more than a text."""
    return Refused(
        f"文件“{name}”太大，超过 {megabytes} MB。请删去其中的图片，或只留下公文部分再试。"
    )


def too_slow(name: str) -> Refused:
    """A file that its reader did not get done with."""
    return Refused(f"读“{name}”用的时间太长，已经停止。{_AS_WORD}")


def without_words(name: str) -> Refused:
    """A file in which no text stands."""
    return Refused(f"文件“{name}”里没有文字。请换一个文件。")


def scanned(name: str) -> Refused:
    """A file whose pages are pictures."""
    return Refused(
        f"文件“{name}”里只有图片，没有文字，多半是扫描件。请找原来的 Word 文件，或先用文字识别软件转成文字再试。"
    )


def unmapped(name: str) -> Refused:
    """A PDF that shows the forms of characters and does not say which characters they are."""
    return Refused(
        f"文件“{name}”里的文字没有注明是哪些字，读出来是乱码。请找原来的 Word 文件，或用文字识别软件转成文字再试。"
    )


def packed(name: str) -> Refused:
    """A file with other files in it."""
    return Refused(f"“{name}”是压缩包。请先解压，再打开其中的文件。")


def not_read(name: str, what: str) -> Refused:
    """A kind of file that an office program can turn into one that is read."""
    return Refused(f"“{name}”是{_apart(what)}，不能直接读取。{_AS_WORD}")


def no_document(name: str, what: str) -> Refused:
    """A file that holds no text of its own."""
    return Refused(
        f"“{name}”是{_apart(what)}，不是公文的文字。请换成 Word、WPS、PDF 或文本文件再试。"
    )


def _apart(what: str) -> str:
    """A name with a blank before it where it begins with a Latin letter."""
    return f" {what}" if what[0].isascii() else what
