"""Whatever a text is made of: no printed character is lost, none is taken twice, and reading never fails."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from models.reading.understand import read_text
from tests.models.reading.lossless import assert_lossless

PIECES = (
    "000001", "秘密★3年", "特急", "丹枫市人事局文件", "丹枫市人事局　丹枫市财政局", "丹人〔2009〕3号", "签发人：安然",
    "丹枫市人事局关于印发《丹枫市考勤办法》的通知", "关于召开会议的通知", "丹枫市人民政府令", "第12号", "丹枫市办公会议纪要",
    "各区人事局，市直各部门：", "现将有关事项通知如下。", "一、加强领导。各单位要重视。", "（一）专人负责；", "1．逐级上报", "（2）限期办结。",
    "第一章　总则", "第一条　为规范管理，制定本办法。", "请于3月底前报送。", "特此通知。", "附件：1. 名单 2. 表格", "附：名单", "附件", "附件2　名单",
    "丹枫市人事局（盖章）", "二○○九年三月五日", "2009年3月5日", "（此件公开发布）", "丹枫市考勤办法", "序号　姓名", "主题词：人事　通知",
    "抄送：市委办公室，市政府办公室。", "丹枫市人事局办公室　2009年3月6日印发", "共印50份", "发布时间：2009-03-05 10:20　来源：本站", "微信",
    "打印本页", "当前位置：首页 > 通知", "— 1 —", "（2009年3月5日市人大常委会通过）", "局　长　安然", "12:30", "\u200b", "\x07", "(", "》", "：",
)  # fmt: skip
GAPS = ("\n", "\n\n", "  ", " ", "\u00a0", "\u3000\u3000", "", "\r\n", "\u2028")
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=24).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_character_is_in_one_element_or_left_out(text: str) -> None:
    assert_lossless(read_text(text))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read_without_loss(text: str) -> None:
    assert_lossless(read_text(text))
