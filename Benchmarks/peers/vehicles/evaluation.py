"""What runs cost and which rules they break, counted from the runs alone: no solver's word is taken for it."""

from collections import defaultdict
from dataclasses import dataclass

from .instance import LOADING

SPLIT, NOT_CARRIED, NOT_CARRIED_RANKED = 300, 1_000_000, 2_000_000


@dataclass
class Run:
    """One drive of a vehicle with riders, as indices of vehicles and trips."""
    vehicle: int
    departure: int
    trips: list[int]


def terms(instance, runs):
    """Weighted terms of the objective."""
    duties = duties_of(runs)
    fixed = sum(instance.vehicles[vehicle].fixed for vehicle in duties)
    driven = 0
    for vehicle, duty in duties.items():
        place, minutes = instance.vehicles[vehicle].base, 0
        for run in duty:
            first = instance.trips[run.trips[0]]
            minutes += instance.minutes(place, first.origin) + instance.minutes(first.origin, first.destination)
            place = first.destination
        driven += instance.vehicles[vehicle].per_minute * minutes
    waiting = sum(instance.trips[trip].waiting(run.departure) for run in runs for trip in run.trips)
    split = sum(len({instance.trips[trip].group for trip in run.trips}) for run in runs)
    carried = {trip for run in runs for trip in run.trips}
    missing = sum(NOT_CARRIED_RANKED if trip.ranked else NOT_CARRIED
                  for place, trip in enumerate(instance.trips) if place not in carried)
    return dict(fixed=fixed, minutes=driven, waiting=waiting, split=SPLIT * split, not_carried=missing)


def duties_of(runs):
    """The runs of each vehicle in their order."""
    duties = defaultdict(list)
    for run in sorted(runs, key=lambda run: (run.departure, run.trips)):
        duties[run.vehicle].append(run)
    return duties


def broken(instance, runs):
    """Sentences about rules that do not hold; nothing when all is well."""
    found, seen = [], set()
    for run in runs:
        found += problems_of_run(instance, run)
        for trip in run.trips:
            if trip in seen:
                found.append(f"{instance.trips[trip].traveller} rides twice for one {instance.trips[trip].kind}")
            seen.add(trip)
    for vehicle, duty in duties_of(runs).items():
        found += problems_of_duty(instance, instance.vehicles[vehicle], duty)
    return found


def problems_of_run(instance, run):
    """What is wrong with one run by itself."""
    vehicle, riders = instance.vehicles[run.vehicle], [instance.trips[trip] for trip in run.trips]
    told = f"{vehicle.id} at {run.departure % 1440 // 60:02}:{run.departure % 60:02}"
    travellers = {rider.traveller for rider in riders}
    if len(riders) > vehicle.seats:
        yield f"{told}: {len(riders)} riders on {vehicle.seats} seats"
    if len({rider.alike for rider in riders}) > 1:
        yield f"{told}: riders of different drives"
    for rider in riders:
        if not rider.earliest <= run.departure <= rider.latest:
            yield f"{told}: too early or too late for {rider.traveller}"
        if rider.wheelchair and not vehicle.accessible:
            yield f"{told}: not accessible for {rider.traveller}"
        if rider.vehicle not in (None, vehicle.id):
            yield f"{told}: {rider.traveller} is bound to {rider.vehicle}"
        if rider.party is not None and not travellers <= rider.party:
            yield f"{told}: {rider.traveller} does not ride alone"
        if travellers & rider.apart:
            yield f"{told}: {rider.traveller} rides with somebody to be kept from"


def problems_of_duty(instance, vehicle, duty):
    """Where a vehicle would be in two places."""
    free, place = vehicle.first, vehicle.base
    for run in duty:
        first = instance.trips[run.trips[0]]
        if free + instance.minutes(place, first.origin) + LOADING > run.departure:
            yield f"{vehicle.id}: not at {first.origin} in time"
        free = run.departure + instance.minutes(first.origin, first.destination) + LOADING
        place = first.destination
    if free > vehicle.end:
        yield f"{vehicle.id}: under way for too long"
