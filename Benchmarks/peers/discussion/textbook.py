"""Rooms for discussions as a textbook would write them: an assignment in each session, and changes between sessions.

    x[g, k, r]        group g meets in room r in session k; costs the seats that stay empty
    w[g, k]           it has no room; 1,000,000
    c[g, k]           it is elsewhere than in the session before; 500
    every group       Σ_r x[g, k, r] + w[g, k] = 1
    every room        Σ_g x[g, k, r] ≤ 1
    changes           c[g, k] ≥ x[g, k, r] − x[g, k − 1, r] − w[g, k − 1] for every room r of session k

It relaxes nothing: its objective is the plan's.
"""

from collections import defaultdict

from program import Program

from .instance import WEIGHTS


class Textbook:
    """The model of an instance, and how its solution is read."""

    def __init__(self, instance):
        self.program = Program()
        self.meets = {}  # variable by (group, session, room)
        sessions, groups = range(len(instance.sessions)), range(len(instance.groups))
        without = {(group, session): self.program.variable(WEIGHTS["without"], 1) for group in groups for session in sessions}
        at = [defaultdict(dict) for _ in groups]  # variable by session and place
        in_room = defaultdict(list)
        for group, meeting in enumerate(instance.groups):
            for session in sessions:
                for index in instance.of_session[session]:
                    room = instance.rooms[index]
                    if instance.holds(meeting, room):
                        cost = WEIGHTS["empty"] * (room.seats - len(meeting.people))
                        variable = self.meets[group, session, index] = self.program.variable(cost, 1)
                        at[group][session][room.place] = variable
                        in_room[index].append(variable)
                meets = at[group][session].values()
                self.program.row([(without[group, session], 1), *((variable, 1) for variable in meets)], 1, 1)
        for variables in in_room.values():
            self.program.row([(variable, 1) for variable in variables], most=1)
        for group in groups:
            for session in sessions[1:]:
                changes = self.program.variable(WEIGHTS["change"], 1)
                for place, variable in at[group][session].items():
                    before = at[group][session - 1].get(place)
                    self.program.row([(variable, 1), (changes, -1), (without[group, session - 1], -1),
                                      *([] if before is None else [(before, -1)])], most=0)

    def room_of(self, solution):
        """The room of each group in each session."""
        return {(group, session): room for (group, session, room), variable in self.meets.items() if round(solution[variable])}
