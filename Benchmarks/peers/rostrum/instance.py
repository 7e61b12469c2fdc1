"""The rostrum problem of an event, read from its tables: people in protocol order, seats with their places, and wishes.

Reads what the benchmark's events use. Whatever would change the problem and is not read here (other rules of places, other
weights, more people than seats) is refused, so that no figure stands for another problem.
"""

from pathlib import Path

from reading import Unsupported, read

DEFAULTS = dict(high_side="left", even_rule="left", two_rule="left", equal_heads="no")


class Instance:
    """`people` are ids, the highest first; `seats` are (row, number) by their places, the best first.

    `pins` gives the seat of a person, `beside` and `apart` are pairs; people and seats are told by their indices.
    """

    def __init__(self, event):
        settings = {row["key"]: row["value"] for row in read(Path(event) / "event.csv")}
        if any(key.startswith("weights.") or settings[key] != DEFAULTS.get(key, settings[key]) for key in settings):
            raise Unsupported("event.csv: rules of places, or weights")
        due = [row for row in read(Path(event) / "people.csv") if row["role"] == "rostrum" and not row.get("absent")]
        due.sort(key=lambda row: float(row["rank"] or "inf"))
        self.people = [row["id"] for row in due]
        self.seats = [(row, number) for row, count in rows_of(event) for number in by_protocol(count)]
        if len(self.people) > len(self.seats):
            raise Unsupported("rostrum.csv: fewer seats than people")
        self.index = {person: place for place, person in enumerate(self.people)}
        self.place = {seat: place for place, seat in enumerate(self.seats)}
        self.pins = {self.index[row["id"]]: self.place[seat_called(row["seat"])] for row in due if row.get("seat")}
        self.beside, self.apart = (self.pairs(due, wish) for wish in ["beside", "apart"])
        self.neighbours = [(place, self.place[row, number + 1]) for (row, number), place in self.place.items()
                           if (row, number + 1) in self.place]

    def pairs(self, due, wish):
        """The pairs of people of a column of wishes."""
        return [(self.index[row["id"]], self.index[other]) for row in due for other in (row.get(wish) or "").split(";") if other]


def rows_of(event):
    """Row and number of seats, the front row first."""
    return sorted((int(row["row"]), int(row["seats"])) for row in read(Path(event) / "rostrum.csv"))


def by_protocol(count):
    """The seats 1 … count, the best first: the centre, then left and right in turn as those who sit there see it."""
    centre = (count + 1) // 2
    return sorted(range(1, count + 1), key=lambda seat: (abs(seat - centre), seat < centre))


def seat_called(name):
    """Row and number of `rostrum:ROW-SEAT`."""
    place, _, seat = name.partition(":")
    if place != "rostrum":
        raise Unsupported(f"people.csv: seat {name}")
    row, number = seat.split("-")
    return int(row), int(number)
