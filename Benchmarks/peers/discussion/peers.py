"""The textbook model of discussions, given to one of two solvers."""

from pathlib import Path

from reading import read
from textbooks import TITLES, solved

from .evaluation import broken, terms
from .instance import Instance
from .textbook import Textbook


def size(event):
    """What the table says of the instance."""
    instance = Instance(event)
    return dict(groups=len(instance.groups), people=sum(len(group.people) for group in instance.groups),
                sessions=len(instance.sessions), rooms=len(instance.rooms))


def answer(peer, event, seconds, threads):
    """What a peer finds."""
    return solved(peer, event, seconds, threads, Instance, Textbook, judged)


def judged(instance, model, solution):
    """The rules that a solution breaks, and its terms."""
    room_of = model.room_of(solution)
    return broken(instance, room_of), terms(instance, room_of)


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
