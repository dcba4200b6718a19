"""A difference in words: what changed, from what, to what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.history.delta import Inside, Item, Spliced, Swapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.history.delta import Delta
    from models.history.plain import Plain

NAMES = {
    "kind": "文种",
    "title": "标题",
    "organs": "发文机关",
    "doc_number": "发文字号",
    "signers": "签发人",
    "copy_number": "份号",
    "secrecy": "密级",
    "urgency": "紧急程度",
    "addressees": "主送机关",
    "body": "正文",
    "attachment_notes": "附件说明",
    "signatures": "署名",
    "date": "成文日期",
    "notes": "附注",
    "pieces": "印发件和附件",
    "subject_words": "主题词",
    "cc": "抄送机关",
    "issuing_office": "印发机关",
    "issued_on": "印发日期",
    "copies": "共印份数",
    "reply_due": "报送期限",
    "edition": "标准版本",
    "form": "格式",
    "sealing": "用印",
    "label": "附件标识",
    "paragraphs": "正文",
    "number": "编号",
    "heading": "小标题",
    "text": "文字",
    "level": "层次",
    "organ": "发文机关",
    "code": "机关代字",
    "contact": "联系人",
    "phone": "联系电话",
    "region": "行政区划",
    "categories": "类别",
    "units": "单位",
    "rules": "主送说法",
    "phrase": "说法",
    "name": "名称",
    "category": "类别",
    "purpose": "用途",
    "terms": "对应说法",
    "quantity": "份数",
    "delivery": "送达方式",
    "short_names": "简称",
    "aliases": "别名",
    "former_names": "曾用名",
    "until": "用到",
    "box": "交换箱号",
    "address": "地址",
    "postcode": "邮编",
    "note": "备注",
    "is_stopped": "停用",
    "merged_into": "并入",
    "allotments": "分发",
    "is_own": "单独定份数",
    "first_number": "起始份号",
    "spans": "份号",
    "first": "起",
    "last": "止",
    "span": "份号",
    "runs": "付印",
    "held": "余份",
    "sendings": "送发",
    "returns": "清退",
    "on": "日期",
    "signed_by": "签收人",
    "signed_on": "签收日期",
    "returned_by": "清退人",
    "reason": "原因",
    "sha256": "校验码",
    "special_days": "放假调休",
    "day": "日期",
    "received": "收到时间",
    "unit": "单位",
    "folder": "文件夹",
    "size": "字节数",
    "unread": "读不出的原因",
    "on_paper": "纸质",
    "is_electronic": "电子版",
    "claim": "认领",
    "fate": "处理",
    "replaces": "替换的报送件",
    "remark": "说明",
    "due": "报送期限",
    "adjustments": "应报名单的调整",
    "is_added": "增加",
    "is_exempt": "免报",
    "superior": "合并报送的单位",
    "notice": "公文",
    "reminders": "催办",
    "reminded_at": "催办时间",
    "means": "催办方式",
    "told_to": "接话人",
    "matter": "催办事项",
    "answer": "答复情况",
    "assignments": "汇总的段落",
    "reply": "报送件",
    "paragraph": "段落",
    "item": "要点条目",
    "done": "办理",
    "step": "步骤",
    "who": "经办人",
    "amendments": "签发后修改",
    "voids": "作废",
    "voided_on": "作废日期",
    "phrases": "常用语",
    "practice": "版面做法",
    "top_mm": "上边距",
    "bottom_mm": "下边距",
    "left_mm": "左边距",
    "right_mm": "右边距",
    "pitch_pt": "行距",
    "title_pitch_pt": "标题行距",
    "blank_lines_above_title": "标题上方空行",
    "red_line_pt": "版头分隔线",
    "joint_mark": "联合行文标志",
    "copies_place": "共印份数的位置",
    "copies_right_chars": "共印份数右空",
    "zero": "汉字日期的零",
    "note_dot": "附件序号后的点",
    "spaced_page_number": "页码两边空格",
    "bold_levels": "二三级标题加粗",
    "latin_digits": "数字和西文用 Times New Roman",
    "mirrored": "双面对称",
    "type_area": "版心",
    "seal_mm": "印章直径",
    "preprinted": "预印红头纸套打",
    "shift_right_mm": "套打右移",
    "shift_down_mm": "套打下移",
}
_COUNTERS = {
    "body": "第{}段",
    "paragraphs": "第{}段",
    "pieces": "第{}件",
    "units": "第{}个",
    "allotments": "第{}行",
}

_SAID = ("doc_number", "title", "name", "phrase", "number", "heading", "text")
"""The fields that name a value of several; of a paragraph and of a spoiled copy, `number`."""


class Told(NamedTuple):
    """One part that changed; an empty text was or is not there."""

    where: str
    before: str
    after: str


def tell(delta: Delta) -> tuple[Told, ...]:
    """All parts that changed, in words."""
    return tuple(_tell(delta, "", ""))


def said(plain: Plain) -> str:
    """A value as a person would write it."""
    match plain:
        case None:
            return ""
        case bool():
            return "是" if plain else "否"
        case list():
            return "、".join(said(part) for part in plain)
        case {"first": int(first), "last": int(last)}:
            return f"{first}—{last}" if first < last else f"{first}"
        case dict():
            named = "".join(said(plain.get(name)) for name in _SAID)
            many = plain.get("allotments") or plain.get("units")
            return named or said(many) or " ".join(filter(None, map(said, plain.values())))
        case _:
            return str(plain)


def _tell(delta: Delta, where: str, field: str) -> Iterator[Told]:
    match delta:
        case Swapped(before, after):
            yield Told(where, said(before), said(after))
        case Spliced(at, _, before, after):
            yield Told(where + _counted(field, at), said(list(before)), said(list(after)))
        case Inside(fields):
            for name, change in fields.items():
                if name != "id":
                    yield from _tell(change, where + NAMES.get(name, name), name)
        case Item(at, _, change):
            yield from _tell(change, where + _counted(field, at), field)


def _counted(field: str, at: int) -> str:
    return _COUNTERS[field].format(at + 1) if field in _COUNTERS else ""
