#!/usr/bin/env python3
"""What an index goes through: check_crash.py PROGRAM [--moments N] [--seed N] [--articles N]

Kills the building and the updating of an index at random moments (chosen by the seed, 12 unless
told, 100 and more with --moments), and looks at what is left: the index opens, every committed
article is there with its facts, a second run completes it, nothing is doubled. Then the other
mishaps: a second writer, readers during an update, a full disk, a folder that may not be written,
an index of another schema, damaged files. Every one of these looks is a case.
"""
import argparse
import fcntl
import json
import os
import random
import re
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import time

import crash_corpus

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
RULES = os.path.join(TOP, "rules")
TIMEOUT_SECONDS = 600
NOBODY = 65534
MOST_SHOWN = 600  # characters of a failed case
COUNTS = re.compile(r"(\d+) articles added, (\d+) replaced, (\d+) unchanged, (\d+) removed")
# Few enough that a run of some hundred articles commits often.
SMALL_COMMITS = ("--commit-every", "4", "--threads", "2")


class Crash:
    """The program, a folder to work in, and the cases counted so far."""

    def __init__(self, program, folder, options):
        self.program = os.path.abspath(program)
        self.folder = folder
        self.dice = random.Random(options.seed)
        self.moments = options.moments
        self.passed = self.failed = 0
        count = options.articles
        self.old_rows, self.new_rows = crash_corpus.oldest(count), crash_corpus.updated(count)
        # Two folders that hold articles of the same paths, for paths are stored.
        self.old, self.new = self.path("old"), self.path("new")
        crash_corpus.write(os.path.join(self.old, "articles"), self.old_rows)
        crash_corpus.write(os.path.join(self.new, "articles"), self.new_rows)

    def path(self, name):
        return os.path.join(self.folder, name)

    def check(self, is_good, what):
        if is_good:
            self.passed += 1
        else:
            self.failed += 1
            print(f"crash: {what[:MOST_SHOWN]}")

    def command(self, *arguments):
        return [self.program, *arguments]

    def start(self, *arguments, **settings):
        settings.setdefault("cwd", self.old)
        return subprocess.Popen(self.command(*arguments), stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, **settings)

    def run(self, *arguments, **settings):
        """Exit code, output, messages; the code of a run that hangs is that of no program."""
        settings.setdefault("stdin", subprocess.DEVNULL)
        process = self.start(*arguments, **settings)
        try:
            out, err = process.communicate(timeout=TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return 1000, "", "hangs"
        return process.returncode, out.decode(), err.decode()

    def build_command(self, index, source="articles"):
        return ["index", source, "--index", index, "--rules", RULES, *SMALL_COMMITS]

    def update_command(self, index):
        return [*self.build_command(index), "--remove-absent"]

    def build(self, index, **settings):
        """Exit code, counts (added, replaced, unchanged, removed) or nothing, messages."""
        return counted(self.run(*self.build_command(index), **settings))

    def update(self, index, **settings):
        return counted(self.run(*self.update_command(index), cwd=self.new, **settings))

    def stat(self, index):
        """Exit code, number of articles, messages."""
        code, out, err = self.run("index", "--stat", "--index", index)
        found = re.search(r"articles +(\d+)", out)
        return code, int(found[1]) if found else 0, err

    def dump(self, index):
        """All that a report says of the index, as bytes; nothing where it cannot be read."""
        code, out, err = self.run("report", "--index", index, "--rules", RULES, "--format",
                                  "json", "--fail-on", "never")
        if code != 0:
            print(err)
        return out if code == 0 else None

    def is_told(self, result, *words):
        """Exit code 2, and a message with these words and a remedy."""
        code, _, err = result
        return code == 2 and "hint: " in err and any(word in err for word in words)


def counted(result):
    code, out, err = result
    counts = COUNTS.match(out)
    return code, tuple(map(int, counts.groups())) if counts else None, err


def facts_by_article(dump):
    """Id -> its facts, each as text; nothing where an id is there twice."""
    report = json.loads(dump)
    by_id = {article["id"]: [] for article in report["articles"]}
    if len(by_id) != len(report["articles"]):
        return None
    for fact in report["facts"]:
        by_id[fact["article"]].append(json.dumps(fact, sort_keys=True))
    return by_id


def kept_articles(crash, index):
    """How many articles the parts of a cut-off build have committed."""
    building = os.path.join(index, "building")
    parts = os.listdir(building) if os.path.isdir(building) else []
    return sum(crash.stat(os.path.join(building, part))[1]
               for part in parts if part.startswith("part-"))


def kill_after(process, seconds):
    time.sleep(seconds)
    process.kill()
    process.communicate()


def check_killed_build(crash, reference, seconds):
    whole = len(crash.old_rows)
    for moment in range(crash.moments // 2):
        name = f"build killed at moment {moment}"
        index = crash.path("killed-build")
        shutil.rmtree(index, ignore_errors=True)
        kill_after(crash.start(*crash.build_command(index)),
                   crash.dice.uniform(0, seconds * 1.05))
        code, articles, err = crash.stat(index)
        is_whole = code == 0 and articles == whole
        is_missing = code == 2 and "no index here" in err and "hint: " in err
        crash.check(is_whole or is_missing, f"{name}: neither whole nor missing: {err}")
        kept = whole if is_whole else kept_articles(crash, index)
        again, counts, err = crash.build(index)
        # The index may have been whole but for its publication.
        crash.check(again == 0 and counts in ((whole - kept, 0, kept, 0), (0, 0, whole, 0)),
                    f"{name}: {kept} articles kept, then {counts} {err}")
        crash.check(crash.dump(index) == reference and
                    not os.path.exists(os.path.join(index, "building")),
                    f"{name}: completed, it is not as built at once")


def check_killed_update(crash, built, reference, new_reference, seconds):
    old, new = facts_by_article(reference), facts_by_article(new_reference)
    for moment in range(crash.moments - crash.moments // 2):
        name = f"update killed at moment {moment}"
        index = crash.path("killed-update")
        shutil.rmtree(index, ignore_errors=True)
        shutil.copytree(built, index)
        process = crash.start(*crash.update_command(index), cwd=crash.new)
        watch = Watch(crash, index)
        kill_after(process, crash.dice.uniform(0, seconds * 1.05))
        crash.check(watch.stop(), f"{name}: a reader failed: {watch.trouble}")
        dump = crash.dump(index)
        left = facts_by_article(dump) if dump else None
        is_good = left is not None and all(
            left.get(id) in (facts, new.get(id)) for id, facts in old.items()
            if id in new or id in left) and all(
            id in old or facts == new.get(id) for id, facts in left.items())
        crash.check(is_good, f"{name}: articles are lost, doubled or hold other facts")
        done = sum(1 for id, facts in (left or {}).items() if new.get(id) == facts)
        code, counts, err = crash.update(index)
        crash.check(code == 0 and counts and counts[2] == done,
                    f"{name}: {done} articles were done, then {counts} {err}")
        crash.check(crash.dump(index) == new_reference,
                    f"{name}: completed, it is not as updated at once")


class Watch:
    """Opens an index over and over until told to stop."""

    def __init__(self, crash, index, may_be_missing=False):
        self.crash, self.index_folder, self.may_be_missing = crash, index, may_be_missing
        self.trouble = ""
        self.rounds = 0
        self.is_over = False
        self.thread = threading.Thread(target=self.watch)
        self.thread.start()

    def watch(self):
        while not self.is_over:
            code, out, err = self.crash.run("search", "harbour", "--index", self.index_folder)
            is_missing = self.may_be_missing and code == 2 and "no index here" in err
            if code != 0 and not is_missing:
                self.trouble = f"exit {code} {out} {err}"
                return
            self.rounds += 1

    def stop(self):
        self.is_over = True
        self.thread.join()
        return not self.trouble


def check_readers(crash, built):
    index = crash.path("read")
    shutil.copytree(built, index)
    watch = Watch(crash, index)
    code, _, err = crash.update(index)
    crash.check(watch.stop() and code == 0 and watch.rounds,
                f"reading during an update: {watch.trouble} {err}")
    fresh = crash.path("read-fresh")
    watch = Watch(crash, fresh, may_be_missing=True)
    code, _, err = crash.build(fresh)
    crash.check(watch.stop() and code == 0, f"reading during a build: {watch.trouble} {err}")


def is_locked(index):
    """True where some process holds the lock of Xapian on the folder; takes none."""
    try:
        with open(os.path.join(index, "flintlock"), "r+b") as file:
            asked = struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, 0, 1, 0)
            told = fcntl.fcntl(file, fcntl.F_GETLK, asked)
            return struct.unpack("hhqqi", told)[0] != fcntl.F_UNLCK
    except FileNotFoundError:
        return False


def check_second_writer(crash, built):
    """A run that waits for its standard input holds the lock."""
    for name, index in (("built", crash.path("locked")), ("updated", built)):
        first = crash.start(*crash.build_command(index, "-"), stdin=subprocess.PIPE)
        for _ in range(1000):
            if is_locked(index):
                break
            time.sleep(0.02)
        result = crash.build(index)
        crash.check(crash.is_told(result, "another process is writing"),
                    f"a second writer while the index is {name}: {result}")
        first.kill()
        first.communicate()
        code, _, err = crash.build(index)
        crash.check(code == 0, f"after the first writer of an index {name} was killed: {err}")


def limit_files(size):
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def check_full_disk(crash, built, reference, new_reference):
    """A limit on the size of files is met like a full disk, by any user."""
    index = crash.path("full-build")
    largest = max(os.path.getsize(os.path.join(built, name)) for name in os.listdir(built))
    for size in (0, largest // 8, largest // 2):
        result = crash.build(index,
                             preexec_fn=limit_files(size))
        crash.check(crash.is_told(result, "write the index"), f"built on {size} bytes: {result}")
    code, _, err = crash.build(index)
    crash.check(code == 0 and crash.dump(index) == reference, f"with room again: {err}")
    index = crash.path("full-update")
    shutil.copytree(built, index)
    result = crash.update(index, preexec_fn=limit_files(largest))
    crash.check(crash.is_told(result, "write the index"), f"updated on a full disk: {result}")
    crash.check(crash.stat(index)[0] == 0, "the index does not open after a full disk")
    code, _, err = crash.update(index)
    crash.check(code == 0 and crash.dump(index) == new_reference,
                f"updated with room again: {err}")


def check_small_disk(crash):
    """A file system of two megabytes, where this user may mount one."""
    disk = crash.path("disk")
    os.mkdir(disk)
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        print("crash: no right to mount a small disk; skipped, files of limited size remain")
        return
    try:
        filler = os.path.join(disk, "filler")
        with open(filler, "wb") as file:
            file.write(b"x" * 1_900_000)
        index = os.path.join(disk, "index")
        result = crash.build(index)
        crash.check(crash.is_told(result, "write the index"), f"built on a full disk: {result}")
    finally:
        subprocess.run(["umount", disk], check=False)


def check_read_only(crash, built):
    """Root may write anywhere, and becomes nobody for this."""
    settings = {"user": NOBODY} if os.geteuid() == 0 else {}
    try:
        can_run = crash.run("version", **settings)[0] == 0
    except PermissionError:
        can_run = False
    if not can_run:
        print("crash: the program cannot be run by nobody here; skipped")
        return
    os.chmod(crash.folder, 0o755)
    index, empty = crash.path("read-only"), crash.path("read-only-empty")
    shutil.copytree(built, index)
    os.mkdir(empty)
    for folder in (index, empty):
        os.chmod(folder, 0o555)
        result = crash.update(folder, **settings)
        crash.check(crash.is_told(result, "write the index"), f"a read-only folder: {result}")
    code, _, err = crash.run("search", "harbour", "--index", index, **settings)
    crash.check(code == 0, f"reading a read-only index: {err}")
    for folder in (index, empty):
        os.chmod(folder, 0o755)
    file = crash.path("a-file")
    with open(file, "w", encoding="utf-8") as content:
        content.write("no folder")
    for place in (file, crash.old):
        result = crash.update(place)
        crash.check(crash.is_told(result, "to a folder", "no index"), f"{place}: {result}")


def check_other_schema(crash, built):
    index = crash.path("other-schema")
    shutil.copytree(built, index)
    name = os.path.join(index, "postlist.glass")
    with open(name, "rb") as file:
        table = file.read()
    # Blocks of earlier commits lie beside those in use.
    older, places = re.subn(rb"(atodds-schema\D{0,12})\d", rb"\g<1>0", table)
    crash.check(places > 0, "the schema number was not found in the table")
    with open(name, "wb") as file:
        file.write(older)
    for arguments in (crash.update_command(index), ["search", "quay", "--index", index],
                      ["report", "--index", index, "--rules", RULES]):
        result = crash.run(*arguments)
        crash.check(crash.is_told(result, "index was built by schema 0"),
                    f"another schema, {arguments[0]}: {result}")


def damage(dice, name):
    """Cuts the file or changes sixteen bytes of it; says what was done."""
    size = os.path.getsize(name)
    at = dice.randrange(size)
    with open(name, "r+b") as file:
        if dice.random() < 0.5:
            file.truncate(at)
            return f"{os.path.basename(name)} cut at {at}"
        file.seek(at)
        old = file.read(16)
        file.seek(at)
        file.write(bytes(byte ^ dice.randrange(1, 256) for byte in old))
    return f"{os.path.basename(name)} changed at {at}"


def check_damage(crash, built, reference):
    """What is noticed is told with its remedy; texts and facts are never other ones."""
    tables = ("docdata.glass", "postlist.glass", "termlist.glass", "iamglass")
    for round_ in range(max(2, crash.moments // 6)):
        for table in tables:
            index = crash.path("damaged")
            shutil.rmtree(index, ignore_errors=True)
            shutil.copytree(built, index)
            done = damage(crash.dice, os.path.join(index, table))
            code, out, err = crash.run("report", "--index", index, "--rules", RULES,
                                       "--format", "json", "--fail-on", "never")
            is_told = crash.is_told((code, out, err), "index is damaged", "cannot read the index",
                                    "cannot be read", "no index here", "built by another version",
                                    "internal error: crashed")
            crash.check(is_told or (code == 0 and out == reference),
                        f"{round_}: {done}: report exits with {code} {err}")
            code, _, err = crash.update(index)
            crash.check(code == 0 or crash.is_told((code, "", err), "index"),
                        f"{round_}: {done}: update exits with {code} {err}")
    for table in tables:
        index = crash.path("damaged")
        shutil.rmtree(index, ignore_errors=True)
        shutil.copytree(built, index)
        os.remove(os.path.join(index, table))
        result = crash.update(index)
        crash.check(crash.is_told(result, "index"), f"without {table}: {result}")


def timed(work):
    start = time.monotonic()
    return work(), time.monotonic() - start


def run_all(crash):
    built, updated = crash.path("built"), crash.path("updated")
    (code, counts, err), build_seconds = timed(
        lambda: crash.build(built))
    crash.check(code == 0 and counts == (len(crash.old_rows), 0, 0, 0), f"build: {counts} {err}")
    again = crash.build(built)
    crash.check(again[1] == (0, 0, len(crash.old_rows), 0), f"built again: {again}")
    shutil.copytree(built, updated)
    (code, counts, err), update_seconds = timed(
        lambda: crash.update(updated))
    crash.check(code == 0, f"update: {counts} {err}")
    reference, new_reference = crash.dump(built), crash.dump(updated)
    fresh = crash.path("fresh")
    crash.run("index", "articles", "--index", fresh, "--rules", RULES, "--threads", "1",
              cwd=crash.new)
    crash.check(reference and new_reference and crash.dump(fresh) == new_reference,
                "an updated index says something else than a new one")
    check_killed_build(crash, reference, build_seconds)
    check_killed_update(crash, built, reference, new_reference, update_seconds)
    check_readers(crash, built)
    check_second_writer(crash, built)
    check_full_disk(crash, built, reference, new_reference)
    check_small_disk(crash)
    check_read_only(crash, built)
    check_other_schema(crash, built)
    check_damage(crash, built, reference)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--moments", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=80)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        crash = Crash(options.program, folder, options)
        run_all(crash)
    print(f"crash: {crash.passed} passed, {crash.failed} failed (seed {options.seed})")
    return 1 if crash.failed else 0


sys.exit(main())
