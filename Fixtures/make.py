#!/usr/bin/env python3
"""Makes the events that tests, the demo and the benchmarks use. Python's standard library only.

    python3 Fixtures/make.py            write the fixtures; the same bytes every time
    python3 Fixtures/make.py --check    tell whether the files on disk are these, and sound (status 1 if not)
    python3 Fixtures/make.py large DIR --people 10000 --groups 120 --seats 10150 --seed 1
                                        write one large event into DIR, which is not kept; no hall with --seats 0
    python3 Fixtures/make.py large DIR --people 3000 --groups 35 --seats 0 --hotels 7 --vehicles 170
                                        write one with hotels and vehicles as well
"""

import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # keeps the folder to what is committed

from generator import conflict, county, curious, large, malformed, npc14, sanity, university  # noqa: E402
from generator.tables import in_folder  # noqa: E402

ROOT = Path(__file__).resolve().parent
LARGE = dict(people=10000, groups=120, seats=10150, sections=3, rows=0, rostrum=0,  # rows 0: the usual depth
             wishes=0, hotels=0, stock=12, vehicles=0, terminals=4, days=2, seed=1)  # stock: rooms over need in percent


def fixtures():
    """The bytes of every fixture by its path from `ROOT`."""
    return (in_folder("npc14", npc14.files()) | in_folder("county", county.files())
            | in_folder("university", university.files()) | curious.files() | conflict.files() | malformed.files())


def write(root, files):
    """Writes the files below a folder."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def differences(files):
    """What is missing, differs, or lies in an event's folder and belongs to none."""
    folders = {ROOT / name.split("/")[0] for name in files}
    on_disk = {path.relative_to(ROOT).as_posix(): path
               for folder in folders for path in folder.rglob("*") if path.is_file()}
    missing = [f"{name}: missing" for name in files if name not in on_disk]
    changed = [f"{name}: differs" for name in files if name in on_disk and on_disk[name].read_bytes() != files[name]]
    return missing + changed + [f"{name}: nobody's" for name in on_disk if name not in files]


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the disk, write nothing")
    size = parser.add_subparsers(dest="what").add_parser("large", help="write one large event")
    size.add_argument("folder", type=Path, metavar="DIR")
    for option, default in LARGE.items():
        size.add_argument(f"--{option}", type=int, default=default, help=f"default {default}")
    size.add_argument("--plain", action="store_true", help="delegations alone, no groups of other roles")
    size.add_argument("--lodged", action="store_true", help="groups have their hotels already, no table of rooms")
    return parser.parse_args()


def main():
    """Does what the command line says; returns the exit status."""
    options = arguments()
    if options.what == "large":
        sizes = {key: getattr(options, key) for key in LARGE}
        write(options.folder, large.files(**sizes, plain=options.plain, lodged=options.lodged))
        return 0
    files = fixtures()
    if not options.check:
        write(ROOT, files)
        return 0
    found = differences(files)
    found = found or sanity.problems(ROOT)
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ValueError as error:
        sys.exit(f"make.py: {error}")
