"""The textbook model of the hall, given to one of two solvers."""

from collections import defaultdict
from pathlib import Path

from reading import read
from textbooks import TITLES, solved

from .evaluation import terms
from .instance import Instance
from .seating import seated
from .textbook import Textbook


def size(event):
    """What the table says of the instance."""
    instance = Instance(event)
    return dict(groups=len(instance.groups), people=sum(group.size for group in instance.groups),
                seats=sum(not seat.held for seat in instance.seats))


def answer(peer, event, seconds, threads):
    """What a peer finds: the objective and the bound of the model, and what the seats made from its solution cost."""
    return solved(peer, event, seconds, threads, Instance, Textbook, judged)


def judged(instance, model, solution):
    """No rule, since a solution only shares out lines of seats, and the terms of the seats made from it."""
    return [], terms(instance, seated(instance, model.lines, model.shares(solution)))


def counted(event, out):
    """The terms of a plan's hall.csv, and what it breaks, counted apart from Plenum."""
    instance = Instance(event)
    seat_at = {(seat.section, seat.row, seat.number): index for index, seat in enumerate(instance.seats)}
    group_at, broken = {}, []
    for row in read(Path(out) / "hall.csv"):
        seat = seat_at[row["section"], int(row["row"]), int(row["seat"])]
        if seat in group_at:
            broken.append(f"two people on {row['section']}-{row['row']}-{row['seat']}")
        group_at[seat] = instance.group_of_person[row["person"]]
    if instance.is_strict:
        broken += out_of_order(instance, group_at)
    return terms(instance, group_at), broken


def out_of_order(instance, group_at):
    """Groups that sit shallower by more than one than somebody of an earlier group."""
    depths = defaultdict(list)
    for seat, group in group_at.items():
        depths[group].append(instance.seats[seat].depth)
    broken, deepest = [], 0
    for group in sorted(depths):
        if min(depths[group]) < deepest - 1:
            broken.append(f"group {group + 1} sits before an earlier one")
        deepest = max(deepest, *depths[group])
    return broken
