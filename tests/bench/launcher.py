"""Run one command and write what it cost: ``python -S launcher.py RESULT COMMAND…``.

A process of its own, and a small one, because the peak memory the kernel reports of a child begins with that of the
process which forked it. Peak memory is that of the largest process the command was, or had.
"""

import json
import os
import sys
import time


def main(result: str, command: list[str]) -> int:
    """Run ``command``; its exit status."""
    start = time.perf_counter()
    child = os.fork()
    if not child:
        os.execvp(command[0], command)
    _, status, used = os.wait4(child, 0)
    cost = {
        "wall": time.perf_counter() - start,
        "cpu": used.ru_utime + used.ru_stime,
        "system": used.ru_stime,
        "peak": used.ru_maxrss * 1024,  # kilobytes on Linux, see getrusage(2)
    }
    with open(result, "w") as file:  # noqa: PTH123 (pathlib would make this process larger than what it measures)
        json.dump(cost, file)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
