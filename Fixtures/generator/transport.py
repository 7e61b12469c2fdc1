"""Vehicles, ways and drives at set times. All of it is invented, costs too."""

import math

from .journeys import clock, is_airport
from .names import invented_name
from .shares import apportion

VEHICLES_HEADER = ["id", "kind", "seats", "fixed", "per_minute", "base", "from", "to", "plate", "driver", "phone",
                   "accessible"]
ROUTES_HEADER = ["from", "to", "minutes"]
TRANSFERS_HEADER = ["id", "name", "from", "to", "earliest", "latest", "who"]
KINDS = {  # share of the fleet, letter, seats, yuan a day's use, yuan a minute
    "coach": (35, "C", 45, 1000, 4), "minibus": (35, "M", 19, 500, 3), "sedan": (30, "S", 4, 240, 2)}
DEPOTS = ["东城车队", "西城车队", "机场车队"]
WITH_WINDOW = 0.15  # vehicles that are hired for the days of arrival alone, or from the opening on
ACCESSIBLE_MINIBUSES = 8  # one of so many
START_AND_STOP = 5  # minutes of each way, however short
OWN_VEHICLE = 0.0015  # of the people
SESSIONS = {"opening": (9 * 60, 11 * 60 + 30), "closing": (9 * 60, 11 * 60)}  # begin and end, minutes of the day
BEFORE, TO_SEAT, AFTER = 60, 20, 50  # minutes: length of the window there, time to be seated, window back


def map_of(rng, venue, hotels, terminals):
    """Where each place lies, in minutes of driving from the venue."""
    at = {venue: (0.0, 0.0)}
    for hotel in hotels:
        at[hotel] = around(rng, 3, 16)
    for depot in DEPOTS:
        at[depot] = around(rng, 8, 20)
    airport = around(rng, 32, 40)
    for terminal in terminals:
        near = around(rng, 3, 5)
        at[terminal] = (airport[0] + near[0], airport[1] + near[1]) if is_airport(terminal) else around(rng, 12, 24)
    return at


def around(rng, least, most):
    """A point between two distances from the origin, in any direction."""
    angle, distance = rng.uniform(0, 2 * math.pi), rng.uniform(least, most)
    return distance * math.cos(angle), distance * math.sin(angle)


def routes(at):
    """A way between any two places, the same both ways."""
    names = list(at)
    return [[one, other, minutes(at, one, other)] for place, one in enumerate(names) for other in names[place + 1:]]


def minutes(at, one, other):
    """Minutes of the drive between two places."""
    return START_AND_STOP + round(math.dist(at[one], at[other]))


def vehicles(rng, count, start, end):
    """The fleet: kinds by their shares, at the depots in turn; some are there on some of the days only."""
    lines = []
    for (kind, (_, letter, seats, fixed, rate)), number in zip(
            KINDS.items(), apportion(count, [share for share, *_ in KINDS.values()])):
        for index in range(number):
            driver = invented_name(rng, "M")
            line = {"id": f"{letter}{index + 1:03}", "kind": kind, "seats": seats, "fixed": fixed, "per_minute": rate,
                    "base": DEPOTS[index % len(DEPOTS)], "plate": f"京A·{letter}{1000 + index}", "driver": driver,
                    "phone": f"1390000{1000 + len(lines)}"}
            if kind == "minibus" and index % ACCESSIBLE_MINIBUSES == 0:
                line["accessible"] = "yes"
            if rng.random() < WITH_WINDOW:
                line.update(rng.choice([{"to": f"{start} 22:00"}, {"from": f"{start} 06:00"}]))
            lines.append(line)
    return lines


def transfers(at, venue, hotels, who, start, end):
    """To the opening and the closing session and back, for the riders of each hotel (`who` by hotel)."""
    lines = []
    for (session, (begin, over)), day, letter, name in zip(
            SESSIONS.items(), [start, end], "AB", ["开幕会", "闭幕会"]):
        for place, hotel in enumerate(hotels, 1):
            latest = begin - TO_SEAT - minutes(at, hotel, venue)
            lines.append([f"{letter}{place:02}去", f"{name}去程", hotel, venue, f"{day} {clock(latest - BEFORE)}",
                          f"{day} {clock(latest)}", who[hotel]])
            lines.append([f"{letter}{place:02}回", f"{name}回程", venue, hotel, f"{day} {clock(over)}",
                          f"{day} {clock(over + AFTER)}", who[hotel]])
    return lines


def give_own_vehicles(rng, people):
    """A few people of rank or of a suite ride alone."""
    worthy = [person for person in people if person.get("room_type") == "suite"]
    for person in rng.sample(worthy, min(len(worthy), math.ceil(OWN_VEHICLE * len(people)))):
        person["vehicle"] = "own"
