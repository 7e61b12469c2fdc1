"""What a seating at tables costs and which rules it breaks, counted from who sits where alone.

`table_of` gives the index of the table by (meal, index of the diner); who has no seat at a meal is not in it.
"""

from collections import Counter, defaultdict

from .instance import WEIGHTS


def terms(instance, table_of):
    """Weighted terms of the objective."""
    seated = [(instance.diners[diner], table, instance.tables[table]) for (_, diner), table in table_of.items()]
    counts = dict(
        unseated=len(instance.diners) * len(instance.meals) - len(seated),
        split=len({(diner.group, index) for diner, index, _ in seated}),
        diet=sum(not table.serves(diner.diets) for diner, _, table in seated),
        precedence=sum(instance.priority(diner) * table.place for diner, _, table in seated))
    return {term: WEIGHTS[term] * count for term, count in counts.items()}


def broken(instance, table_of):
    """What does not hold, in words; nothing for a valid seating."""
    people = Counter(table_of.values())
    rules = [f"{people[index]} at table {table.name} of {table.seats} seats"
             for index, table in enumerate(instance.tables) if people[index] > table.seats]
    for (_, place), index in table_of.items():
        if not instance.admits(instance.diners[place], instance.tables[index]):
            rules.append(f"{instance.diners[place].id} may not sit at table {instance.tables[index].name}")
    for meal in instance.meals:
        at = {place: table for (of, place), table in table_of.items() if of == meal}
        rules += pairs_broken(instance, at)
        by_rank = instance.at_main_table(meal)
        rules += [f"{instance.diners[place].id} is not at the main table" for place in sorted(by_rank)
                  if at.get(place) != instance.main[meal]]
        rules += seats_left(instance, meal, at, by_rank)
    return rules


def pairs_broken(instance, at):
    """Wishes of those who have a seat that do not hold."""
    rules = []
    for place, table in at.items():
        diner = instance.diners[place]
        rules += [f"{diner.id} is not beside {instance.diners[other].id}" for other in diner.beside
                  if place < other and at.get(other, table) != table]
        rules += [f"{diner.id} is not apart from {instance.diners[other].id}" for other in diner.apart
                  if place < other and at.get(other) == table]
    return rules


def seats_left(instance, meal, at, by_rank):
    """Tables for some with an empty seat, while somebody for whom they are sits elsewhere."""
    kept = [table for table in instance.of_meal[meal] if instance.tables[table].audience]
    people = defaultdict(int)
    for table in at.values():
        people[table] += 1
    rules = []
    for table in kept:
        if people[table] < instance.tables[table].seats:
            rules += [f"{diner.id} is not at table {instance.tables[table].name}, which has a seat left"
                      for place, diner in enumerate(instance.diners)
                      if at.get(place) not in kept and place not in by_rank and instance.admits(diner, instance.tables[table])]
    return rules
