"""The discussions of an event as its files tell them: how large each group is, and the rooms of each session.

Reads what the benchmark's events use. Whatever would change the problem and is not read here (people without a group,
other weights) is refused, so that no figure stands for another problem.
"""

from dataclasses import dataclass
from pathlib import Path

from reading import TRUE, Unsupported, read

WEIGHTS = dict(without=1_000_000, empty=1, change=500)


@dataclass
class Meeting:
    """People who discuss together."""
    name: str
    people: list  # ids
    wheelchair: bool = False


@dataclass
class Room:
    """A room in one session; `place` is what makes it the same room in another session."""
    name: str
    session: int
    seats: int
    place: tuple
    accessible: bool


class Instance:
    """Groups that meet, and the rooms of each session as indices of `rooms`."""

    def __init__(self, event):
        tables = {name: read(Path(event) / f"{name}.csv") for name in ["event", "people", "groups", "discussion"]}
        if any(row["key"].startswith("weights.") for row in tables["event"]):
            raise Unsupported("event.csv: weights")
        self.sessions = list(dict.fromkeys(row.get("session") or "" for row in tables["discussion"]))
        self.offers_access = "accessible" in (tables["discussion"] or [{}])[0]
        self.rooms = [self.room_of(row) for row in tables["discussion"]]
        self.of_session = [[index for index, room in enumerate(self.rooms) if room.session == session]
                           for session in range(len(self.sessions))]
        self.groups = meetings(tables["people"], tables["groups"])

    def room_of(self, row):
        """A room of its row."""
        return Room(row["room"], self.sessions.index(row.get("session") or ""), int(row["seats"]),
                    (row["room"], row.get("place") or ""), (row.get("accessible") or "").lower() in TRUE)

    def holds(self, group, room):
        """Whether a group can meet in a room."""
        return (len(group.people) <= room.seats
                and (room.accessible or not (group.wheelchair and self.offers_access)))


def meetings(people, listed):
    """Who meets: each person by the list of people, else by the table of groups, else with the own group."""
    of_group = {row["group"]: row.get("discussion") or "" for row in listed}
    groups = {}
    for row in people:
        if (row.get("absent") or "").lower() in TRUE:
            continue
        if not row.get("group"):
            raise Unsupported("people.csv: people without a group")
        name = row.get("discussion") or of_group.get(row["group"]) or row["group"]
        if name != "none":
            meeting = groups.setdefault(name, Meeting(name, []))
            meeting.people.append(row["id"])
            meeting.wheelchair |= "wheelchair" in (row.get("needs") or "")
    return list(groups.values())
