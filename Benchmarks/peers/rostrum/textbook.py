"""The rostrum as a textbook would write it: an assignment of people to seats, with rows for neighbours.

    x[i, s]      person i sits on seat s; costs (s − i)²; fixed where the list gives a seat
    everybody    Σ_s x[i, s] = 1
    every seat   Σ_i x[i, s] ≤ 1
    beside a, b  x[a, s] ≤ Σ x[b, t] over the neighbours t of s, and the same for b
    apart a, b   x[a, s] + x[b, s] + x[a, t] + x[b, t] ≤ 1 for neighbours s and t

It relaxes nothing: its objective is the plan's.
"""

from collections import defaultdict

from program import Program


class Textbook:
    """The model of an instance, and how its solution is read."""

    def __init__(self, instance):
        self.program = Program()
        self.people, self.seats = range(len(instance.people)), range(len(instance.seats))
        self.sits = [[self.program.variable((seat - person) ** 2, int(instance.pins.get(person, seat) == seat))
                      for seat in self.seats] for person in self.people]
        for person in self.people:
            self.program.row([(self.sits[person][seat], 1) for seat in self.seats], 1, 1)
        for seat in self.seats:
            self.program.row([(self.sits[person][seat], 1) for person in self.people], most=1)
        next_to = defaultdict(list)
        for seat, other in instance.neighbours:
            next_to[seat].append(other)
            next_to[other].append(seat)
        for pair in instance.beside:
            for (one, other), seat in ((order, seat) for order in [pair, pair[::-1]] for seat in self.seats):
                self.program.row([(self.sits[one][seat], 1), *((self.sits[other][near], -1) for near in next_to[seat])], most=0)
        for pair in instance.apart:
            for seats in instance.neighbours:
                self.program.row([(self.sits[person][seat], 1) for person in pair for seat in seats], most=1)

    def seat_of(self, solution):
        """Each person's seat."""
        return {person: max(self.seats, key=lambda seat: solution[self.sits[person][seat]]) for person in self.people}
