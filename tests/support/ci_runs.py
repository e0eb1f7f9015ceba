"""What the checks of check_ci.py share: folders of small articles, git, runs of the program."""
import json
import os
import shutil
import subprocess
import tempfile

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
TIMEOUT_SECONDS = 120
# 2031-05-20: expiry dates of the cases lie around it.
TODAY = "1936915200"

# Invented reports on one rescue. 41 and 47 clash; 41 and "forty-one" agree.
FORTY_ONE = "Ferry freed\n\nRescuers brought 41 stranded people ashore from the Marlin on 2 May 2031.\n"
FORTY_SEVEN = "Marlin freed\n\nIn all, rescuers brought 47 stranded people ashore from the Marlin on 2 May 2031.\n"
FIFTY_TWO = "Marlin\n\nRescuers brought 52 stranded people ashore from the Marlin on 2 May 2031.\n"
WEATHER = "Weather\n\nA storm crossed the coast in the night and moved on to the east.\n"


class Run:
    """One finished run of the program."""

    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout.decode("utf-8", "replace")
        self.err = done.stderr.decode("utf-8", "replace")

    def json(self):
        return json.loads(self.out)

    def findings(self):
        """Of a JSON report: those that are shown."""
        return [f for f in self.json()["findings"] if "suppressed_by" not in f]


class Folder:
    """A folder that goes away, with articles in it and maybe a git repository around them."""

    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.path = os.path.realpath(tempfile.mkdtemp(prefix="atodds-ci-"))
        self.environment = {
            "PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "HOME": self.path,
            "SOURCE_DATE_EPOCH": TODAY, "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
            "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org"}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def at(self, name):
        return os.path.join(self.path, name)

    def write(self, name, text):
        path = self.at(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def read(self, name):
        with open(self.at(name), encoding="utf-8") as file:
            return file.read()

    def exists(self, name):
        return os.path.exists(self.at(name))

    def run(self, *arguments, stdin="", cwd="", **environment):
        """Runs the program. Where neither the case nor a configuration says from which level on a
        run fails, any finding fails it: cases are about other things than levels."""
        if arguments[0] in ("check", "report") and "--fail-on" not in arguments and not \
                self.exists(".atodds.yml"):
            arguments = (*arguments, "--fail-on", "note")
        done = subprocess.run([self.program, *arguments], cwd=self.at(cwd),
                              env={**self.environment, **environment}, input=stdin.encode(),
                              capture_output=True, timeout=TIMEOUT_SECONDS, check=False)
        return Run(done)

    def shell(self, command, **environment):
        done = subprocess.run(["bash", "-c", command], cwd=self.path,
                              env={**self.environment, **environment}, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=TIMEOUT_SECONDS, check=False)
        return Run(done)

    def git(self, *arguments):
        subprocess.run(["git", *arguments], cwd=self.path, env=self.environment,
                       stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT_SECONDS,
                       check=True)

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)


def newsroom(program, second=FORTY_SEVEN):
    """Two articles at odds, in no repository."""
    folder = Folder(program)
    folder.write("articles/a.txt", FORTY_ONE)
    folder.write("articles/b.md", second)
    return folder


def repository(program):
    """A repository with two articles that agree, on its branch `main`; a branch `draft` on top."""
    folder = Folder(program)
    folder.write("articles/a.txt", FORTY_ONE)
    folder.write("articles/w.txt", WEATHER)
    folder.git("init", "-q", "-b", "main")
    folder.commit("articles")
    folder.git("checkout", "-q", "-b", "draft")
    return folder
