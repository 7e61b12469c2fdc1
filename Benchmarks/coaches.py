"""Events whose people ride the same coach to every session and back: units at hotels, coaches of mixed sizes."""

import csv
import math
import random

VENUE, DEPOT = "Venue", "Depot"
COACHES = [("coach", 53, 1200, 5), ("coach", 45, 1000, 4), ("minibus", 33, 800, 3)]  # kind, seats, yuan a day's use, a minute
SPARE = 1.3  # seats of the fleet for each person
SIGMA = 0.6  # of the logarithm of a group's size
SESSIONS = [("08:10", "11:40"), ("14:10", "17:30")]  # the last departure there and the first one back
DAY = "2026-03-05"


def ride(folder, people, groups, hotels, sessions=2, window=25, half=0, seed=1):
    """Writes the event: groups at the hotel that has the fewest people when they come, the largest first.

    In `window` minutes everybody departs: within 25 a coach goes once, within 60 it may come back for others. One person in
    `half` comes to the first session alone.
    """
    rng = random.Random(f"coaches {seed}")
    sizes = sizes_of_groups(rng, people, groups)
    held = dict.fromkeys([f"Hotel {place + 1}" for place in range(hotels)], 0)
    hotel_of = {}
    for group in sorted(range(groups), key=lambda group: -sizes[group]):
        hotel_of[group] = min(held, key=held.get)
        held[hotel_of[group]] += sizes[group]
    at = {VENUE: (0, 0)} | {place: around(rng) for place in [*held, DEPOT]}
    tables = {
        "event": [dict(key=key, value=value) for key, value in [
            ("name", f"{people} people in {groups} groups"), ("language", "en"), ("start", DAY), ("end", DAY), ("place", VENUE)]],
        "groups": [dict(group=f"G{group + 1}", order=group + 1, hotel=hotel_of[group]) for group in range(groups)],
        "people": [dict(id=f"P{group + 1:03}{number + 1:03}", name=f"{group + 1}/{number + 1}", group=f"G{group + 1}", role=role_of(rng, half))
                   for group in range(groups) for number in range(sizes[group])],
        "vehicles": fleet(people),
        "routes": [{"from": one, "to": other, "minutes": 5 + round(math.dist(at[one], at[other]))}
                   for place, one in enumerate(at) for other in list(at)[place + 1:]],
        "transfers": [line for hotel in held for line in drives(hotel, SESSIONS[:sessions], window, half)],
    }
    folder.mkdir(parents=True)
    for name, rows in tables.items():
        with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


def sizes_of_groups(rng, people, groups):
    """Log-normal sizes that sum up, each at least 1."""
    shares = [rng.lognormvariate(0, SIGMA) for _ in range(groups)]
    sizes = [max(1, int(people * share / sum(shares))) for share in shares]
    while sum(sizes) != people:
        sizes[rng.randrange(groups)] += 1 if sum(sizes) < people else 0
        if sum(sizes) > people:
            sizes[sizes.index(max(sizes))] -= 1
    return sizes


def around(rng):
    """A point 5 to 20 minutes from the origin."""
    angle, distance = rng.uniform(0, 2 * math.pi), rng.uniform(5, 20)
    return distance * math.cos(angle), distance * math.sin(angle)


def fleet(people):
    """Coaches with seats for more than all: as many seats in each kind."""
    rows = []
    for kind, seats, fixed, per_minute in COACHES:
        for _ in range(math.ceil(SPARE * people / len(COACHES) / seats)):
            rows.append(dict(id=f"C{len(rows) + 1:03}", kind=kind, seats=seats, fixed=fixed, per_minute=per_minute, base=DEPOT))
    return rows


def role_of(rng, half):
    """The role of a person: an observer comes to the first session alone."""
    return "observer" if half and rng.randrange(half) == 0 else "delegate"


def drives(hotel, sessions, window, half):
    """There and back, for those at a hotel, in one coach each."""
    lines = []
    for number, (there, back) in enumerate(sessions, 1):
        who = "role:delegate" if half and number > 1 else "all"
        for name, start, end, earliest in [("To", hotel, VENUE, minutes(there) - window), ("From", VENUE, hotel, minutes(back))]:
            lines.append({"id": f"{hotel} {number} {name}", "name": f"{name} session {number}", "from": start, "to": end,
                          "earliest": f"{DAY} {clock(earliest)}", "latest": f"{DAY} {clock(earliest + window)}", "who": who,
                          "fixed": "yes"})
    return lines


def minutes(time):
    """Minutes of the day."""
    return int(time[:2]) * 60 + int(time[3:])


def clock(minute):
    """A minute of the day as hours and minutes."""
    return f"{minute // 60:02}:{minute % 60:02}"
