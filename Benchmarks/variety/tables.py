"""Dining halls: tables of ten or of many sizes, in an order or not, seats scarce or ample, diets, meals, tables for some."""

import math

from .people import by_group, listed, members, settings

DIETS = ["halal", "vegetarian"]


def event(random, people):
    """An event at whose tables so many people dine."""
    persons = members(random, people)
    shares = random.choice([(0, 0), (0.03, 0), (0.08, 0.04), (0.3, 0.15)])
    for person in persons:
        person["diet"] = random.choices(["", *DIETS, "none"], [0.98 - sum(shares), *shares, 0.02])[0]
        person["absent"] = "yes" if random.random() < 0.01 else ""
    wish(random, persons, random.choice([0, 0, 0.02, 0.1]))
    meals = random.choice([[""], [""], [""], ["Lunch", "Dinner"]])
    return dict(event=settings(), people=persons, groups=listed(persons),
                tables=[line for meal in meals for line in hall(random, persons, meal)])


def wish(random, persons, share):
    """Pairs, and now and then three, who sit together, and pairs who are to sit apart."""
    free = random.sample(range(len(persons)), k=int(len(persons) * share / 3) * 3)
    for one, other, third in zip(free[::3], free[1::3], free[2::3]):
        kind = random.choice(["beside", "beside", "apart"])
        first, second, last = persons[one], persons[other], persons[third]
        if kind == "apart":
            first["apart"] = second["id"]
            continue
        second["diet"] = last["diet"] = first["diet"]
        first["beside"] = second["id"] + (";" + last["id"] if random.random() < 0.3 else "")


def hall(random, persons, meal):
    """Tables of one meal: the main table, those for everybody, those for a diet, and now and then some kept for a group."""
    dining = [person for person in persons if not person["absent"] and person["diet"] != "none"]
    apart = [diet for diet in DIETS if random.random() < 0.8 and any(person["diet"] == diet for person in dining)]
    size = random.choice([[10], [10], [8], [8, 10, 12], [6, 14], [24, 30]])
    slack = random.choice([0.97, 1, 1, 1.03, 1.1, 1.3])
    plain = sum(person["diet"] not in apart for person in dining)
    lines = []
    if random.random() < 0.7:
        lines.append(dict(seats=random.choice([8, 12, 20])))
    lines += fill(random, size, plain * slack - sum(line["seats"] for line in lines))
    for diet in apart:
        wanted = sum(person["diet"] == diet for person in dining) * random.choice([0.9, 1, 1.2, 1.5])
        lines += [line | dict(diet=diet) for line in fill(random, size[:1], wanted)]
    if random.random() < 0.25:
        keep(random, persons, lines)
    place(random, lines)
    return [dict(table=str(number), meal=meal, **line) for number, line in enumerate(lines, 1)]


def fill(random, size, wanted):
    """Tables of such sizes with so many seats; the last one may be smaller."""
    lines, left = [], math.ceil(wanted)
    while left > 0:
        lines.append(dict(seats=min(random.choice(size), max(4, left))))
        left -= lines[-1]["seats"]
    return lines or [dict(seats=4)]


def keep(random, persons, lines):
    """Keeps a table, or as many as its people need, for a group; or one for the highest ranks."""
    free = [line for line in lines[1:] if not line.get("diet")]
    name, group = random.choice(sorted(by_group(persons).items()))
    present = sum(not person["absent"] and person["diet"] != "none" for person in group)
    if not free or not present:
        return
    ranked = any(person["rank"] and int(person["rank"]) <= 20 and not person["absent"] for person in persons)
    if random.random() < 0.3 and ranked:
        free[0]["for"] = "rank:1-20"
        return
    seats = 0
    for line in free[:max(1, len(free) // 3)]:
        if seats < present:
            line["for"] = f"group:{name}"
            seats += line["seats"]


def place(random, lines):
    """An order of tables: each its own, in rows of five, the main table alone, or none."""
    kind = random.choice(["each", "each", "rows", "main", "none"])
    for number, line in enumerate(lines):
        if kind == "each" or kind == "rows" and number == 0 or kind == "main" and number == 0:
            line["order"] = number + 1
        elif kind == "rows":
            line["order"] = 2 + (number - 1) // 5
