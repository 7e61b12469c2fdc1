"""The hall problem of an event, read from its tables: groups in their order, and seats in lines.

Reads what the benchmark's events use. Whatever would change the problem and is not read here (wishes, bound groups,
lines kept for a role, `strict`, other weights) is refused, so that no figure stands for another problem.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from math import floor
from pathlib import Path

from reading import Unsupported, read

WEIGHTS = dict(unseated=10_000_000, part=10_000, run=200, lone=300, hole=20)
ROLES = ["delegate", "guest", "observer", "press", "staff"]
AISLE = 3  # from the last seat of a run to the first of the next, in seat widths
FOREIGN = {"people": ["seat", "beside", "apart"], "groups": ["section"]}  # columns that must be blank


@dataclass
class Group:
    """A group with somebody due in the hall."""
    name: str
    size: int = 0
    wheelchairs: int = 0


@dataclass
class Seat:
    """A seat, with its line, its position in the line and its depth by the event's method."""
    section: str
    row: int
    number: int
    x: float
    y: float
    run: int
    held: bool
    wheelchair: bool
    line: int = 0
    along: float = 0
    depth: int = 0


@dataclass
class Segment:
    """Seats of one line, each the neighbour of the next, as indices of `Instance.seats`; none of them is held."""
    section: str
    line: int
    seats: list[int] = field(default_factory=list)


class Instance:
    """Groups in their order, seats, segments, and how many depths the hall has."""

    def __init__(self, event, pins=False):
        """`pins`: whether the caller minds seats that are given by name."""
        tables = {name: read(Path(event) / f"{name}.csv") for name in ["event", "people", "groups", "hall"]}
        settings = {row["key"]: row["value"] for row in tables["event"]}
        refuse_foreign(tables, settings, pins)
        self.method = settings.get("hall_method") or "horizontal"
        self.weighs_depth = settings.get("hall_order") != "free"
        self.is_strict = settings.get("hall_order") == "strict"
        self.seats = seats_of(tables["hall"])
        self.depths = give_lines(self.seats, self.method)
        self.lines = defaultdict(list)
        for index in sorted(range(len(self.seats)), key=lambda index: self.seats[index].along):
            self.lines[self.seats[index].section, self.seats[index].line].append(index)
        self.segments = segments_of(self.seats, self.method)
        self.group_of_person = {}
        self.groups = groups_of(tables["people"], tables["groups"], self.group_of_person)
        if not any(seat.wheelchair for seat in self.seats):
            for group in self.groups:
                group.wheelchairs = 0

    def seats_near(self, seat, steps):
        """Seats at most one step along from a seat, in the line so many lines behind its own."""
        here = self.seats[seat]
        line = self.lines.get((here.section, here.line + steps), [])
        first = bisect_left(line, here.along - 1, key=lambda other: self.seats[other].along)
        last = bisect_right(line, here.along + 1, key=lambda other: self.seats[other].along)
        return line[first:last]

    def priority(self, group):
        """What one step of depth costs a member of this group."""
        return len(self.groups) - 1 - group if self.weighs_depth else 0


def refuse_foreign(tables, settings, pins=False):
    """Ends with an error where the event says more than the model knows."""
    for name, columns in FOREIGN.items():
        for column in columns:
            if not (pins and column == "seat") and any(row.get(column) and row[column] != "none" for row in tables[name]):
                raise Unsupported(f"{name}.csv: {column}")
    if any(key.startswith("weights.") for key in settings):
        raise Unsupported("event.csv: weights")


def groups_of(people, listed, group_of_person):
    """Groups of those due in the hall, in the order of the tables; `group_of_person` is filled by the people's ids."""
    order = {row["group"]: float(row["order"]) for row in listed if row.get("order")}
    groups, keys = {}, {}
    for appearance, person in enumerate(people):
        role = person.get("role") or "delegate"
        if role == "rostrum" or person.get("seat") == "none" or person.get("absent"):
            continue
        name = person.get("group") or role
        place = order.get(name)
        key = (0, place, 0) if place is not None else (1, ROLES.index(role), appearance)
        keys[name] = min(keys.get(name, key), key)
        group = groups.setdefault(name, Group(name))
        group.size += 1
        group.wheelchairs += "wheelchair" in (person.get("needs") or "")
        group_of_person[person.get("id") or str(appearance + 1)] = name
    names = sorted(groups, key=keys.get)
    index = {name: place for place, name in enumerate(names)}
    group_of_person.update({person: index[name] for person, name in group_of_person.items()})
    return [groups[name] for name in names]


def seats_of(lines):
    """All seats of the table `hall`, with their positions."""
    runs = [(row, numbers_of(row)) for row in lines]
    x = positions_across(runs)
    y = rows_from_stage(lines)
    seats = []
    for run, (row, numbers) in enumerate(runs):
        held, wheelchair = numbers_in(row.get("reserved")), numbers_in(row.get("wheelchair"))
        for offset, number in enumerate(numbers):
            seats.append(Seat(row["section"], int(row["row"]), number, x[run] + offset, y[run], run,
                              number in held, number in wheelchair))
    return seats


def numbers_of(row):
    """Printed numbers of a run from the audience's left."""
    first, last = int(row["first"]), int(row["last"])
    step = int(row.get("step") or (1 if first <= last else -1))
    if step == 0:
        return [*range(first, 0, -2), *range(2, last + 1, 2)]
    return list(range(first, last + (1 if step > 0 else -1), step))


def numbers_in(ranges):
    """The numbers of `7,9-13`."""
    numbers = set()
    for part in (ranges or "").split(","):
        first, _, last = part.strip().partition("-")
        if first and not first.isdigit():
            raise Unsupported(f"hall.csv: reserved for {part}")
        if first:
            numbers.update(range(int(first), int(last or first) + 1))
    return numbers


def positions_across(runs):
    """Where each run begins: as the table says, else the runs of a row side by side and centred."""
    rows = defaultdict(list)
    for run, (row, _) in enumerate(runs):
        rows[floor_of(row), row["row"]].append(run)
    begin = {}
    for members in rows.values():
        x = -sum(len(runs[run][1]) - 1 + AISLE for run in members) / 2 + AISLE / 2
        for run in members:
            begin[run] = float(runs[run][0].get("x") or x)
            x += len(runs[run][1]) - 1 + AISLE
    return begin


def rows_from_stage(lines):
    """Distance of each run from the stage: as the table says, else the row's number, floors after one another."""
    distance, start = {}, 0.0
    for number in sorted({floor_of(row) for row in lines}):
        members = [run for run, row in enumerate(lines) if floor_of(row) == number]
        for run in members:
            distance[run] = float(lines[run].get("y") or start + int(lines[run]["row"]))
        start = max(start, *(distance[run] for run in members))
    return distance


def floor_of(row):
    """The floor of a run."""
    return int(row.get("floor") or 1)


def column(x):
    """The column of a position: ⌊x + ½⌋."""
    return floor(x + 0.5)


def give_lines(seats, method):
    """Gives each seat its line, its position in it and its depth; returns the number of depths."""
    distance = {"horizontal": lambda seat: seat.y, "vertical": lambda seat: column(seat.x),
                "outward": lambda seat: column(abs(seat.x))}[method]
    index = {value: place for place, value in enumerate(sorted({distance(seat) for seat in seats}))}
    for seat in seats:
        seat.line, seat.along = (seat.row, seat.x) if method == "horizontal" else (column(seat.x), seat.row)
        seat.depth = index[distance(seat)]
    return len(index)


def are_neighbours(one, other, method):
    """Whether two seats of one line are next to each other."""
    return abs(one.along - other.along) == 1 and (method != "horizontal" or one.run == other.run)


def segments_of(seats, method):
    """The unbroken series of free seats in each line, sections after one another and lines in their order."""
    free = [index for index, seat in enumerate(seats) if not seat.held]
    free.sort(key=lambda index: (seats[index].section, seats[index].line, seats[index].along))
    segments = []
    for index in free:
        seat = seats[index]
        last = segments[-1] if segments else None
        if (last is None or (last.section, last.line) != (seat.section, seat.line)
                or not are_neighbours(seats[last.seats[-1]], seat, method)):
            last = Segment(seat.section, seat.line)
            segments.append(last)
        last.seats.append(index)
    return segments
