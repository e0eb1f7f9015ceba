"""A headless Chromium driven over the DevTools protocol through a pipe.

Nothing but the browser itself is needed: with --remote-debugging-pipe it reads commands from file
descriptor 3 and writes answers to 4, JSON objects with a zero byte behind each
(chromedevtools.github.io/devtools-protocol). A driver program and a client library, the usual way,
would be two packages more for the twenty commands used here.
"""
import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The sandbox needs rights that a container rarely has; the page under test is our own. The rest
# keeps the browser from looking for updates and the like: its only traffic is the page's.
OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
           "--disable-background-networking", "--disable-component-update", "--disable-sync",
           "--disable-extensions", "--disable-dev-shm-usage", "--hide-scrollbars",
           "--host-resolver-rules=MAP * ~NOTFOUND", "--remote-debugging-pipe")
ANSWER_SECONDS = 60


def find_browser():
    """Path of a Chromium, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Failed(Exception):
    """The browser refused a command, or a script threw."""


class Browser:
    """One browser with one page. Use as a context manager."""

    def __init__(self, path):
        self.folder = tempfile.mkdtemp(prefix="atodds-page-")
        self.events = []
        self._rest = b""
        self._last = 0
        self._start(path)
        target = self._call("Target.createTarget", {"url": "about:blank"})["targetId"]
        self.session = self._call("Target.attachToTarget",
                                  {"targetId": target, "flatten": True})["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")

    def _start(self, path):
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()
        # Above 4, so that neither is in the way of the other's new place.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_browser, from_browser)]
        os.close(to_browser)
        os.close(from_browser)

        def place_ends():
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self._process = subprocess.Popen(
            [path, *OPTIONS, "--user-data-dir=" + os.path.join(self.folder, "profile")],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=place_ends, pass_fds=(3, 4))
        for end in ends:
            os.close(end)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self._call("Browser.close", {})
            self._process.wait(10)
        except (OSError, Failed, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    # ---- Protocol ---------------------------------------------------------------------------

    def _read(self, deadline):
        """The next message; None when the time is over."""
        while b"\0" not in self._rest:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._in], [], [], left)[0]:
                return None
            piece = os.read(self._in, 1 << 16)
            if not piece:
                raise Failed("the browser ended")
            self._rest += piece
        message, self._rest = self._rest.split(b"\0", 1)
        return json.loads(message)

    def _call(self, method, params, session=None):
        self._last += 1
        message = {"id": self._last, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data):]
        deadline = time.monotonic() + ANSWER_SECONDS
        while True:
            answer = self._read(deadline)
            if answer is None:
                raise Failed(f"no answer to {method}")
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise Failed(f"{method}: {answer['error'].get('message')}")
                return answer["result"]
            self.events.append(answer)

    def send(self, method, **params):
        return self._call(method, params, self.session)

    def wait_for(self, name, seconds=ANSWER_SECONDS):
        """The first event of that name from now on or since the last clear(); None if none comes."""
        deadline = time.monotonic() + seconds
        at = 0
        while True:
            while at < len(self.events):
                if self.events[at]["method"] == name:
                    return self.events[at]["params"]
                at += 1
            event = self._read(deadline)
            if event is None:
                return None
            self.events.append(event)

    def clear(self):
        self.events.clear()

    def params_of(self, name):
        return [event["params"] for event in self.events if event["method"] == name]

    # ---- The page ---------------------------------------------------------------------------

    def open(self, url):
        self.clear()
        self.send("Page.navigate", url=url)
        if self.wait_for("Page.loadEventFired") is None:
            raise Failed(f"{url} did not load")

    def run(self, script):
        """The value of a JavaScript expression, promises awaited."""
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True,
                           awaitPromise=True, userGesture=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise Failed(details.get("exception", {}).get("description", details["text"]))
        return result["result"].get("value")

    def resize(self, width, height=900):
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)

    def prefer(self, media="", **features):
        """prefer(prefers_color_scheme="dark"), prefer("print"), prefer() for the normal state."""
        self.send("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": name.replace("_", "-"), "value": value}
                            for name, value in features.items()])

    def press(self, key):
        text = {"text": key} if len(key) == 1 else {}
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key,
                      **(text if kind == "keyDown" else {}))

    def type(self, text):
        self.send("Input.insertText", text=text)

    def shoot(self, path):
        """Writes what is to be seen as a PNG."""
        data = self.send("Page.captureScreenshot")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
