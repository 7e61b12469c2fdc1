"""What the measured events need to dine, to discuss and to be served: tables in an order, rooms for every session, a known wedding, staff."""

import csv
import datetime
import itertools
import random

MAIN = 20  # seats of the main table
DIETS = {"halal": 0.03, "vegetarian": 0.02}  # shares of the people

# The guests of M. L. Bellows and J. D. L. Peterson, "Finding an optimal seating chart for a wedding", Annals of Improbable
# Research, 2012. Everybody knows those of the own side: 1 for each pair at one table, 50 for a couple, 10 for mother and child.
BRIDE = ["Deb", "John", "Martha", "Travis", "Allan", "Lois", "Jayne", "Brad", "Abby"]
GROOM = ["Mary Helen", "Lee", "Annika", "Carl", "Colin", "Shirley", "DeAnn", "Lori"]
CLOSE = {("Deb", "John"): 50, ("Martha", "Travis"): 50, ("Allan", "Lois"): 50, ("Jayne", "Brad"): 50,
         ("Mary Helen", "Lee"): 50, ("Martha", "Abby"): 10}


def lay_tables(folder, tables, seats=10, halal=True, in_order=True, short=0, seed=1):
    """Adds so many tables to an event of `Fixtures/make.py large`, and what people eat.

    The first is the main table; those for a diet come last and have a twentieth more seats than are needed. Unless they
    stand `in_order`, all but the main table share a place. `short` leaves so many seats fewer than people.
    """
    rng = random.Random(f"tables {seed}")
    people = read(folder / "people.csv")
    for person in people:
        person["diet"] = rng.choices(["", *DIETS], [1 - sum(DIETS.values()), *DIETS.values()])[0] if halal else ""
    write(folder / "people.csv", people)
    main = min(MAIN, len(people) // 10)
    diets = [diet for diet in DIETS for _ in range(-(-sum(person["diet"] == diet for person in people) * 21 // 20 // seats))]
    rows = [dict(table="1", seats=main, order=1, diet="")]
    for place, diet in enumerate([""] * (tables - 1 - len(diets)) + diets, 2):
        rows.append(dict(table=str(place), seats=seats, order=place if in_order else 2, diet=diet))
    if short:
        most = sum(person["diet"] == "" for person in people) - short
        while sum(row["seats"] for row in rows if not row["diet"]) > most:
            rows.remove(next(row for row in reversed(rows) if not row["diet"]))
    write(folder / "tables.csv", rows)


def open_rooms(folder, sessions, rooms, missing=0, seed=1):
    """Adds rooms for discussions to an event of `Fixtures/make.py large`: of each session `rooms` for a hundred groups.

    A room holds up to ten people more than a group, those beyond the groups more than the largest. One in `missing` is not
    free in a session, another one each time.
    """
    rng = random.Random(f"discussion {seed}")
    sizes = {}
    for person in read(folder / "people.csv"):
        sizes[person["group"]] = sizes.get(person["group"], 0) + 1
    sizes = list(sizes.values())
    count = round(len(sizes) * rooms / 100)
    held = (sizes + [max(sizes)] * count)[:count]
    seats = [size + rng.randint(0, 10) for size in held]
    lines = []
    for session in range(1, sessions + 1):
        lost = set(rng.sample(range(count), k=round(count / missing) if missing else 0))
        lines += [dict(room=f"R{room + 1}", session=f"Session {session}", seats=seats[room]) for room in range(count)
                  if room not in lost]
    write(folder / "discussion.csv", lines)


def post_staff(folder, share=0.05, seed=1):
    """Adds staff to an event of `Fixtures/make.py large` that has hotels and journeys, and what they do.

    Batches of travellers, the registration at each hotel, ushers at each drive there, and on each day posts of two hours from
    eight to ten for a quarter of the staff.
    """
    rng = random.Random(f"staff {seed}")
    people, settings = read(folder / "people.csv"), {row["key"]: row["value"] for row in read(folder / "event.csv")}
    for person in people:
        if person["role"] == "staff":
            person["role"] = "delegate"  # so that those who are counted here are all
    delegates = len(people)
    staff = round(delegates * share)
    for number in range(1, staff + 1):
        people.append(dict.fromkeys(people[0], "") | dict(
            id=f"S{number:04}", name=f"Staff {number}", role="staff", gender=rng.choice("FM"), room_type="none"))
    write(folder / "people.csv", people)
    first, last = (datetime.date.fromisoformat(settings[key]) for key in ("start", "end"))
    duties = [dict(duty="arrival", people=1, each=40), dict(duty="departure", people=1, each=60)]
    before = first - datetime.timedelta(days=1)
    for hotel in sorted({row["hotel"] for row in read(folder / "groups.csv") if row.get("hotel")}):
        duties.append({"duty": "other", "post": "Registration", "people": 2, "place": hotel, "from": f"{before} 08:00", "to": f"{before} 20:00"})
    for day in {first, last}:
        duties.append({"duty": "other", "post": "Ushers", "people": max(1, staff // 4), "from": f"{day} 07:30", "to": f"{day} 12:00"})
    for begin in range(8, 22, 2):
        duties.append({"duty": "other", "post": f"Watch {begin}", "people": max(1, staff // 8), "from": f"{begin:02}:00", "to": f"{begin + 2:02}:00"})
    head = ["duty", "post", "people", "each", "place", "from", "to"]
    write(folder / "duties.csv", [dict.fromkeys(head, "") | line for line in duties])


def wedding(folder, tables, seats):
    """Writes the wedding of 17 guests. Where a side has room at one table all who know each other are `beside`; else the
    couples, and mother and child, and the sides are groups, which sit at as few tables as can be."""
    folder.mkdir(parents=True)
    people = []
    for side, names in [("Bride", BRIDE), ("Groom", GROOM)]:
        for place, name in enumerate(names, 1):
            close = [other for other in names[place:] if seats >= len(names) or (name, other) in CLOSE]
            people.append(dict(id=name, name=name, group=side, beside=";".join(close)))
    write(folder / "event.csv", [dict(key=key, value=value) for key, value in [("name", "Wedding"), ("language", "en")]])
    write(folder / "people.csv", people)
    write(folder / "groups.csv", [dict(group="Bride", order=1), dict(group="Groom", order=2)])
    write(folder / "tables.csv", [dict(table=str(number + 1), seats=seats) for number in range(tables)])


def connection(one, other):
    """How well two guests know each other, in the order of the lists."""
    return CLOSE.get((one, other), 1) if (one in BRIDE) == (other in BRIDE) else 0


def connections(table_of):
    """What the paper counts of a seating, by the table of each guest: how well those know each other who share one."""
    return sum(connection(one, other) for one, other in itertools.combinations(BRIDE + GROOM, 2)
               if table_of[one] == table_of[other])


def read(file):
    """The rows of a table."""
    with open(file, newline="", encoding="utf-8-sig") as rows:
        return list(csv.DictReader(rows))


def write(file, rows):
    """Writes a table."""
    with open(file, "w", newline="", encoding="utf-8") as target:
        writer = csv.DictWriter(target, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
