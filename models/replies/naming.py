"""What the name of a file says: whose it is, apart from what every office writes around that (2007年工作安排意见（定稿）)."""

from __future__ import annotations

import re

from models.rules.unit_names import folded

_SUFFIX = re.compile(r"\.(?:docx?|docm|dotx|wps|pdf|ofd|txt|rtf|html?|mht|xlsx?|et|csv|jpe?g|png|bmp|gif|tiff?|zip|rar|7z)$", re.IGNORECASE)  # fmt: skip
_MATTER = "意见|要点|计划|打算|方案|总结|汇报|报告|情况|安排|思路|重点|目标|任务|材料|建议|小结|说明|表格|一览表|统计表|汇总表|请示|回复|复函|通知"
_ORGAN_GOES_ON = "生育|委|局|办|处|中心|集团|公司|研究|学|产业|厂|站|所|工程"  # 计划 is one word, 计划生育委员会 another
_TO = "市|省|区|县|局|厅|委|人事"
_NOISE = re.compile(
    rf"""关于
    |(?:\d{{2,4}}|今|本|上|全|明)年度?|[上下]半年|第?[一二三四\d]季度|\d+
    |(?:人事|人才|干部)?工作(?:的)?(?={_MATTER}|[^\u4e00-\u9fff]|$)
    |(?:人事|人才)(?={_MATTER})
    |(?:征求|反馈|修改)?(?:{_MATTER})+(?!{_ORGAN_GOES_ON})(?:的?(?:复?函|稿))?
    |报送|上报|呈报|[呈致发]?[报送给致](?={_TO})|填报|提交|转发|印发|贯彻|落实|请查收|查收|附件[一二三四五六七八九十]*|附表|附(?=[^\u4e00-\u9fff])
    |(?:修[改订]|补充|最[新终]|正式|征求|送审|上报|审定|打印|校对|领导审阅)?(?:(?<!出)版本?|稿)(?![\u4e00-\u9fff])
    |[初定终原草样二三]稿|第[一二三四五]稿|最终|最新|定了|已(?:盖章|签字|审核|修改)|盖章|(?:修|再)?改过?(?=[^\u4e00-\u9fff]|$)|扫描件?|电子[版档]|纸质|副本|复件|拷贝
    |新建(?=文|microsoft|[^\u4e00-\u9fff])|文档|文本文件|文件|微信|图片|截图|未命名|无标题
    |(?<![a-z])(?:v|ver|copy|final|new|draft|microsoft|word|excel|wps|doc|img|scan|mmexport|wx|wechat|image|document|tencent|qq)(?![a-z])
    |[^\u4e00-\u9fffa-z]+""",  # marks and digits between words
    re.IGNORECASE | re.VERBOSE,
)
_PARTICLES = "的之及"
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")


def stem_of(name: str) -> str:
    """The name of a file without the end that says its kind, folded."""
    return _SUFFIX.sub("", folded(name))


def name_parts(text: str) -> tuple[str, ...]:
    """What is left of the name of a file, a folder or a title: names of units and persons, or nothing."""
    parts = (part.strip(_PARTICLES) for part in _NOISE.split(stem_of(text)))
    return tuple(part for part in parts if _HAN.search(part))


def subject_of(name: str) -> str:
    """What two versions of one file have in common in their names."""
    return "".join(name_parts(name)) or re.sub(r"[\d\W_]+", "", stem_of(name))
