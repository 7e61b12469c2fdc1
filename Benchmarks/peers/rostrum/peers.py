"""The textbook model of the rostrum, given to one of two solvers."""

import time
from pathlib import Path

from reading import read
from solvers import SOLVERS

from .evaluation import broken, terms
from .instance import Instance
from .textbook import Textbook

TITLES = {"highs": "HiGHS", "cpsat": "CP-SAT"}


def size(event):
    """What the table says of the instance."""
    instance = Instance(event)
    return dict(due=len(instance.people), seats=len(instance.seats))


def answer(peer, event, seconds, threads):
    """What a peer finds; `seconds` counts the search alone, `build_seconds` what came before it."""
    start = time.perf_counter()
    instance = Instance(event)
    model = Textbook(instance)
    found = SOLVERS[peer](model.program, seconds, threads)
    result = found.told() | dict(build_seconds=round(time.perf_counter() - start - found.seconds, 2))
    if found.solution is not None:
        seat_of = model.seat_of(found.solution)
        rules = broken(instance, seat_of)
        if rules:
            raise AssertionError("; ".join(rules))
        result["terms"] = terms(seat_of)
        result["true_objective"] = sum(result["terms"].values())
    return result


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
