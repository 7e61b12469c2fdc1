"""The textbook model of the hall problem.

For group g, segment s (an unbroken series of free seats in a line), line l (a row or a file of a section), depth d:

    x[g, s, d]   seats of g in s at depth d       0 … min(free seats there, size of g)
    y[g, s]      g has a run in s                 binary
    lone[g, s]   that run is one seat             binary; for groups of two or more
    u[g, l]      a part of g starts in l          binary
    out[g]       people of g without a seat       0 … size of g
    w[g, s]      wheelchair users of g in s       where the hall offers wheelchair places

    minimize   Σ (10,000,000 + priority[g] D) out[g] + 10,000 Σ u + 200 Σ y + 300 Σ lone
               + Σ priority[g] d x[g, s, d]

    everybody      Σ_s,d x[g, s, d] + out[g] = size[g]
    capacity       Σ_g x[g, s, d] ≤ free seats of s at depth d
    run            Σ_d x[g, s, d] ≤ min(free seats of s, size[g]) y[g, s]
    lone           Σ_d x[g, s, d] + lone[g, s] ≥ 2 y[g, s]
    part           u[g, l] ≥ y[g, s] − Σ of y[g, ·] over the segments of line l − 1, for each segment s of l
    first part     Σ_l u[g, l] + out[g] ≥ 1
    wheelchairs    Σ_g w[g, s] ≤ wheelchair places of s,  w[g, s] ≤ Σ_d x[g, s, d],
                   Σ_s w[g, s] + out[g] ≥ wheelchair users of g

Usually a line is one segment and has one depth. Only a column of `outward` at the audience's left mixes two depths,
where half of its rows lie half a seat aside.

The model is a relaxation: it knows how many seats a group has in a segment and not which. A group has one run in each
of its segments, and its seats in lines that follow each other hang together; so parts and runs are at least what the
model counts, and its bound holds for every plan. (But for one trifle, where seats run short: if one person alone of a
larger group has a seat, that seat is lone here, and not in the objective.) Holes are not in the model: an empty seat costs
nothing here. Its objective may be less than that of any
plan: seating.py looks for seats that come near it, and evaluation.py says what they really cost.
"""

from collections import defaultdict

from program import Program
from reading import Unsupported

from .instance import WEIGHTS


class Textbook:
    """The model of an instance: its program, and the variables that its solution is read from."""

    def __init__(self, instance):
        if instance.is_strict:
            raise Unsupported("event.csv: hall_order strict")
        self.instance = instance
        self.program = Program()
        self.free_at = [seats_by_depth(instance, segment) for segment in instance.segments]
        self.lines = segments_by_line(instance.segments)
        self.outs = []
        self.x = [self.add_group(index, group) for index, group in enumerate(instance.groups)]
        for segment, depths in enumerate(self.free_at):
            for depth, free in depths.items():
                self.program.row([(x[segment][depth], 1) for x in self.x], most=free)
        self.add_wheelchairs()

    def add_group(self, index, group):
        """Adds what concerns one group alone; returns x by segment and depth."""
        program, priority = self.program, self.instance.priority(index)
        out = program.variable(WEIGHTS["unseated"] + priority * self.instance.depths, group.size)
        x, y = [], []
        for depths in self.free_at:
            x.append({depth: program.variable(priority * depth, min(free, group.size))
                      for depth, free in depths.items()})
            y.append(program.variable(WEIGHTS["run"], 1))
            seats = [(variable, 1) for variable in x[-1].values()]
            program.row([*seats, (y[-1], -min(sum(depths.values()), group.size))], most=0)
            if group.size >= 2:
                program.row([*seats, (program.variable(WEIGHTS["lone"], 1), 1), (y[-1], -2)], least=0)
        everywhere = [(variable, 1) for depths in x for variable in depths.values()]
        program.row([*everywhere, (out, 1)], least=group.size, most=group.size)
        program.row([*((start, 1) for start in self.add_parts(y)), (out, 1)], least=1)
        self.outs.append(out)
        return x

    def add_parts(self, y):
        """Adds where parts of a group start; returns the variables."""
        starts = []
        for (section, line), segments in self.lines.items():
            starts.append(self.program.variable(WEIGHTS["part"], 1))
            before = [(y[segment], 1) for segment in self.lines.get((section, line - 1), [])]
            for segment in segments:
                self.program.row([(starts[-1], 1), *before, (y[segment], -1)], least=0)
        return starts

    def add_wheelchairs(self):
        """Gives wheelchair users their share of the places; who has none stays out."""
        users = {index: group.wheelchairs for index, group in enumerate(self.instance.groups) if group.wheelchairs}
        placed = {index: [] for index in users}
        for number, segment in enumerate(self.instance.segments):
            places = sum(self.instance.seats[seat].wheelchair for seat in segment.seats)
            if places == 0:
                continue
            sharing = []
            for index, count in users.items():
                here = self.program.variable(0, min(places, count))
                seats = [(variable, 1) for variable in self.x[index][number].values()]
                self.program.row([*seats, (here, -1)], least=0)
                placed[index].append((here, 1))
                sharing.append((here, 1))
            self.program.row(sharing, most=places)
        for index, terms in placed.items():
            self.program.row([*terms, (self.outs[index], 1)], least=users[index])

    def shares(self, solution):
        """Seats of each group in each segment: `shares[segment][group]`, groups without any left out."""
        return [{group: count for group, x in enumerate(self.x)
                 if (count := round(sum(solution[variable] for variable in x[segment].values())))}
                for segment in range(len(self.free_at))]


def seats_by_depth(instance, segment):
    """How many seats a segment has at each depth."""
    counts = defaultdict(int)
    for seat in segment.seats:
        counts[instance.seats[seat].depth] += 1
    return dict(counts)


def segments_by_line(segments):
    """Indices of the segments of each (section, line)."""
    lines = defaultdict(list)
    for index, segment in enumerate(segments):
        lines[segment.section, segment.line].append(index)
    return lines
