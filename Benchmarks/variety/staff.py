"""Work of the staff: batches of travellers, posts by day and by the hour, far apart or not, for some alone, staff scarce or ample."""

from .people import by_group, day, listed, members, moment, settings

DAYS = 4
PLACES = ["Venue", "Inn", "Lodge", "Station", "Airport"]
TERMINALS = PLACES[3:]


def event(random, people):
    """An event whose staff share out their work."""
    persons = members(random, people)
    staff = random.sample(persons, k=max(2, round(people * random.choice([0.05, 0.1, 0.2]))))
    for person in persons:
        person["role"] = "staff" if person in staff else "delegate"
        travel(random, person)
    ways = [{"from": one, "to": other, "minutes": random.choice([5, 15, 40, 90])}
            for place, one in enumerate(PLACES) for other in PLACES[place + 1:]]
    return dict(event=settings(place="Venue", start=day(0), end=day(DAYS - 1)), people=persons, groups=listed(persons),
                vehicles=[dict(id="B1", seats=20)], routes=ways, duties=duties(random, persons, staff))


def travel(random, person):
    """Comes by train or by plane on the first day, and leaves on the last; some of the staff do so as well."""
    if person["role"] == "staff" and random.random() < 0.7:
        return
    met = "yes" if person["role"] != "staff" else ""
    for end, carried, morning in [("arrival", "pickup", 7 * 60), ("departure", "dropoff", (DAYS - 1) * 24 * 60 + 13 * 60)]:
        terminal = random.choice(TERMINALS)
        person[f"{end}_place"], person[end] = terminal, moment(morning + random.randrange(0, 600, 5))
        person[f"{end}_service"] = "G100" if terminal == "Station" else "CA1000"
        person[carried] = met


def duties(random, persons, staff):
    """A row for each kind of posts."""
    lines = [dict(duty="arrival", people=random.choice([1, 1, 2]), each=random.choice(["", 10, 30])),
             dict(duty="departure", people=1, each=random.choice(["", 20]))]
    if random.random() < 0.5:
        lines.append(dict(duty="arrival", post="Airport desk", people=1, place="Airport"))
    for number in range(random.randint(1, 2 + len(staff) // 4)):
        lines.append(dict(duty="other", post=f"Post {number + 1}", people=random.choice([1, 1, 2, 3])) | hours(random) | wish(random, staff))
    if random.random() < 0.5:
        group = random.choice(sorted(by_group(persons)))
        lines.append(dict(duty="other", post="Hosts", people=1, who=f"group:{group}") | hours(random))
    return lines


def hours(random):
    """Hours of every day, or of one."""
    place = random.choice(["", *PLACES])
    begin, length = random.randrange(7 * 60, 20 * 60, 30), random.choice([45, 60, 120, 240])
    if random.random() < 0.5:
        return {"place": place, "from": clock(begin), "to": clock(begin + length)}
    begin += random.randrange(DAYS) * 24 * 60
    return {"place": place, "from": moment(begin), "to": moment(begin + length)}


def wish(random, staff):
    """Only women or men, or people by name: all of a post, or those of whom it takes some."""
    kind = random.choice(["", "", "", "gender", "names"])
    if kind == "gender":
        return dict(gender=random.choice("FM"))
    if kind == "names":
        return dict(names=";".join(person["id"] for person in random.sample(staff, k=min(len(staff), random.randint(1, 4)))))
    return {}


def clock(minute):
    """A minute of the day as it is written."""
    return f"{minute // 60:02}:{minute % 60:02}"
