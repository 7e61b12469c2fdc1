"""What a seating of the rostrum costs and which rules it breaks, counted from its seats alone."""


def terms(seat_of):
    """Weighted terms of the objective; `seat_of` gives each person's seat, both by their places in protocol order."""
    return dict(displacement=sum((seat - person) ** 2 for person, seat in seat_of.items()))


def broken(instance, seat_of):
    """What does not hold, in words; nothing for a valid plan."""
    rules = [f"{person} has no seat" for place, person in enumerate(instance.people) if place not in seat_of]
    if len(set(seat_of.values())) < len(seat_of):
        rules.append("two people on one seat")
    if rules:
        return rules
    neighbours = {frozenset(pair) for pair in instance.neighbours}

    def named(pairs):
        return [(instance.people[one], instance.people[other], {seat_of[one], seat_of[other]} in neighbours)
                for one, other in pairs]

    rules += [f"{instance.people[person]} is not on the seat of the list"
              for person, seat in instance.pins.items() if seat_of[person] != seat]
    rules += [f"{one} is not beside {other}" for one, other, are_neighbours in named(instance.beside) if not are_neighbours]
    rules += [f"{one} is not apart from {other}" for one, other, are_neighbours in named(instance.apart) if are_neighbours]
    return rules
