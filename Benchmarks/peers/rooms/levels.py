"""Rooms on two levels: room-mates first, then groups to hotels, then floors inside each hotel, with HiGHS.

Room-mates are of one sex: those of one group and the same nights first, the odd ones by the nearest nights, then across
groups. The hotel level puts amounts of bundles (people who share a room) into hotels by kind of room; the floor level does
the same inside one hotel. Single rooms are handed out at the end.
"""

import math
from collections import defaultdict

from program import Program
from solvers import highs

from .evaluation import WEIGHTS
from .register import Register, parties

FLOOR_SECONDS = 20  # the most that the floors of one hotel get


def two_levels(instance, seconds, threads):
    """Rooms of all guests, and what the solver said on the way.

    Groups go to hotels within the limit of `seconds`; floors have twice as much, all hotels together.
    """
    classes = defaultdict(list)
    for bundle in bundles(instance):
        classes[class_of(instance, bundle)].append(bundle)
    everywhere = range(len(instance.rooms))
    amounts, found = spread(instance, classes, everywhere, "hotel", seconds, threads)
    register, left = Register(instance), []
    hotels = sorted({room.hotel for room in instance.rooms})
    floor_seconds = min(FLOOR_SECONDS, 2 * seconds / len(hotels))
    for hotel in hotels:
        inside = [room for room in everywhere if instance.rooms[room].hotel == hotel]
        here = defaultdict(list)
        for (kind, cell), count in amounts.items():
            if cell[0] == hotel:
                here[kind] += [classes[kind].pop() for _ in range(count)]
        floors, _ = spread(instance, here, inside, "floor", floor_seconds, threads)
        rooms_of = cells(instance, inside, "floor")
        for (kind, cell), count in floors.items():
            for bundle in [here[kind].pop() for _ in range(count)]:
                enter(register, bundle, rooms_of[cell], left)
        left += [bundle for members in here.values() for bundle in members]
    for bundle in left + [bundle for members in classes.values() for bundle in members]:
        for party in bundle:
            register.enter_cheapest(party, everywhere)
    return register.room_of, dict(solver="levels", version=found.version, status=found.status, objective=None, bound=None)


def enter(register, bundle, rooms, left):
    """Lets a bundle into one of these rooms that is empty, where it costs least; else it is left."""
    empty = [room for room in rooms if not register.members[room]]
    costs = [(cost, room) for room in empty if (cost := register.cost(bundle[0], room)) is not None]
    if not costs:
        left.append(bundle)
        return
    room = min(costs)[1]
    for party in bundle:
        if register.cost(party, room) is None:
            left.append([party])
        else:
            register.enter(party, room)


def bundles(instance):
    """Lists of parties that share a room: pairs of single guests entitled to a twin, all others by themselves."""
    by_group, found = defaultdict(list), []
    for party in parties(instance):
        guest = instance.guests[party[0]]
        if len(party) == 1 and guest.level == 1:
            by_group[guest.gender, guest.group].append(party)
        else:
            found.append([party])
    odd = defaultdict(list)
    for (sex, _), members in sorted(by_group.items()):
        found += paired(instance, members, odd[sex])
    for _, members in sorted(odd.items()):
        alone = []
        found += paired(instance, members, alone) + [[party] for party in alone]
    return found


def paired(instance, members, odd):
    """Pairs of neighbours in the order of their bonds and nights; who has none is added to `odd`."""
    waiting, pairs = defaultdict(list), []
    for party in members:
        waiting[key_of(instance, party)].append(party)
    rest = []
    for _, alike in sorted(waiting.items()):
        pairs += [list(pair) for pair in zip(alike[::2], alike[1::2])]
        rest += alike[len(alike) - len(alike) % 2:]
    while rest:
        party = rest.pop(0)
        fitting = [other for other in rest if may_share(instance, party, other)]
        if fitting:
            mate = min(fitting, key=lambda other: further_nights(instance, party, other))
            rest.remove(mate)
            pairs.append([party, mate])
        else:
            odd.append(party)
    return [pair for pair in pairs if pair_holds(instance, pair, odd)]


def key_of(instance, party):
    """What makes two guests of one group and sex alike."""
    guest = instance.guests[party[0]]
    return guest.first, guest.end, guest.wheelchair, tuple(sorted(guest.hotels or [])), guest.room or ""


def may_share(instance, party, other):
    """Whether two guests may have the same room."""
    one, two = instance.guests[party[0]], instance.guests[other[0]]
    return key_of(instance, party)[2:] == key_of(instance, other)[2:] and not kept_apart(instance, [party, other])


def kept_apart(instance, pair):
    """Whether two guests must not share."""
    return any((one, two) in instance.apart or (two, one) in instance.apart for one in pair[0] for two in pair[1])


def pair_holds(instance, pair, odd):
    """Parts two who are kept apart."""
    if kept_apart(instance, pair):
        odd += pair
        return False
    return True


def further_nights(instance, party, other):
    """Nights on which only one of two would be there."""
    return len(set(instance.guests[party[0]].nights) ^ set(instance.guests[other[0]].nights))


def class_of(instance, bundle):
    """(groups, people, is a family, and of each guest level, nights, wheelchair, hotels, room)."""
    guests = [instance.guests[member] for party in bundle for member in party]
    return (tuple(sorted({guest.group for guest in guests})), len(guests), bundle[0] in instance.families,
            tuple((guest.level, guest.first, guest.end, guest.wheelchair, tuple(sorted(guest.hotels or [])),
                   guest.room or "") for guest in guests))


def cells(instance, rooms, place):
    """Rooms by (hotel or floor, level, beds, price, accessible, first, end)."""
    found = defaultdict(list)
    for room in rooms:
        here = instance.rooms[room]
        found[getattr(here, place), here.level, here.beds, here.price, here.accessible, here.first, here.end].append(room)
    return found


def spread(instance, classes, rooms, place, seconds, threads):
    """Amounts of each class in each cell: the least of prices, levels, and places in use, by one integer program."""
    program, x = Program(), {}
    rooms_of = cells(instance, rooms, place)
    probe = Register(instance)
    groups_at, in_cell = defaultdict(list), defaultdict(list)
    for kind, members in classes.items():
        if not members:
            continue
        unplaced = [(program.variable(WEIGHTS["without"] * kind[1], len(members)), 1)]
        for cell, numbers in rooms_of.items():
            if fits(probe, members[0], numbers):
                variable = program.variable(cost_of(kind, cell), min(len(members), len(numbers)))
                x[kind, cell] = variable
                unplaced.append((variable, 1))
                in_cell[cell].append((variable, 1))
                for group in kind[0]:
                    groups_at[group, cell[0]].append((variable, 1))
        program.row(unplaced, least=len(members), most=len(members))
    for cell, numbers in rooms_of.items():
        program.row(in_cell[cell], most=len(numbers))
    weight = WEIGHTS["floor"] if place == "floor" else WEIGHTS["hotel"]
    size, usual_floor = defaultdict(int), floor_size(instance)
    for kind, members in classes.items():
        for group in kind[0]:
            size[group] += len(members)
    for (group, _), terms in groups_at.items():
        most = min(size[group], sum(program.uppers[variable] for variable, _ in terms))
        program.row([*terms, (program.variable(weight, 1), -most)], most=0)
        if place == "hotel":  # as many floors as its rooms need at least
            floors = program.variable(WEIGHTS["floor"], size[group])
            program.row([*terms, (floors, -usual_floor)], most=0)
    found = highs(program, seconds, threads)
    if found.solution is None:
        return {}, found
    return {key: round(found.solution[variable]) for key, variable in x.items() if round(found.solution[variable])}, found


def fits(probe, bundle, numbers):
    """Whether a bundle may have some room of a cell when it is empty."""
    people = sum(len(party) for party in bundle)
    here = probe.instance.rooms[numbers[0]]
    is_family = bundle[0][0] in probe.family_of
    return people <= (here.beds if is_family else here.holds) and all(
        any(probe.cost(party, room) is not None for room in numbers) for party in bundle)


def cost_of(kind, cell):
    """Price and levels of a bundle in a room of a cell."""
    nights = {night for _, first, end, *_ in kind[3] for night in range(first, end)}
    below = sum((end - first) * max(0, level - cell[1]) for level, first, end, *_ in kind[3])
    return cell[3] * len(nights) + WEIGHTS["below"] * below


def floor_size(instance):
    """Rooms of a floor on average, rounded up."""
    return math.ceil(len(instance.rooms) / len({(room.hotel, room.floor) for room in instance.rooms}))
