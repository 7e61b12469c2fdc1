"""What rooms for discussions cost and which rules they break, counted from who meets where alone.

`room_of` gives the index of the room by (group, session); who has no room in a session is not in it.
"""

from collections import Counter

from .instance import WEIGHTS


def terms(instance, room_of):
    """Weighted terms of the objective."""
    rooms = {meeting: instance.rooms[room] for meeting, room in room_of.items()}
    changes = sum((group, session - 1) in rooms and rooms[group, session - 1].place != room.place
                  for (group, session), room in rooms.items())
    counts = dict(without=len(instance.groups) * len(instance.sessions) - len(rooms),
                  empty=sum(room.seats - len(instance.groups[group].people) for (group, _), room in rooms.items()),
                  change=changes)
    return {term: WEIGHTS[term] * count for term, count in counts.items()}


def broken(instance, room_of):
    """What does not hold, in words; nothing for valid rooms."""
    rules = [f"{count} groups in room {instance.rooms[room].name} of session {instance.rooms[room].session + 1}"
             for room, count in Counter(room_of.values()).items() if count > 1]
    for (group, session), room in room_of.items():
        if instance.rooms[room].session != session:
            rules.append(f"room {instance.rooms[room].name} is of another session")
        if not instance.holds(instance.groups[group], instance.rooms[room]):
            rules.append(f"room {instance.rooms[room].name} does not hold {instance.groups[group].name}")
    return rules
