"""A careful dispatcher: who is ready first leaves first, the batch is filled, and the cheapest free vehicle comes.

Batches are made place by place and taken in the order of their departures. A batch goes to the vehicle that can be there
in time for the least money and waiting, a new vehicle's fixed cost included; where none has the seats, it is cut in two.
"""

from collections import defaultdict

from .evaluation import Run
from .instance import LOADING


def dispatched(instance):
    """The runs of the dispatcher, and the batches that no vehicle could take."""
    waiting = sorted((batch for trips in alike(instance).values() for batch in batches(instance, trips)),
                     key=lambda batch: (window(instance, batch), batch))
    state = [(vehicle.first, vehicle.base, False) for vehicle in instance.vehicles]
    runs, left = [], []
    while waiting:
        batch = waiting.pop(0)
        offers = [offer for vehicle in range(len(state)) if (offer := offered(instance, state, vehicle, batch))]
        if offers:
            _, _, vehicle, departure = min(offers)
            first = instance.trips[batch[0]]
            end = departure + instance.minutes(first.origin, first.destination) + LOADING
            state[vehicle] = (end, first.destination, True)
            runs.append(Run(vehicle, departure, batch))
        elif len(batch) > 1:
            half = (len(batch) + 1) // 2
            waiting[:0] = [batch[:half], batch[half:]]
        else:
            left.append(batch)
    return runs, left


def alike(instance):
    """Trips that may ride together, by drive; wheelchairs, own vehicles and bound riders by themselves."""
    found = defaultdict(list)
    owners = {trip.traveller: place for place, trip in enumerate(instance.trips) if trip.party}
    for place, trip in enumerate(instance.trips):
        alone = owners.get(trip.traveller, -1)
        found[*trip.alike, trip.wheelchair, trip.vehicle or "", alone].append(place)
    return found


def batches(instance, places):
    """Trips of one drive in batches: by readiness (send-offs: by deadline), then by group; each is filled."""
    trips = [instance.trips[place] for place in places]
    seats = max((vehicle.seats for vehicle in instance.vehicles
                 if (vehicle.accessible or not trips[0].wheelchair) and trips[0].vehicle in (None, vehicle.id)), default=1)
    by_deadline = trips[0].kind == "dropoff"
    order = sorted(places, key=lambda place: (
        instance.trips[place].latest if by_deadline else instance.trips[place].earliest, instance.trips[place].group, place))
    while order:
        batch, rest, taken = [], [], set()
        deadline = instance.trips[order[0]].latest
        for place in order:
            trip = instance.trips[place]
            if len(batch) < seats and trip.earliest <= deadline and not trip.apart & taken:
                batch.append(place)
                taken.add(trip.traveller)
            else:
                rest.append(place)
        yield batch
        order = rest


def window(instance, batch):
    """The first and the last departure that suit all of a batch."""
    return (max(instance.trips[place].earliest for place in batch), min(instance.trips[place].latest for place in batch))


def suits(instance, vehicle, batch):
    """Whether a vehicle may carry a batch."""
    here, trips = instance.vehicles[vehicle], [instance.trips[place] for place in batch]
    return len(batch) <= here.seats and all(
        (here.accessible or not trip.wheelchair) and trip.vehicle in (None, here.id) for trip in trips)


def offered(instance, state, vehicle, batch):
    """(cost, seats, vehicle, departure) when a vehicle can take a batch after all that it does, else nothing."""
    if not suits(instance, vehicle, batch):
        return None
    here, (free, place, used) = instance.vehicles[vehicle], state[vehicle]
    first = instance.trips[batch[0]]
    earliest, latest = window(instance, batch)
    empty, loaded = instance.minutes(place, first.origin), instance.minutes(first.origin, first.destination)
    there = max(earliest, free + empty + LOADING)
    if there > latest or max(latest if first.kind == "dropoff" else there, there) + loaded + LOADING > here.end:
        return None
    departure = latest if first.kind == "dropoff" else there
    waiting = sum(instance.trips[trip].waiting(departure) for trip in batch)
    cost = (0 if used else here.fixed) + here.per_minute * (empty + loaded) + waiting
    return cost, here.seats, vehicle, int(departure)
