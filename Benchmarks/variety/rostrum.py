"""Rostrums of one to five rows, equal or not, with few or many wishes."""

from .people import settings


def event(random, people):
    """An event with so many people on the rostrum."""
    lengths, spare = [], random.choice([0, 0, 1, people // 10])
    count = min(people, random.randint(1, 5))
    for row in range(count):
        lengths.append((people + spare - sum(lengths)) // (count - row) + random.choice([0, 0, 1, 2]))
    persons = [dict(id=str(place + 1), name=f"Person {place + 1}", role="rostrum", rank=str(place + 1)) for place in range(people)]
    wish(random, persons, lengths, random.choice([0, 0.05, 0.1, 0.25]))
    return dict(event=settings(high_side=random.choice(["left", "right"]), even_rule=random.choice(["left", "pair"])),
                people=persons, rostrum=[dict(row=row + 1, seats=length) for row, length in enumerate(lengths)])


def wish(random, persons, lengths, share):
    """Gives a share of the people a seat, a neighbour, or somebody to be kept from."""
    seats = [(row + 1, seat + 1) for row, length in enumerate(lengths) for seat in range(length)]
    random.shuffle(seats)
    free = random.sample(range(len(persons)), k=int(share * len(persons)) // 2 * 2)
    for one, other in zip(free[::2], free[1::2]):
        kind = random.choice(["seat", "beside", "apart"])
        if kind == "seat":
            persons[one]["seat"] = "rostrum:%d-%d" % seats.pop()
        else:
            persons[one][kind] = persons[other]["id"]
