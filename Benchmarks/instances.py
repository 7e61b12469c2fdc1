"""The events that are measured: for each module a ladder of sizes, and further instances."""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import coaches
import gatherings

FIXTURES = Path(__file__).resolve().parent.parent / "Fixtures"
MODULES = ["rostrum", "hall", "rooms", "vehicles", "tables", "discussion", "staff"]
METHODS = {f"npc14, {method}": {"hall_method": method} for method in ["horizontal", "vertical", "outward"]}
STRICT = {"hall_order": "strict"}
# Options of `Fixtures/make.py large`. Growth is told of a ladder alone: its rungs differ in nothing but size.
LADDERS = {
    "rostrum": {  # so many on the rostrum: 3 √people, which is 300 of 10,000; one in five names a seat or a neighbour
        "200 people": dict(people=200, groups=8, seats=0, rostrum=42, wishes=20),
        "1,000 people": dict(people=1000, groups=16, seats=0, rostrum=95, wishes=20),
        "3,000 people": dict(people=3000, groups=35, seats=0, rostrum=164, wishes=20),
        "10,000 people": dict(people=10000, groups=120, seats=0, rostrum=300, wishes=20),
    },
    "hall": {  # 93 % full
        "200 people": dict(people=200, groups=8, seats=215, seed=200),
        "1,000 people": dict(people=1000, groups=16, seats=1075, seed=1000),
        "3,000 people": dict(people=3000, groups=35, seats=3226, seed=3000),
        "10,000 people": dict(people=10000, groups=120, seats=10753, seed=10000),
        "93,000 people": dict(people=93000, groups=1000, seats=100000, seed=1000),
    },
    "rooms": {
        "200 people": dict(people=200, groups=8, seats=0, hotels=1, stock=3, terminals=2, days=1),
        "1,000 people": dict(people=1000, groups=16, seats=0, hotels=3, stock=12),
        "3,000 people": dict(people=3000, groups=35, seats=0, hotels=7, stock=12),
        "10,000 people": dict(people=10000, groups=120, seats=0, hotels=22, stock=3),
    },
    "vehicles": {
        "200 people": dict(people=200, groups=8, seats=0, hotels=1, vehicles=12, terminals=2, days=1),
        "1,000 people": dict(people=1000, groups=16, seats=0, hotels=3, vehicles=57),
        "3,000 people": dict(people=3000, groups=35, seats=0, hotels=7, vehicles=170),
        "10,000 people": dict(people=10000, groups=120, seats=0, hotels=22, vehicles=570),
    },
    "tables": {  # the first is the main table, filled by rank; 3 % eat halal and 2 % are vegetarians, at tables of their own
        "100 people": dict(people=100, groups=8, rostrum=10, tables=12),
        "1,000 people": dict(people=1000, groups=16, rostrum=20, tables=104),
        "3,000 people": dict(people=3000, groups=35, rostrum=20, tables=310),
        "10,000 people": dict(people=10000, groups=120, rostrum=20, tables=1030),
    },
    "discussion": {  # of each session one room in thirty is missing, another one each time
        "450 people": dict(people=450, groups=15, rooms=107, missing=30),
        "900 people": dict(people=900, groups=30, rooms=107, missing=30),
        "1,800 people": dict(people=1800, groups=60, rooms=107, missing=30),
        "3,600 people": dict(people=3600, groups=120, rooms=107, missing=30),
    },
    "staff": {  # one of the staff for twenty people: arrivals and departures, the registration, ushers and the sessions
        "200 people": dict(people=200, groups=8, hotels=1, vehicles=12, terminals=2, days=1),
        "1,000 people": dict(people=1000, groups=16, hotels=3, vehicles=57),
        "3,000 people": dict(people=3000, groups=35, hotels=7, vehicles=170),
        "10,000 people": dict(people=10000, groups=120, hotels=22, vehicles=570),
    },
}
# An event that has every table.
WHOLE = {
    "10,000 people": dict(people=10000, groups=120, seats=10753, rostrum=300, hotels=22, stock=3, vehicles=570, seed=10000,
                          tables=1030, rooms=107, missing=30),
}
FURTHER = {
    "hall": {
        "12 groups": dict(people=479, groups=12, seats=515, rows=10, seed=12),  # three sections of ten rows
        **METHODS,
        "120 groups, 98.5 % full": dict(people=10000, groups=120, seats=10152, seed=120),
        "300 groups": dict(people=10000, groups=300, seats=10753, seed=300),
        "npc14, strict": STRICT,
        "300 groups, strict": STRICT | dict(people=10000, groups=300, seats=10753, seed=300),
        "1,000 groups, strict": STRICT | dict(people=93000, groups=1000, seats=100000, seed=1000),
    },
    "vehicles": {  # the same coach to every session and back; a coach goes once in the windows, but for those of an hour
        "own coaches, 860 people": dict(people=860, groups=24, hotels=2),
        "own coaches, 60 groups": dict(people=3000, groups=60, hotels=6, seed=2),
        "own coaches, 90 groups": dict(people=3000, groups=90, hotels=6),
        "own coaches, 120 groups": dict(people=3000, groups=120, hotels=6, seed=3),
        "own coaches, one in ten for a day": dict(people=3000, groups=90, hotels=6, half=10),
        "own coaches, an hour": dict(people=3000, groups=90, hotels=6, window=60),
    },
    "tables": {
        "3,000 people, one order": dict(people=3000, groups=35, rostrum=20, tables=310, in_order=False),
        "3,000 people, 100 seats short": dict(people=3000, groups=35, rostrum=20, tables=310, short=100),
        "wedding, 2 tables of 10": dict(tables=2, seats=10),
        "wedding, 5 tables of 4": dict(tables=5, seats=4),
    },
    "discussion": {
        "60 groups, the same rooms": dict(people=1800, groups=60, rooms=100),
        "60 groups, too few rooms": dict(people=1800, groups=60, rooms=95, missing=30),
    },
}
SESSIONS = 6
MADE = {"people", "groups", "rostrum", "hotels", "vehicles", "terminals", "days"}  # options of `Fixtures/make.py large`
FLAGS = {"hall": ["--plain"], "vehicles": ["--lodged"], "staff": ["--lodged"]}  # lodged: hotels are given, so that no plan of rooms is needed


def names(module):
    """The instances of a module: the ladder, then the others."""
    return [*LADDERS[module], *FURTHER.get(module, {})]


def is_for_peers(name):
    """Whether other solvers are asked too: their models know neither the strict order of groups nor people who keep one coach."""
    return "strict" not in name and "coaches" not in name


def write_event(module, name, folder):
    """Makes the event of an instance."""
    options = (LADDERS[module] | FURTHER.get(module, {}))[name]
    if module in ("tables", "discussion", "staff"):
        write_gathering(module, name, folder, options)
        return
    settings = {key: value for key, value in options.items() if key.startswith("hall_")}
    if "coaches" in name:
        coaches.ride(folder, **options)
        return
    if name.startswith("npc14"):
        shutil.copytree(FIXTURES / "npc14", folder)
    else:
        words = [word for key, value in options.items() if key not in settings for word in (f"--{key}", str(value))]
        subprocess.run([sys.executable, FIXTURES / "make.py", "large", folder, *FLAGS.get(module, []), *words],
                       check=True)
    if not settings:
        return
    table = folder / "event.csv"
    lines = [line for line in table.read_text(encoding="utf-8").splitlines() if line.split(",")[0] not in settings]
    table.write_text("\n".join(lines + [f"{key},{value}" for key, value in settings.items()]) + "\n", encoding="utf-8")


def write_whole(name, folder):
    """Makes an event that has every table."""
    options = dict(WHOLE[name])
    tables, rooms, missing = (options.pop(key) for key in ("tables", "rooms", "missing"))
    words = [word for key, value in options.items() for word in (f"--{key}", str(value))]
    subprocess.run([sys.executable, FIXTURES / "make.py", "large", folder, *words], check=True)
    gatherings.lay_tables(folder, tables)
    gatherings.open_rooms(folder, SESSIONS, rooms, missing)


def write_gathering(module, name, folder, options):
    """Makes an event whose people dine, discuss or serve."""
    if name.startswith("wedding"):
        gatherings.wedding(folder, **options)
        return
    made = {key: value for key, value in options.items() if key in MADE}
    words = [word for key, value in made.items() for word in (f"--{key}", str(value))]
    subprocess.run([sys.executable, FIXTURES / "make.py", "large", folder, "--seats", "0", *FLAGS.get(module, []), *words],
                   check=True)
    told = {key: value for key, value in options.items() if key not in made}
    if module == "tables":
        gatherings.lay_tables(folder, **told)
    elif module == "staff":
        gatherings.post_staff(folder)
    else:
        gatherings.open_rooms(folder, SESSIONS, **told)


def size(module, event):
    """How large an event is: groups, people, and the places that the module has for them."""
    people = rows(event, "people")
    places = {
        "rostrum": lambda: {"due": sum(row["role"] == "rostrum" for row in people)},
        "hall": lambda: {"seats": sum(seats(row) for row in rows(event, "hall"))},
        "rooms": lambda: {"rooms": len(rows(event, "rooms"))},
        "vehicles": lambda: {"vehicles": len(rows(event, "vehicles"))},
        "tables": lambda: {"tables": len(rows(event, "tables"))},
        "discussion": lambda: {"sessions": SESSIONS, "rooms": len(rows(event, "discussion"))},
        "staff": lambda: {"staff": sum(row["role"] == "staff" for row in people), "kinds": len(rows(event, "duties"))},
    }
    return {"groups": len({row["group"] for row in people}), "people": len(people)} | places[module]()


def seats(line):
    """The seats of a line of the table `hall`."""
    first, last, step = int(line["first"]), int(line["last"]), int(line.get("step") or 1)
    return abs(last - first) // abs(step) + 1 if step else (first + 1) // 2 + last // 2


def rows(event, table):
    """The rows of a table of an event, each by its header."""
    with open(event / f"{table}.csv", newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))
