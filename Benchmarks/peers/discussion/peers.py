"""The textbook model of discussions, given to one of two solvers."""

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
    return dict(groups=len(instance.groups), people=sum(len(group.people) for group in instance.groups),
                sessions=len(instance.sessions), rooms=len(instance.rooms))


def answer(peer, event, seconds, threads):
    """What a peer finds; `seconds` counts the search alone, `build_seconds` what came before it."""
    start = time.perf_counter()
    instance = Instance(event)
    model = Textbook(instance)
    found = SOLVERS[peer](model.program, seconds, threads)
    result = found.told() | dict(build_seconds=round(time.perf_counter() - start - found.seconds, 2))
    if found.solution is not None:
        room_of = model.room_of(found.solution)
        rules = broken(instance, room_of)
        if rules:
            raise AssertionError("; ".join(rules[:5]))
        result["terms"] = terms(instance, room_of)
        result["true_objective"] = sum(result["terms"].values())
    return result


def counted(event, out):
    """The terms of a plan's discussion.csv, and what it breaks, counted apart from Plenum."""
    instance = Instance(event)
    room_at = {(room.session, room.name): place for place, room in enumerate(instance.rooms)}
    group_at = {group.name: place for place, group in enumerate(instance.groups)}
    room_of, rules = {}, []
    for row in read(Path(out) / "discussion.csv"):
        session = instance.sessions.index(row["session"])
        meeting = group_at[row["group"]], session
        if meeting in room_of:
            rules.append(f"{row['group']} has two rooms in session {row['session']}")
        if int(row["people"]) != len(instance.groups[meeting[0]].people):
            rules.append(f"{row['group']} is not {row['people']} people")
        room_of[meeting] = room_at[session, row["room"]]
    return terms(instance, room_of), rules + broken(instance, room_of)
