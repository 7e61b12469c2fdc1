"""Events that look wrong and are sound."""

from .small import EVENT, HALL, HALL_HEADER, delegates, hall, people
from .tables import EVENT_HEADER, in_folder, page, table, utf16

CHINESE_PEOPLE = ["编号", "姓名", "单位", "类别", "性别"]


def files():
    """All events of the family."""
    return in_folder("utf16", utf16_event()) | in_folder("tabs", tabs()) | in_folder("strange-names", strange_names())


def utf16_event():
    """Both byte orders, and the tabs of Excel's `Unicode text`."""
    rows = [[f"P{number:02}", name, unit, "代表", gender] for number, (name, unit, gender) in enumerate([
        ("王建国", "东区", "男"), ("李秀英", "东区", "女"), ("𠮷田健", "东区", "男"), ("张伟", "西区", "男"),
        ("陈静", "西区", "女"), ("欧阳兰", "西区", "女")], 1)]
    return {
        "会议.csv": utf16(["项目", "内容"], [["名称", "年度大会"], ["开始", "2026-05-11"], ["结束", "2026-05-12"]]),
        "人员.csv": utf16(CHINESE_PEOPLE, rows, separator="\t"),
        "会场.csv": utf16(["区", "排", "起号", "止号"], [["甲", 1, 1, 4], ["甲", 2, 1, 4]], big_endian=True),
        "README.md": page(
            "UTF-16",
            "All invented, and sound: 6 people, 8 seats. 会议.csv and 会场.csv have commas, 人员.csv has tabs (Excel's Unicode text); 会场.csv is big-endian. Every file starts with a byte order mark. One name begins "
            "with a character outside the basic plane (𠮷)."),
    }


def tabs():
    """Separators other than the comma, and cells that hold the other separators."""
    rows = delegates(ben={"beside": "Cleo; Ada"}, kim={"name": "Kim, Jr."})
    return {
        "event.csv": table(EVENT_HEADER, EVENT, separator="\t"),
        "people.csv": table(["id", "name", "group", "role", "gender", "beside"], rows, separator="\t"),
        "hall.csv": table(HALL_HEADER, HALL, separator=";", newline="\r\n"),
        "README.md": page(
            "Tabs and semicolons",
            "All invented, and sound: 12 delegates, 24 seats. event.csv and people.csv have tabs, hall.csv semicolons. "
            "A name holds a comma, and a wish a semicolon between two names: neither parts cells."),
    }


def strange_names():
    """Names that must pass through every file unharmed, and harm none."""
    names = [
        "../../etc/passwd", "C:\\CON", "Zoë d’Arc-Nuñez", "𠮷田健", "\U0001f469\u200d\U0001f3eb Lin", "\u200fשרה כהן",
        "abc\u202etxt.exe", "<b>Bold</b> & Co", "Joan \"Jo\" Bell", "NULL", "O'Neil; 0x00", "Very " * 30 + "Long"]
    rows = [{"id": f"P{number:02}", "name": name, "group": "../North" if number <= 6 else "South/East",
             "title": "100 %, \\n {0} $HOME"} for number, name in enumerate(names, 1)]
    rows[2]["title"] = "First line\nsecond line"
    return {
        "event.csv": table(EVENT_HEADER, [["name", "第一次/会议 <2026>: 100 % \"done\""], *EVENT[1:]]),
        "people.csv": people(rows, ["id", "name", "group", "title"]),
        "hall.csv": hall(),
        "README.md": page(
            "Strange names",
            "All invented, and sound: 12 delegates, 24 seats. Names with path separators, a right-to-left mark and "
            "override, an emoji of several scalars, a character outside the basic plane, markup, quotes, a "
            "semicolon, the word NULL, 154 letters; a title with a line break. "
            "Output must keep inside its folder, escape what a format reads as its own, and lose nothing."),
    }
