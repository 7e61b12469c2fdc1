"""A county people's congress, written as an organizer's Excel on a Chinese Windows writes it."""

import random

from . import county_logistics as logistics
from . import dining
from .halls import odd_even_row
from .names import invented_name
from .tables import page, table

TOWNSHIPS = dict(
    城关镇=24, 青石镇=20, 白沙镇=18, 柳河镇=17, 石桥镇=16, 龙泉镇=15, 枫林街道=15, 马岭镇=14, 云岭乡=13, 双河乡=12,
    大坪乡=11, 竹溪乡=11, 县直机关=16)
OBSERVERS = "县政府部门"
WITHOUT_DELEGATION = [(OBSERVERS, "列席", 20), ("", "特邀", 6), ("", "记者", 6), ("", "工作人员", 6)]
TITLES = {
    "代表": ["村党支部书记", "种植大户", "小学教师", "乡长", "镇党委书记", "卫生院医生", "企业负责人", "村民", "个体工商户"],
    "列席": ["局长", "副局长", "主任"], "特邀": ["退休干部", "驻县企业负责人"], "记者": ["县融媒体中心记者"],
    "工作人员": ["会务组"],
}
PARTIES = ["中共"] * 6 + ["群众"] * 3 + ["民盟", "民建", "农工党", "九三学社", "无党派"]
ROSTRUM_ROWS = [9, 11, 12]
RANKS = [*range(1, 8), "7.1", *range(8, 30)]  # one was put in late, after the seventh

PEOPLE_HEADER = ["编号", "姓名", "代表团", "位次", "类别", "职务", "性别", "民族", "党派", "请假", "饮食", "需求", "住房",
                 *logistics.PEOPLE_COLUMNS, "指定座位", "挨着", "避开", "讨论组", "电话", "备注"]
HALL_HEADER = ["区", "排", "起号", "止号", "间隔", "预留", "轮椅位"]
SECTIONS = ["左区", "中区", "右区"]
ROWS = 10
SESSIONS = ["1月13日 14:30", "1月14日 09:00"]
DISCUSSION_SEATS = [26, 22, 20, 20, 18, 18, 16, 16, 16, 14, 14, 12, 12, 12, 8]
ACCESSIBLE_ROOMS = [1, 3, 5]
DUTIES_HEADER = ["分工", "岗位", "人数", "每多少人", "开始", "结束", "指定人员"]
DUTIES = [
    ["楼层", "", 1, "", "19:00", "22:00", ""], ["接站", "", 1, 30, "", "", ""], ["送站", "", 1, "", "", "", ""],
    ["其他", "报到", 1, "", "2026-01-11 08:00", "2026-01-11 18:00", "237"]]


def files():
    """The tables of the event."""
    everybody = people(random.Random(240))
    logistics.give_stays(everybody)
    return {
        "会议.csv": excel(["项目", "内容"], [
            ["名称", "青石县第十八届人民代表大会第三次会议"], ["开始", "2026年1月12日"], ["结束", "2026/1/15"],
            ["地点", "县会议中心"], ["语言", "zh"], ["尊位", "左"], ["双数规则", "居左"], ["排座方法", "横排"],
            ["顺序", "就近"], ["组内顺序", "按笔画"], ["单名优先", "否"]]),
        "人员.csv": excel(PEOPLE_HEADER, everybody),
        "分组.csv": excel(["分组", "顺序", "区域"], groups()),
        "主席台.csv": excel(["排", "座位数"], enumerate(ROSTRUM_ROWS, 1)),
        "会场.csv": excel(HALL_HEADER, hall()),
        "房间.csv": excel(logistics.ROOMS_HEADER, logistics.rooms()),
        "车辆.csv": excel(logistics.VEHICLES_HEADER, logistics.vehicles(
            random.Random("drivers"), lambda rng: invented_name(rng, "M"))),
        "线路.csv": excel(logistics.ROUTES_HEADER, [[*way, minutes] for way, minutes in logistics.WAYS.items()]),
        "用车.csv": excel(logistics.TRANSFERS_HEADER, [
            [*line[:4], f"{line[4]} {line[5]}", f"{line[4]} {line[6]}", *line[7:]] for line in logistics.TRANSFERS]),
        "餐桌.csv": excel(dining.TABLES_CHINESE, dining.tables(12, 23, 6, [("清真桌", 6, "清真")])),
        "讨论室.csv": excel(dining.ROOMS_CHINESE, dining.rooms(
            SESSIONS, DISCUSSION_SEATS, logistics.HOTEL, ACCESSIBLE_ROOMS, [None, 6], ("多功能厅", 40), "是")),
        "分工.csv": excel(DUTIES_HEADER, DUTIES),
        "README.md": page(
            "A county people's congress",
            "All invented. Chinese file names and headers, GB18030, CR LF, as a Chinese Excel saves them; blank "
            "cells, three ways of writing a date, a late rank 7.1, a column (党派) the format does not know.",
            "240 people: 13 delegations (202 people, 30 of them on the rostrum), 20 observers of one group bound to "
            "the right block, 6 guests, 6 journalists and 6 staff without a group. 7 are absent (one of the rostrum, "
            "one observer), 2 of the staff have no seat: 29 sit on the rostrum (32 seats), 202 in the hall.",
            "Wishes: pins on the rostrum (1-9) and in the hall (中区-1-1), two people side by side on the rostrum and "
            "two in the hall, two of one surname kept apart, a wheelchair, a seat on the aisle. They do not conflict, "
            "and everybody can be seated. Two people share a name, which is worth a note.",
            "One hotel of 110 rooms for about 200 people, nearly full; who lives in the county town sleeps at home. Twelve "
            "vehicles meet trains at two stations on one day and see people off on another, and drive to a visit and, each "
            "with its own people, to the opening and the closing session and back; a coach goes twice. Wishes: a family in a "
            "room of three, two who share a room, the suite and the car of the first in rank, whose aide sleeps on the same "
            "floor, a vehicle for the guests.",
            "A main table of twelve, 23 tables of ten in four rows and a halal one for 233 people. Two sessions of "
            "discussion for the delegations, the observers and the guests in 15 rooms, one of which is not to be had in the "
            "second; journalists and most of the staff take no part, two of the staff serve the first delegation.",
            "Four kinds of posts for the six of the staff: the floors in the evening, arrivals and departures at both stations, "
            "and the registration, which is for one of them by name."),
    }


def excel(header, rows):
    """A table as Excel saves it there."""
    return table(header, rows, encoding="gb18030", newline="\r\n")


def groups():
    """Delegations in order, then the observers, bound to a block."""
    rows = [[group, place, ""] for place, group in enumerate(TOWNSHIPS, 1)]
    return rows + [[OBSERVERS, len(rows) + 1, "右区"]]


def people(rng):
    """Everybody, in the order of the groups; names differ, but for the two that are made equal at the end."""
    kinds = [(group, "代表", size) for group, size in TOWNSHIPS.items()] + WITHOUT_DELEGATION
    names = set()
    everybody = [person(rng, group, role, names) for group, role, size in kinds for _ in range(size)]
    for number, row in enumerate(everybody, 1):
        row["编号"] = f"{number:03}"
    delegates = {group: [row for row in everybody if row["代表团"] == group] for group in TOWNSHIPS}
    rostrum = seat_on_rostrum(rng, delegates)
    in_hall = {group: [row for row in rows if row["类别"] == "代表"] for group, rows in delegates.items()}
    wish_on_rostrum(rostrum)
    wish_in_hall(in_hall)
    mark_absent(rostrum, in_hall, everybody)
    give_details(rng, everybody)
    namesake = in_hall["竹溪乡"][-1]
    in_hall["大坪乡"][-1].update(姓名=namesake["姓名"], 性别=namesake["性别"])
    return everybody


def person(rng, group, role, names):
    """One person of a name nobody has yet."""
    gender = "F" if rng.random() < 0.3 else "M"
    name = next(name for name in iter(lambda: invented_name(rng, gender), None) if name not in names)
    names.add(name)
    return {"姓名": name, "代表团": group, "类别": role, "职务": rng.choice(TITLES[role]),
            "性别": {"F": "女", "M": "男"}[gender], "民族": "汉族", "党派": rng.choice(PARTIES)}


def seat_on_rostrum(rng, delegates):
    """Thirty people by rank: some of each delegation, most of the county's offices."""
    chosen = [row for rows in delegates.values() for row in rows[:2]] + delegates["县直机关"][2:6]
    rng.shuffle(chosen)
    for rank, row in zip(RANKS, chosen, strict=True):
        row.update(类别="主席台", 位次=rank, 职务="主席团成员")
    return chosen


def wish_on_rostrum(rostrum):
    """The moderator at the end of the front row; two who are two seats apart by rank, side by side."""
    rostrum[9].update(指定座位="rostrum:1-9", 备注="主持人")
    rostrum[12]["挨着"] = rostrum[15]["姓名"]


def wish_in_hall(in_hall):
    """One wish of each kind, in delegations of their own."""
    in_hall["城关镇"][0].update(指定座位="中区-1-1", 备注="上台领奖")
    in_hall["青石镇"][1]["挨着"] = in_hall["青石镇"][6]["姓名"]
    first, second = same_surname(in_hall["白沙镇"])
    first["避开"] = second["姓名"]
    in_hall["柳河镇"][3]["需求"] = "轮椅"
    in_hall["石桥镇"][4]["需求"] = "靠走道"


def same_surname(rows):
    """The first two of one surname: the order by strokes would put them together."""
    return next((first, second) for place, first in enumerate(rows) for second in rows[place + 1:]
                if first["姓名"][0] == second["姓名"][0])


def mark_absent(rostrum, in_hall, everybody):
    """Seven people on leave, and two of the staff who need no seat."""
    observers = [row for row in everybody if row["类别"] == "列席"]
    for row in [rostrum[20], observers[4], *(in_hall[group][-2] for group in list(TOWNSHIPS)[5:10])]:
        row["请假"] = "是"
    for row in everybody[-2:]:
        row["指定座位"] = "none"


def give_details(rng, everybody):
    """What binds no seat: lodging, meals, phones, and the cells somebody forgot."""
    guests = [row for row in everybody if row["类别"] == "特邀"]
    for row, arrival in zip(guests, ["2026-01-11", "2026/1/11", "2026年1月12日"]):
        row.update(住房="单间", 入住=arrival, 离店="2026-01-16")
    for row in everybody:
        if row["类别"] in ["记者", "工作人员"]:
            row["讨论组"] = "不参加"
    for row, title in zip(everybody[-4:-2], ["会务组记录", "会务组"]):
        row.update(讨论组=next(iter(TOWNSHIPS)), 职务=title)
    for row in everybody[-6:]:
        row["电话"] = f"6{row['编号']}"
    everybody[30]["饮食"], everybody[31]["饮食"] = "清真", "素食"
    everybody[30]["民族"] = "回族"
    for column in ["性别", "职务", "民族", "党派"]:
        rng.choice(everybody)[column] = ""


def hall():
    """265 seats in three blocks; the press has the last row of the right one."""
    lines = []
    for row in range(1, ROWS + 1):
        side, middle = 6 + row // 3, 9 + row // 2
        for section, (first, last, step) in zip(SECTIONS, odd_even_row([side, middle, side])):
            lines.append({"区": section, "排": row, "起号": first, "止号": last, "间隔": step})
    lines[0]["轮椅位"] = f"{lines[0]['止号']},{lines[0]['止号'] + 2}"
    lines[2]["轮椅位"] = f"{lines[2]['起号']},{lines[2]['起号'] + 2}"
    lines[13]["预留"] = "1-4,6"  # the camera in the middle of the fifth row
    lines[-1]["预留"] = "记者"
    return lines
