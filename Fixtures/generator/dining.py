"""Where people eat and discuss: tables of ten in rows before a main table, and rooms a little larger than groups."""

TABLES_CHINESE = ["桌号", "座位数", "次序", "饮食", "横位", "纵位"]
TABLES_ENGLISH = ["table", "seats", "order", "diet", "x", "y"]
ROOMS_CHINESE = ["房间", "场次", "座位数", "地点", "无障碍"]
ROOMS_ENGLISH = ["room", "session", "seats", "place", "accessible"]


def tables(main_seats, count, columns, apart=()):
    """The main table, `count` tables of ten in rows of `columns`, and at the end those for a diet: (name, seats, diet)."""
    rows = [["主桌", main_seats, 1, "", (columns + 1) / 2, 1]]
    for place in range(count):
        rows.append([place + 2, 10, place + 2, "", place % columns + 1, place // columns + 2])
    last = -(-count // columns) + 2
    for place, (name, seats, diet) in enumerate(apart):
        rows.append([name, seats, count + 2 + place, diet, place + 1, last])
    return rows


def rooms(sessions, seats, place, accessible, missing, spare, yes):
    """A row for each session and room; `missing` is the number of the room that each session lacks, for which it has the
    spare one: (name, seats)."""
    rows = []
    for session, lacking in zip(sessions, missing, strict=True):
        for number, room_seats in enumerate(seats, 1):
            if number != lacking:
                rows.append([f"第{number}会议室", session, room_seats, place, yes if number in accessible else ""])
        if lacking:
            rows.append([spare[0], session, spare[1], place, yes])
    return rows
