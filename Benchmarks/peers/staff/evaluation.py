"""What posts and their people cost and which rules they break, counted from who is where alone.

`people_of` gives the ids of the people at a post by its index in `instance.posts`.
"""

import itertools

from .instance import WEIGHTS


def terms(instance, people_of):
    """Weighted terms of the objective; nobody is foreign and no floor is heaped at the posts that are read here."""
    loads, missing = {}, 0
    for index, post in enumerate(instance.posts):
        people = people_of.get(index, [])
        missing += post.people - len(people)
        for person in people:
            loads[person] = loads.get(person, 0) + post.work
    counts = dict(without=missing, load=sum(load * load for load in loads.values()), foreign=0, floors=0)
    return {term: WEIGHTS[term] * count for term, count in counts.items()}


def broken(instance, people_of):
    """What does not hold, in words; nothing where everybody can be at their posts."""
    rules, posts_of = [], {}
    for index, people in people_of.items():
        post = instance.posts[index]
        if len(people) > post.people or len(set(people)) < len(people):
            rules.append(f"{len(people)} people at {post.key}, which needs {post.people}")
        if sum(person not in post.named for person in people) > post.people - len(post.named):
            rules.append(f"{post.key} lacks somebody who is named for it")
        for person in people:
            if person not in instance.able[index]:
                rules.append(f"{person} cannot be at {post.key}")
            posts_of.setdefault(person, []).append(post)
    for person, posts in posts_of.items():
        rules += [f"{person} is at {one.key} and {other.key}" for one, other in itertools.combinations(posts, 2)
                  if instance.clash(one, other)]
    return rules
