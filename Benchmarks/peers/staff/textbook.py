"""The work of the staff as a textbook would write it: an assignment with clashes, and convex loads.

    x[p, k]           person k is at post p
    u[p]              people that it lacks; 1,000,000 each
    y[k, j]           the j-th half hour of a person; costs 2 j − 1, so that loads cost their squares
    every post        Σ_k x[p, k] + u[p] = people; those who are named for it, and of the others as many as are left
    every person      Σ_p work(p) x[p, k] = Σ_j y[k, j]
    clashes           Σ x[p, k] ≤ 1 over posts that lie over the begin of one of them, x[p, k] + x[q, k] ≤ 1 for a drive too long

It relaxes nothing: its objective is the plan's.
"""

from program import Program

from .instance import WEIGHTS


class Textbook:
    """The model of an instance, and how its solution is read."""

    def __init__(self, instance):
        self.program = Program()
        self.is_at = {}  # variable by (post, person)
        posts_of = {}
        for index, post in enumerate(instance.posts):
            others, named = [], []
            for person in instance.able[index]:
                variable = self.is_at[index, person] = self.program.variable(0, 1)
                (named if person in post.named else others).append((variable, 1))
                posts_of.setdefault(person, []).append(index)
            for need, variables in ((len(post.named), named), (post.people - len(post.named), others)):
                if need:
                    lacking = self.program.variable(WEIGHTS["without"], need)
                    self.program.row([(lacking, 1), *variables], need, need)
        pairs, cliques = clashes(instance)
        for person, posts in posts_of.items():
            self.add_load(instance, person, posts)
            able = set(posts)
            for clique in {frozenset(able.intersection(clique)) for clique in cliques}:
                if len(clique) > 1:
                    self.program.row([(self.is_at[index, person], 1) for index in sorted(clique)], most=1)
            for one, other in pairs:
                if one in able and other in able:
                    self.program.row([(self.is_at[one, person], 1), (self.is_at[other, person], 1)], most=1)

    def add_load(self, instance, person, posts):
        """Half hours of a person: as many as the longest posts that do not overlap could have, and no more than all."""
        most = sum(instance.posts[index].work for index in posts)
        units = [(self.program.variable(WEIGHTS["load"] * (2 * unit + 1), 1), -1) for unit in range(most_load(instance, posts, most))]
        self.program.row([(self.is_at[index, person], instance.posts[index].work) for index in posts] + units, 0, 0)

    def people_of(self, solution):
        """The people at each post."""
        people_of = {}
        for (index, person), variable in self.is_at.items():
            if round(solution[variable]):
                people_of.setdefault(index, []).append(person)
        return people_of


def clashes(instance):
    """Pairs of posts with a drive too long between them, and for each begin of a post all posts that lie over it."""
    pairs, cliques = [], []
    for one, first in enumerate(instance.posts):
        cliques.append(frozenset(index for index, post in enumerate(instance.posts)
                                 if post.start <= first.start < post.end or index == one))
        for other in range(one + 1, len(instance.posts)):
            second = instance.posts[other]
            overlap = first.start < second.end and second.start < first.end
            if not overlap and instance.clash(first, second):
                pairs.append((one, other))
    return pairs, cliques


def most_load(instance, posts, most):
    """The most half hours that posts without an overlap can have together."""
    best = [(0, float("-inf"))]  # (half hours, end), both rising
    for index in sorted(posts, key=lambda index: instance.posts[index].end):
        post = instance.posts[index]
        before = max((load for load, end in best if end <= post.start), default=0)
        if before + post.work > best[-1][0]:
            best.append((before + post.work, post.end))
    return min(most, best[-1][0])
