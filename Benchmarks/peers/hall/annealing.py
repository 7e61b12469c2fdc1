"""Simulated annealing on the seats of a hall, from nothing but the tables and the objective of evaluation.py.

No model and no bound: a yardstick for small halls, where whoever has a minute can let seats change hands and see. It begins
with the seats of a plan, moves single people to empty seats, exchanges the seats of two groups where they touch, and lays two
groups that touch anew, one behind the other. Pinned seats stay.

    python3 -m hall.annealing EVENT PLAN [--seconds 60] [--seed 1]
"""

import argparse
import csv
import json
import random
import time
from math import exp
from pathlib import Path

from reading import read

from .evaluation import terms
from .instance import WEIGHTS, Instance


class Annealing:
    """Groups by seat, and what they cost; the groups that a move touches are counted anew."""

    def __init__(self, instance, group_at, pinned, seed):
        self.instance, self.random, self.pinned = instance, random.Random(seed), pinned
        seats = range(len(instance.seats))
        self.near = [instance.seats_near(seat, 0) for seat in seats]
        self.line = [[other for other in self.near[seat]
                      if abs(instance.seats[other].along - instance.seats[seat].along) == 1
                      and (instance.method != "horizontal" or instance.seats[other].run == instance.seats[seat].run)]
                     for seat in seats]
        self.reached = [self.line[seat] + instance.seats_near(seat, -1) + instance.seats_near(seat, 1) for seat in seats]
        self.free = [seat for seat in seats if not instance.seats[seat].held and seat not in pinned]
        self.is_free = set(self.free)
        self.at = dict(group_at)
        self.of = [set() for _ in instance.groups]
        for seat, group in self.at.items():
            self.of[group].add(seat)
        self.file = {}
        for line in instance.lines.values():
            for seat in line:
                self.file[seat] = line
        self.cost = {group: self.price(group) for group in range(len(self.of))}
        self.holes = {} if instance.method == "horizontal" else {
            line[0]: self.holes_in(line) for line in instance.lines.values()}

    def price(self, group):
        """Parts, runs, lone seats and depth of one group."""
        own, seen, cost = self.of[group], set(), 0
        for seat in own:
            beside = [other for other in self.line[seat] if other in own]
            cost += WEIGHTS["run"] * (2 - len(beside)) / 2
            if not beside and len(own) > 1:
                cost += WEIGHTS["lone"]
            cost += self.instance.priority(group) * self.instance.seats[seat].depth
            if seat in seen:
                continue
            cost += WEIGHTS["part"]
            waiting = [seat]
            seen.add(seat)
            while waiting:
                for other in self.reached[waiting.pop()]:
                    if other in own and other not in seen:
                        seen.add(other)
                        waiting.append(other)
        return cost

    def holes_in(self, line):
        """Empty seats of a file with somebody behind them."""
        seats = self.instance.seats
        last = max((seats[seat].y for seat in line if seat in self.at), default=float("-inf"))
        return WEIGHTS["hole"] * sum(
            seat not in self.at and seats[seat].y < last and not seats[seat].held and not seats[seat].wheelchair
            for seat in line)

    def give(self, changes):
        """Gives seats to groups (None: to nobody); returns what is needed to take it back, and by how much it costs more."""
        old = {seat: self.at.get(seat) for seat in changes}
        for seat, group in old.items():
            if group is not None:
                self.of[group].discard(seat)
                del self.at[seat]
        for seat, group in changes.items():
            if group is not None:
                self.at[seat] = group
                self.of[group].add(seat)
        groups = {group for group in [*old.values(), *changes.values()] if group is not None}
        more = sum(self.price(group) - self.cost[group] for group in groups)
        if self.holes:
            for line in {self.file[seat][0]: self.file[seat] for seat in changes}.values():
                more += self.holes_in(line) - self.holes[line[0]]
        return old, groups, more

    def keep(self, groups, changes):
        """Takes note of what groups and files cost now."""
        for group in groups:
            self.cost[group] = self.price(group)
        if self.holes:
            for seat in changes:
                line = self.file[seat]
                self.holes[line[0]] = self.holes_in(line)

    def move(self):
        """Changes that keep how many seats each group has, or nothing."""
        choose = self.random.choice
        here = choose(self.free)
        group = self.at.get(here)
        if group is None:
            return None
        beside = [seat for seat in self.reached[choose(list(self.of[group]))] if seat in self.is_free]
        if not beside:
            return None
        there = choose(beside)
        other = self.at.get(there)
        if other == group or (other is None and self.instance.seats[there].wheelchair):
            return None
        if other is not None and self.random.random() < 0.15:
            return self.lay_anew(group, other)
        return {there: group, here: other}

    def lay_anew(self, one, other):
        """Two groups one behind the other over the seats of both, along the lines or across them."""
        seats = [seat for seat in self.of[one] | self.of[other] if seat in self.is_free]
        flips = [self.random.choice([-1, 1]) for _ in range(2)]
        across, place = self.random.random() < 0.5, self.instance.seats

        def key(seat):
            major, minor = place[seat].line, place[seat].along
            if across:
                major, minor = int(minor), major
            return flips[0] * major, flips[1] * minor * (-1 if int(major) % 2 else 1)

        seats.sort(key=key)
        first = sum(seat in self.is_free for seat in self.of[one])
        return {seat: one if index < first else other for index, seat in enumerate(seats)}

    def run(self, seconds, hot=3000.0, cold=5.0):
        """Anneals for so many seconds of processor time; returns the best seating, its cost and the steps."""
        start, steps, temperature = time.process_time(), 0, hot
        cost = sum(self.cost.values()) + sum(self.holes.values())
        best, best_at = cost, dict(self.at)
        while True:
            if steps % 64 == 0:
                share = (time.process_time() - start) / seconds
                if share >= 1:
                    return best_at, best, steps
                # Four times from hot to cold.
                temperature = hot * (cold / hot) ** (share * 4 % 1)
            steps += 1
            changes = self.move()
            if changes is None:
                continue
            old, groups, more = self.give(changes)
            if more <= 0 or self.random.random() < exp(-more / temperature):
                self.keep(groups, changes)
                cost += more
                if cost < best:
                    best, best_at = cost, dict(self.at)
            else:
                for seat in old:
                    group = self.at.pop(seat, None)
                    if group is not None:
                        self.of[group].discard(seat)
                for seat, group in old.items():
                    if group is not None:
                        self.at[seat] = group
                        self.of[group].add(seat)


def seats_of_plan(instance, plan):
    """Group of each seat that a plan's hall.csv gives."""
    index = {(seat.section, str(seat.row), str(seat.number)): place for place, seat in enumerate(instance.seats)}
    with open(Path(plan) / "hall.csv", newline="", encoding="utf-8-sig") as file:
        return {index[row["section"], row["row"], row["seat"]]: instance.group_of_person[row["person"]]
                for row in csv.DictReader(file)}


def pinned_seats(instance, event):
    """Seats that people.csv gives by name."""
    index = {(seat.section, str(seat.row), str(seat.number)): place for place, seat in enumerate(instance.seats)}
    pins = [row.get("seat") or "" for row in read(Path(event) / "people.csv")]
    return {index[tuple(pin.rsplit("-", 2))] for pin in pins if pin.count("-") >= 2}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("event")
    parser.add_argument("plan")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    instance = Instance(arguments.event, pins=True)
    group_at = seats_of_plan(instance, arguments.plan)
    before = sum(terms(instance, group_at).values())
    annealing = Annealing(instance, group_at, pinned_seats(instance, arguments.event), arguments.seed)
    seating, _, steps = annealing.run(arguments.seconds)
    after = sum(terms(instance, seating).values())
    print(json.dumps(dict(plan=before, annealed=after, better=(before - after) / max(1, before), steps=steps)))


if __name__ == "__main__":
    main()
