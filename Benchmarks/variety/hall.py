"""Halls of one to five sections: rows equal, fanning out or ragged, in one run or with wings, with held seats and pins."""

from .people import by_group, listed, members, settings


def event(random, people):
    """An event with so many people in the hall."""
    fill = random.choice([0.8, 0.9, 0.93, 0.97, 1])
    lines = hall(random, round(people / fill + 0.5))
    seats = [(line["section"], line["row"], number) for line in lines for number in range(line["first"], line["last"] + 1)]
    hold(random, lines, seats, len(seats) - people)
    persons = members(random, people)
    if random.random() < 0.5:
        wish(random, persons, [seat for seat in seats if not is_held(lines, seat)])
    order = random.choices(["near", "free", "strict"], [6, 1, 2])[0]
    method = random.choice(["horizontal", "horizontal", "vertical", "outward"])
    return dict(event=settings(hall_method=method, hall_order=order), people=persons, groups=listed(persons),
                hall=lines)


def hall(random, seats):
    """Lines of at least so many seats."""
    sections = random.randint(1, 5 if seats > 120 else 3)
    rows = max(2, round((seats / random.uniform(1, 3)) ** 0.5 / (1 if sections == 1 else 1.3)))
    shape = random.choice(["equal", "fan", "ragged"])
    wings = [random.choice([1, 1, 1, 3]) for _ in range(sections)]
    lines, total, row = [], 0, 0
    width = seats / (rows * sections)
    while total < seats:
        row += 1
        for section in range(sections):
            length = {"equal": width, "fan": width * (0.7 + 0.6 * row / rows), "ragged": width * random.uniform(0.7, 1.3)}[shape]
            length = max(1, round(length))
            first = 1
            for part in runs(length, wings[section]):
                lines.append(dict(section=f"S{section + 1}", row=row, first=first, last=first + part - 1))
                first += part
                total += part
    return lines


def runs(length, count):
    """A row cut into so many runs between aisles, the middle one the longest."""
    if count == 1 or length < 5:
        return [length]
    wing = max(1, length // 4)
    return [wing, length - 2 * wing, wing]


def hold(random, lines, seats, spare):
    """Holds some of the seats that are not needed: pillars, cameras."""
    if spare < 2 or random.random() < 0.5:
        return
    for section, row, number in random.sample(seats, k=min(spare // 2, max(1, len(seats) // 40))):
        line = next(line for line in lines if (line["section"], line["row"]) == (section, row) and line["first"] <= number <= line["last"])
        line["reserved"] = ",".join(filter(None, [line.get("reserved"), str(number)]))


def is_held(lines, seat):
    """Whether a seat is held."""
    section, row, number = seat
    return any(str(number) in line.get("reserved", "").split(",") for line in lines
               if (line["section"], line["row"]) == (section, row))


def wish(random, persons, seats):
    """Some people have a seat, a neighbour, somebody to be kept from, or need an aisle."""
    free = random.sample(range(len(persons)), k=min(len(persons), 2 + len(persons) // 50))
    pinned = random.sample(seats, k=min(len(seats), len(free)))
    for place, seat in zip(free, pinned):
        kind = random.choice(["seat", "beside", "apart", "aisle"])
        group = [row for row in by_group(persons)[persons[place]["group"]] if row is not persons[place]]
        if kind == "seat":
            persons[place]["seat"] = "%s-%s-%s" % seat
        elif kind == "aisle":
            persons[place]["needs"] = "aisle"
        elif group and not any(row.get("beside") or row.get("apart") or row.get("seat") for row in group):
            persons[place][kind] = random.choice(group)["id"]
