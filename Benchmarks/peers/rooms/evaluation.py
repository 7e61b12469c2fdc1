"""What a lodging costs and which rules it breaks, counted from who sleeps where: no solver's word is taken for it."""

import itertools
from collections import defaultdict

WEIGHTS = dict(below=2000, floor=300, hotel=3000, strangers=400, without=1_000_000, without_ranked=2_000_000)


def terms(instance, room_of):
    """Weighted terms of the objective; `room_of` gives the room of each guest who has one, by index."""
    used, floors, hotels, below, strangers = set(), set(), set(), 0, 0
    for guest, room in room_of.items():
        here, who = instance.rooms[room], instance.guests[guest]
        used.update((room, night) for night in who.nights)
        floors.add((who.group, here.hotel, here.floor))
        hotels.add((who.group, here.hotel))
        below += len(who.nights) * max(0, who.level - here.level)
    for members in by_room(room_of).values():
        strangers += sum(one.group != other.group and shares_a_night(one, other) for one, other in itertools.combinations(
            [instance.guests[guest] for guest in members], 2))
    without = sum(WEIGHTS["without_ranked" if guest.ranked else "without"]
                  for place, guest in enumerate(instance.guests) if place not in room_of)
    return dict(price=sum(instance.rooms[room].price for room, _ in used), below=WEIGHTS["below"] * below,
                floor=WEIGHTS["floor"] * len(floors), hotel=WEIGHTS["hotel"] * len(hotels),
                strangers=WEIGHTS["strangers"] * strangers, without=without)


def by_room(room_of):
    """The guests of each room."""
    members = defaultdict(list)
    for guest, room in sorted(room_of.items()):
        members[room].append(guest)
    return members


def shares_a_night(one, other):
    """Whether two guests are there on one night."""
    return one.first < other.end and other.first < one.end


def broken(instance, room_of):
    """Sentences about rules that do not hold; nothing when all is well."""
    found = [problem for guest, room in room_of.items() for problem in alone(instance, guest, room)]
    family_of = {member: place for place, family in enumerate(instance.families) for member in family}
    for room, members in by_room(room_of).items():
        found += together(instance, room, members, family_of)
    for tied in instance.families + instance.ties:
        if len({room_of[member] for member in tied if member in room_of}) > 1:
            found.append(f"{names(instance, tied)} wish for one room")
    for guest, room in room_of.items():
        for principal in instance.guests[guest].principals:
            if principal in room_of and floor_of(instance, room_of[principal]) != floor_of(instance, room):
                found.append(f"{names(instance, [guest, principal])} sleep on different floors")
    return found + spare_in_use(instance, room_of)


def alone(instance, guest, room):
    """What is wrong with a guest in a room, whoever else is there."""
    who, here = instance.guests[guest], instance.rooms[room]
    told = f"{who.id} in {here.hotel}-{here.number}"
    if who.first < here.first or here.end < who.end:
        yield f"{told}: the room is not there on all nights"
    if who.wheelchair and not here.accessible:
        yield f"{told}: not accessible"
    if who.hotels is not None and here.hotel not in who.hotels or who.room not in (None, here.number):
        yield f"{told}: bound to another place"


def together(instance, room, members, family_of):
    """What is wrong with those who share a room."""
    here, guests = instance.rooms[room], [instance.guests[member] for member in members]
    told = f"{names(instance, members)} in {here.hotel}-{here.number}"
    for night in sorted({night for guest in guests for night in guest.nights}):
        present = [member for member, guest in zip(members, guests) if night in guest.nights]
        one_family = len({family_of.get(member, -1 - member) for member in present}) == 1
        if len(present) > (here.beds if one_family else here.holds):
            yield f"{told}: more people than beds"
        if len({instance.guests[member].gender for member in present}) > 1 and not one_family:
            yield f"{told}: of both sexes"
    for one, other in itertools.combinations(members, 2):
        kept_apart = (one, other) in instance.apart or (other, one) in instance.apart
        if kept_apart and shares_a_night(instance.guests[one], instance.guests[other]):
            yield f"{told}: wish to be apart"


def spare_in_use(instance, room_of):
    """Hotels with fewer unused rooms than are to be kept."""
    unused = defaultdict(int)
    for room, here in enumerate(instance.rooms):
        unused[here.hotel] += 1
    for room in set(room_of.values()):
        unused[instance.rooms[room].hotel] -= 1
    return [f"{hotel}: {count} rooms unused" for hotel, count in unused.items() if count < instance.spare]


def floor_of(instance, room):
    """A floor of a hotel."""
    return instance.rooms[room].hotel, instance.rooms[room].floor


def names(instance, members):
    """The ids of guests."""
    return ", ".join(instance.guests[member].id for member in members)
