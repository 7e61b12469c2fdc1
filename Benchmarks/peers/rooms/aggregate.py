"""One model of the whole rooms problem over guests who are alike and rooms that are alike.

For a class c of parties (group, sex, entitlements, nights, needs, size) and a class r of rooms (floor, level, beds, price,
accessible, dates); n is a night, s a sex:

    x[c, r]     parties of c in rooms of r
    out[c]      parties of c without a room
    z[r, s, n]  rooms of r that people of s share on n        where a room holds several people
    g[G, r, s]  rooms of r that group G would fill by itself on the fullest night
    a[r, s]     pairs of strangers in r
    f[G, floor], h[G, hotel]   the group is there             binary

    minimize   Σ out + Σ price z + Σ (price nights of those who have a room to themselves + below) x
               + 300 Σ f + 3,000 Σ h + 400 Σ a

    everybody  Σ_r x[c, r] + out[c] = parties of c
    beds       Σ_c of s, there on n  size x[c, r] ≤ holds z[r, s, n]
    rooms      Σ_s z[r, s, n] + Σ_c alone, there on n  x[c, r] ≤ rooms of r
    whole      Σ_c in G, of s, there on the fullest night  size x[c, r] ≤ holds g[G, r, s]
    strangers  a[r, s] ≥ Σ_G g[G, r, s] − z[r, s, fullest night]
    floor      Σ_c in G, r on the floor  size x[c, r] ≤ (the smaller of the two numbers) f,  f ≤ h
    aides, people kept apart and spare rooms are left out

A relaxation: it counts beds night by night, and so lets room-mates change; its bound holds for every plan.
"""

from collections import defaultdict

from program import Program

from .evaluation import WEIGHTS
from .register import Register, parties


class Aggregate:
    """The model of an instance: its program, and the variables that its solution is read from."""

    def __init__(self, instance):
        self.instance = instance
        self.program = Program()
        self.families = {tuple(family) for family in instance.families}
        self.parties, self.rooms = defaultdict(list), defaultdict(list)
        for party in parties(instance):
            self.parties[self.class_of_party(party)].append(party)
        for place, room in enumerate(instance.rooms):
            self.rooms[room.hotel, room.floor, room.level, room.beds, room.price, room.accessible, room.first,
                       room.end].append(place)
        self.x = {}
        self.add_parties()
        self.sharing = defaultdict(list)  # by room class and sex: (party class, x)
        self.alone = defaultdict(list)  # by room class: (party class, x)
        for (kind, rooms), variable in self.x.items():
            if self.is_alone(kind, rooms):
                self.alone[rooms].append((kind, variable))
            else:
                self.sharing[rooms, kind[1]].append((kind, variable))
        for rooms in self.rooms:
            self.add_beds(rooms)
        self.add_places()

    def class_of_party(self, party):
        """(groups, sex, members' levels, members' nights, wheelchair, hotels, room, size, family, ranked)."""
        guests = [self.instance.guests[member] for member in party]
        return (tuple(sorted({guest.group for guest in guests})), guests[0].gender,
                tuple(guest.level for guest in guests), tuple((guest.first, guest.end) for guest in guests),
                any(guest.wheelchair for guest in guests), guests[0].hotels, guests[0].room, len(party),
                tuple(party) in self.families, tuple(guest.ranked for guest in guests))

    def is_alone(self, kind, rooms):
        """Whether such a party has a room to itself."""
        return kind[8] or rooms[2] > 1

    def add_parties(self):
        """Adds x and out, and that everybody is somewhere."""
        register = Register(self.instance)
        for kind, members in self.parties.items():
            cost = sum(WEIGHTS["without_ranked" if ranked else "without"] for ranked in kind[9])
            everywhere = [(self.program.variable(cost, len(members)), 1)]
            for rooms, numbers in self.rooms.items():
                if register.cost(members[0], numbers[0]) is None and (
                        kind[6] is None or all(register.cost(members[0], room) is None for room in numbers)):
                    continue
                _, _, level, _, price, *_ = rooms
                below = sum((end - first) * max(0, entitled - level) for entitled, (first, end) in zip(kind[2], kind[3]))
                nights = len(nights_of(kind)) if self.is_alone(kind, rooms) else 0
                most = min(len(members), len(numbers) * (1 if self.is_alone(kind, rooms) else rooms[3] // kind[7]))
                variable = self.program.variable(WEIGHTS["below"] * below + price * nights, most)
                self.x[kind, rooms] = variable
                everywhere.append((variable, 1))
            self.program.row(everywhere, least=len(members), most=len(members))

    def add_beds(self, rooms):
        """Adds beds and rooms of one class, and strangers who share one."""
        number, beds, price = len(self.rooms[rooms]), rooms[3], rooms[4]
        in_use = defaultdict(list)
        for kind, variable in self.alone[rooms]:
            for night in nights_of(kind):
                in_use[night].append((variable, 1))
        for sex in "FM":
            present = defaultdict(list)
            for kind, variable in self.sharing[rooms, sex]:
                for night in nights_of(kind):
                    present[night].append((kind, variable))
            shared = {}
            for night, members in sorted(present.items()):
                shared[night] = self.program.variable(price, number)
                in_use[night].append((shared[night], 1))
                self.program.row([*((x, kind[7]) for kind, x in members), (shared[night], -beds)], most=0)
            if present:
                fullest = max(sorted(present), key=lambda night: sum(self.program.uppers[x] for _, x in present[night]))
                self.add_strangers(present[fullest], shared[fullest], number, beds)
        for sharing in in_use.values():
            self.program.row(sharing, most=number)

    def add_strangers(self, present, shared, number, beds):
        """Adds what it costs that fewer rooms are used than the groups would fill by themselves."""
        by_group = defaultdict(list)
        for kind, x in present:
            by_group[kind[0]].append((x, kind[7]))
        if len(by_group) < 2:
            return
        strangers = self.program.variable(WEIGHTS["strangers"], number * beds * beds)
        filled = []
        for terms in by_group.values():
            filled.append((self.program.variable(0, number), 1))
            self.program.row([*terms, (filled[-1][0], -beds)], most=0)
        self.program.row([*filled, (shared, -1), (strangers, -1)], most=0)

    def add_places(self):
        """Adds on which floors and in which hotels each group is."""
        on_floor = defaultdict(list)
        people = defaultdict(int)
        for kind, members in self.parties.items():
            for group in kind[0]:
                people[group] += kind[7] * len(members)
        for (kind, rooms), x in self.x.items():
            for group in kind[0]:
                on_floor[group, rooms[:2]].append((x, kind[7]))
        in_hotel = {}
        for (group, floor), terms in on_floor.items():
            here = self.program.variable(WEIGHTS["floor"], 1)
            self.program.row([*terms, (here, -min(people[group], sum(n * self.program.uppers[x] for x, n in terms)))],
                             most=0)
            key = group, floor[0]
            if key not in in_hotel:
                in_hotel[key] = self.program.variable(WEIGHTS["hotel"], 1)
            self.program.row([(here, 1), (in_hotel[key], -1)], most=0)

    def lodged(self, solution):
        """Rooms for a solution: party after party into the room of its class where it costs least, then who is left."""
        register = Register(self.instance)
        waiting = {kind: list(members) for kind, members in self.parties.items()}
        chosen = [(kind, rooms) for (kind, rooms), x in self.x.items() if round(solution[x])]
        chosen.sort(key=lambda each: (not each[0][8], each[0][7] == 1, each[1], each[0][1], each[0][0], each[0][3]))
        left = []
        for kind, rooms in chosen:
            for _ in range(round(solution[self.x[kind, rooms]])):
                party = waiting[kind].pop()
                if not register.enter_cheapest(party, self.rooms[rooms]):
                    left.append(party)
        for party in left + [party for members in waiting.values() for party in members]:
            register.enter_cheapest(party, range(len(self.instance.rooms)))
        return register.room_of


def nights_of(kind):
    """The nights on which somebody of a party of a class is there."""
    return sorted({night for first, end in kind[3] for night in range(first, end)})
