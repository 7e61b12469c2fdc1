"""Where the county's delegates sleep and how they come: one hotel that is nearly full, twelve vehicles of the county."""

import datetime
import itertools
import random

from . import journeys

START, END = datetime.date(2026, 1, 12), datetime.date(2026, 1, 15)
VENUE, HOTEL, DEPOT = "县会议中心", "县宾馆", "县机关车队"
TERMINALS = ["火车站", "高铁站"]
AT_HOME = ["城关镇", "县直机关", ""]  # whose members mostly live in the county town; guests sleep as they wish
LIVES_ELSEWHERE = 0.25  # of those
BY_OWN_CAR = 0.35  # of all others: they come to the hotel by themselves
SUITES, SINGLES = 3, 9  # ranks, in the order of the ranks
FLOORS = {2: "标间 " * 26 + "单间 " * 2, 3: "标间 " * 25 + "单间 " * 4, 4: "标间 " * 24 + "单间 " * 4 + "三人间",
          5: "标间 " * 18 + "单间 " * 3 + "套房 " * 3}
BEDS = {"标间": 2, "三人间": 3, "单间": 1, "套房": 1}
ROOMS_HEADER = ["酒店", "楼层", "房号", "房型", "床位", "房价", "无障碍", "可用起"]
VEHICLES_HEADER = ["编号", "车型", "座位数", "固定费用", "每分钟费用", "起点", "可用止", "车牌", "司机", "电话", "无障碍"]
ROUTES_HEADER = ["起点", "终点", "分钟"]
TRANSFERS_HEADER = ["编号", "名称", "起点", "终点", "最早发车", "最晚发车", "乘车人", "对号"]
PEOPLE = {  # the columns of a journey as the table names them
    "check_in": "入住", "check_out": "离店", "arrival": "到达时间", "arrival_place": "到达地点", "arrival_service": "到达班次",
    "pickup": "接站", "departure": "返程时间", "departure_place": "返程地点", "departure_service": "返程班次", "dropoff": "送站"}
PEOPLE_COLUMNS = [*PEOPLE.values(), "同住", "指定房间", "指定车辆"]
PRICE = {"标间": 220, "三人间": 270, "单间": 200, "套房": 460}
ACCESSIBLE = ["201", "202"]
UNDER_REPAIR_UNTIL = {"518": datetime.date(2026, 1, 12)}  # not there on the night before the opening
WAYS = {  # minutes; where both directions stand, the way back is a one-way street
    (VENUE, HOTEL): 8, (HOTEL, VENUE): 10, (VENUE, "火车站"): 12, (VENUE, "高铁站"): 26, (VENUE, DEPOT): 6,
    (HOTEL, "火车站"): 11, (HOTEL, "高铁站"): 24, (HOTEL, DEPOT): 7, ("火车站", "高铁站"): 30, ("火车站", DEPOT): 12,
    ("高铁站", DEPOT): 25, (HOTEL, "开发区"): 18, ("开发区", VENUE): 20, ("开发区", DEPOT): 22, ("开发区", "火车站"): 28,
    ("开发区", "高铁站"): 34,
}
FLEET = {"大客车": ("客", 3, 39, 900, 4), "中巴": ("中", 5, 17, 420, 3), "轿车": ("轿", 4, 4, 180, 2)}
TRANSFERS = [  # id, name, from, to, day, earliest, latest, who, whether in a vehicle with people of its own
    ["去1", "开幕会去程", HOTEL, VENUE, START, "07:40", "08:35", f"hotel:{HOTEL}", "是"],
    ["回1", "开幕会回程", VENUE, HOTEL, START, "11:30", "12:10", f"hotel:{HOTEL}", "是"],
    ["考察", "考察开发区", HOTEL, "开发区", datetime.date(2026, 1, 14), "13:30", "14:00", "role:guest;press", ""],
    ["考察回", "考察返回", "开发区", VENUE, datetime.date(2026, 1, 14), "16:00", "16:40", "role:guest;press", ""],
    ["去2", "闭幕会去程", HOTEL, VENUE, END, "07:40", "08:35", f"hotel:{HOTEL}", "是"],
    ["回2", "闭幕会回程", VENUE, HOTEL, END, "11:00", "11:50", f"hotel:{HOTEL}", "是"],
]


def give_stays(everybody):
    """Gives nights and a journey to those who do not live in the county town, and some of them a wish."""
    rng = random.Random("the county travels")
    staying = [row for row in everybody if not row.get("请假") and (
        row["代表团"] not in AT_HOME or row.get("住房") or rng.random() < LIVES_ELSEWHERE)]
    groups = [list(rows) for _, rows in itertools.groupby(staying, key=lambda row: row["代表团"])]
    journeys.give_journeys(rng, groups, TERMINALS, START, END, 1, own_car=BY_OWN_CAR)
    for row in staying:
        translate(row)
    ranked = sorted((row for row in staying if row.get("位次")), key=lambda row: float(row["位次"]))
    for place, row in enumerate(ranked):
        row["住房"] = "套房" if place < SUITES else "单间" if place < SUITES + SINGLES else ""
    give_wishes(everybody, staying, ranked)


def translate(row):
    """Puts a journey under Chinese names; who has told the nights keeps them and comes without being met."""
    told = bool(row.get("入住"))
    for english, chinese in PEOPLE.items():
        value = row.pop(english, "")
        if not told:
            row[chinese] = {"yes": "是"}.get(value, value)


def give_wishes(everybody, staying, ranked):
    """The aide near the principal, a family in a room of three, room-mates, a room, cars and seats."""
    principal, aide = ranked[0], everybody[-1]
    aide.update({column: principal.get(column, "") for column in PEOPLE.values()}, 住房="单间", 挨着=principal["姓名"])
    principal.update(指定车辆="专车", 指定房间=f"{HOTEL}-524")
    members = [row for row in staying if row["代表团"] == "双河乡" and not row.get("位次")]
    family = [*[row for row in members if row["性别"] == "男"][:1], *[row for row in members if row["性别"] == "女"][:2]]
    for row in family:
        row.update({column: family[0][column] for column in PEOPLE.values()})
        row["同住"] = "；".join(other["姓名"] for other in family if other is not row)
    one, other = [row for row in staying if row["代表团"] == "马岭镇" and row["性别"] == "男" and not row.get("位次")][:2]
    one["同住"] = other["编号"]
    for row in [row for row in staying if row["类别"] == "特邀" and row.get("到达时间")]:
        row["指定车辆"] = "中1"


def rooms():
    """The table of rooms, floor by floor."""
    lines = []
    for floor, kinds in FLOORS.items():
        for place, kind in enumerate(kinds.split(), 1):
            number = f"{floor}{place:02}"
            lines.append({"酒店": HOTEL, "楼层": floor, "房号": number, "房型": kind, "床位": BEDS[kind], "房价": PRICE[kind],
                          "无障碍": "是" if number in ACCESSIBLE else "", "可用起": UNDER_REPAIR_UNTIL.get(number, "")})
    return lines


def vehicles(rng, name):
    """The fleet; `name` invents a driver."""
    lines = []
    for kind, (letter, count, seats, fixed, rate) in FLEET.items():
        for number in range(1, count + 1):
            lines.append({"编号": f"{letter}{number}", "车型": kind, "座位数": seats, "固定费用": fixed, "每分钟费用": rate,
                          "起点": DEPOT, "车牌": f"测{letter}{1000 + number}", "司机": name(rng),
                          "电话": f"6{500 + len(lines)}", "无障碍": "是" if (kind, number) == ("中巴", 1) else ""})
    lines[2]["可用止"] = f"{START} 20:00"
    return lines
