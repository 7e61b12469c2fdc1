"""Discussions: few or many groups, one to six sessions, rooms alike in all, missing now and then, drawn anew, or too few."""

from .people import by_group, listed, members, settings


def event(random, people):
    """An event in which so many people discuss."""
    persons = members(random, people)
    wheelchairs = random.choice([0, 0, 0.01, 0.03])
    for person in persons:
        person["needs"] = "wheelchair" if random.random() < wheelchairs else ""
        person["absent"] = "yes" if random.random() < 0.01 else ""
    groups = listed(persons)
    join(random, persons, groups)
    sessions = random.randint(1, 6)
    return dict(event=settings(), people=persons, groups=groups,
                discussion=rooms(random, meetings(persons, groups), sessions, random.random() < 0.6))


def join(random, persons, groups):
    """Small groups that discuss together, people who go to another group, and who does not discuss."""
    if random.random() < 0.4:
        size = {name: len(rows) for name, rows in by_group(persons).items()}
        small = [row for row in groups if size[row["group"]] <= 5]
        for number, row in enumerate(small):
            row["discussion"] = f"Panel {number // 5 + 1}"
    if random.random() < 0.4:
        for person in random.sample(persons, k=len(persons) // 20):
            person["discussion"] = random.choice(["none", random.choice(persons)["group"]])


def meetings(persons, groups):
    """How many meet in each group, and whether one of them needs a wheelchair."""
    of_group = {row["group"]: row.get("discussion") or row["group"] for row in groups}
    met = {}
    for person in persons:
        name = person.get("discussion") or of_group[person["group"]]
        if not person["absent"] and name != "none":
            count, wheelchair = met.get(name, (0, False))
            met[name] = count + 1, wheelchair or bool(person["needs"])
    return list(met.values())


def rooms(random, met, sessions, offers_access):
    """A row for each room and session."""
    kind = random.choice(["same", "missing", "missing", "drawn", "shortage"])
    slack = random.choice([0, 3, 10, 30])
    share = random.choice([0, 0.3, 1])  # of the other rooms are accessible
    spare = random.randint(0, 1 + len(met) // 10) if kind != "shortage" else 0
    wanted = met + [random.choice(met) for _ in range(spare)]
    if kind == "shortage":
        wanted = random.sample(met, k=max(1, len(met) - 1 - len(met) // 10))
    places = [random.choice(["North", "South"]) for _ in wanted]
    seats = [size + random.randint(0, slack) for size, _ in wanted]
    yes = ["yes" if wheelchair or random.random() < share else "" for _, wheelchair in wanted]
    lines = []
    for session in range(1, sessions + 1):
        if kind == "drawn":
            seats = [size + random.randint(0, slack) for size, _ in wanted]
        lost = {room for room in range(len(wanted)) if kind == "missing" and random.random() < 1 / 30}
        for room in range(len(wanted)):
            if len(lost) == len(wanted) or room not in lost:
                lines.append(dict(room=f"Room {room + 1}", session=f"Session {session}", seats=seats[room], place=places[room])
                             | (dict(accessible=yes[room]) if offers_access else {}))
    return lines
