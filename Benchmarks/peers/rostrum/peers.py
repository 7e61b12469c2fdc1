"""The textbook model of the rostrum, given to one of two solvers."""

from pathlib import Path

from reading import read
from textbooks import TITLES, solved

from .evaluation import broken, terms
from .instance import Instance
from .textbook import Textbook


def size(event):
    """What the table says of the instance."""
    instance = Instance(event)
    return dict(due=len(instance.people), seats=len(instance.seats))


def answer(peer, event, seconds, threads):
    """What a peer finds."""
    return solved(peer, event, seconds, threads, Instance, Textbook, judged)


def judged(instance, model, solution):
    """The rules that a solution breaks, and its terms."""
    seat_of = model.seat_of(solution)
    return broken(instance, seat_of), terms(seat_of)


def counted(event, out):
    """The terms of a plan's rostrum.csv, and what it breaks, counted apart from Plenum."""
    instance = Instance(event)
    seat_of, rules = {}, []
    for row in read(Path(out) / "rostrum.csv"):
        person, seat = instance.index[row["person"]], instance.place[int(row["row"]), int(row["seat"])]
        if person in seat_of:
            rules.append(f"{row['person']} has two seats")
        if int(row["place"]) != seat + 1:
            rules.append(f"{row['row']}-{row['seat']} is place {seat + 1}, not {row['place']}")
        seat_of[person] = seat
    return terms(seat_of), rules + broken(instance, seat_of)
