"""The commands of the window as one table: menu, words, keys, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow


@dataclass(frozen=True, slots=True)
class Command:
    """A line of a menu. An empty name is a separator."""

    name: str
    words: str = ""
    keys: tuple[str, ...] = ()
    tip: str = ""
    is_choice: bool = False


LINE = Command("")
MENUS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    (
        "文件(&F)",
        (
            Command("new", "新建公文…", ("Ctrl+N",), "选一个文种，或以往年公文为起点"),
            Command(
                "open",
                "打开…",
                ("Ctrl+O",),
                "打开公文原文（Word、WPS、PDF、OFD、网页、文本）或数据文件（.yinfa）",
            ),
            Command(
                "take_replies",
                "收取报送件…",
                ("Ctrl+I",),
                "把收到的文件夹或压缩包作为对这份公文的报送收下，也可以直接拖进来",
            ),
            Command("sample", "打开示例（2007）", (), "用随程序带的 2007 年通知试一试"),
            LINE,
            Command("delete", "删除这份公文", (), "从数据文件中删除，可以撤销"),
            LINE,
            Command(
                "office", "机关资料和版面做法…", (), "本机关的名称、代字，和标准留给各机关的做法"
            ),
            LINE,
            Command("back_up", "立即备份", (), "现在就备份并核对数据文件"),
            Command("backup_folder", "第二个备份文件夹…", (), "备份同时存到U盘或共享文件夹"),
            Command("restore", "恢复备份…", (), "用以前的备份换回数据文件"),
            LINE,
            Command("quit", "退出", ("Ctrl+Q",), "退出程序，内容已随时保存"),
        ),
    ),
    (
        "编辑(&E)",
        (
            Command("undo", "撤销", ("Ctrl+Z",), "撤销上一步修改"),
            Command("redo", "重做", ("Ctrl+Y", "Ctrl+Shift+Z"), "重做撤销的修改"),
            Command(
                "history", "历史…", ("Ctrl+Shift+H",), "看每一步修改，撤销其中一步，恢复以前的版本"
            ),
            Command("to_opening", "恢复到打开时…", (), "把打开以后的修改全部恢复"),
            LINE,
            Command(
                "phrase", "插入常用语…", ("Ctrl+J",), "在光标处插入一句常用语，也可以修改常用语"
            ),
            Command("title", "拟写标题…", ("Ctrl+T",), "由发文机关、事由和文种拟出标题"),
            LINE,
            Command("paste", "粘贴原文", ("Ctrl+Shift+V",), "把剪贴板里的公文原文识别成一份公文"),
            Command(
                "replace", "查找和替换…", ("Ctrl+H",), "在这份公文的标题、正文和附件里查找、替换"
            ),
            Command("find_next", "下一处", ("F3",), "这份公文里的下一处"),
            Command("find_last", "上一处", ("Shift+F3",), "这份公文里的上一处"),
            LINE,
            Command("seek", "查找", ("Ctrl+F",), "在这一页的表格里查找；没有表格的页面查找全部"),
            Command("seek_all", "查找全部…", ("Ctrl+Shift+F",), "在全部公文和单位里查找"),
            LINE,
            Command(
                "commands", "命令…", ("Ctrl+K",), "打几个字或拼音首字母，找到任何命令、页面和公文"
            ),
        ),
    ),
    (
        "视图(&V)",
        (
            Command("page_overview", "总览", ("Ctrl+1",), "办到哪一步，今天要办什么，最近做了什么"),
            Command("page_notices", "文件", ("Ctrl+2",), "公文列表、要素和版面"),
            Command("page_units", "单位", ("Ctrl+3",), "单位名册和类别"),
            Command("page_distribution", "分发", ("Ctrl+4",), "这份公文发给谁、各多少份"),
            Command("page_replies", "收意见", ("Ctrl+5",), "谁已经报送、谁还没有报"),
            Command("page_summary", "汇总", ("Ctrl+6",), "报送件逐段归入要点，汇编成册"),
            LINE,
            Command("larger", "放大", ("Ctrl+=", "Ctrl++"), "放大版面预览"),
            Command("smaller", "缩小", ("Ctrl+-",), "缩小版面预览"),
            Command("true_size", "实际大小", ("Ctrl+0",), "按 100% 显示"),
            Command("fit_page", "整页", ("Ctrl+9",), "看到整页"),
            Command("fit_width", "页宽", ("Ctrl+8",), "页面与预览同宽"),
            LINE,
            Command("next_pane", "下一窗格", ("F6",), "在页面、列表、表单、预览之间移动"),
            LINE,
            Command("system", "外观跟随系统", is_choice=True),
            Command("light", "浅色外观", is_choice=True),
            Command("dark", "深色外观", is_choice=True),
        ),
    ),
    (
        "输出(&O)",
        (
            Command("issue", "生成 Word/PDF…", ("Ctrl+G",), "把这份公文写成 Word 和 PDF 文件"),
            LINE,
            Command("print_preview", "打印预览…", ("Ctrl+Shift+P",), "打印前先看一看"),
            Command(
                "print", "成套打印…", ("Ctrl+P",), "公文、发文稿纸、分发表、标签等勾选后一次打印"
            ),
            LINE,
            Command(
                "registers", "登记簿…", (), "一年的发文登记簿和送文登记簿，空号和作废的字号注明"
            ),
            Command(
                "exchange", "填报表…", (), "给每个应报单位一张填报表，填好交回后自动认出单位和各栏"
            ),
            Command("export", "导出 Excel…", ("Ctrl+E",), "把这一页的表格写成 Excel 文件"),
        ),
    ),
    (
        "帮助(&H)",
        (
            Command("help", "使用手册", ("F1",), "打开手册里讲这一页的一章"),
            Command("first_steps", "快速上手", (), "手册的第一章：从原文到印发"),
            Command("about", "关于印发"),
        ),
    ),
)
TOOLBAR = (
    "new",
    "open",
    "paste",
    "",
    "undo",
    "redo",
    "",
    "fit_page",
    "fit_width",
    "",
    "print_preview",
    "print",
    "issue",
)
SHORT = {
    "open": "打开",
    "issue": "生成 Word/PDF",
    "print_preview": "打印预览",
    "print": "打印",
    "new": "新建",
}
NEED_NOTICE = (
    "delete",
    "larger",
    "smaller",
    "true_size",
    "fit_page",
    "fit_width",
    "issue",
    "print_preview",
    "print",
)

NEED_TABLE = ("export",)

NEED_WRITING = (
    "office",
    "new",
    "take_replies",
    "sample",
    "paste",
    "delete",
    "back_up",
    "restore",
    "to_opening",
)
DRAFTING = ("title", "phrase")
"""What changes the open notice: it wants one, and a data file that can be written."""
ON_NOTICE = ("replace", "find_next", "find_last")
"""What looks through the open notice."""


class Actions(dict[str, QAction]):
    """The actions of a window by name, in its menus and its one row of tools."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__()
        self._group = QActionGroup(window)
        for title, commands in MENUS:
            menu = window.menuBar().addMenu(title)
            for command in commands:
                if command.name:
                    self[command.name] = self._action(command, window)
                    menu.addAction(self[command.name])
                else:
                    menu.addSeparator()
        self._fill_toolbar(window)

    def _action(self, command: Command, window: QMainWindow) -> QAction:
        action = QAction(command.words, window)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setStatusTip(command.tip)
        keys = f"（{command.keys[0]}）" if command.keys else ""
        action.setToolTip(f"{command.tip or command.words}{keys}")
        action.setIconText(SHORT.get(command.name, command.words))
        if command.is_choice:
            action.setCheckable(True)
            self._group.addAction(action)
        return action

    def _fill_toolbar(self, window: QMainWindow) -> None:
        bar = window.addToolBar("工具")
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.toggleViewAction().setVisible(False)
        for name in TOOLBAR:
            if not name:
                bar.addSeparator()
                continue
            bar.addAction(self[name])
            button = bar.widgetForAction(self[name])
            button.setAccessibleName(self[name].iconText())
            if name == "issue":
                button.setProperty("primary", "true")
