"""The vehicles of an event by each peer: a careful dispatcher, and his batches by OR-Tools' routing."""

import time
from pathlib import Path

from reading import read

from .evaluation import Run, broken, terms
from .greedy import dispatched
from .instance import Instance, minute
from .routing import routed

TITLES = {"greedy": "dispatcher", "routing": "OR-Tools' routing"}


def size(event):
    """What the table says of the instance."""
    instance = Instance(event)
    return dict(groups=len({trip.group for trip in instance.trips}), people=len({trip.traveller for trip in instance.trips}),
                trips=len(instance.trips), vehicles=len(instance.vehicles))


def answer(peer, event, seconds, threads):
    """What a peer's runs cost; neither proves a bound. Routing works on one thread."""
    start = time.perf_counter()
    instance = Instance(event)
    runs, _ = dispatched(instance)
    result = dict(solver=peer, version="", objective=None, bound=None, seconds=round(time.perf_counter() - start, 2))
    if peer == "routing":
        runs, took, result["version"] = routed(instance, runs, seconds)
        result["seconds"] = round(took, 2)
    if runs is None:
        return result
    rules = broken(instance, runs)
    if rules:
        raise AssertionError("; ".join(rules[:5]))
    result["terms"] = terms(instance, runs)
    result |= dict(true_objective=sum(result["terms"].values()), runs=len(runs),
                   vehicles=len({run.vehicle for run in runs}))
    return result


def counted(event, out):
    """The terms of a plan's runs.csv and riders.csv, and what it breaks, counted apart from Plenum."""
    rooms = Path(out) / "rooms.csv"
    instance = Instance(event, rooms if rooms.exists() else None)
    vehicles = {vehicle.id: place for place, vehicle in enumerate(instance.vehicles)}
    trips = {(trip.traveller, trip.kind): place for place, trip in enumerate(instance.trips)}
    rows = {row["run"]: row for row in read(Path(out) / "runs.csv")}
    riders = {run: [] for run in rows}
    for rider in read(Path(out) / "riders.csv"):
        riders[rider["run"]].append(trips[rider["person"], rows[rider["run"]]["transfer"]])
    runs, rules = [], []
    for name, row in rows.items():
        run = Run(vehicles[row["vehicle"]], minute(row["depart"]), riders[name])
        runs.append(run)
        ways = {(instance.trips[trip].origin, instance.trips[trip].destination) for trip in run.trips}
        drive = instance.minutes(row["from"], row["to"])
        if ways != {(row["from"], row["to"])} or minute(row["arrive"]) != run.departure + drive:
            rules.append(f"run {name}: not the way of its riders, or not its minutes")
        if int(row["riders"]) != len(run.trips):
            rules.append(f"run {name}: {row['riders']} riders told, {len(run.trips)} listed")
    return terms(instance, runs), rules + broken(instance, runs)
