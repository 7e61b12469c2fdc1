"""Tables as a textbook would write them: a transportation problem with a charge for each group at a table.

A class c is people of one group whom no rule and no wish tells apart, n_c of them; whoever a wish names is one alone.

    x[c, t]       people of the class at a table that admits them; costs (priority × place of the table), and what a diet costs
                  that is not served there
    u[c]          people without a seat; 1,000,000 each
    y[g, t]       whether somebody of a group is at a table; 200
    everybody     Σ_t x[c, t] + u[c] = n_c
    every table   Σ_c x[c, t] ≤ seats
    pairs         x[c, t] ≤ min(n_c, seats) y[g(c), t]
    beside a, b   x[a, t] ≤ x[b, t] + u[b] at every table, and the same for b
    apart a, b    x[a, t] + x[b, t] ≤ 1
    tables kept   full[t]: Σ_c x[c, t] ≥ seats × full[t]; those for whom t is and who sit at no table kept for some, or
                  nowhere, are at most n_c full[t]

Who fills the main table by rank is fixed, and its pairs are paid for. Meals are models of their own, side by side in one
program. It relaxes nothing: its objective is the plan's.
"""

from collections import Counter, defaultdict

from program import Program

from .instance import WEIGHTS


class Textbook:
    """The model of an instance, and how its solution is read."""

    def __init__(self, instance):
        self.instance, self.program = instance, Program()
        self.at_main = {meal: instance.at_main_table(meal) for meal in instance.meals}
        self.sits = {}  # variable by (meal, class, table)
        self.classes = {meal: self.classes_of(meal) for meal in instance.meals}
        for meal in instance.meals:
            self.add_meal(meal)

    def classes_of(self, meal):
        """Lists of diners, in protocol order, of whom only the number counts."""
        tables = [self.instance.tables[table] for table in self.instance.of_meal[meal]]
        kinds = list({(table.diets, id(table.audience)): table for table in tables}.values())
        classes = defaultdict(list)
        for place, diner in enumerate(self.instance.diners):
            if place not in self.at_main[meal]:
                admitted = tuple(self.instance.admits(diner, table) for table in kinds)
                classes[diner.group, diner.diets, admitted, None if diner.is_free else place].append(place)
        return list(classes.values())

    def add_meal(self, meal):
        """Variables and rows of a meal."""
        instance, program = self.instance, self.program
        tables, classes = instance.of_meal[meal], self.classes[meal]
        taken = Counter({instance.main[meal]: len(self.at_main[meal])} if self.at_main[meal] else {})
        at_table, is_used = defaultdict(list), {}
        for group in {instance.diners[place].group for place in self.at_main[meal]}:
            is_used[group, instance.main[meal]] = None  # paid for, whoever else sits there
        self.pay(WEIGHTS["split"] * len(is_used)
                 + sum(self.cost(instance.diners[place], instance.main[meal]) for place in self.at_main[meal]))
        without = []
        for number, members in enumerate(classes):
            diner, size = instance.diners[members[0]], len(members)
            admitted = [table for table in tables if instance.admits(diner, instance.tables[table])]
            without.append(program.variable(WEIGHTS["unseated"], size))
            for table in admitted:
                most = min(size, instance.tables[table].seats)
                variable = self.sits[meal, number, table] = program.variable(self.cost(diner, table), most)
                at_table[table].append(variable)
                pair = diner.group, table
                if pair not in is_used:
                    is_used[pair] = program.variable(WEIGHTS["split"], 1)
                if is_used[pair] is not None:
                    program.row([(variable, 1), (is_used[pair], -most)], most=0)
            program.row([*((self.sits[meal, number, table], 1) for table in admitted), (without[-1], 1)], size, size)
        for table, variables in at_table.items():
            program.row([(variable, 1) for variable in variables], most=instance.tables[table].seats - taken[table])
        self.add_wishes(meal, without)
        self.add_tables_kept(meal, without, at_table, taken)

    def cost(self, diner, table):
        """What a seat costs, pairs apart."""
        table = self.instance.tables[table]
        return (WEIGHTS["precedence"] * self.instance.priority(diner) * table.place
                + WEIGHTS["diet"] * (not table.serves(diner.diets)))

    def pay(self, cost):
        """Adds a constant to the objective."""
        if cost:
            self.program.row([(self.program.variable(cost, 1), 1)], least=1)

    def add_wishes(self, meal, without):
        """Rows for pairs of people; those at the main table by rank sit there, whoever wishes what."""
        instance, program = self.instance, self.program
        number = {members[0]: place for place, members in enumerate(self.classes[meal])
                  if not instance.diners[members[0]].is_free}
        for one, place in number.items():
            for other in instance.diners[one].beside:
                for table in instance.of_meal[meal]:  # both are in the model, or neither
                    here, there = (self.sits.get((meal, each, table)) for each in (place, number[other]))
                    if here is not None:
                        joined = [(there, -1)] if there is not None else []
                        program.row([(here, 1), (without[number[other]], -1), *joined], most=0)
            for other in instance.diners[one].apart:
                if other in self.at_main[meal]:
                    here = self.sits.get((meal, place, instance.main[meal]))
                    if here is not None:
                        program.row([(here, 1)], most=0)
                elif one < other:
                    for table in instance.of_meal[meal]:
                        both = [self.sits.get((meal, each, table)) for each in (place, number[other])]
                        if None not in both:
                            program.row([(variable, 1) for variable in both], most=1)

    def add_tables_kept(self, meal, without, at_table, taken):
        """Rows for tables that are for some people alone."""
        instance, program = self.instance, self.program
        kept = [table for table in instance.of_meal[meal] if instance.tables[table].audience]
        for table in kept:
            seats = instance.tables[table].seats
            full = program.variable(0, 1)
            program.row([*((variable, 1) for variable in at_table[table]), (full, -seats)], least=-taken[table])
            for number, members in enumerate(self.classes[meal]):
                if (meal, number, table) in self.sits:
                    elsewhere = [self.sits[meal, number, other] for other in instance.of_meal[meal]
                                 if other not in kept and (meal, number, other) in self.sits]
                    program.row([*((variable, 1) for variable in [*elsewhere, without[number]]), (full, -len(members))], most=0)

    def table_of(self, solution):
        """Each diner's table, by (meal, diner): those who come first in protocol have seats first."""
        table_of = {(meal, place): self.instance.main[meal] for meal, there in self.at_main.items() for place in there}
        left = {(meal, number): list(members) for meal in self.instance.meals
                for number, members in enumerate(self.classes[meal])}
        for (meal, number, table), variable in self.sits.items():
            for _ in range(round(solution[variable])):
                table_of[meal, left[meal, number].pop(0)] = table
        return table_of
