"""What the events of all modules draw: settings, groups of many kinds of sizes, people."""

import datetime

START = datetime.date(2026, 3, 5)


def settings(**told):
    """The table `event`."""
    return [dict(key=key, value=value) for key, value in dict(name="random", language="en", **told).items()]


def sizes(random, people):
    """Sizes of groups that sum to `people`: alike, log-normal, one large among small ones, or many of one person."""
    kind = random.choice(["alike", "spread", "spread", "large", "ones"])
    count = max(1, min(people, round(people / random.choice([4, 9, 15, 25, 45]))))
    if kind == "alike":
        weights = [1] * count
    elif kind == "large":
        weights = [1] * (count - 1) + [max(1, count * random.uniform(0.3, 1))]
    else:
        weights = [random.lognormvariate(0, random.uniform(0.4, 1)) for _ in range(count)]
    total = sum(weights)
    drawn = [max(1, round(people * weight / total)) for weight in weights]
    if kind == "ones":
        drawn = [size if random.random() < 0.5 else 1 for size in drawn]
    random.shuffle(drawn)
    cut = []
    for size in drawn:
        cut.append(min(size, people - sum(cut)))
    cut[0] += people - sum(cut)
    return [size for size in cut if size > 0]


def members(random, people):
    """People in groups, men and women, one in twenty with a rank."""
    share = random.uniform(0.2, 0.8)
    rows = []
    for group, size in enumerate(sizes(random, people)):
        for _ in range(size):
            rows.append(dict(id=str(len(rows) + 1), name=f"Person {len(rows) + 1}", group=f"Group {group + 1}",
                             gender="F" if random.random() < share else "M",
                             rank=str(random.randint(1, 50)) if random.random() < 0.05 else ""))
    return rows


def by_group(rows):
    """The rows of each group."""
    groups = {}
    for row in rows:
        groups.setdefault(row["group"], []).append(row)
    return groups


def day(offset):
    """A day of the event as it is written."""
    return (START + datetime.timedelta(days=offset)).isoformat()


def moment(minute):
    """A minute since the event began, as it is written."""
    at = datetime.datetime.combine(START, datetime.time()) + datetime.timedelta(minutes=minute)
    return at.strftime("%Y-%m-%d %H:%M")


def listed(rows):
    """The table `groups`: all of them in the order of the list."""
    return [dict(group=name, order=place + 1) for place, name in enumerate(by_group(rows))]
