"""Fleets and travellers: one to five terminals and hotels on a map, minutes exact, rounded to five or longer one way."""

from .people import by_group, members, moment, settings

DAY = 1440
KINDS = [("coach", 45, 1000, 4), ("minibus", 19, 500, 3), ("sedan", 4, 300, 2)]


def event(random, people):
    """An event that carries so many people."""
    persons = members(random, people)
    terminals = [f"Terminal {place + 1}" for place in range(random.randint(1, 4))]
    hotels = [f"Hotel {place + 1}" for place in range(random.randint(1, 5))]
    bases = ["Venue"] if random.random() < 0.4 else ["Depot"]
    groups = [dict(group=name, order=place + 1, hotel=random.choice(hotels)) for place, name in enumerate(by_group(persons))]
    directions = random.choice([("in",), ("out",), ("in", "out")])
    travel(random, persons, terminals, directions)
    sessions = transfers(random, hotels) if random.random() < 0.6 else []
    hotel_of = {row["group"]: row["hotel"] for row in groups}
    for line in sessions:
        if not any(hotel_of[person["group"]] in (line["from"], line["to"]) for person in persons):
            line["who"] = None
    told = settings(start=moment(DAY)[:10], end=moment(2 * DAY)[:10], place="Venue", max_wait=random.choice([15, 30, 30, 60, 120]),
                    vip_wait=random.choice([0, 5, 15]), max_early=random.choice([30, 60, 120]), vehicle_spare=random.choice([0, 0, 0.1]))
    return dict(event=told, people=persons, groups=groups, routes=routes(random, terminals + hotels + bases + ["Venue"]),
                vehicles=fleet(random, people, bases), transfers=[line for line in sessions if line["who"]])


def travel(random, persons, terminals, directions):
    """Arrivals and departures in waves, each with a terminal and a service."""
    waves = [random.randrange(8 * 60, 22 * 60, 5) for _ in range(max(2, len(persons) // random.choice([3, 8, 20])))]
    together = random.random() < 0.5  # groups travel as one, but for a few of them
    share = random.choice([0.6, 1, 1])
    for group in by_group(persons).values():
        common = random.choice(waves), random.choice(waves), random.choice(terminals)
        for person in group:
            here, back, terminal = common if together and random.random() < 0.85 else (
                random.choice(waves), random.choice(waves), random.choice(terminals))
            service = random.choice(["CA1234", "G12"])
            if "in" in directions and random.random() < share:
                person.update(arrival=moment(here), arrival_place=terminal, arrival_service=service, pickup="yes")
            if "out" in directions and random.random() < share:
                person.update(departure=moment(3 * DAY + back), departure_place=terminal, departure_service=service, dropoff="yes")
            if person["rank"] and random.random() < 0.3:
                person["vehicle"] = "own"


def transfers(random, hotels):
    """A session: from each hotel to the venue and back, in a narrow or a wide window."""
    width, start = random.choice([20, 60, 90]), DAY + random.choice([8, 14]) * 60
    lines = []
    for place, hotel in enumerate(hotels):
        lines.append(dict(id=f"to{place + 1}", name="To the session", earliest=moment(start - width), latest=moment(start), who="all",
                          **{"from": hotel, "to": "Venue"}))
        lines.append(dict(id=f"back{place + 1}", name="Back", earliest=moment(start + 180), latest=moment(start + 180 + width), who="all",
                          **{"from": "Venue", "to": hotel}))
    return lines


def routes(random, places):
    """Minutes between all places: as far as they lie apart, or rounded to five, or now and then longer one way."""
    places = sorted(set(places))
    at = {place: (random.uniform(0, 60), random.uniform(0, 60)) for place in places}
    kind = random.choice(["exact", "rounded", "one way", "detours"])
    rows = []
    for one in places:
        for other in places:
            if one == other or kind != "one way" and one > other:
                continue
            minutes = 3 + ((at[one][0] - at[other][0]) ** 2 + (at[one][1] - at[other][1]) ** 2) ** 0.5
            if kind == "rounded":
                minutes = max(5, 5 * round(minutes / 5))
            if kind in ("one way", "detours") and random.random() < 0.3:
                minutes *= random.uniform(1.2, 2.5)
            rows.append(dict(minutes=max(1, round(minutes)), **{"from": one, "to": other}))
    return rows


def fleet(random, people, bases):
    """Vehicles of one to three kinds, for few or many runs each, some of them for a part of the time."""
    kinds = random.choice([KINDS, KINDS, KINDS[1:], KINDS[2:], KINDS[:1] + KINDS[2:]])
    seats, wanted, rows = 0, people * random.choice([0.8, 1.5, 2.5, 4]), []
    while seats < wanted or not rows:
        kind, capacity, fixed, per_minute = random.choice(kinds)
        row = dict(id=f"V{len(rows) + 1}", kind=kind, seats=capacity, fixed=fixed, per_minute=per_minute, base=random.choice(bases))
        if random.random() < 0.1:
            row["from"] = moment(random.randrange(0, DAY, 60))
        rows.append(row)
        seats += capacity
    return rows
