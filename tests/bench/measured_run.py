"""Runs a program and says what it took: wall time, CPU time, peak memory."""
import dataclasses
import os
import signal
import subprocess
import threading
import time


@dataclasses.dataclass
class Run:
    seconds: float  # wall
    cpu_seconds: float  # user and system, of all threads
    peak_mb: float  # resident, in 1,000,000 bytes; never below what this script has itself
    status: int
    is_stopped: bool  # after the limit


def run(command, limit_seconds, output=None):
    """Runs `command`, its standard output into the file `output`, and kills it at the limit."""
    with open(output or os.devnull, "wb") as out, open(os.devnull, "wb") as nowhere:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, stderr=nowhere)
        timer = threading.Timer(limit_seconds, lambda: os.kill(child.pid, signal.SIGKILL))
        timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        timer.cancel()
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6,
               child.returncode, child.returncode == -signal.SIGKILL)


def folder_bytes(folder):
    return sum(os.path.getsize(os.path.join(base, name))
               for base, _, names in os.walk(folder) for name in names)


def read_into_cache(folder):
    """Reads the files of a folder once, so that whoever reads them next does not wait for a disk."""
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            while file.read(1 << 24):
                pass


def drop_from_cache(folder):
    """The files leave the page cache, so that the next reader finds a cold start."""
    for base, _, names in os.walk(folder):
        for name in names:
            file = os.open(os.path.join(base, name), os.O_RDONLY)
            os.fsync(file)
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(file)


def quantile(values, share):
    """The value that `share` (0 to 1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
