#!/usr/bin/env python3
"""Measures how `plenum check` reads large workbooks, beside libraries that only part them into cells.

    pip install xlsxwriter openpyxl python-calamine
    python3 Benchmarks/workbooks.py PLENUM [--rows 10000 100000] [--write]

A workbook is one event with a sheet of people in 25 columns: ids, units, journeys with their times, rooms, phones, as a
registration desk exports them. `check` reads every cell, says what is wrong with it, and checks people against one another; the
others hand over cells. PLENUM is the built command; each is the median of three runs in a process of its own.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measuring import machine, table, write

HEAD = ("编号 姓名 单位 位次 类别 职务 性别 缺席 民族 饮食 需求 住房 入住 离店 到达时间 到达地点 到达班次 接站 返程时间 返程地点 返程班次 "
        "送站 电话 备注 党派").split()
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁"
NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰"
PEERS = {
    "calamine": "import sys, python_calamine\n"
                "book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])\n"
                "for sheet in book.sheet_names:\n"
                "    book.get_sheet_by_name(sheet).to_python()",
    "openpyxl": "import sys, openpyxl\n"
                "for sheet in openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets:\n"
                "    sum(1 for row in sheet.iter_rows(values_only=True))",
}


def person(draw, row):
    """The cells of a person; days and moments are numbers, as Excel keeps them."""
    first = 46085 + draw.random()
    return [f"P{row:06d}", draw.choice(SURNAMES) + draw.choice(NAMES) + draw.choice(["", draw.choice(NAMES)]),
            f"第{draw.randrange(300)}代表团", None, draw.choice(["代表", "列席", "特邀"]),
            draw.choice(["处长", "主任", "教授", "局长", "工程师"]), draw.choice("男女"), "否",
            draw.choice(["汉族", "回族", "藏族"]), None, None, "标间", 46085, 46093, first,
            draw.choice(["首都机场", "北京西站", "北京南站"]),
            draw.choice(["CA", "MU", "G", "D"]) + str(draw.randrange(1000, 9999)), "是", 46093 + draw.random(), "北京西站",
            f"G{draw.randrange(10, 999)}", "是", f"13{draw.randrange(10 ** 8, 10 ** 9)}", "无", "中共党员"]


def workbook(path, rows):
    """Writes an event of so many people."""
    import xlsxwriter
    draw = random.Random(rows)
    book = xlsxwriter.Workbook(str(path))
    styles = {column: book.add_format({"num_format": form}) for form, columns in
              {"yyyy-mm-dd": (12, 13), "yyyy-mm-dd hh:mm": (14, 18)}.items() for column in columns}
    settings = book.add_worksheet("会议")
    pairs = [("项目", "内容"), ("名称", "大会"), ("开始", "2026-03-05"), ("结束", "2026-03-12"), ("地点", "会场")]
    for row, pair in enumerate(pairs):
        settings.write_row(row, 0, pair)
    people = book.add_worksheet("人员")
    people.write_row(0, 0, HEAD)
    for row in range(1, rows + 1):
        for column, value in enumerate(person(draw, row)):
            if value is not None:
                people.write(row, column, value, styles.get(column))
    book.close()


def run(*command):
    """Wall-clock seconds, seconds of the processor and peak memory in MB of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with status {process.returncode}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1024)


def median(*command):
    """The medians of three runs."""
    return [statistics.median(figures) for figures in zip(*(run(*command) for _ in range(3)))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plenum")
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for count in options.rows:
            path = Path(folder) / f"{count}.xlsx"
            subprocess.run([sys.executable, "-c",
                            f"import workbooks; workbooks.workbook({str(path)!r}, {count})"],
                           cwd=Path(__file__).parent, check=True)
            own = median(options.plenum, "check", path)
            peers = [median(sys.executable, "-c", program, path) for program in PEERS.values()]
            rows.append([f"{count:,}", *(f"{own[0]:.2f} {own[1]:.2f} {own[2]:.0f}".split()),
                         *(text for peer in peers for text in (f"{peer[0]:.2f}", f"{own[0] / peer[0]:.1f}"))])
    head = ["people", "check, s", "user and system, s", "peak, MB",
            *(text for name in PEERS for text in (f"{name}, cells alone, s", f"check / {name}"))]
    figures = machine() + "\n\n" + table(head, rows)
    print(figures)
    if options.write:
        write("workbooks", figures)


if __name__ == "__main__":
    main()
