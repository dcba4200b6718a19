"""Measures of the forms of an office, each once, in mm unless its name says otherwise, with where it comes from."""

from __future__ import annotations

FOOT_PT = 10.5  # 五号: 第1页 共3页
FOOT_FROM_EDGE = 9.0  # its baseline over the lower edge of the sheet

FORM_TITLE_PT = 18.0  # 小二
FORM_PT = 10.5  # 五号
FORM_PITCH_PT = 13.5
SIGNED_ROW = 9.0  # the least height of a row in which a hand signs
BOX_PADDING = 1.2  # at either side of the text in a box
SCALES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)  # of the type in a box, the first that fits
