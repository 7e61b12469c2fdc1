"""Seats for a solution of the textbook model, which knows only how many seats a group has in each segment.

In each segment the groups, and the seats left empty as one more item, are put into an order; then everybody has a seat.
The orders are chosen section by section so that few groups lose touch between lines that follow each other: a shortest
path over some orders of each line.
"""

import itertools
import math
import random
from dataclasses import dataclass

ARRANGEMENTS = 120  # of a line that are looked at: all orders of five items
EMPTY = None


@dataclass
class Block:
    """Seats in a row for one group, and where the first and the last of them lie in the line."""
    group: int
    seats: list[int]
    first: float
    last: float

    def touches(self, other):
        """Whether a part reaches from one to the other, in lines that follow each other."""
        return self.first - other.last <= 1 and other.first - self.last <= 1


def seated(instance, lines, shares):
    """The group of each taken seat; `lines` gives the segments of each (section, line), `shares` who has how many."""
    group_at = {}
    rng = random.Random(1)
    for _, members in itertools.groupby(sorted(lines), key=lambda line: line[0]):
        numbers = list(members)
        stages = [arrangements(instance, rng, lines[line], shares) for line in numbers]
        for blocks in smoothest(stages, [number for _, number in numbers]):
            group_at.update((seat, block.group) for block in blocks for seat in block.seats)
    return group_at


def arrangements(instance, rng, segments, shares):
    """Ways to seat a line: lists of blocks."""
    layouts = [[laid_out(instance, segment, order)
                for order in orders(rng, instance.segments[segment], shares[segment])] for segment in segments]
    if math.prod(map(len, layouts)) <= ARRANGEMENTS:
        chosen = itertools.product(*layouts)
    else:
        chosen = ([rng.choice(each) for each in layouts] for _ in range(ARRANGEMENTS))
    return [[block for blocks in each for block in blocks] for each in chosen]


def orders(rng, segment, share):
    """Orders of the groups of a segment, and of its empty seats, as lists of (group, seats)."""
    items = list(share.items())
    free = len(segment.seats) - sum(share.values())
    if free:
        items.append((EMPTY, free))
    if math.factorial(len(items)) <= ARRANGEMENTS:
        return list(itertools.permutations(items))
    return [rng.sample(items, len(items)) for _ in range(ARRANGEMENTS)]


def laid_out(instance, segment, order):
    """The blocks of a segment whose seats are given out in this order."""
    blocks, start = [], 0
    for group, count in order:
        seats = instance.segments[segment].seats[start:start + count]
        start += count
        if group is not EMPTY:
            blocks.append(Block(group, seats, instance.seats[seats[0]].along, instance.seats[seats[-1]].along))
    return blocks


def smoothest(stages, numbers):
    """One arrangement of each line, with the least loss of touch from line to line."""
    losses, choices = [0] * len(stages[0]), []
    for (before, stage), (last, number) in zip(itertools.pairwise(stages), itertools.pairwise(numbers)):
        follows = number == last + 1
        best = [min((loss + (lost_touch(earlier, blocks) if follows else 0), index)
                    for index, (loss, earlier) in enumerate(zip(losses, before))) for blocks in stage]
        losses = [loss for loss, _ in best]
        choices.append([index for _, index in best])
    chosen = [losses.index(min(losses))]
    for choice in reversed(choices):
        chosen.append(choice[chosen[-1]])
    return [stage[index] for stage, index in zip(stages, reversed(chosen))]


def lost_touch(before, blocks):
    """How many groups sit in both lines and do not touch."""
    both = {block.group for block in before} & {block.group for block in blocks}
    return sum(not any(one.touches(other) for one in before if one.group == group
                       for other in blocks if other.group == group) for group in both)
