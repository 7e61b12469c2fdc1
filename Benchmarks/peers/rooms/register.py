"""A register of who sleeps where, that tells what one more party in a room would cost."""

from collections import defaultdict

from .evaluation import WEIGHTS, shares_a_night


def parties(instance):
    """Guests who must share a room (families and ties), all others alone: lists of indices."""
    tied = instance.families + instance.ties
    inside = {member for party in tied for member in party}
    return tied + [[guest] for guest in range(len(instance.guests)) if guest not in inside]


class Register:
    """A growing plan: every party is let in only where no rule of its room is broken."""

    def __init__(self, instance):
        self.instance = instance
        self.room_of = {}
        self.members = [[] for _ in instance.rooms]
        self.used = defaultdict(set)  # nights of each room
        self.on_floor, self.in_hotel = set(), set()
        self.family_of = {member: place for place, family in enumerate(instance.families) for member in family}

    def cost(self, party, room):
        """What a party would add to the objective in a room, or nothing when it may not be there."""
        here = self.instance.rooms[room]
        guests = [self.instance.guests[member] for member in party]
        if not all(self.may_be(guest, here) for guest in guests) or not self.has_beds(party, guests, room, here):
            return None
        nights = {night for guest in guests for night in guest.nights}
        cost = here.price * len(nights - self.used[room])
        for guest in guests:
            cost += WEIGHTS["below"] * len(guest.nights) * max(0, guest.level - here.level)
        for group in {guest.group for guest in guests}:
            cost += WEIGHTS["floor"] * ((group, here.hotel, here.floor) not in self.on_floor)
            cost += WEIGHTS["hotel"] * ((group, here.hotel) not in self.in_hotel)
        strangers = sum(guest.group != other.group and shares_a_night(guest, other) for guest in guests
                        for other in (self.instance.guests[member] for member in self.members[room]))
        return cost + WEIGHTS["strangers"] * strangers

    def may_be(self, guest, here):
        """Whether a room is there for a guest, and what the guest is bound to."""
        return (here.first <= guest.first and guest.end <= here.end and (here.accessible or not guest.wheelchair)
                and (guest.hotels is None or here.hotel in guest.hotels) and guest.room in (None, here.number))

    def has_beds(self, party, guests, room, here):
        """Whether a room has beds for a party beside those who are there, of one sex and not kept apart."""
        is_family = party[0] in self.family_of
        if len(party) > (here.beds if is_family else here.holds):
            return False
        together = [member for member in self.members[room]
                    if any(shares_a_night(self.instance.guests[member], guest) for guest in guests)]
        if not together:
            return True
        if is_family or any(member in self.family_of for member in together):
            return False
        if any(self.instance.guests[member].gender != guests[0].gender for member in together):
            return False
        if any((one, other) in self.instance.apart or (other, one) in self.instance.apart
               for one in party for other in together):
            return False
        return all(sum(night in self.instance.guests[member].nights for member in together) + len(party) <= here.holds
                   for night in guests[0].nights)

    def enter(self, party, room):
        """Lets a party in."""
        here = self.instance.rooms[room]
        for member in party:
            guest = self.instance.guests[member]
            self.room_of[member] = room
            self.members[room].append(member)
            self.used[room].update(guest.nights)
            self.on_floor.add((guest.group, here.hotel, here.floor))
            self.in_hotel.add((guest.group, here.hotel))

    def enter_cheapest(self, party, rooms):
        """Lets a party into the room where it costs least; tells whether there is one."""
        costs = [(cost, room) for room in self.different(rooms) if (cost := self.cost(party, room)) is not None]
        if not costs:
            return False
        self.enter(party, min(costs)[1])
        return True

    def different(self, rooms):
        """The rooms with somebody in them, and of the empty ones that are alike the first."""
        seen = set()
        for room in rooms:
            kind = self.instance.kinds[room]
            if self.members[room] or kind not in seen:
                yield room
            if not self.members[room]:
                seen.add(kind)
