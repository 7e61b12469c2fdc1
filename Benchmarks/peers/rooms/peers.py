"""The rooms of an event by each peer: one model of the whole for two solvers, and two levels with HiGHS."""

import time
from pathlib import Path

from reading import read
from solvers import SOLVERS

from .aggregate import Aggregate
from .evaluation import broken, terms
from .instance import Instance
from .levels import two_levels

TITLES = {"highs": "HiGHS", "cpsat": "CP-SAT", "levels": "two levels"}


def size(event):
    """What the table says of the instance."""
    instance = Instance(event)
    return dict(groups=len({guest.group for guest in instance.guests}), people=len(instance.guests),
                hotels=len({room.hotel for room in instance.rooms}), rooms=len(instance.rooms))


def answer(peer, event, seconds, threads):
    """What a peer finds: the objective and the bound of its model, and what the rooms made from its solution cost."""
    start = time.perf_counter()
    instance = Instance(event)
    if peer == "levels":
        room_of, result = two_levels(instance, seconds, threads)
        result["seconds"] = round(time.perf_counter() - start, 2)
    else:
        model = Aggregate(instance)
        found = SOLVERS[peer](model.program, seconds, threads)
        result = found.told()
        room_of = None if found.solution is None else model.lodged(found.solution)
        result["build_seconds"] = round(time.perf_counter() - start - found.seconds, 2)
    if room_of is not None:
        rules = broken(instance, room_of)
        if rules:
            raise AssertionError("; ".join(rules))
        result["terms"] = terms(instance, room_of)
        result["true_objective"] = sum(result["terms"].values())
    return result


def counted(event, out):
    """The terms of a plan's rooms.csv, and what it breaks, counted apart from Plenum."""
    instance = Instance(event)
    room_at = {(room.hotel, room.number): place for place, room in enumerate(instance.rooms)}
    room_of, rules = {}, []
    for row in read(Path(out) / "rooms.csv"):
        guest = instance.index[row["person"]]
        if guest in room_of:
            rules.append(f"{row['person']} has two rooms")
        room_of[guest] = room_at[row["hotel"], row["room"]]
    return terms(instance, room_of), rules + broken(instance, room_of)
