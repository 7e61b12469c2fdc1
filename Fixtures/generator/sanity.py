"""A second look at the fixtures as they lie on the disk: counts and uniqueness, without the code that made them."""

import codecs
import csv
import io
import itertools
from collections import Counter

CHINESE = {
    "姓名": "name", "编号": "id", "代表团": "group", "单位": "group", "类别": "role", "位次": "rank", "请假": "absent",
    "指定座位": "seat", "需求": "needs", "区": "section", "排": "row", "起号": "first", "止号": "last", "间隔": "step",
    "座位数": "seats", "性别": "gender", "主席台": "rostrum", "代表": "delegate", "女": "F", "男": "M",
    "酒店": "hotel", "房号": "room", "床位": "beds", "起点": "from", "终点": "to", "到达地点": "arrival_place",
    "返程地点": "departure_place",
}
EVENTS = {  # people, on the rostrum, without a seat, seats of the rostrum, seats of the hall
    "npc14": (3164, 175, 187, 175, 3693),
    "county": (240, 29, 9, 32, 265),
    "university": (167, 0, 0, 0, 201),
    "utf16": (6, 0, 0, 0, 8),
    "tabs": (12, 0, 0, 0, 24),
    "strange-names": (12, 0, 0, 0, 24),
}
LODGED = {  # hotels, rooms, beds, vehicles, drives at set times
    "npc14": (7, 1890, 3348, 170, 28),
    "county": (1, 110, 205, 12, 6),
}
DINING = {  # tables, their seats, rooms for discussions, each counted in every session
    "npc14": (299, 2996, 175),
    "county": (25, 248, 30),
}
QUOTAS = [32, 23, 23, 15, 9, 17, 17, 18, 13]


def read(path):
    """Rows of a table as dictionaries of English names; none when there is no such file."""
    if not path.exists():
        return []
    text = decoded(path.read_bytes())
    header = text.splitlines()[0]
    separator = max("\t;,", key=header.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    return [{CHINESE.get(key, key): CHINESE.get(cell, cell) for key, cell in row.items()} for row in rows]


def decoded(content):
    """The text of a file in one of the three encodings."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def either(folder, english, chinese):
    """The table of an event under either name."""
    return read(folder / f"{english}.csv") or read(folder / f"{chinese}.csv")


def seats_of(line):
    """Seat numbers of a line of a hall."""
    first, last, step = (int(line.get(key) or 1) for key in ["first", "last", "step"])
    if step == 0:
        return [*range(1, first + 1, 2), *range(2, last + 1, 2)]
    return range(first, last + (1 if step > 0 else -1), step)


def counts(folder):
    """The five figures of `EVENTS`, counted."""
    people = either(folder, "people", "人员")
    out = [row for row in people if row.get("absent") or row.get("seat") == "none"]
    rostrum = [row for row in people if row.get("role") == "rostrum" and row not in out]
    return (len(people), len(rostrum), len(out),
            sum(int(row["seats"]) for row in either(folder, "rostrum", "主席台")), len(hall_seats(folder)))


def hall_seats(folder):
    """(section, row, seat) of every seat."""
    return [(line["section"], line["row"], seat) for line in either(folder, "hall", "会场") for seat in seats_of(line)]


def problems(root):
    """What does not hold, as sentences; nothing when all is well."""
    found = []
    for name, expected in EVENTS.items():
        if counts(root / name) != expected:
            found.append(f"{name}: counts {counts(root / name)}, not {expected}")
        found += repeated(name, "seat", hall_seats(root / name))
        found += repeated(name, "id", [row["id"] for row in either(root / name, "people", "人员")])
    for name, expected in LODGED.items():
        if counts_of_lodging(root / name) != expected:
            found.append(f"{name}: counts {counts_of_lodging(root / name)}, not {expected}")
        found += [f"{name}: no way between {one} and {other}" for one, other in missing_ways(root / name)]
    for name, expected in DINING.items():
        tables, rooms = either(root / name, "tables", "餐桌"), either(root / name, "discussion", "讨论室")
        counted = (len(tables), sum(int(row["seats"]) for row in tables), len(rooms))
        if counted != expected:
            found.append(f"{name}: counts {counted}, not {expected}")
    return found + problems_of_npc14(root) + problems_of_university(root)


def counts_of_lodging(folder):
    """The five figures of `LODGED`, counted."""
    rooms = either(folder, "rooms", "房间")
    return (len({row["hotel"] for row in rooms}), len({(row["hotel"], row["room"]) for row in rooms}),
            sum(int(row["beds"]) for row in rooms), len({row["id"] for row in either(folder, "vehicles", "车辆")}),
            len({row["id"] for row in either(folder, "transfers", "用车")}))


def missing_ways(folder):
    """Pairs of places in use that have no way in either direction."""
    places = {row.get("base") or row["from"] for row in either(folder, "vehicles", "车辆")}
    places |= {row["hotel"] for row in either(folder, "rooms", "房间")}
    for row in either(folder, "transfers", "用车"):
        places |= {row["from"], row["to"]}
    for row in either(folder, "people", "人员"):
        places |= {row[column] for column in ["arrival_place", "departure_place"] if row[column]}
    ways = {frozenset([row["from"], row["to"]]) for row in either(folder, "routes", "线路")}
    return [pair for pair in itertools.combinations(sorted(places), 2) if frozenset(pair) not in ways]


def repeated(name, what, values):
    """A sentence for each value that stands twice."""
    return [f"{name}: {what} {value} {times} times" for value, times in Counter(values).items() if times > 1]


def problems_of_npc14(root):
    """Order and sizes of the delegations, ranks, the share of women."""
    everybody = read(root / "npc14/people.csv")
    people = [row for row in everybody if row["role"] != "staff"]
    sizes = Counter(row["group"] for row in people)
    ranks = sorted(int(row["rank"]) for row in people if row["rank"])
    women = sum(row["gender"] == "F" for row in people) / len(people)
    claims = {
        "35 delegations in the order of groups.csv": list(sizes) == [
            row["group"] for row in read(root / "npc14/groups.csv")] and len(sizes) == 35,
        "the army 281, 河南 174, 澳门 12": (sizes["解放军和武警"], sizes["河南"], sizes["澳门"]) == (281, 174, 12),
        "ranks 1 to 175": ranks == list(range(1, 176)),
        "every delegation on the rostrum": len({row["group"] for row in people if row["rank"]}) == 35,
        "between 26 and 28 % women": 0.26 < women < 0.28,
        "2,977 deputies and 187 of the staff": (len(people), len(everybody)) == (2977, 3164),
        "some people of one name": any(times > 1 for times in Counter(row["name"] for row in people).values()),
    }
    return [f"npc14: not {claim}" for claim, holds in claims.items() if not holds]


def problems_of_university(root):
    """The published quotas."""
    sizes = Counter(row["group"] for row in read(root / "university/people.csv"))
    return [] if list(sizes.values()) == QUOTAS else [f"university: quotas {list(sizes.values())}"]
