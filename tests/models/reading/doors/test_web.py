"""A web page is read as a browser shows it."""

from __future__ import annotations

import pytest

from models.errors import UserError
from models.reading.doors.door import is_web_page
from models.reading.doors.web import open_web


def lines(page: str) -> list[str]:
    return open_web(page.encode(), "页.html").text.split("\n")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p>甲<p>乙", ["甲", "乙"]),
        ("<div>甲<br>乙<br/>丙</div>丁", ["甲", "乙", "丙", "丁"]),
        ("<p> 甲\n 乙 <b>丙</b></p>", ["甲 乙 丙"]),
        ("<p>　　甲&nbsp;乙&#x4e19;</p>", ["　　甲\xa0乙丙"]),
        ("<head><title>题</title></head><p>甲<script>a<b</script><style>p{}</style></p>", ["甲"]),
        ("<p>甲</p><div hidden><div>藏</div></div><p style='DISPLAY : none'>藏</p>乙", ["甲", "乙"]),
        ("<p>甲<b style='display:none'>藏</b>乙<script>a</script>丙<p hidden>藏</p>丁", ["甲乙丙", "丁"]),
        ("<pre>甲  乙\n  丙\r\n\n<b>丁</b></pre>戊\n己", ["甲  乙", "  丙", "丁", "戊 己"]),
        ("</pre><pre>甲<pre>乙\n丙", ["甲", "乙", "丙"]),
        ("<svg/><p>甲</p><input hidden><p>乙", ["甲", "乙"]),
        ("<!-- 注 --><p>甲</p><![if !lists]>乙<![endif]>", ["甲", "乙"]),
        ("<table><tr><th>单位<th>人数<tr><td colspan=2>合计</td><td>9</table>丙", ["单位\t人数", "合计\t\t9", "丙"]),
        ("<table><tr><td><p>甲</p><p>乙</p></td></tr></table>", ["甲", "乙"]),
        ("<table><tr><td>甲<table><tr><td>乙<td>丙</table></td><td>丁</td></tr></table>", ["甲 乙\t丙\t丁".replace("\t丙", " 丙")]),
        ("<table><td colspan=many>甲</td></table>", ["甲"]),
        ("</table></tr></td>甲", ["甲"]),
        ("<td>甲</td><table>乙", ["甲", "乙"]),
    ],
)  # fmt: skip
def test_blocks_become_lines(page: str, said: list[str]) -> None:
    assert lines(page) == said


def test_what_a_page_hides_stands_apart() -> None:
    page = (
        "<p>甲<b hidden>藏<i>一</i></b></p><div style='display:none'>藏二<p>藏三<br>藏四"
        "<script>a</script><table><tr><td>五</td><td>六</td></tr></table></p></div><p hidden>藏七"
    )
    opened = open_web(page.encode(), "页.html")
    assert opened.text == "甲"
    assert opened.furniture == ("藏一", "藏二", "藏三", "藏四", "五", "六", "藏七")


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("gb18030", "gb2312"),
        ("utf-8", "utf-8"),
        ("gb18030", "utf-8"),
        ("utf-8", "unknown-8"),
        ("utf-16", "gb2312"),
        ("utf-8-sig", "gbk"),
    ],
)
def test_the_encoding_is_that_of_the_bytes(encoding: str, told: str) -> None:
    page = (
        f'<html><meta http-equiv="Content-Type" content="text/html; charset={told}"><p>青川㙍</p>'
    )
    assert open_web(page.encode(encoding), "页.html").text == "青川㙍"


@pytest.mark.parametrize("page", ["<html>", "<!DOCTYPE html>", "\n<!-- 注 -->\n<head>", "<div>"])
def test_a_page_is_known_by_its_beginning(page: str) -> None:
    assert is_web_page(page.encode("utf-8-sig"))
    assert is_web_page(page.encode("utf-16"))
    assert not is_web_page(b"<notice>" + page.encode())


def test_a_page_that_is_too_long_or_no_page_is_refused() -> None:
    with pytest.raises(UserError, match="100 万字"):
        open_web(b"<p>" + b"a" * 4_000_001, "页.html")
    with pytest.raises(UserError, match="已损坏"):
        open_web(b"<p><![WRONG[", "页.html")


def test_a_page_that_begins_with_many_comments_is_known_at_once() -> None:
    comments = b"<!---->" * 500
    assert is_web_page(comments + b"<p>")
    assert not is_web_page(comments + b"x")
    assert not is_web_page("<!-- 注 --> x --><p>".encode())
