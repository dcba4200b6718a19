"""Texts in which nothing stands between the elements: short and long, with heads, closes, imprints and attached texts."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest

from models.notice import Level
from models.reading.reading import Role
from models.reading.understand import read_text
from tests.models.reading.lossless import assert_lossless

HEADS = (
    "",
    "澜溪市人事局文件\n澜人发〔2012〕18号\n",
    "000012\n工作秘密\n澜溪市人事局文件\n澜人发〔2012〕18号\n",
    "特急\n澜溪市人事局\n澜人函〔2012〕18号\n",
    "澜溪市人事局文件\n澜人发〔2012〕18号　签发人：何远\n",
)
TITLES = (
    "澜溪市人事局关于做好职称申报工作的通知\n各县（区）人事局，市直各事业单位：\n",
    "澜溪市人事局关于印发《澜溪市职称申报办法》的通知\n局属各单位、机关各科室：\n",
    "澜溪市人事局关于申请追加培训经费的请示\n市财政局：\n",
)
BODIES = (
    "为做好申报工作，现通知如下：\n一、申报范围。凡在岗人员均可申报。\n二、申报时间。请于2012年5月31日前报送材料。\n（一）个人申请；\n（二）单位审核。\n",
    "因培训任务增加，拟追加经费2万元。\n妥否，请批示。\n",
)
NOTES = (
    "",
    "附件：职称申报表\n",
    "附件：1．职称申报表\n　　　2．职称申报办法\n　　　3．专家名单\n",
)
SIGNED = (
    "澜溪市人事局\n2012年4月6日\n",
    "澜溪市人事局　澜溪市财政局\n二○一二年四月六日\n",
    "二〇一二年四月六日\n",
)
ENDS = (
    "",
    "（此件公开发布）\n",
    "主题词：职称 申报 通知\n抄送：市委办公室，市政府办公室。\n澜溪市人事局办公室\n2012年4月7日印发\n（共印120份）\n",
    "（联系人：何远，电话：0000—1234567）\n澜溪市人事局办公室2012年4月7日印发\n附件1\n职称申报办法\n第一章 总则\n第一条 为规范申报，制定本办法。\n第二条 本办法适用于全市。\n",
)
CASES = list(itertools.product(HEADS, TITLES, BODIES, NOTES, SIGNED, ENDS))


@pytest.mark.parametrize("parts", CASES[::7])
@pytest.mark.parametrize("gap", ["", " "], ids=["nothing", "a blank"])
def test_run_together_texts_say_what_their_lines_say(parts: tuple[str, ...], gap: str) -> None:
    text = "".join(parts)
    lines, run = read_text(text), read_text(text.replace("\n", gap))
    assert_lossless(run)
    assert replace(run.notice, pieces=()) == replace(lines.notice, pieces=())
    assert [piece.title for piece in run.notice.pieces] == [p.title for p in lines.notice.pieces]


def test_shortest_notice_without_borders_is_read() -> None:
    reading = read_text(
        "关于召开全市人事工作会议的通知各区县人事局：经研究，定于2024年3月5日召开会议。二〇二四年三月一日"
    )
    assert reading.notice.title == "关于召开全市人事工作会议的通知"
    assert reading.notice.addressees == "各区县人事局"
    assert [p.text for p in reading.notice.body] == ["经研究，定于2024年3月5日召开会议。"]
    assert reading.notice.date == date(2024, 3, 1)
    assert reading.doubts == ()


def test_day_amid_sentences_closes_nothing() -> None:
    reading = read_text(
        "澜溪市人事局关于考核的通知各县人事局：请做好考核。澜溪市人事局2012年5月5日召开会议部署，请派员参加。澜溪市人事局2012年4月6日"
    )
    assert reading.notice.date == date(2012, 4, 6)
    assert reading.notice.signatures == ("澜溪市人事局",)
    assert len(reading.notice.body) == 1


def test_announcement_without_addressees_is_parted_from_its_text() -> None:
    reading = read_text(
        "澜溪市人事局关于公布考试成绩的公告根据工作安排，现公布成绩。特此公告。澜溪市人事局2012年4月6日"
    )
    assert reading.notice.title == "澜溪市人事局关于公布考试成绩的公告"
    assert [p.text for p in reading.notice.body] == ["根据工作安排，现公布成绩。", "特此公告。"]


def test_articles_are_parted_from_the_names_of_their_chapters() -> None:
    reading = read_text(
        "关于印发《澜溪市职称申报办法》的通知各县人事局：现印发给你们，请执行。澜溪市人事局2012年4月6日"
        "澜溪市职称申报办法第一章 总则第一条 为规范申报，制定本办法。第二条 依照第一条办理。第二章 申报第三条 逐级申报。"
    )
    (piece,) = reading.notice.pieces
    assert piece.title == "澜溪市职称申报办法"
    assert [p.level for p in piece.paragraphs] == [
        Level.CHAPTER,
        Level.ARTICLE,
        Level.ARTICLE,
        Level.CHAPTER,
        Level.ARTICLE,
    ]
    assert_lossless(reading)


def test_signer_whose_name_runs_into_another_organ_is_left_to_the_clerk() -> None:
    reading = read_text(
        "澜溪市人事局文件澜人发〔2012〕18号签发人：何远澜溪市人民政府关于考核的请示省人事厅：请批示。2012年4月6日"
    )
    assert reading.notice.signers == ()
    assert [doubt.role for doubt in reading.doubts][:1] == [Role.TITLE]
    assert_lossless(reading)


def test_title_of_an_attached_form_that_runs_into_its_columns_is_asked_about() -> None:
    reading = read_text(
        "澜溪市人事局关于考核的通知各县人事局：请做好考核。澜溪市人事局2012年4月6日附件1考核登记表姓名 单位"
    )
    assert [doubt.question for doubt in reading.doubts] == [
        "附件标题“考核登记表姓名 单位”里像是连着别的内容，请核对。"
    ]
