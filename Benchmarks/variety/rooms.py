"""Hotels of many mixes of rooms, floors and prices; people of many mixes of nights; stocks from tight to ample."""

import math

from .people import day, listed, members, settings


def event(random, people):
    """An event that lodges so many people."""
    persons = members(random, people)
    nights = random.randint(1, 5)
    stay = random.choice(["all", "most", "any"])
    shares = random.choice([(0, 0), (0.05, 0.1), (0.02, 0.4), (0, 0.9)])
    for person in persons:
        first, end = 0, nights
        if stay == "any" or stay == "most" and random.random() < 0.2:
            first = random.randrange(nights)
            end = random.randint(first + 1, nights)
        kind = random.choices(["suite", "single", "twin"], [*shares, 1 - sum(shares)])[0]
        person.update(room_type=kind, check_in=day(first), check_out=day(end), needs="", roommate="", apart="")
    wish(random, persons)
    spare = random.choice([0, 0, 0, 1])
    rooms = stock(random, persons, 1 + random.choice([0, 0.02, 0.05, 0.12, 0.3]), spare)
    return dict(event=settings(start=day(0), end=day(nights), room_spare=spare), people=persons,
                groups=listed(persons), rooms=rooms)


def wish(random, persons):
    """Couples, people who share a room or do not want to, and now and then a wheelchair."""
    free = random.sample(range(len(persons)), k=min(len(persons), len(persons) // 20 * 2))
    for one, other in zip(free[::2], free[1::2]):
        kind = random.choice(["family", "roommate", "apart"])
        first, second = persons[one], persons[other]
        if kind == "apart":
            first["apart"] = second["id"]
            continue
        for person in (first, second):
            person.update(room_type="twin", check_in=first["check_in"], check_out=first["check_out"])
        first["roommate"] = second["id"]
        if kind == "family" or first["gender"] != second["gender"]:
            second["roommate"] = first["id"]


def stock(random, persons, slack, spare):
    """Rooms for the busiest night, with so much slack, in some hotels of floors alike or not."""
    need = {kind: busiest(persons, kind) for kind in ["suite", "single", "twin"]}
    kinds = [kind for kind, count in need.items() for _ in range(math.ceil(count * slack))]
    random.shuffle(kinds)
    hotels = random.randint(1, max(1, min(6, len(kinds) // 12)))
    kinds += ["twin"] * (spare * hotels)
    prices = {kind: random.randint(2, 9) * 50 * factor for kind, factor in [("twin", 1), ("single", 1), ("suite", 2)]}
    rooms, hotel, floor, left = [], 0, 2, 0
    is_sorted = random.random() < 0.4  # floors of one type each
    per_hotel = math.ceil(len(kinds) / hotels)
    for place, kind in enumerate(kinds):
        if place % per_hotel == 0:
            hotel, floor, left = hotel + 1, 2, random.randint(5, 20)
            length, premium = left, random.choice([0, 0, 20, 80])
            if is_sorted:
                kinds[place:place + per_hotel] = sorted(kinds[place:place + per_hotel])
                kind = kinds[place]
        if left == 0:
            floor, left = floor + 1, length
        left -= 1
        rooms.append(dict(hotel=f"Hotel {hotel}", floor=floor, room=f"{floor}{length - left:02}", type=kind,
                          beds=2 if kind == "twin" else 1, price=prices[kind] + premium))
    return rooms


def busiest(persons, kind):
    """Rooms of a type that the busiest night needs, where twins are shared by people of one sex."""
    nights = {}
    for person in persons:
        if person["room_type"] == kind:
            for night in range(int(person["check_in"][-2:]), int(person["check_out"][-2:])):
                nights.setdefault(night, []).append(person["gender"])
    if kind == "twin":
        return max((math.ceil(night.count("M") / 2) + math.ceil(night.count("F") / 2) for night in nights.values()), default=0)
    return max((len(night) for night in nights.values()), default=0)
