"""Whole numbers from shares."""


def apportion(total, shares, least=0):
    """`total` in whole numbers as the shares are, by largest remainder, each at least `least`."""
    spare = total - least * len(shares)
    if spare < 0:
        raise ValueError(f"{total} is not enough for {len(shares)} shares of {least}")
    scale = spare / sum(shares)
    amounts = [int(share * scale) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda index: amounts[index] - shares[index] * scale)
    for index in by_remainder[:spare - sum(amounts)]:
        amounts[index] += 1
    return [amount + least for amount in amounts]
