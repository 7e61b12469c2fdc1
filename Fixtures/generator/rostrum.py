"""The rostrum of an event of any size: its rows, and what those who sit there are granted."""

ROW = 31  # seats
WISHES = ["seat", "beside", "apart"]
NEAR = 20  # a person sits beside somebody at most so many ranks lower
ACROSS = 2  # ranks from a person to the neighbour further out: places go left and right in turn


def rows(people):
    """Rows of one width, the last one shorter."""
    return [[row + 1, min(ROW, people - first)] for row, first in enumerate(range(0, people, ROW))]


def give_wishes(rng, everybody, percent):
    """So many of those with a rank get a wish that moves somebody; nobody is part of two."""
    ranked = sorted((person for person in everybody if person.get("rank")), key=lambda person: person["rank"])
    free = dict(enumerate(ranked))
    seats = {row: rng.sample(range(1, count + 1), count) for row, count in rows(len(ranked))}
    for place, person in enumerate(ranked):
        if place not in free or rng.random() * 100 >= percent:
            continue
        row, steps = place // ROW + 1, {"beside": rng.randint(ACROSS + 1, NEAR), "apart": ACROSS}
        wish = rng.choice(WISHES)
        if wish == "seat":
            person[wish] = f"rostrum:{row}-{seats[row].pop()}"
        elif place + steps[wish] in free:
            person[wish] = free.pop(place + steps[wish])["id"]
        del free[place]
