#!/usr/bin/env python3
"""Writes what the fuzzers begin with: tables and events of Fixtures, and tiny events with hotels and vehicles.

    python3 Tests/Fuzzing/seeds.py DIR      seeds into DIR/tables, DIR/events and DIR/workbooks, words into DIR/words
"""

import re
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LARGEST = 6_000  # bytes; small inputs are mutated and run faster
TINY = dict(sections=2, rows=2, rostrum=2, stock=20, terminals=2, days=1, plain=False)

sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "Fixtures"))

from generator import large  # noqa: E402


def fixtures():
    """The files of each event below Fixtures, by the event's name."""
    folders = sorted({table.parent for table in (ROOT / "Fixtures").rglob("*.csv")})
    return {folder.relative_to(ROOT / "Fixtures").as_posix(): {
        table.name: table.read_bytes() for table in sorted(folder.glob("*.csv"))} for folder in folders}


def tiny_events():
    """Events of every module, small enough to be planned a hundred times a second."""
    return {f"tiny-{people}-{vehicles}-{lodged}": large.files(
        people=people, groups=2, seats=people + 4, wishes=0, hotels=1 + people // 8, vehicles=vehicles, lodged=lodged, seed=people,
        **TINY) for people, vehicles in ((3, 2), (6, 0), (10, 0)) for lodged in (False, True)}


def text(event):
    """An event as EventFilesText reads it."""
    return b"".join(b"=== " + name.encode() + b"\n" + data.rstrip(b"\n") + b"\n" for name, data in event.items())


def parts(workbook):
    """The parts of a workbook as the fuzzer packs them."""
    with zipfile.ZipFile(workbook) as archive:
        names = [name for name in archive.namelist() if "theme" not in name and "docProps" not in name]
        return text({name: archive.read(name) for name in names})


def words():
    """The names of columns, settings and values that the sources know, as a dictionary of libFuzzer."""
    sources = sorted((ROOT / "Sources" / "EventFiles" / "Contract").glob("*.swift"))
    found = {word for source in sources for word in re.findall(r'"([^"\\\n]+)"', source.read_text(encoding="utf-8"))}
    escaped = ["".join(f"\\x{byte:02x}" for byte in word.encode()) for word in sorted(found)]
    return "".join(f'"{word}"\n' for word in escaped)


def write(folder, name, data):
    """Writes one seed, if it is not too large."""
    if len(data) <= LARGEST:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name.replace("/", "-")).write_bytes(data)


def main(folder):
    """Writes everything."""
    for name, event in (fixtures() | tiny_events()).items():
        write(folder / "events", name, text(event))
        for table, data in event.items():
            write(folder / "tables", f"{name}-{table}", data)
    for workbook in sorted((ROOT / "Tests" / "TablesTests" / "Workbooks").glob("*.xls*")):
        if workbook.stem not in ("parts", "bomb"):
            (folder / "workbooks").mkdir(parents=True, exist_ok=True)
            (folder / "workbooks" / workbook.name).write_bytes(workbook.read_bytes())
            if workbook.suffix == ".xlsx" and workbook.stem != "duplicate":
                (folder / "workbooks" / f"{workbook.stem}-parts").write_bytes(parts(workbook))
    (folder / "words").write_text(words())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
