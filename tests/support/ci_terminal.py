"""Cases of check_ci.py: terminals, colour, pipes and signals."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time

from ci_runs import FIFTY_TWO, FORTY_ONE, FORTY_SEVEN, TIMEOUT_SECONDS, Folder, newsroom

ESCAPE = "\x1b["


def on_terminal(folder, arguments, columns=80, **environment):
    """Exit code and everything a terminal of this width is shown."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder.path)
        os.execve(folder.program, [folder.program, *arguments],
                  {**folder.environment, "TERM": "xterm", **environment})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    shown = b""
    deadline = time.monotonic() + TIMEOUT_SECONDS
    while time.monotonic() < deadline:
        if select.select([terminal], [], [], 1)[0]:
            try:
                part = os.read(terminal, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not part:
                break
            shown += part
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), shown.decode("utf-8", "replace")


def many_articles(program, count=300):
    folder = Folder(program)
    for i in range(count):
        folder.write(f"articles/{i:04}.txt", FORTY_ONE if i % 2 else FORTY_SEVEN)
    return folder


def terminal_has_colour_and_a_pipe_has_none(program):
    with newsroom(program) as folder:
        code, shown = on_terminal(folder, ["check", "articles"])
        assert code == 1 and ESCAPE + "31" in shown or ESCAPE + "1;31" in shown, shown
        assert ESCAPE not in folder.run("check", "articles").out


def terminal_colour_yields_to_no_color_and_both_to_the_option(program):
    with newsroom(program) as folder:
        quiet = on_terminal(folder, ["check", "articles", "--threads", "1"], NO_COLOR="1")[1]
        assert not re.search(r"\x1b\[[0-9;]+m", quiet), quiet
        forced = on_terminal(folder, ["check", "articles", "--color", "always"], NO_COLOR="1")[1]
        assert re.search(r"\x1b\[[0-9;]+m", forced)
        assert ESCAPE in folder.run("check", "articles", "--color", "always").out
        never = on_terminal(folder, ["check", "articles", "--color", "never"])[1]
        assert not re.search(r"\x1b\[[0-9;]+m", never)


def terminal_shows_progress_and_removes_it(program):
    with many_articles(program) as folder:
        _, shown = on_terminal(folder, ["check", "articles", "-o", "json:out.json"])
        assert re.search(r"\[#*-*\] +\d+ %  \d+ articles", shown), shown[:2000]
        last = shown.rfind("articles")
        assert "\r\x1b[K" in shown[last:], "the line is still there at the end"


def terminal_progress_fits_a_narrow_one(program):
    with many_articles(program) as folder:
        _, shown = on_terminal(folder, ["check", "articles", "-o", "json:out.json"], columns=44)
        for part in re.split(r"\r(?:\x1b\[K)?|\n", shown):
            if "article" in part and part.startswith("["):
                assert len(part) < 44, part


def pipes_get_no_progress(program):
    with many_articles(program) as folder:
        run = folder.run("check", "articles", "-o", "json:out.json")
        assert run.err == "", run.err


def pipe_closed_early_is_quiet(program):
    with many_articles(program) as folder:
        for ignored in ("", "trap '' PIPE; "):
            command = (f"{ignored}set -o pipefail; {folder.program} facts articles | head -n 1")
            run = folder.shell(command)
            assert run.err == "", run.err
            assert run.code in (0, 141), run.code
            assert len(run.out.splitlines()) == 1


def lines_of_a_long_paragraph_are_cut_around_the_value(program):
    with newsroom(program) as folder:
        words = "The crew had trained for such a day for many years. " * 40
        folder.write("articles/b.md", "Marlin\n\n" + words + FORTY_SEVEN.split("\n\n")[1])
        run = folder.run("check", "articles", COLUMNS="80")
        assert run.code == 1
        for line in run.out.splitlines():
            assert len(line) <= 80, line
        lines = run.out.splitlines()
        caret = [i for i, line in enumerate(lines) if re.fullmatch(r" *\| +\^\^", line)]
        assert caret
        for i in caret:
            at = lines[i].index("^")
            assert lines[i - 1][at:at + 2] in ("41", "47"), lines[i - 1]


def interrupted_runs_leave_no_half_written_file(program):
    with many_articles(program, 1500) as folder:
        folder.write("out.json", "what was there before")
        for wanted in (signal.SIGINT, signal.SIGTERM):
            ended = set()
            for delay in (0.02, 0.1, 0.3, 0.6, 1.0, 1.5):
                child = subprocess.Popen(
                    [folder.program, "check", "articles", "-o", "json:out.json"], cwd=folder.path,
                    env=folder.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    # A shell that runs this in the background has its children ignore it.
                    preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
                time.sleep(delay)
                child.send_signal(wanted)
                ended.add(child.wait(TIMEOUT_SECONDS))
                content = folder.read("out.json")
                whole = content.startswith("{") and content.endswith("}\n")
                assert content == "what was there before" or whole, content[:100]
                left = [n for n in os.listdir(folder.path) if n.endswith(".tmp")]
                assert not left, left
            assert ended <= {-wanted, 0, 1}, ended
            assert -wanted in ended, ended


def same_bytes_whatever_the_threads(program):
    with newsroom(program) as folder:
        folder.write("articles/c.txt", FIFTY_TWO)
        outs = {folder.run("check", "articles/c.txt", "--against", "articles", "--threads", n, "-o",
                           "json").out for n in ("1", "2", "5")}
        assert len(outs) == 1
