"""What the clerk may say of the office, entry by entry: facts, and the choices that the standard leaves."""

from __future__ import annotations

from dataclasses import dataclass

from models.practice import CopiesPlace, JointMark, TypeArea


@dataclass(frozen=True, slots=True)
class Fact:
    """A text of `Office`."""

    field: str
    name: str
    hint: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of `Practice` and its bounds."""

    field: str
    name: str
    unit: str
    least: float
    most: float
    step: float = 0.5


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of `Practice`: the values and what they are called."""

    field: str
    name: str
    values: tuple[tuple[object, str], ...]


FACTS = (
    Fact("organ", "发文机关", "如 天津市人事局，新公文自动填入"),
    Fact("code", "机关代字", "如 津人"),
    Fact("issuing_office", "印发机关", "如 天津市人事局办公室，新公文自动填入"),
    Fact("region", "行政区划", "如 天津市"),
    Fact("contact", "联系人", ""),
    Fact("phone", "联系电话", ""),
)
PRACTICES: tuple[Measure | Option, ...] = (
    Measure("top_mm", "上边距（天头）", "毫米", 20, 60),
    Measure("bottom_mm", "下边距", "毫米", 20, 60),
    Measure("left_mm", "左边距（订口）", "毫米", 15, 45),
    Measure("right_mm", "右边距", "毫米", 15, 45),
    Option("mirrored", "双面印", ((True, "左右对称，双页订口在右"), (False, "双页与单页相同"))),
    Measure("pitch_pt", "正文行距", "磅", 20, 40, 0.05),
    Measure("title_pitch_pt", "标题行距", "磅", 24, 50, 0.1),
    Measure("blank_lines_above_title", "标题上方空行", "行", 0, 4, 1),
    Measure("red_line_pt", "版头分隔线粗细", "磅", 0.5, 3, 0.1),
    Option(
        "type_area",
        "版心",
        tuple((area, area.value) for area in TypeArea),
    ),
    Option("joint_mark", "联合行文标志", tuple((mark, mark.value) for mark in JointMark)),
    Option("bold_levels", "二、三级标题", ((False, "不加粗"), (True, "加粗"))),
    Option("latin_digits", "数字和西文", ((False, "仿宋"), (True, "Times New Roman"))),
    Option("zero", "汉字日期的零", (("〇", "〇（二〇〇七年）"), ("○", "○（二○○七年）"))),
    Option("note_dot", "附件序号", ((". ", "1. 名称"), ("．", "1．名称"))),
    Option("spaced_page_number", "页码", ((True, "— 1 —"), (False, "—1—"))),
    Option("copies_place", "共印份数（1999版）", tuple((p, p.value) for p in CopiesPlace)),
    Measure("copies_right_chars", "共印份数右空", "字", 0, 8, 1),
    Measure("seal_mm", "印章直径", "毫米", 30, 60),
    Option(
        "preprinted",
        "用纸",
        ((False, "白纸，红头一起印"), (True, "预印红头纸，只套打文字")),
    ),
    Measure("shift_right_mm", "套打向右移", "毫米", -20, 20, 0.1),
    Measure("shift_down_mm", "套打向下移", "毫米", -20, 20, 0.1),
)
