"""Lines of a hall: seats of one row between two aisles, numbered as venues number them."""


def odd_even_row(widths):
    """Numbers of one odd/even row as (first, last, step) of each block from the audience's left.

    `widths` are the seats of an odd number of blocks. Odd numbers run from the middle to the left, even
    ones to the right, on through all blocks: a seat number is unique in its row.
    """
    middle = len(widths) // 2
    odd = widths[middle] - 1 + widths[middle] % 2
    even = widths[middle] - widths[middle] % 2
    blocks = [(odd, even, 0)]
    for width in reversed(widths[:middle]):
        blocks.insert(0, (odd + 2 * width, odd + 2, -2))
        odd += 2 * width
    for width in widths[middle + 1:]:
        blocks.append((even + 2, even + 2 * width, 2))
        even += 2 * width
    return blocks


def split_at_centre(first, last):
    """The two lines of a middle block that a centre aisle parts."""
    return [(first, 1, -2), (2, last, 2)]
