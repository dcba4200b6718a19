"""The vocabulary of 文种: what a document can be, and how its title ends."""

from __future__ import annotations

import re

# The fifteen of the 条例 of 2012, those of the 办法 of 2000, and the words they are compounded with.
STATUTORY = (
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示",
    "批复", "议案", "复函", "函", "会议纪要", "纪要", "指示",
)  # fmt: skip
# What is issued by a notice, or stands alone as a text of its own.
ISSUED = (
    "方案", "办法", "规定", "细则", "条例", "要点", "规划", "计划", "规则", "章程", "制度",
    "总结", "预案", "指南", "标准", "规范", "纲要", "规程", "目录", "名单", "安排", "措施",
    "分工", "清单", "说明", "准则", "守则", "讲话", "提纲", "目标", "任务", "责任书", "公约",
    "简章", "程序", "流程", "工作法", "一览表", "登记表", "申报表", "申请表", "统计表", "汇总表",
    "分配表", "分解表", "信息表", "分工表", "进度表", "推荐表", "回执", "样式", "格式", "模板",
    "范本",
)  # fmt: skip
_TRAILING = re.compile(r"(?:（[^（）]{1,30}）|〔[^〔〕]{1,20}〕|（[^（）]{1,30}$)$")
_STATUTORY_END = re.compile("(" + "|".join(sorted(STATUTORY, key=len, reverse=True)) + ")$")
_ISSUED_END = re.compile("(" + "|".join(sorted(ISSUED, key=len, reverse=True)) + ")$")
_NOT_KIND = re.compile(r"(?:信函|来函|公函|号令|法令|指令|禁令|口令|司令|县令|政令|文件通知公告)$")


def without_brackets(title: str) -> str:
    """The title without a bracket at its end, such as （试行）."""
    while (shorter := _TRAILING.sub("", title)) != title:
        title = shorter
    return title


def statutory_kind(title: str) -> str:
    """The 文种 that ends the title; empty where none does."""
    bare = without_brackets(title)
    found = _STATUTORY_END.search(bare)
    return "" if found is None or _NOT_KIND.search(bare) else found.group()


def issued_kind(title: str) -> str:
    """The word that ends the title of an issued text, such as 方案; empty where none does."""
    found = _ISSUED_END.search(without_brackets(title))
    return found.group() if found else ""


def kind_of(title: str) -> str:
    """What the title says the document is; behind 关于 a word of issued texts counts only as 的若干规定, 的实施方案."""
    kind = issued_kind(title)
    if "关于" in title and not re.search(f"的[^的]{{0,6}}{kind}$", without_brackets(title)):
        kind = ""
    return statutory_kind(title) or kind
