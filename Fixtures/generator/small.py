"""A small sound event, which the small fixtures change in one point each."""

from .tables import EVENT_HEADER, table

EVENT = [["name", "Annual Assembly"], ["start", "2026-05-11"], ["end", "2026-05-12"], ["language", "en"]]
PEOPLE_HEADER = ["id", "name", "group", "rank", "role", "gender", "room_type", "check_in", "check_out", "seat", "beside",
                 "apart", "room", "roommate"]
HALL_HEADER = ["section", "row", "first", "last"]
HALL = [["A", 1, 1, 6], ["B", 1, 1, 6], ["A", 2, 1, 6], ["B", 2, 1, 6]]
ROSTRUM = [[1, 5], [2, 6]]
NAMES = ["Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gina", "Hal", "Iris", "Jon", "Kim", "Leo"]


def event():
    """The table of the event."""
    return table(EVENT_HEADER, EVENT)


def hall():
    """24 seats: two sections, two rows."""
    return table(HALL_HEADER, HALL)


def rostrum():
    """Eleven seats: rows of 5 and 6."""
    return table(["row", "seats"], ROSTRUM)


def delegates(**changes):
    """Twelve delegates of two groups; `changes` are cells by the person's name in small letters."""
    return changed([{"id": f"P{number:02}", "name": name, "group": "North" if number <= 6 else "South",
                     "role": "delegate", "gender": "FM"[number % 2]}
                    for number, name in enumerate(NAMES, 1)], changes)


def leaders(**changes):
    """Eleven people for the rostrum, ranked as listed."""
    return changed([{"id": f"P{number:02}", "name": name, "rank": number, "role": "rostrum"}
                    for number, name in enumerate(NAMES[:11], 1)], changes)


def changed(rows, changes):
    """The rows with cells of the named people replaced."""
    by_name = {row["name"].lower(): row for row in rows}
    for name, cells in changes.items():
        by_name[name].update(cells)
    return rows


def people(rows, header=PEOPLE_HEADER):
    """A table of people with the columns somebody has a value in."""
    return table([column for column in header if any(row.get(column) for row in rows)], rows)


def hall_event(rows):
    """An event with a hall."""
    return {"event.csv": event(), "people.csv": people(rows), "hall.csv": hall()}


def rostrum_event(rows):
    """An event with a rostrum."""
    return {"event.csv": event(), "people.csv": people(rows), "rostrum.csv": rostrum()}
