"""The rooms problem of an event, read from its tables: guests with nights and wishes, and rooms.

Reads what the benchmark's events use, in English tables; other weights are refused, so that no figure stands for another
problem.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

from reading import TRUE, Unsupported, read

LEVELS = {"suite": 3, "single": 2}  # any other type: 1


@dataclass
class Guest:
    """Somebody who sleeps at the event's cost."""
    id: str
    group: str
    gender: str
    level: int  # of the entitlement: suite 3, single 2, twin 1
    first: int  # first night, as the ordinal of its day
    end: int  # the day after the last night
    ranked: bool
    wheelchair: bool
    hotels: frozenset | None  # where the guest may be; nothing: everywhere
    room: str | None  # the number of the room that the list gives
    principals: list = field(default_factory=list)  # of an aide: people on whose floor the aide sleeps

    @property
    def nights(self):
        """The nights as ordinals."""
        return range(self.first, self.end)


@dataclass(frozen=True)
class Room:
    """A room."""
    hotel: str
    floor: str
    number: str
    level: int
    beds: int
    price: int
    accessible: bool
    first: int
    end: int

    @property
    def holds(self):
        """People of whom none belongs to another one's family."""
        return 1 if self.level > 1 else self.beds


class Instance:
    """Guests, rooms, and who is tied to whom: `families` and `ties` as sets of indices, `apart` as pairs.

    `kinds` gives each room as all that are alike are: its number counts only where a guest asks for it.
    """

    def __init__(self, event):
        tables = {name: read(Path(event) / f"{name}.csv") for name in ["event", "people", "groups", "rooms"]}
        settings = {row["key"]: row["value"] for row in tables["event"]}
        if any(key.startswith("weights.") for key in settings):
            raise Unsupported("event.csv: weights")
        self.spare = int(settings.get("room_spare") or 0)
        self.rooms = [room_of(row) for row in tables["rooms"]]
        self.offers_accessible = any("accessible" in row for row in tables["rooms"])
        bound = {row["group"]: frozenset(row["hotel"].split(";")) for row in tables["groups"] if row.get("hotel")}
        rows = [row for row in tables["people"] if sleeps_here(row)]
        self.guests = [guest_of(row, settings, bound, self.offers_accessible) for row in rows]
        self.index = {guest.id: place for place, guest in enumerate(self.guests)}
        names = defaultdict(list)
        for place, row in enumerate(rows):
            names[row["name"]].append(place)
        named = {name: places[0] for name, places in names.items() if len(places) == 1} | self.index
        wishes = {column: [{named[name] for name in (row.get(column) or "").replace("；", ";").split(";")
                            if name in named} for row in rows] for column in ["roommate", "apart", "beside"]}
        asked = {guest.room for guest in self.guests}
        self.kinds = [replace(room, number=room.number if room.number in asked else "") for room in self.rooms]
        self.apart = {(one, other) for one, others in enumerate(wishes["apart"]) for other in others}
        self.families, self.ties = linked(wishes["roommate"])
        for place, row in enumerate(rows):
            if row.get("role") == "staff":
                self.guests[place].principals = sorted(wishes["beside"][place])


def sleeps_here(row):
    """Whether a person of the list has a room: one of a type, or a twin with a day of arrival."""
    kind = row.get("room_type") or ("twin" if row.get("check_in") else "none")
    return kind != "none" and row.get("absent") not in TRUE


def guest_of(row, settings, bound, offers_accessible):
    """A guest."""
    first = day(row.get("check_in") or settings["start"])
    end = day(row["check_out"]) if row.get("check_out") else day(settings["end"]) + 1
    hotel, _, number = (row.get("room") or "").partition("-")
    group = row.get("group") or row.get("role") or "delegate"
    return Guest(row["id"], group, row["gender"], LEVELS.get(row.get("room_type"), 1), first, end,
                 bool(row.get("rank")), offers_accessible and "wheelchair" in (row.get("needs") or ""),
                 frozenset([hotel]) if hotel else bound.get(group), number or None)


def room_of(row):
    """A room."""
    level = LEVELS.get(row["type"], 1)
    return Room(row["hotel"], row.get("floor") or "", row["room"], level,
                int(row.get("beds") or (1 if level > 1 else 2)), int(row.get("price") or 0),
                row.get("accessible") in TRUE, day(row["from"]) if row.get("from") else 0,
                day(row["to"]) if row.get("to") else datetime.date.max.toordinal())


def day(text):
    """The ordinal of a date."""
    return datetime.date.fromisoformat(text).toordinal()


def linked(named):
    """Families, whose members name each other, and sets tied by one side's wish only: (families, ties)."""
    mutual = [{other for other in others if one in named[other]} for one, others in enumerate(named)]
    families = components(mutual)
    either = [set(others) for others in named]
    for one, others in enumerate(named):
        for other in others:
            either[other].add(one)
    in_family = {member for family in families for member in family}
    return families, [tie for tie in components(either) if not in_family.intersection(tie)]


def components(neighbours):
    """The connected sets of two or more."""
    found, seen = [], set()
    for start in range(len(neighbours)):
        if start in seen or not neighbours[start]:
            continue
        members = [start]
        seen.add(start)
        for member in members:  # grows while it is read
            for other in sorted(neighbours[member] - seen):
                seen.add(other)
                members.append(other)
        found.append(members)
    return found
