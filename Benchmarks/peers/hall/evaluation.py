"""What a seating of the hall costs, counted from its seats alone: no solver's word is taken for it."""

from collections import Counter

from .instance import WEIGHTS, are_neighbours


def terms(instance, group_at):
    """Weighted terms of the objective; `group_at` gives the group of each taken seat, by the seat's index."""
    runs = connected(group_at, lambda seat: neighbours(instance, seat))
    parts = connected(group_at, lambda seat: neighbours(instance, seat) + adjacent(instance, seat))
    seated = Counter(group_at.values())
    missing = {index: group.size - seated[index] for index, group in enumerate(instance.groups)}
    lone = sum(len(run) == 1 and seated[group_at[run[0]]] >= 2 for run in runs)
    depth = sum(instance.priority(group) * instance.seats[seat].depth for seat, group in group_at.items())
    depth += sum(instance.priority(group) * instance.depths * people for group, people in missing.items())
    return dict(unseated=WEIGHTS["unseated"] * sum(missing.values()), part=WEIGHTS["part"] * len(parts),
                run=WEIGHTS["run"] * len(runs), lone=WEIGHTS["lone"] * lone,
                hole=WEIGHTS["hole"] * holes(instance, group_at), precedence=depth)


def holes(instance, group_at):
    """Empty seats, open to all, with somebody behind them in their file."""
    if instance.method == "horizontal":
        return 0
    count = 0
    for line in instance.lines.values():
        last = max((instance.seats[seat].y for seat in line if seat in group_at), default=float("-inf"))
        count += sum(seat not in group_at and instance.seats[seat].y < last and not instance.seats[seat].held
                     and not instance.seats[seat].wheelchair for seat in line)
    return count


def neighbours(instance, seat):
    """The seats next to a seat in its line."""
    return [other for other in instance.seats_near(seat, 0)
            if are_neighbours(instance.seats[seat], instance.seats[other], instance.method)]


def adjacent(instance, seat):
    """The seats of the lines before and behind that a part may reach from a seat."""
    return instance.seats_near(seat, -1) + instance.seats_near(seat, 1)


def connected(group_at, reached):
    """The sets of seats of one group that hang together, where `reached` gives the seats next to one."""
    found, seen = [], set()
    for start in group_at:
        if start in seen:
            continue
        seen.add(start)
        members = [start]
        for seat in members:  # grows while it is read
            for other in reached(seat):
                if other not in seen and group_at.get(other) == group_at[start]:
                    seen.add(other)
                    members.append(other)
        found.append(members)
    return found
