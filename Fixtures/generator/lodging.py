"""Hotels with their floors and rooms, and what people want of them. All of it is invented, prices too."""

import datetime
import math
from collections import Counter

from . import journeys
from .shares import apportion

PEOPLE_COLUMNS = ["room_type", "check_in", "check_out", "room", "roommate"]
HEADER = ["hotel", "floor", "room", "type", "beds", "price", "accessible", "from", "to"]
ROOMS_A_FLOOR = 23
FIRST_FLOOR = 3  # with rooms; below are halls and restaurants
SIGMA = 0.35  # of the logarithm of a hotel's size
TWIN_PRICE = range(340, 581, 20)  # of a hotel
PRICE_OF = {"suite": 2.2, "single": 0.9, "twin": 1.0, "三人间": 1.3}  # of the twin's
BEDS = {"suite": 1, "single": 1, "twin": 2, "三人间": 3}
TRIPLES = 0.004  # rooms of three beds, beside the stock
ACCESSIBLE = 0.012
WITH_WINDOW = 0.01  # rooms that are not there all the time
SUITES, SINGLES, ELSEWHERE = 0.015, 0.125, 0.015  # of the people; the last do not sleep at the event's cost
ROOMMATES, FAMILIES, HOTEL_WISHES, APART, WHEELCHAIRS = 0.006, 0.002, 0.004, 0.002, 0.003


def hotel_names(count):
    """Names of hotels."""
    return [f"第{number}宾馆" for number in range(1, count + 1)]


def give_entitlements(rng, groups):
    """Room types: the head of each larger group a suite, some others singles, the rest twins; a few sleep at home."""
    for members in groups:
        for place, person in enumerate(members):
            luck = rng.random()
            if place == 0 and len(members) >= 20 or luck < SUITES / 2:
                person["room_type"] = "suite"
            elif luck < SUITES / 2 + SINGLES:
                person["room_type"] = "single"
            elif luck < SUITES / 2 + SINGLES + ELSEWHERE:
                person.update(room_type="none", check_in="", check_out="")
            else:
                person["room_type"] = "twin"


def give_wishes(rng, groups, kinds):
    """Wishes of some kinds for some of those who share a room: `kinds` gives the share of the people by the function
    that grants one, to a person and maybe one of the `others`. Each person has at most one."""
    for members in groups:
        twins = [person for person in members if person["room_type"] == "twin"]
        rng.shuffle(twins)
        for grant, share in kinds.items():
            for _ in range(chance(rng, share * len(members))):
                if twins:
                    grant(twins.pop(), twins)


def every_wish(rng, hotels):
    """Room-mates, couples, people kept apart, wheelchairs, and hotels asked for where there is a choice."""
    kinds = {share_room: ROOMMATES, be_family: FAMILIES, keep_apart: APART, use_wheelchair: WHEELCHAIRS}
    return kinds | ({ask_for(rng, hotels): HOTEL_WISHES} if len(hotels) > 1 else {})


def chance(rng, mean):
    """A whole number near `mean`."""
    return int(mean) + (rng.random() < mean - int(mean))


def share_room(person, others):
    """Somebody of the same sex is named as room-mate; both come and go together."""
    mate = next((other for other in others if other["gender"] == person["gender"]), None)
    if mate:
        others.remove(mate)
        travel_together(mate, person)
        person["roommate"] = mate["id"]


def be_family(person, others):
    """A couple, each naming the other."""
    mate = next((other for other in others if other["gender"] != person["gender"]), None)
    if mate:
        others.remove(mate)
        travel_together(mate, person)
        person["roommate"], mate["roommate"] = mate["id"], person["id"]


def keep_apart(person, others):
    """Two of one sex who must not share a room."""
    other = next((other for other in others if other["gender"] == person["gender"]), None)
    if other:
        others.remove(other)
        person["apart"] = other["id"]


def use_wheelchair(person, others):
    """The person needs an accessible room and vehicle."""
    person["needs"] = "wheelchair"


def ask_for(rng, hotels):
    """A function that gives a person one of the hotels."""
    def grant(person, others):
        person["room"] = rng.choice(hotels)
    return grant


def travel_together(person, companion):
    """Gives a person the journey and the nights of the companion."""
    for column in ["check_in", "check_out", *journeys.COLUMNS]:
        person[column] = companion.get(column, "")


def need(people):
    """Rooms of each type that are enough for all people, on the fullest night of each sex."""
    nights = Counter()
    for person in people:
        if person["room_type"] != "none":
            for day in range(person["check_in"].toordinal(), person["check_out"].toordinal()):
                nights[person["room_type"], person["gender"], day] += 1
    most = Counter()
    for (kind, gender, _), count in nights.items():
        most[kind, gender] = max(most[kind, gender], math.ceil(count / BEDS[kind]))
    alone = {kind: max((sum(nights[kind, gender, day] for gender in "FM")
                        for of_kind, _, day in list(nights) if of_kind == kind), default=0)
             for kind in ["suite", "single"]}
    return alone | {"twin": most["twin", "F"] + most["twin", "M"]}


def rooms(rng, hotels, needed, over, start):
    """The table: rooms of each type `over` percent more than are needed, in hotels of different size and price."""
    stock = {kind: math.ceil(count * (100 + over) / 100) for kind, count in needed.items()}
    weights = [rng.lognormvariate(0, SIGMA) for _ in hotels]
    parts = {kind: apportion(count, weights) for kind, count in stock.items()}
    lines = []
    for place, hotel in enumerate(hotels):
        lines += rooms_of_hotel(rng, hotel, {kind: parts[kind][place] for kind in parts}, start)
    return lines


def rooms_of_hotel(rng, hotel, counts, start):
    """Rooms floor by floor: singles and twins on all of them, suites in the upper half, a room of three here and there."""
    base = rng.choice(TWIN_PRICE)
    counts = counts | {"三人间": chance(rng, TRIPLES * sum(counts.values()))}
    floors = max(1, math.ceil(sum(counts.values()) / ROOMS_A_FLOOR))
    upper = [1 if 2 * floor >= floors - 1 else 0 for floor in range(floors)]
    on_floor = {kind: apportion(count, upper if kind == "suite" else [1] * floors) for kind, count in counts.items()}
    lines = []
    for floor in range(floors):
        kinds = [kind for kind in ["twin", "single", "三人间", "suite"] for _ in range(on_floor[kind][floor])]
        for place, kind in enumerate(kinds, 1):
            line = {"hotel": hotel, "floor": floor + FIRST_FLOOR, "room": f"{floor + FIRST_FLOOR}{place:02}",
                    "type": kind, "beds": BEDS[kind], "price": int(round(base * PRICE_OF[kind], -1))}
            if kind != "suite" and rng.random() < ACCESSIBLE:
                line["accessible"] = "yes"
            if rng.random() < WITH_WINDOW:
                line["from"] = (start - datetime.timedelta(days=1)).isoformat()
            lines.append(line)
    return lines
