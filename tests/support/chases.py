"""How the replies to the invented notice stand, for tests of what follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from models.notice import Notice, Paragraph
from models.office import Office
from models.replies.chasing.chase import Chase
from models.replies.reply import Fate, Reply
from models.replies.roll import Expected
from models.replies.standing import standings

NOTICE = Notice(
    kind="通知",
    title="关于印发云屏市2007年人事工作要点的通知",
    doc_number="云人〔2007〕1号",
    organs=("云屏市人事局",),
    addressees="各区县人事局，市财政局",
    body=(Paragraph("现印发给你们，并请将工作安排意见于1月底前报市人事局办公室。"),),
    issuing_office="云屏市人事局办公室",
    copies=60,
)
OFFICE = Office(organ="云屏市人事局", contact="李明", phone="8765432")
DUE, TODAY, AGAIN = date(2007, 1, 31), date(2007, 2, 5), date(2007, 2, 9)
PLACES = "东西南北上下前后山水石林田湖草木"


def roll(units: int = 6) -> tuple[Expected, ...]:
    """So many units in two categories; the last one is exempt."""
    made = [
        Expected(f"{PLACES[at % 16]}{'城乡'[at // 16 % 2]}区人事局", at + 1, "区县人事局")
        for at in range(units - 2)
    ]
    made.append(Expected("市财政局", units - 1, "委办局"))
    made.append(Expected("市档案馆", units, "委办局", is_exempt=True, note="新设"))
    return tuple(made)


def reply(unit: int, month: int, day: int, **more: object) -> Reply:
    """One that came on a day of 2007."""
    made = Reply(1, datetime(2007, month, day, 9), unit, is_electronic=True, id=unit)
    return replace(made, **more)  # pyright: ignore[reportArgumentType] - fields by name


REPLIES = (
    reply(1, 1, 25),
    reply(2, 1, 31, on_paper=True),
    reply(3, 2, 2),
    reply(4, 1, 20, fate=Fate.SENT_BACK, remark="缺少第三部分"),
)


def chase(units: int = 6, replies: tuple[Reply, ...] = REPLIES) -> Chase:
    """How they stand on TODAY."""
    found = standings(roll(units), replies, DUE)
    return Chase(NOTICE, found, OFFICE, TODAY, DUE, AGAIN)
