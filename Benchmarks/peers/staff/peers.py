"""The textbook model of the work of the staff, given to one of two solvers."""

from pathlib import Path

from reading import read
from textbooks import TITLES, solved

from .evaluation import broken, terms
from .instance import Instance, moment
from .textbook import Textbook


def size(event):
    """What the table says of the instance."""
    instance = Instance(event)
    return dict(people=len(instance.people), staff=len({person for able in instance.able for person in able}),
                posts=len(instance.posts), needed=sum(post.people for post in instance.posts))


def answer(peer, event, seconds, threads):
    """What a peer finds."""
    return solved(peer, event, seconds, threads, Instance, Textbook, judged)


def judged(instance, model, solution):
    """The rules that a solution breaks, and its terms."""
    people_of = model.people_of(solution)
    return broken(instance, people_of), terms(instance, people_of)


def counted(event, out):
    """The terms of a plan's staff.csv, and what it breaks, counted apart from Plenum."""
    instance = Instance(event)
    post_at = {post.key: place for place, post in enumerate(instance.posts)}
    people_of, missing, rules = {}, {}, []
    for row in read(Path(out) / "staff.csv"):
        key = row["duty"], row["post"]
        if key not in post_at:
            rules.append(f"there is no post {key}")
            continue
        post = instance.posts[post_at[key]]
        if (row["place"], moment(row["from"]), moment(row["to"])) != (post.place, post.start, post.end):
            rules.append(f"{key} is at another place or time")
        if row["person"]:
            people_of.setdefault(post_at[key], []).append(row["person"])
        else:
            missing[post_at[key]] = missing.get(post_at[key], 0) + 1
    for index, post in enumerate(instance.posts):
        if len(people_of.get(index, [])) + missing.get(index, 0) != post.people:
            rules.append(f"{post.key} is not told as it is")
    return terms(instance, people_of), rules + broken(instance, people_of)
