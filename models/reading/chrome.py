"""What a web page or an office system prints around a document, and the facts its tables tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.reading.days import is_day
from models.reading.fold import fold, tight
from models.reading.organs import is_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.blocks import Block

_FACTS = (
    "索引号|主题分类|发文机关|发文单位|发布机构|发布单位|信息来源|成文日期|生成日期|发文日期|公开日期|标题|名称|信息名称|文件名称|发文字号|文号|文件编号|发布日期|发布时间"
    "|主题词|关键词|栏目|原文链接|链接|本地目录|有效性|时效性|效力状态|施行日期|实施日期|失效日期|废止日期|体裁分类|组配分类|服务对象|信息分类|分类|文种|公文种类|公开方式|公开形式|公开类别"
    "|公开属性|责任部门|内容概述|来源|时间|日期|作者|编辑|责任编辑|浏览次数|浏览量|点击数|点击量|点击|阅读次数|阅读量|访问次数|浏览|阅读|字号|字体|字体大小|视力保护色|打印|分享|分享到"
    "|更新时间|录入时间|编号|当前位置|您的位置|您现在的位置|所在位置|位置|信息索引|公文时效|统一登记号|登记号|政策咨询|解读链接|相关链接|发布人|审核人|稿源|文章来源|信息索引号|载体类型|载体形式"
)
_FACT = re.compile(rf"^(?:{_FACTS})：")
_LABEL = re.compile(
    rf"(?:^|(?<= ))(?P<label>{'|'.join(' *'.join(word) for word in _FACTS.split('|'))}) *： *"
)
_MAX_ROW = 300
_NOT_PRINT = re.compile(r"^[^\u4e00-\u9fffA-Za-z0-9]*$")
_PAGE_NUMBER = re.compile(
    r"^(?:[—\-–－·]+\d{1,4}[—\-–－·]+|第\d{1,4}页(?:[，/]?共\d{1,4}页)?|\d{1,3}/\d{1,3})$"
)
_TIME = re.compile(r"^\d{1,2}：\d{2}(?:：\d{2})?$")
_CLOCK = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\d{1,2}：\d{2}")
_AFTER = re.compile(
    r"^(?:来源：.{0,30}|信息来源：.{0,30}|附件下载.{0,10}|文件下载.{0,10}|相关附件.{0,6}|相关链接.{0,3}|相关文件|相关新闻|相关稿件|相关文章|相关解读|政策解读.{0,20}|解读文件"
    r"|扫一扫.{0,20}|分享到.{0,20}|打印本页.{0,12}|打印.{0,3}|关闭窗口|关闭本页|关闭|〔?(?:打印|关闭|返回顶部|返回|我要打印|我要纠错|纠错).{0,20}"
    r"|上一篇.*|下一篇.*|上一条.*|下一条.*|责任编辑：.{0,20}|编辑：.{0,12}|主办单位：.*|主办：.*|承办单位：.*网.*|版权所有.*|网站地图.*|联系我们.*|网站标识码.*|.{0,12}ICP备.*"
    r"|Copyright.*|©.*|〔字体：.*|字号：.{0,12}|收藏.{0,8}|微信|微博|QQ空间|浏览次数：.*|点击数：.*|阅读次数：.*|原文链接.*|技术支持：.*)$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"^(?:微信|微博|QQ空间|QQ好友|全真版|文字版|文件下载|附件下载|相关链接：?.{0,4}|打印|大|中|小|〔?字体.*|字号.*|收藏|分享.*|纠错|.*签发于.*|阅读全文|正文|默认|超大|繁体|简体|无障碍|听全文|朗读|视力保护色.*)$"
)
_END_OF_TABLE = re.compile(r"^=+.*=+$")


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a page's table: what it names, and the block (index) and place of its value."""

    label: str
    block: int
    start: int
    end: int


def is_noise(block: Block) -> bool:
    """Whether a block says nothing: only marks, or a page number."""
    words = block.tight
    return bool(_NOT_PRINT.match(words) or is_page_number(words) or _END_OF_TABLE.match(words))


def is_page_number(words: str) -> bool:
    """Whether folded words without blanks are a page number."""
    return bool(_PAGE_NUMBER.match(words))


def is_of_a_page(words: str) -> bool:
    """Whether folded words without blanks are no line of a document: a page number, a button, a word on the site."""
    return any(part.match(words) for part in (_PAGE_NUMBER, _BESIDE, _AFTER, _TIME, _NOT_PRINT))


def says_only_pages(text: str) -> bool:
    """Whether each line of a text is a page number."""
    return all(is_page_number(tight(fold(line))) for line in text.split("\n"))


def is_beside(block: Block) -> bool:
    """Whether a block between title and text belongs to the page: a source, a time of day, a button."""
    words = block.tight
    if len(words) > 80:
        return False
    return bool(
        _TIME.match(words) or _FACT.match(words) or _BESIDE.match(words) or _CLOCK.search(words)
    )


def opens_text(block: Block) -> bool:
    """Whether a block is a sentence or a line of addressees: a document is there, not a page's frame."""
    words = block.tight
    return "。" in words or is_address(words)


def end_of_document(blocks: list[Block]) -> int:
    """The index of the first block of the page's foot; the length where there is none.

    The same words (share, print) stand above a text too: they are a foot only behind the text's date, or where no
    line of a document follows.
    """
    texts = [at for at, block in enumerate(blocks) if opens_text(block)]
    if not texts:
        return len(blocks)
    said = dated = False
    for at, block in enumerate(blocks[texts[0] :], start=texts[0]):
        if (dated or at > texts[-1]) and len(block.plain) < 200 and _AFTER.match(block.tight):
            return at
        said = said or "。" in block.plain
        dated = dated or (said and is_day(block.tight))
    return len(blocks)


def facts_of(blocks: list[Block]) -> list[Fact]:
    """The facts that a table above the document tells, each with its value's place."""
    return [
        fact
        for at, block in enumerate(blocks)
        if len(block.plain) < _MAX_ROW
        for fact in _facts_in(blocks, at)
    ]


def _facts_in(blocks: list[Block], at: int) -> Iterator[Fact]:
    """The facts of one row; the value of its last label may stand in the next block."""
    block = blocks[at]
    labels = list(_LABEL.finditer(block.plain))
    if not labels or (labels[0].start() and labels[-1].end() < len(block.plain)):
        return
    ends = [*(label.start() for label in labels[1:]), len(block.plain)]
    for label, end in zip(labels, ends, strict=True):
        value = block.plain[label.end() : end].strip(" ")
        name = label.group("label").replace(" ", "")
        if value:
            start = block.start + block.plain.index(value, label.end())
            yield Fact(name, at, start, start + len(value))
        elif end == len(block.plain) and at + 1 < len(blocks) and _is_value(name, blocks[at + 1]):
            yield Fact(name, at + 1, blocks[at + 1].start, blocks[at + 1].end)


def _is_value(label: str, value: Block) -> bool:
    if _FACT.match(value.tight) or len(value.plain) > 120:
        return False
    if label == "主题词":
        return " " in value.plain and len(value.plain) < 40 and "关于" not in value.tight
    return "关于" not in value.tight or label in ("标题", "名称", "信息名称", "文件名称")
