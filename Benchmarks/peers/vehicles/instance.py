"""The vehicles problem of an event, read from its tables: trips of travellers, vehicles, and minutes of the ways.

Reads what the benchmark's events use, in English tables; other weights are refused, so that no figure stands for another
problem. Times are minutes since the first day of the calendar.
"""

import datetime
import math
import re
from dataclasses import dataclass
from pathlib import Path

from reading import TRUE, Unsupported, read

LOADING = 5  # minutes before a departure, and again after an arrival
WAITS_LITTLE = 10  # ranks up to here
SETTINGS = dict(max_wait=30, vip_wait=5, ready_flight=30, ready_train=15, lead_flight=120, lead_train=60, max_early=60,
                vehicle_spare=0)


@dataclass
class Trip:
    """One traveller from one place to another, once."""
    traveller: str
    group: str
    kind: str  # the id of a transfer, pickup or dropoff
    origin: str
    destination: str
    earliest: int  # departure
    latest: int
    ranked: bool
    wheelchair: bool
    vehicle: str | None  # that the list gives
    party: frozenset | None  # of somebody who rides in a vehicle of their own: who may be there too
    apart: frozenset

    @property
    def alike(self):
        """What the riders of one run have in common."""
        return self.kind, self.origin, self.destination

    def waiting(self, departure):
        """Minutes that this departure makes the traveller wait."""
        return {"pickup": departure - self.earliest, "dropoff": self.latest - departure}.get(self.kind, 0)


@dataclass
class Vehicle:
    """A vehicle."""
    id: str
    kind: str
    seats: int  # that may be taken
    fixed: int
    per_minute: int
    base: str
    first: float
    end: float
    accessible: bool


class Instance:
    """Trips, vehicles and ways; `rooms` is the plan of rooms that tells where people sleep, if there is one."""

    def __init__(self, event, rooms=None):
        names = ["event", "people", "groups", "vehicles", "routes", "transfers"]
        tables = {name: read(Path(event) / f"{name}.csv") for name in names}
        told = {row["key"]: row["value"] for row in tables["event"]}
        if any(key.startswith("weights.") for key in told):
            raise Unsupported("event.csv: weights")
        self.settings = {key: float(told.get(key) or value) for key, value in SETTINGS.items()}
        self.place = told.get("place") or "会场"
        self.ways = {}
        for row in tables["routes"]:
            self.ways[row["from"], row["to"]] = int(row["minutes"])
        for (one, other), minutes in list(self.ways.items()):
            self.ways.setdefault((other, one), minutes)
        offers_accessible = any("accessible" in row for row in tables["vehicles"])
        self.vehicles = [self.vehicle_of(row) for row in tables["vehicles"]]
        people = [row for row in tables["people"] if row.get("absent") not in TRUE]
        self.hotels = hotels_of(people, tables["groups"], rooms)
        lodged = {row["person"]: row["hotel"] for row in read(Path(rooms))} if rooms else self.hotels
        beds = set(self.hotels.values()) - {self.place}
        parties = parties_of(people)
        apart = apart_of(people)
        self.trips = []
        for row in people:
            about = dict(traveller=row["id"], group=row.get("group") or row.get("role") or "delegate",
                         ranked=bool(row.get("rank")), party=parties.get(row["id"]), apart=apart.get(row["id"], frozenset()),
                         wheelchair=offers_accessible and "wheelchair" in (row.get("needs") or ""),
                         vehicle=row.get("vehicle") if row.get("vehicle") not in ("", None, "own") else None)
            self.trips += [Trip(**about, **trip) for trip in self.journeys(row)]
            self.trips += [Trip(kind=line["id"], origin=line["from"], destination=line["to"],
                                earliest=minute(line["earliest"]), latest=minute(line["latest"]), **about)
                           for line in tables["transfers"]
                           if selects(line["who"], row, lodged) and sleeps_at_an_end(line, row, lodged, beds)]

    def vehicle_of(self, row):
        """A vehicle of the table."""
        seats = int(row["seats"])
        return Vehicle(row["id"], row.get("kind") or "", seats - math.ceil(seats * self.settings["vehicle_spare"] - 1e-9),
                       int(row.get("fixed") or 0), int(row.get("per_minute") or 0), row.get("base") or self.place,
                       minute(row["from"]) if row.get("from") else -math.inf,
                       minute(row["to"]) if row.get("to") else math.inf, row.get("accessible") in TRUE)

    def minutes(self, origin, destination):
        """Minutes of a drive."""
        return 0 if origin == destination else self.ways[origin, destination]

    def journeys(self, row):
        """The trips of a person from a terminal and back to it."""
        hotel = self.hotels.get(row["id"], self.place)
        hurried = row.get("vehicle") == "own" or row.get("rank") and float(row["rank"]) <= WAITS_LITTLE
        if row.get("pickup") in TRUE:
            ready = minute(row["arrival"]) + self.settings[f"ready_{means(row.get('arrival_service'))}"]
            wait = self.settings["vip_wait" if hurried else "max_wait"]
            yield dict(kind="pickup", origin=row["arrival_place"], destination=hotel, earliest=int(ready),
                       latest=int(ready + wait))
        if row.get("dropoff") in TRUE:
            drive = self.minutes(hotel, row["departure_place"])
            there = minute(row["departure"]) - self.settings[f"lead_{means(row.get('departure_service'))}"]
            yield dict(kind="dropoff", origin=hotel, destination=row["departure_place"],
                       earliest=int(there - self.settings["max_early"] - drive), latest=int(there - drive))


def minute(text):
    """Minutes since the first day of the calendar."""
    moment = datetime.datetime.fromisoformat(text)
    return moment.toordinal() * 1440 + moment.hour * 60 + moment.minute


def means(service):
    """Whether a service is a flight or a train."""
    return "train" if re.fullmatch(r"[GDCKZTLSYgdckztlsy]?\d{1,4}", service or "") else "flight"


def hotels_of(people, groups, rooms):
    """The hotel of each traveller: in the plan of rooms, else the one asked for, else that of the group."""
    of_group = {row["group"]: row["hotel"].split(";")[0] for row in groups if row.get("hotel")}
    hotels = {}
    for row in people:
        hotel = (row.get("room") or "").partition("-")[0] or of_group.get(row.get("group"))
        if hotel:
            hotels[row["id"]] = hotel
    if rooms:
        hotels |= {row["person"]: row["hotel"] for row in read(Path(rooms))}
    return hotels


def parties_of(people):
    """Who may ride with each person who has a vehicle of their own: those whose `beside` names the person."""
    parties = {}
    for owner in people:
        if owner.get("vehicle") == "own":
            parties[owner["id"]] = frozenset([owner["id"]] + [row["id"] for row in people if {owner["id"], owner["name"]}
                                             & set((row.get("beside") or "").replace("；", ";").split(";"))])
    return parties


def apart_of(people):
    """The people with whom each person does not want to ride."""
    ids = {row["name"]: row["id"] for row in people} | {row["id"]: row["id"] for row in people}
    apart = {}
    for row in people:
        for name in (row.get("apart") or "").replace("；", ";").split(";"):
            if name in ids:
                apart[row["id"]] = apart.get(row["id"], frozenset()) | {ids[name]}
                apart[ids[name]] = apart.get(ids[name], frozenset()) | {row["id"]}
    return apart


def sleeps_at_an_end(line, row, lodged, beds):
    """Whether a transfer from or to a hotel is for a person: they sleep there."""
    ends = {line["from"], line["to"]} & beds
    return not ends or lodged.get(row["id"]) in ends


def selects(who, row, lodged):
    """Whether a transfer selects a person."""
    for condition in who.split("&"):
        key, _, names = condition.partition(":")
        names = names.split(";")
        value = {"all": "", "group": row.get("group"), "role": row.get("role") or "delegate",
                 "hotel": lodged.get(row["id"])}[key]
        if key != "all" and value not in names:
            return False
    return True
