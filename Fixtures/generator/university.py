"""The congress of a university whose seating plan was published: rows and quotas are real."""

import random

from .names import invented_name
from .tables import EVENT_HEADER, page, table

FACULTIES = dict(文学院=32, 理学院=23, 工学院=23, 医学院=15, 法学院=9, 经济学院=17, 信息学院=17, 外国语学院=18, 机关党委=13)
ROWS = {2: (8, 10, 8), 3: (9, 11, 9), 4: (10, 12, 10), 5: (11, 13, 11), 6: (12, 14, 12), 7: (13, 15, 13)}


def files():
    """The tables of the event."""
    return {
        "event.csv": excel(EVENT_HEADER, [
            ["name", "大学第九次代表大会"], ["start", "2026-04-18"], ["end", "2026-04-19"], ["place", "大礼堂"],
            ["language", "zh"], ["hall_method", "horizontal"], ["hall_order", "strict"], ["member_order", "listed"]]),
        "people.csv": excel(["id", "name", "group", "role", "gender"], people(random.Random(9))),
        "hall.csv": excel(["section", "row", "first", "last", "step"], [
            [section, row, 1, width, 1] for row, widths in ROWS.items() for section, width in zip("左中右", widths)]),
        "README.md": page(
            "A university congress",
            "Real: the widths of rows 2 to 7 (left, centre, right: 201 seats) and the quotas of the nine units (32, "
            "23, 23, 15, 9, 17, 17, 18, 13: 167 people), from a published plan that pours the units row by row from "
            "the left. Invented: the names of units and people.",
            "The order of the units is strict: a good measure of what a better plan saves. UTF-8 with a byte order "
            "mark, CR LF. No rostrum."),
    }


def excel(header, rows):
    """A table as Excel's `CSV UTF-8` saves it."""
    return table(header, rows, encoding="utf-8-sig", newline="\r\n")


def people(rng):
    """Delegates by unit."""
    units = [unit for unit, quota in FACULTIES.items() for _ in range(quota)]
    rows = []
    for number, unit in enumerate(units, 1):
        gender = rng.choice("MF")
        rows.append([f"U{number:03}", invented_name(rng, gender), unit, "delegate", gender])
    return rows
