"""Tables as bytes: the ways in which organizers' files differ."""

import csv
import io

EVENT_HEADER = ["key", "value"]


def table(header, rows, *, encoding="utf-8", separator=",", newline="\n"):
    """The bytes of a CSV table. `rows` are dictionaries (a missing key is a blank cell) or lists."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator=newline)
    writer.writerow(header)
    for row in rows:
        writer.writerow([row.get(column, "") for column in header] if isinstance(row, dict) else row)
    return text.getvalue().encode(encoding)


def utf16(header, rows, *, big_endian=False, separator=","):
    """The same in UTF-16 with a byte order mark; Python's own `utf-16` would follow the machine."""
    mark, encoding = ("\ufeff".encode("utf-16-be"), "utf-16-be") if big_endian else (
        "\ufeff".encode("utf-16-le"), "utf-16-le")
    return mark + table(header, rows, encoding=encoding, separator=separator, newline="\r\n")


def page(title, *paragraphs):
    """The bytes of a README.md."""
    return ("\n\n".join([f"# {title}", *paragraphs]) + "\n").encode()


def in_folder(folder, files):
    """The files of an event, named from the root of the fixtures."""
    return {f"{folder}/{name}": content for name, content in files.items()}
