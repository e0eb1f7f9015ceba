"""Runs whose output check_formats.py looks at: small articles made to be awkward, and corpus/.

The articles stand in a folder that plays a repository. Lines hold Chinese and emoji, so that bytes,
code points and UTF-16 units differ; one path needs percent-encoding; one line holds two findings;
text and names hold what HTML, Markdown, workflow commands and spreadsheets would obey.
"""
import json
import os
import subprocess

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
TIMEOUT_SECONDS = 120
FORMATS = ["checkstyle", "csv", "github", "gitlab", "html", "json", "jsonl", "junit", "md", "rdjson",
           "sarif", "short", "text", "xlsx"]

EARLIER = """---
source: Harbour News
date: 2031-05-02
url: https://harbour.example/a
---
# Rescue off the cape

🚢🚢 港口 (harbour): rescuers brought 41 tired people ashore from the ferry Marlin on Friday, and the \
ferry Marlin sank at 19:40. The owner paid 3.2 million dollars for the Marlin in 2029.
"""
LATER = """---
source: "=HYPERLINK(0) ::error::, %0A @coast <b>[Courier](http://x)"
date: 2031-05-03
---
# The Marlin is lost

🚢 港口 said \u202e: rescuers brought 47 tired people ashore from the ferry Marlin on Friday, and the \
ferry Marlin sank at 20:40. The owner paid 5.1 million dollars for the Marlin in 2029.
"""
EARLIER_PATH = "news/a.md"
LATER_PATH = "news/b c#1.md"


class Run:
    """One run of the program, its outputs by format."""

    def __init__(self, program, folder, arguments, formats, environment=None, stdin=b""):
        out = os.path.join(folder, ".out")
        command = [program] + arguments + ["--rules", os.path.join(TOP, "rules")]
        for name in formats:
            command += ["-o", f"{name}:{out}/report.{name}"]
        done = subprocess.run(command, cwd=folder, capture_output=True, input=stdin, check=False,
                              timeout=TIMEOUT_SECONDS,
                              env={"PATH": os.environ.get("PATH", ""), **(environment or {})})
        self.code = done.returncode
        self.errors = done.stderr.decode("utf-8", "replace")
        self.files = {}
        for name in formats:
            with open(f"{out}/report.{name}", "rb") as file:
                self.files[name] = file.read()

    def text(self, name):
        return self.files[name].decode("utf-8")

    def json(self, name):
        return json.loads(self.files[name])

    def lines(self, name):
        return [json.loads(line) for line in self.text(name).splitlines()]


def write(folder, path, text):
    full = os.path.join(folder, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "w", encoding="utf-8") as file:
        file.write(text)


class Runs:
    """All runs that the checks share; made once."""

    def __init__(self, program, scratch):
        self.program = program
        self.repository = os.path.join(scratch, "repository")
        elsewhere = os.path.join(scratch, "elsewhere")
        write(self.repository, EARLIER_PATH, EARLIER)
        write(self.repository, LATER_PATH, LATER)
        write(elsewhere, "published/a.md", EARLIER)
        index = os.path.join(scratch, "index")
        subprocess.run([program, "index", "published", "--index", index, "--rules",
                        os.path.join(TOP, "rules")], cwd=elsewhere, check=True,
                       capture_output=True, timeout=TIMEOUT_SECONDS)
        summary = os.path.join(scratch, "summary.md")
        write(scratch, "summary.md", "# Before\n")
        self.report = Run(program, self.repository, ["report", "news"], FORMATS)
        self.again = Run(program, self.repository, ["report", "news"], FORMATS)
        self.earlier_checked = self.check_run(["check", EARLIER_PATH], scratch, "b.idx", LATER_PATH)
        self.check = Run(program, self.repository, ["check", LATER_PATH, "--index", index], FORMATS)
        self.stdin = Run(program, self.repository, ["check", "-", "--index", index], FORMATS,
                         stdin=LATER.encode())
        self.absolute = Run(program, self.repository,
                            ["report", os.path.join(self.repository, "news")], FORMATS)
        self.broken = self.unreadable(scratch)
        self.ignored, self.known = self.remembered(scratch)
        self.corpus = Run(program, self.repository,
                          ["report", os.path.join(TOP, "corpus"), "--fail-on", "warning"], FORMATS,
                          {"GITHUB_STEP_SUMMARY": summary})
        with open(summary, encoding="utf-8") as file:
            self.summary = file.read()

    def check_run(self, arguments, scratch, name, indexed):
        """A check against an index of this repository, in which the checked side is the older."""
        index = os.path.join(scratch, name)
        subprocess.run([self.program, "index", indexed, "--index", index, "--rules",
                        os.path.join(TOP, "rules")], cwd=self.repository, check=True,
                       capture_output=True, timeout=TIMEOUT_SECONDS)
        return Run(self.program, self.repository, arguments + ["--index", index], FORMATS)

    def unreadable(self, scratch):
        """A run that cannot read one of its files."""
        folder = os.path.join(scratch, "broken")
        write(folder, "news/a.md", EARLIER)
        with open(os.path.join(folder, "news", "bad.txt"), "wb") as file:
            file.write(b"caf\xe9 \xff\xfe")
        return Run(self.program, folder, ["report", "news"], FORMATS)

    def remembered(self, scratch):
        """A run with a finding that a comment suppresses, and one with a baseline that knows all."""
        folder = os.path.join(scratch, "remembered")
        write(folder, EARLIER_PATH, EARLIER)
        write(folder, LATER_PATH, LATER.replace(
            "\n🚢", "\n<!-- atodds-ignore open/number: two [ferries] {0} -->\n🚢"))
        ignored = Run(self.program, folder, ["report", "news"], FORMATS)
        subprocess.run([self.program, "baseline", "create", "news", "--baseline", "known.jsonl",
                        "--rules", os.path.join(TOP, "rules")], cwd=folder, check=True, capture_output=True,
                       timeout=TIMEOUT_SECONDS)
        return ignored, Run(self.program, folder, ["report", "news", "--baseline", "known.jsonl"],
                            FORMATS)

    def all(self):
        return {"report": self.report, "check": self.check, "stdin": self.stdin,
                "absolute paths": self.absolute, "unreadable file": self.broken,
                "suppressed by a comment": self.ignored, "baseline": self.known,
                "older side checked": self.earlier_checked, "corpus": self.corpus}


def place_of(text, words):
    """Line, column in code points, column in bytes of the first place of `words`; all from 1."""
    at = text.index(words)
    line_start = text.rfind("\n", 0, at) + 1
    return (text.count("\n", 0, at) + 1, at - line_start + 1,
            len(text[line_start:at].encode()) + 1)
