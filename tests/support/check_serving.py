#!/usr/bin/env python3
"""One index, cut and served in many ways, gives the same bytes: check_serving.py PROGRAM

The articles of corpus/ and some generated ones go into one index and into shards. check, search,
explain, report and index --stat run over the one index, over lists of shards, over stub files and
over xapian-tcpsrv on the loopback interface: exit code and output must be the same. Then servers
are down, hang, speak another version or die in the middle of a run: each must be named and end in
exit code 2, and whatever a run says in spite of it must be what the whole index says.
Without xapian-tcpsrv (Debian package xapian-tools) the cases with servers are passed over.
"""
import concurrent.futures
import contextlib
import hashlib
import json
import os
import subprocess
import sys
import tempfile

import serving

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
TIMEOUT_SECONDS = 120
SHARDS = 3
GENERATED = 90
DRAFT = "corpus/invented-aldra-venn/2025-05-09-meridian-sheet.md"
# Round trips of a check to one of three shards; measured, and half as much again.
MOST_ROUND_TRIPS = 1500
SEARCHES = (["nvidia OR china OR aldra OR order OR harbour OR ferry", "--limit", "9"],
            ["harbour lamp"], ["fact:death-toll", "--limit", "5"], ["source:\"Asia Ledger\""])


def generated_articles():
    """Articles that share figures, words and whole sentences, so that keys are held by many and
    weights are equal: what must not be told apart by the numbers of documents."""
    ships = ("Marlin", "Petrel", "Heron", "Osprey", "Plover")
    for i in range(GENERATED):
        ship = ships[i * 7 % len(ships)]
        yield {
            "id": f"wire/{i * 37 % GENERATED:03}", "source": f"Coast Paper {i % 11}",
            "date": f"2031-05-{1 + i % 28:02}", "title": f"The {ship} in the harbour",
            "text": f"The crew of the {ship} brought {40 + i % 4} passengers ashore on Monday. "
                    f"Captain Ada Quill, 61, runs the ferry {ship}.\n\n"
                    f"Some {300 + 10 * (i % 3)} lamps burned at the lamp fair in the harbour. "
                    f"The harbour office said the {ship} sails again in {2 + i % 2} weeks."}


# Other views of what "report json" and "check json" show; not run over every layout.
SLOW = ("report text", "report html", "check text", "explain last")


class Cuts:
    """The same articles as one index and as shards of it, below one folder."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        corpus = sorted(os.path.join(base, name) for base, _, names in os.walk(
            os.path.join(TOP, "corpus")) for name in names if name.endswith((".md", ".txt"))
            and name != "README.md")
        files = [os.path.relpath(path, TOP) for path in corpus]
        files = [path for path in files if path != DRAFT]
        rows = [json.dumps(article) + "\n" for article in generated_articles()]
        self.one = self.build("one", files, rows)
        self.shards = [self.build(f"shard-{k}", files[k::SHARDS], rows[k::SHARDS])
                       for k in range(SHARDS)]
        # Another cut, of very unequal shards.
        self.unequal = [self.build("most", files[1:], rows[:-4]),
                        self.build("few", files[:1], rows[-4:])]
        self.commands = self.list_commands()

    def build(self, name, files, rows):
        index = os.path.join(self.folder, name)
        # The path is a part of an article: the same in every cut.
        feed = os.path.join(self.folder, "wire.jsonl")
        with open(feed, "w", encoding="utf-8") as file:
            file.writelines(rows)
        done = self.run("index", *files, feed, "--index", index, "--rules", "rules")
        if done[0] != 0:
            raise RuntimeError(f"cannot build {name}: {done[2]}")
        return index

    def stub(self, name, lines):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in lines)
        return path

    def run(self, *arguments):
        environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}
        done = subprocess.run([self.program, *arguments], cwd=TOP, env=environment,
                              stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=TIMEOUT_SECONDS, check=False)
        return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")

    def list_commands(self):
        """Name -> arguments in front of --index."""
        rules = ["--rules", "rules", "--no-config"]
        named = {"report json": ["report", *rules, "-o", "json"],
                 "report text": ["report", *rules, "-o", "text", "--explain"],
                 "report html": ["report", *rules, "-o", "html"],
                 "check json": ["check", DRAFT, *rules, "-o", "json"],
                 "check text": ["check", DRAFT, *rules, "-o", "text"],
                 "stat": ["index", "--stat"]}
        for i, search in enumerate(SEARCHES):
            named[f"search {i + 1}"] = ["search", *search]
        findings = json.loads(self.run(*named["report json"], "--index", self.one)[1])["findings"]
        named["explain first"] = ["explain", findings[0]["id"], *rules]
        named["explain last"] = ["explain", findings[-1]["id"], *rules]
        return named

    def with_index(self, arguments, places):
        return self.run(*arguments, *(part for place in places for part in ("--index", place)))


def state_of(folder):
    """What is in a folder, byte for byte."""
    digest = hashlib.sha256()
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            digest.update(name.encode() + b"\0" + file.read())
    return digest.hexdigest()


def local_layouts(cuts):
    names = [os.path.basename(path) for path in cuts.shards]
    return {"three shards, --index repeated": cuts.shards,
            "three shards with commas": [",".join(cuts.shards)],
            "three shards in another order": cuts.shards[::-1],
            "two unequal shards": cuts.unequal,
            "a stub file of shards": [cuts.stub("local.stub", [f"auto {n}" for n in names])],
            "a stub file and a folder": [cuts.stub("two.stub", [f"glass {n}" for n in names[:2]]),
                                         cuts.shards[2]]}


def remote_layouts(cuts, servers, whole):
    addresses = [server.address for server in servers]
    lines = [f"remote {serving.HOST}:{server.port}" for server in servers]
    return {"one server": [whole.address],
            "three servers": [",".join(addresses)],
            "a stub file of servers": [cuts.stub("remote.stub", lines)],
            "two servers and a folder": [cuts.shards[0], *addresses[1:]]}


def at_once(cases):
    """Runs (name, function, arguments...) side by side; name and result, in order."""
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        waiting = [(name, pool.submit(*call)) for name, *call in cases]
        for name, result in waiting:
            yield name, result.result()


def is_same(cuts, expected, name, places):
    code, out, err = cuts.with_index(cuts.commands[name], places)
    return (code, out) == expected[name][:2] and not err


def compare_layouts(cuts, expected, layouts):
    """Every command over the layouts of most shards, the quick ones over the others as well."""
    yield from at_once((f"{name} over {layout}", is_same, cuts, expected, name, places)
                       for layout, places in layouts.items() for name in cuts.commands
                       if layout.startswith("three") or name not in SLOW)


def refusals(cuts):
    """Name -> (arguments, words that the message must have)."""
    first = cuts.shards[0]
    gone = os.path.join(cuts.folder, "gone")
    stub = cuts.stub("broken.stub", ["auto shard-0", "auto gone"])
    circle = cuts.stub("circle.stub", ["auto circle.stub"])
    program = cuts.stub("program.stub", [f"remote :touch {gone}"])
    down = f"tcp://{serving.HOST}:{serving.free_port()}"
    search = ["search", "ferry"]
    return {
        "a missing folder": ([*search, "--index", f"{first},{gone}"], [gone, "no index here"]),
        "a stub file of a missing folder": (
            [*search, "--index", stub], ["broken.stub:2:1", "gone: no index here"]),
        "a stub file that names itself": ([*search, "--index", circle], ["circle.stub"]),
        "a stub file that runs a program": (
            [*search, "--index", program], ["program.stub:1:1", "a program to run"]),
        "a shard named twice": ([*search, "--index", f"{first},{first}"], ["named twice"]),
        "a port where nobody listens": (
            [*search, "--index", f"{first},{down}"], [down, "does not answer"]),
        "index into a list": (["index", DRAFT, "--index", ",".join(cuts.shards)],
                              ["one folder", "3 places"]),
        "index into a server": (["index", DRAFT, "--index", down], ["not to a server", down]),
        "index into a stub file": (["index", DRAFT, "--index", stub], ["not to a file"]),
        "report of paths into a list": (
            ["report", DRAFT, "--index", ",".join(cuts.shards)], ["one folder", "3 places"]),
    }


def check_refusals(cuts):
    for name, (arguments, words) in refusals(cuts).items():
        code, out, err = cuts.run(*arguments)
        yield f"{name} is refused", code == 2 and not out and all(w in err for w in words)
    yield "no program was run", not os.path.exists(os.path.join(cuts.folder, "gone"))


def fails_and_names(cuts, arguments, places, address):
    code, out, err = cuts.with_index(arguments, places)
    return code == 2 and not out and address in err


def check_failing_servers(cuts, servers):
    """Servers that do not serve, at opening."""
    doubles = {"a server that hangs up": serving.hangs_up(),
               "a server of something else": serving.web_server(),
               "a server of another version": serving.of_another_version(servers[2]),
               "a server that never answers": serving.silent()}
    commands = {name: arguments for name, arguments in cuts.commands.items()
                if name in ("check json", "search 1")}
    yield from at_once(
        (f"{name} with {what} fails and names it", fails_and_names, cuts, arguments,
         [servers[0].address, servers[1].address, double.address], double.address)
        for name, arguments in commands.items() for what, double in doubles.items())
    for double in doubles.values():
        double.stop()


def steps_until(most):
    """Each of the first ones, then ever wider: a connection can end anywhere."""
    step = 0
    while step < most:
        yield step
        step += max(1, step // 2)


def dies(cuts, arguments, servers, most):
    dying = serving.Relay(servers[1], most)
    is_told = fails_and_names(cuts, arguments,
                              [servers[0].address, dying.address, servers[2].address],
                              dying.address)
    dying.stop()
    return is_told


def check_dying_server(cuts, expected, servers):
    """A server that dies after so many answers."""
    for name in ("check json", "search 1", "stat", "report json"):
        arguments = cuts.commands[name]
        counting = serving.Relay(servers[1])
        code, out, _ = cuts.with_index(
            arguments, [servers[0].address, counting.address, servers[2].address])
        counting.stop()
        yield f"{name} through a relay", (code, out) == expected[name][:2]
        print(f"serving: {name}: {counting.round_trips} round trips to one of three servers")
        if name == "check json":
            yield "a check needs few round trips", counting.round_trips <= MOST_ROUND_TRIPS
        yield from at_once(
            (f"{name} with a server that dies after {most} answers", dies, cuts, arguments,
             servers, most) for most in steps_until(counting.round_trips))


def check_killed_server(cuts, servers):
    servers[1].stop()
    addresses = [server.address for server in servers]
    yield from at_once(
        (f"{name} with a killed server fails and names it", fails_and_names, cuts, arguments,
         [",".join(addresses)], servers[1].address) for name, arguments in cuts.commands.items()
        if name not in SLOW)


def checks(program, folder):
    cuts = Cuts(program, folder)
    states = {path: state_of(path) for path in (cuts.one, *cuts.shards)}
    expected = {name: cuts.with_index(arguments, [cuts.one])
                for name, arguments in cuts.commands.items()}
    yield "the report finds something", expected["report json"][0] in (0, 1) and json.loads(
        expected["report json"][1])["findings"] != []
    yield "the check finds something", expected["check json"][0] in (0, 1) and json.loads(
        expected["check json"][1])["findings"] != []
    yield from compare_layouts(cuts, expected, local_layouts(cuts))
    yield from check_refusals(cuts)
    if not serving.is_available():
        print("serving: no xapian-tcpsrv here (Debian package xapian-tools): cases with servers "
              "are passed over")
        return
    with contextlib.ExitStack() as stack:
        servers = []
        for path in (*cuts.shards, cuts.one):
            servers.append(serving.Server(path))
            stack.callback(servers[-1].stop)
        whole = servers.pop()
        yield from compare_layouts(cuts, expected, remote_layouts(cuts, servers, whole))
        yield from check_failing_servers(cuts, servers)
        yield from check_dying_server(cuts, expected, servers)
        yield from check_killed_server(cuts, servers)
    yield "reading changes no index", all(
        state_of(path) == before for path, before in states.items())


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, is_so in checks(os.path.abspath(sys.argv[1]), folder):
            passed += is_so
            failed += not is_so
            if not is_so:
                print(f"serving: not so: {name}")
    print(f"serving: {passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
