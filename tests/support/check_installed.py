#!/usr/bin/env python3
"""The program works where it is installed: check_installed.py BUILD_FOLDER

Installs the build below a temporary prefix and runs it from elsewhere, by its path and through a
link. That the rules beside it are used, and not those of the sources, shows when all but one of
them are deleted. Then it walks the path of a newcomer in an empty folder, as README.md tells it.
"""
import os
import shutil
import subprocess
import sys
import tempfile

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))


def run(arguments, cwd):
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(arguments, cwd=cwd, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=120, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def rule_ids(program, cwd):
    code, out = run([program, "rules", "list"], cwd)
    return code, [line.split()[0] for line in out.splitlines() if line.strip()]


def keep_one_topic_rule(rules):
    """Deletes every topic rule but the first in byte order."""
    paths = sorted(os.path.join(base, name) for base, _, names in os.walk(
        os.path.join(rules, "topics")) for name in names if name.endswith(".yml"))
    for path in paths[1:]:
        os.remove(path)


ARTICLES = {
    "harbour.txt": "source: Quay Post\ndate: 2031-05-02\n---\nThe crew of the Marlin brought 41 "
                   "passengers ashore, and 300 lamps burned at the Lamp Fair.\n\n"
                   "Some 4,000 visitors came to the festival.\n",
    "courier.txt": "source: Coast Courier\ndate: 2031-05-02\n---\nThe crew of the Marlin brought 47 "
                   "passengers ashore.\n\nThe festival drew 9,000 guests.\n",
}


def newcomer(program, folder):
    """The path of the README in an empty folder: a report, a rule, a mark, a baseline."""
    news = os.path.join(folder, "news")
    os.mkdir(news)
    for name, text in ARTICLES.items():
        with open(os.path.join(news, name), "w", encoding="utf-8") as file:
            file.write("---\n" + text)

    def atodds(*arguments):
        return run([program, *arguments], folder)

    code, out = atodds("report", "news", "-o", "text", "-o", "html:report.html")
    yield "front matter of text files is read", "Quay Post, 2031-05-02" in out
    yield "the first report finds what is at odds", code < 2 and "41" in out and "47" in out
    yield "the page is written", os.path.getsize(os.path.join(folder, "report.html")) > 1000
    code, out = atodds("rules", "new", "fair/fair-visitors")
    yield "a first rule lands in the own folder", code == 0 and os.path.isfile(
        os.path.join(folder, "rules", "topics", "fair", "fair-visitors.yml"))
    steps = [line.split()[1:] for line in out.splitlines() if line.startswith("  atodds ")]
    yield "it tells two next steps", len(steps) == 2
    yield "its tests pass", atodds(*steps[0])[0] == 0
    code, out = atodds("report", "news", *steps[1][2:], "-o", "short")
    yield "the report uses it", "fair-visitors" in out
    yield "beside the shipped ones", len(rule_ids(program, folder)[1]) > 1 and "open/" in out
    yield "a configuration can name it", atodds("init")[0] == 0
    with open(os.path.join(folder, ".atodds.yml"), "a", encoding="utf-8") as file:
        file.write("add-rules: [rules]\n")
    out = atodds("report", "news", "-o", "short")[1]
    yield "the report finds it there", "fair-visitors" in out
    finding = next(line for line in out.splitlines() if "fair-visitors" in line).split()[-1][:-1]
    yield "a finding can be marked", atodds(
        "review", "false-alarm", finding, "news", "--note", "two fairs", "--by", "Ada")[0] == 0
    out = atodds("report", "news", "-o", "short")[1]
    yield "and is out of sight", "fair-visitors" not in out and "open/" in out
    yield "a baseline can be made", atodds("baseline", "create", "news")[0] == 0
    code, out = atodds("check", "news", "--baseline", ".atodds-baseline.jsonl", "-o", "short")
    yield "and hides the rest", code == 0 and out.strip() == ""


def checks(prefix):
    program = os.path.join(prefix, "bin", "atodds")
    rules = os.path.join(prefix, "share", "atodds", "rules")
    away = os.path.join(prefix, "away")
    os.mkdir(away)
    link = os.path.join(away, "linked")
    os.symlink(program, link)
    yield "the program runs", run([program, "version"], away)[0] == 0
    articles = os.path.join(TOP, "corpus")
    yield "it finds what articles disagree on", run([program, "report", articles], away)[0] == 1
    code, full = rule_ids(program, away)
    yield "it finds rules", code == 0 and len(full) > 1
    yield "it finds them through a link", rule_ids(link, away) == (0, full)
    empty = os.path.join(prefix, "empty")
    os.mkdir(empty)
    yield from newcomer(program, empty)
    keep_one_topic_rule(rules)
    code, few = rule_ids(program, away)
    yield "the rules beside it are those it uses", code == 0 and 0 < len(few) < len(full)
    shutil.rmtree(away)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    passed = failed = 0
    with tempfile.TemporaryDirectory() as prefix:
        subprocess.run(["cmake", "--install", sys.argv[1], "--prefix", prefix],
                       stdout=subprocess.DEVNULL, check=True)
        for name, is_so in checks(prefix):
            passed += is_so
            failed += not is_so
            if not is_so:
                print(f"installed: not so: {name}")
    print(f"installed: {passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
