#!/usr/bin/env python3
"""Drives the HTML report in a real browser: check_page.py PROGRAM [TESTS] [--shots DIR]

Opens the report of corpus/, a report of hostile articles and, where TESTS (the unit tests) is
given, one of a thousand findings, each from a file. What is shown is compared with the JSON report
of the same run. Skips where there is no Chromium. --shots writes pictures of the page to look at.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from browser import Browser, Failed, find_browser
from page_cases import CASES

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
RUN_SECONDS = 120

# Every place of an article that comes from outside, with what would run or mislead. The counts
# differ, so that there is a finding with all of it.
ATTACK = "</script></style></title><img src=x onerror=window.hit=1><script>window.hit=1</script>"
STEER = "\u202Eevil\u2066 \u200Bzero\u200F"


def hostile_article(number, count):
    return f"""---
title: '{ATTACK} "q" {STEER} {number}'
source: '"><svg onload=window.hit=1>|{ATTACK}{STEER} {number}'
url: '{["javascript:window.hit=1", 'https://a.example/"onclick=window.hit=1'][number % 2]}'
published: 2031-05-0{number + 1}
authors: ['{ATTACK}']
---

A ferry ran aground off <script>window.hit=1</script> at dawn. Rescuers {STEER} brought {count}
people ashore from the ferry Marlin & <img src=x onerror=window.hit=1>, the `{ATTACK}` said.

Said "{ATTACK}" on Monday: "We {'shall' if number % 2 else 'will'} rest, </q><script>window.hit=1
</script>, when all of the boats are home again." [link](javascript:window.hit=1)
"""


def write_hostile(folder):
    name = "a<img src=x onerror=window.hit=1>\u202E'\"&"
    for number, count in enumerate((41, 47, 41)):
        with open(os.path.join(folder, f"{name}{number}.md"), "w", encoding="utf-8") as file:
            file.write(hostile_article(number, count))


class Pages:
    """Reports that the cases open, made once."""

    def __init__(self, program, tests, folder):
        self.folder = folder
        self.corpus = self._report(program, os.path.join(TOP, "corpus"), "corpus")
        hostile = os.path.join(folder, "hostile")
        os.mkdir(hostile)
        write_hostile(hostile)
        self.hostile = self._report(program, hostile, "hostile-report")
        with open(os.path.join(folder, "corpus.json"), encoding="utf-8") as file:
            self.report = json.load(file)
        self.large = self._large(tests) if tests else None

    def _report(self, program, articles, name):
        page = os.path.join(self.folder, name + ".html")
        done = subprocess.run(
            [program, "report", os.path.relpath(articles, TOP), "--rules", "rules", "--fail-on",
             "never", "-o", "html:" + page,
             "-o", "json:" + os.path.join(self.folder, name + ".json")],
            cwd=TOP, stdin=subprocess.DEVNULL, capture_output=True, timeout=RUN_SECONDS,
            check=False)
        if done.returncode != 0:
            sys.exit(done.stderr.decode("utf-8", "replace"))
        return self.url(page)

    def _large(self, tests):
        page = os.path.join(self.folder, "large.html")
        subprocess.run([tests, "--test-case=a page of a thousand findings*"], check=True,
                       env={**os.environ, "ATODDS_LARGE_PAGE": page}, timeout=RUN_SECONDS,
                       stdout=subprocess.DEVNULL)
        return self.url(page)

    @staticmethod
    def url(path):
        return pathlib.Path(path).as_uri()


def shoot_all(browser, pages, folder):
    """Pictures for people; nothing is checked."""
    os.makedirs(folder, exist_ok=True)
    for name, width, scheme in (("wide", 1600, "light"), ("dark", 1280, "dark"),
                                ("phone", 400, "light")):
        browser.resize(width, 2400)
        browser.prefer(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
        for part in ("", "findings", "matrix", "origins", "reading"):
            browser.open(pages.corpus)
            if part:
                browser.run(f"document.getElementById('{part}').scrollIntoView()")
            time.sleep(0.3)
            browser.shoot(os.path.join(folder, f"{name}-{part or 'front'}.png"))


def run_cases(browser, pages, times):
    passed = failed = 0
    for case in CASES:
        browser.resize(1280)
        browser.prefer(prefers_color_scheme="light", prefers_reduced_motion="reduce")
        start = time.monotonic()
        try:
            problem = case(browser, pages)
        except Failed as failure:
            problem = str(failure)
        if times:
            print(f"{time.monotonic() - start:6.2f} s  {case.__name__}")
        if problem:
            failed += 1
            print(f"page: {case.__doc__}: {problem}")
        else:
            passed += 1
    print(f"page: {passed} passed, {failed} failed")
    return failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("tests", nargs="?")
    parser.add_argument("--shots")
    parser.add_argument("--times", action="store_true", help="print seconds of each case")
    given = parser.parse_args()
    path = find_browser()
    if path is None:
        print("page: skipped, there is no Chromium here")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        pages = Pages(os.path.abspath(given.program),
                      given.tests and os.path.abspath(given.tests), folder)
        try:
            browser = Browser(path)
        except (Failed, OSError) as failure:
            print(f"page: skipped, {path} does not start here: {failure}")
            return 0
        with browser:
            if given.shots:
                shoot_all(browser, pages, given.shots)
                return 0
            return 1 if run_cases(browser, pages, given.times) else 0


if __name__ == "__main__":
    sys.exit(main())
