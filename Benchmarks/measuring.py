"""What every measurement needs: a run of the command, the name of the machine, and a table kept between two marks."""

import ctypes
import ctypes.util
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

README = Path(__file__).resolve().parent / "README.md"
END = "<!-- end of figures -->"


class Run:
    """One run of `plenum plan`: wall-clock seconds, seconds of the processor, peak memory in bytes, and what it printed."""

    def __init__(self, plenum, event, out, *options, environment=None):
        with tempfile.TemporaryFile("w+", encoding="utf-8") as messages:
            start = time.perf_counter()
            process = subprocess.Popen([plenum, "plan", event, "-o", out, *options], stdout=subprocess.PIPE,
                                       stderr=messages, text=True, env=environment)
            self.output = process.stdout.read()
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds = time.perf_counter() - start
            messages.seek(0)
            self.messages = messages.read()
        self.processor_seconds = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):  # 1: a plan, in which somebody has no place
            sys.exit(f"plenum plan {event} ended with status {process.returncode}")
        self.modules = json.loads((Path(out) / "report.json").read_text(encoding="utf-8"))["modules"]


def verify(plenum, event, out):
    """Ends the measurement when a plan does not hold: its figures are worth nothing."""
    if subprocess.run([plenum, "verify", event, out], capture_output=True).returncode != 0:
        sys.exit(f"the plan of {event} does not hold")


def machine():
    """What measures: the processor, the system, and the versions of what is measured with."""
    return (f"{processor()}, {os.cpu_count()} cores, {system()}, {swift()}, GLPK {glpk()}, "
            f"Python {platform.python_version()}")


def processor():
    """The name of the processor, as the system tells it."""
    cpuinfo = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.*)", cpuinfo.read_text()) if cpuinfo.exists() else []
    return f"{names[0] if names else platform.processor()} ({platform.machine()})"


def system():
    """The name of the operating system."""
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform(terse=True)


def swift():
    """The version of the compiler."""
    told = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    version = re.search(r"Swift version \S+", told)
    return version.group() if version else "Swift of an unknown version"


def glpk():
    """The version of the library that solves the integer programs."""
    name = ctypes.util.find_library("glpk")
    if name is None:
        return "of an unknown version"
    version = ctypes.CDLL(name).glp_version
    version.restype = ctypes.c_char_p
    return version().decode()


def table(head, rows):
    """A Markdown table; the first column holds names, the others numbers."""
    def line(cells):
        return "| " + " | ".join(cells) + " |"

    return "\n".join([line(head), line(["---"] + ["---:"] * (len(head) - 1)), *map(line, rows)])


def write(name, figures, file=README):
    """Puts figures between the marks of that name."""
    begin = f"<!-- figures of {name} -->"
    before, rest = file.read_text(encoding="utf-8").split(begin, 1)
    file.write_text(f"{before}{begin}\n{figures}\n{END}{rest.split(END, 1)[1]}", encoding="utf-8")
