#!/usr/bin/env python3
"""Holds the output formats to their specifications: check_formats.py PROGRAM [NODE_FOLDER]

Runs the program on awkward articles and on corpus/ (format_runs.py) and looks at every format with
a reader that others wrote: jsonschema, xmllint, Python's csv, openpyxl, Microsoft's SARIF multitool.
The multitool comes from npm into NODE_FOLDER, once. Schemas of SARIF and reviewdog are read from
../shared/schemas. What is not to be had is told and skipped.
The last line is "formats: N passed, N failed"; exit code 1 where anything failed.
"""
import csv
import glob
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from urllib.parse import unquote

import format_runs
from format_runs import EARLIER, EARLIER_PATH, LATER, LATER_PATH, TOP, place_of

SHARED = os.path.join(TOP, "..", "shared", "schemas")
MULTITOOL = "@microsoft/sarif-multitool-linux"
MULTITOOL_VERSION = "5.7.0"
# We have no public home page to name.
MULTITOOL_KNOWN = {"SARIF2005"}
PER_LEVEL = 10
FORMULA = re.compile(r"^[=+\-@＝＋－＠\t\r]")
NUMBER = re.compile(r"^[+-]?\d+(\.\d+)?$")


class Skip(Exception):
    """What a check needs is not here."""


def need(condition, message):
    if not condition:
        raise AssertionError(message)


def same(got, wanted, what):
    need(got == wanted, f"{what}: {got!r}, expected {wanted!r}")


def import_or_skip(name):
    try:
        return __import__(name)
    except ImportError as problem:
        raise Skip(f"Python has no {name}") from problem


def schema_problems(schema, document):
    jsonschema = import_or_skip("jsonschema")
    validator = jsonschema.validators.validator_for(schema)(schema)
    return [f"{list(e.absolute_path)}: {e.message[:200]}" for e in validator.iter_errors(document)]


def shared_schema(name):
    path = os.path.join(SHARED, name)
    if not os.path.exists(path):
        raise Skip("../shared/schemas is not here")
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def own_schemas():
    found = {}
    for folder in ("docs/schemas", "rules/schema"):
        for path in sorted(glob.glob(os.path.join(TOP, folder, "*.schema.json"))):
            with open(path, encoding="utf-8") as file:
                found[os.path.basename(path)[:-len(".schema.json")]] = file.read()
    return found


def valid(name, documents):
    schema = json.loads(own_schemas()[name])
    need(documents, f"nothing to hold to the schema {name}")
    for document in documents:
        same(schema_problems(schema, document)[:3], [], f"schema {name}")


def xmllint(xml, *options):
    try:
        done = subprocess.run(["xmllint", "--noout", *options, "-"], input=xml,
                              capture_output=True, check=False, timeout=60)
    except FileNotFoundError as problem:
        raise Skip("xmllint is not here") from problem
    same((done.returncode, done.stderr.decode().replace("- validates\n", "")), (0, ""), "xmllint")


# ---- Each check takes the runs (and, where it asks for it, the folder of npm) -------------------


def check_sarif_schema(runs):
    schema = shared_schema("sarif-2.1.0.json")
    for name, run in runs.all().items():
        same(schema_problems(schema, run.json("sarif")), [], name)


def multitool_in(folder):
    """The program of the npm package, which brings its own runtime; installed once."""
    program = os.path.join(folder, "node_modules", MULTITOOL, "Sarif.Multitool")
    if not os.path.exists(program):
        try:
            os.makedirs(folder, exist_ok=True)
            done = subprocess.run(
                ["npm", "install", "--prefix", folder, "--no-audit", "--no-fund",
                 "--ignore-scripts", f"{MULTITOOL}@{MULTITOOL_VERSION}"],
                capture_output=True, check=False, timeout=240, stdin=subprocess.DEVNULL)
        except (FileNotFoundError, subprocess.TimeoutExpired) as problem:
            raise Skip("npm is not here or does not answer") from problem
        if done.returncode != 0 or not os.path.exists(program):
            raise Skip("npm cannot deliver the SARIF multitool")
    os.chmod(program, 0o755)
    return program


def check_sarif_multitool(runs, folder):
    program = multitool_in(folder)
    with tempfile.TemporaryDirectory() as scratch:
        for number, run in enumerate(runs.all().values()):
            with open(f"{scratch}/{number}.sarif", "wb") as file:
                file.write(run.files["sarif"])
        subprocess.run([program, "validate", f"{scratch}/*.sarif", "--rule-kind", "Sarif;Ghas",
                        "-o", f"{scratch}/found.json", "--log", "ForceOverwrite"],
                       capture_output=True, check=False, timeout=120,
                       env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"})
        found = f"{scratch}/found.json"
        if not os.path.exists(found):
            raise Skip("the SARIF multitool does not run here")
        with open(found, encoding="utf-8-sig") as file:
            log = json.load(file)["runs"][0]
    need(log["invocations"][0]["executionSuccessful"], "the multitool did not come to its end")
    bad = {r["ruleId"]: r["locations"][0]["physicalLocation"]["region"]
           for r in log.get("results", []) if r["ruleId"] not in MULTITOOL_KNOWN}
    same(bad, {}, "the multitool")


def check_sarif_links(runs):
    for name, run in runs.all().items():
        for result in run.json("sarif")["runs"][0]["results"]:
            ids = {location["id"] for location in result.get("relatedLocations", [])}
            for text, target in re.findall(r"\[([^]]*)\]\(([^)]*)\)", result["message"]["text"]):
                need(target.isdigit() and int(target) in ids, f"{name}: link {text} to {target}")
            for place in result["locations"] + result.get("relatedLocations", []):
                uri = place["physicalLocation"]["artifactLocation"]["uri"]
                need("://" not in uri or name == "corpus", f"{name}: {uri} is no relative path")
    result = runs.report.json("sarif")["runs"][0]["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    same((uri, unquote(uri)), ("news/b%20c%231.md", LATER_PATH), "the encoded path")
    need("[a.md:8](1)" in result["message"]["text"], result["message"]["text"])


def check_sarif_notifications(runs):
    invocation = runs.broken.json("sarif")["runs"][0]["invocations"][0]
    same(invocation["executionSuccessful"], False, "a run that could not read a file")
    place = invocation["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"]
    same(place["artifactLocation"]["uri"], "news/bad.txt", "the file it could not read")


def check_fingerprints(runs):
    for name, run in runs.all().items():
        hashes = [r["partialFingerprints"]["primaryLocationLineHash"]
                  for r in run.json("sarif")["runs"][0]["results"]]
        same(len(set(hashes)), len(hashes), f"{name}: distinct hashes in SARIF")
        need(all(re.match(r"^[0-9a-f]{16}:\d+$", h) for h in hashes), f"{name}: form of {hashes}")
        prints = [issue["fingerprint"] for issue in run.json("gitlab")]
        same(len(set(prints)), len(prints), f"{name}: distinct fingerprints for GitLab")
    lines = [r["locations"][0]["physicalLocation"]["region"]["startLine"]
             for r in runs.report.json("sarif")["runs"][0]["results"]]
    need(len(lines) > len(set(lines)), f"two findings on one line are what this is about: {lines}")


def check_columns(runs):
    """The value of the first finding in the unit of each format."""
    line, column, byte_column = place_of(LATER, "47 tired")
    run = runs.report
    need(run.text("short").startswith(f"{LATER_PATH}:{line}:{column}: error: "), run.text("short"))
    need(f"--> {LATER_PATH}:{line}:{column}:" in run.text("text")
         or f"--> {LATER_PATH}:{line}:{column}\n" in run.text("text"), "text")
    region = run.json("sarif")["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    same((region["startLine"], region["startColumn"], region["endColumn"]),
         (line, column, column + 2), "SARIF counts code points")
    same(run.json("sarif")["runs"][0]["columnKind"], "unicodeCodePoints", "SARIF says so")
    found = run.json("rdjson")["diagnostics"][0]
    same(found["location"]["range"], {"start": {"line": line, "column": byte_column},
                                      "end": {"line": line, "column": byte_column + 2}},
         "rdjson counts bytes")
    other = place_of(EARLIER, "41 tired")
    same(found["related_locations"][0]["location"]["range"]["start"],
         {"line": other[0], "column": other[2]}, "the other side in bytes")
    need(f",line={line},endLine={line},col={column},endColumn={column + 1}," in run.text("github"),
         run.text("github"))
    need(f'line="{line}" column="{column}" severity="error"' in run.text("checkstyle"), "checkstyle")
    same(run.json("gitlab")[0]["location"], {"path": LATER_PATH, "lines": {"begin": line}}, "gitlab")
    need(f'line="{line}"' in run.text("junit"), "junit")
    need(byte_column > column + 4, "bytes and code points differ, or this shows nothing")


def check_primary_side(runs):
    """The later article in a report, the checked one in a check."""
    def primary(run):
        result = run.json("sarif")["runs"][0]["results"][0]
        return unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
    same(primary(runs.report), LATER_PATH, "report")
    same(primary(runs.check), LATER_PATH, "check")
    same(primary(runs.earlier_checked), EARLIER_PATH, "check of the older one")
    same(primary(runs.absolute), LATER_PATH, "absolute paths below the folder")


def check_article_from_elsewhere(runs):
    """No file of that path here: named in the text, not linked."""
    for run in (runs.check, runs.stdin):
        result = run.json("sarif")["runs"][0]["results"][0]
        need("relatedLocations" not in result, "a related location without a file")
        need("https://harbour.example/a" in result["message"]["text"], result["message"]["text"])
        need("related_locations" not in run.json("rdjson")["diagnostics"][0], "rdjson")
    need(runs.stdin.text("short").startswith("stdin:"), runs.stdin.text("short"))


def check_rdjson(runs):
    schema = shared_schema("rdjson-DiagnosticResult.json")
    for name, run in runs.all().items():
        same(schema_problems(schema, run.json("rdjson")), [], name)


def check_junit(runs):
    for name, run in runs.all().items():
        xmllint(run.files["junit"], "--schema", os.path.join(TOP, "tests", "support", "junit.xsd"))
        text = run.text("junit")
        for kind, attribute in (("failure", "failures"), ("error", "errors"),
                                ("skipped", "skipped"), ("testcase", "tests")):
            stated = int(re.search(rf'<testsuites [^>]*\b{attribute}="(\d+)"', text)[1])
            same(stated, len(re.findall(rf"<{kind}[ >]", text)), f"{name}: {attribute}")
    failed = sum(1 for f in runs.corpus.json("json")["findings"] if f["level"] != "note")
    same(runs.corpus.text("junit").count("<failure "), failed, "findings that fail the run")
    need('<error message=' in runs.broken.text("junit"), "an unreadable file is an error")
    need("nothing at odds" in runs.corpus.text("junit"), "an article without findings passes")


def check_memory(runs):
    """A suppressed finding and known ones, as each format tells them."""
    results = runs.ignored.json("sarif")["runs"][0]["results"]
    same([r.get("suppressions") for r in results if r["ruleId"] == "open/number"],
         [[{"kind": "inSource", "status": "accepted", "justification": "two [ferries] {0}"}]],
         "suppressions in SARIF")
    need(any("suppressions" not in r for r in results), "the other findings stay")
    for name in ("short", "github", "gitlab", "rdjson", "checkstyle", "md"):
        need("47 people" not in runs.ignored.text(name), f"{name} shows what is suppressed")
    need("suppressed: two [ferries]" in runs.ignored.text("junit"), "junit says why")
    need("suppressed (inline): two" in runs.ignored.text("csv"), "csv says why")
    results = runs.known.json("sarif")["runs"][0]["results"]
    need(results, "SARIF holds what a baseline knows")
    same({(r["ruleId"], r["baselineState"], "suppressions" in r) for r in results},
         {("open/number", "unchanged", True), ("open/money", "unchanged", False)},
         "known findings, of which the comment still suppresses one")
    same((runs.known.text("short"), runs.known.json("gitlab")), ("", []), "known ones are not shown")


def check_checkstyle(runs):
    for run in runs.all().values():
        xmllint(run.files["checkstyle"])
        shown = sum("suppressed_by" not in f for f in run.json("json")["findings"])
        same(run.text("checkstyle").count("<error "), shown, "one error a finding")


def check_gitlab(runs):
    for run in runs.all().values():
        for issue in run.json("gitlab"):
            same(sorted(issue), ["check_name", "description", "fingerprint", "location", "severity"],
                 "members of an issue")
            need(issue["severity"] in ("info", "minor", "major", "critical", "blocker"), "severity")
            need(isinstance(issue["location"]["lines"]["begin"], int), "line")


def check_github_limits(runs):
    lines = runs.corpus.text("github").splitlines()
    levels = {"error": "error", "warning": "warning", "note": "notice"}
    total = {command: sum(1 for f in runs.corpus.json("json")["findings"] if f["level"] == level)
             for level, command in levels.items()}
    need(max(total.values()) > PER_LEVEL, "corpus/ has too few findings to show a limit")
    for command, count in total.items():
        shown = sum(1 for line in lines if line.startswith(f"::{command} "))
        same(shown, min(count, PER_LEVEL), f"annotations of {command}")
    hidden = sum(max(0, count - PER_LEVEL) for count in total.values())
    same(lines[-1], f"atodds: {hidden} more in the job summary", "the last line")


def check_github_summary(runs):
    need(runs.summary.startswith("# Before\n"), "what stood in the summary stays")
    same(runs.summary[len("# Before\n"):], runs.corpus.text("md"), "the summary")


def check_github_injection(runs):
    need("%250A" in runs.earlier_checked.text("github"), "a percent sign of a name is escaped")
    for run in runs.all().values():
        for line in run.text("github").splitlines():
            need(re.match(r"^(::(error|warning|notice) file=[^:]*::|atodds: )", line), line)


def check_no_hidden_characters(runs):
    for name in ("checkstyle", "csv", "github", "junit", "md", "short", "text"):
        for run in runs.all().values():
            bad = re.search("[\u202a-\u202e\u2066-\u2069\u200b-\u200f\x00-\x08\x0b\x1b]",
                            run.text(name))
            need(not bad, f"{name} has {bad and ascii(bad[0])}")


def check_markdown(runs):
    text = runs.report.text("md")
    need("@<!-- -->coast" in text, "a mention is broken")
    need("<b>" not in text and "](http://x)" not in text, "no markup of articles")
    same(len(re.findall("^## ", text, re.MULTILINE)), len(runs.report.json("json")["findings"]),
         "a heading a finding")


def check_own_schemas(runs):
    jsonschema = import_or_skip("jsonschema")
    definitions = {}
    for name, text in own_schemas().items():
        schema = json.loads(text)
        jsonschema.validators.validator_for(schema).check_schema(schema)
        for key, definition in schema.get("$defs", {}).items():
            if name not in ("rule", "lexicon"):
                known = definitions.setdefault(key, (name, definition))
                same(definition, known[1], f"$defs/{key} of {name} and {known[0]}")
        done = subprocess.run([runs.program, "schema", name], capture_output=True, check=False,
                              timeout=60)
        need(done.stdout.decode() == text, f"atodds schema {name} prints another file; build anew?")


def check_report_schema(runs):
    valid("report", [run.json("json") for run in runs.all().values()])


def check_finding_schema(runs):
    valid("finding", [line for run in runs.all().values() for line in run.lines("jsonl")])
    for run in runs.all().values():
        same([line["id"] for line in run.lines("jsonl")],
             [finding["id"] for finding in run.json("json")["findings"]], "one line a finding")


def lines_of(runs, arguments, rows=""):
    done = subprocess.run([runs.program] + arguments, cwd=runs.repository, input=rows.encode(),
                          capture_output=True, check=False, timeout=60)
    same((done.returncode, done.stderr.decode()), (0, ""), " ".join(arguments))
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def check_fact_schema(runs):
    facts = lines_of(runs, ["facts", "news", "--format", "jsonl", "--rules",
                            os.path.join(TOP, "rules")])
    valid("fact", facts)
    same(sorted(f["id"] for f in facts), sorted(f["id"] for f in runs.report.json("json")["facts"]),
         "the facts of the report")


def check_values_schema(runs):
    rows = [{"id": 1, "text": "About 5 km, 3.2 million dollars, 12 % more, from 30 to 50 people."},
            {"id": "b", "text": "At least 3 hours on Tuesday, the third time; it rose by 2 "
                                "percentage points and doubled on 15 July.", "ref_date": "2031-05-02"},
            {"id": None, "text": ""}]
    valid("values", rows)
    valid("value-spans", lines_of(runs, ["values", "--jsonl", "-"],
                                  "".join(json.dumps(row) + "\n" for row in rows)))


def check_pairs_schema(runs):
    rows = [{"id": "x", "a": "All 41 passengers came ashore.", "b": "All 47 passengers came ashore.",
             "date_a": "2031-05-02", "date_b": "2031-05-02"},
            {"id": 7, "a": "The ferry sank.", "b": "It rained."}]
    valid("pair", rows)
    answers = lines_of(runs, ["compare", "--pairs", "-", "--rules", os.path.join(TOP, "rules")],
                       "".join(json.dumps(row) + "\n" for row in rows))
    valid("pair-verdict", answers)
    need(answers[0]["findings"], "the first pair is at odds, or this shows little")


def check_rule_schemas(_runs):
    yaml = import_or_skip("yaml")

    class Loader(yaml.SafeLoader):
        """Words stay words: "no" and dates are text in rules."""

    keep = {"tag:yaml.org,2002:bool": ("true", "false"), "tag:yaml.org,2002:timestamp": ()}
    for letter, resolvers in list(Loader.yaml_implicit_resolvers.items()):
        Loader.yaml_implicit_resolvers[letter] = [
            (tag, re.compile(f"^({'|'.join(keep[tag])})$") if tag in keep and keep[tag] else pattern)
            for tag, pattern in resolvers if tag not in keep or keep[tag]]
    files = sorted(glob.glob(os.path.join(TOP, "rules", "**", "*.yml"), recursive=True))
    for path in files:
        with open(path, encoding="utf-8") as file:
            content = yaml.load(file, Loader)
        valid("rule" if "rule" in content else "lexicon", [content])


def check_anchors(runs):
    """Selectors find the words by quotation and by position in code points."""
    texts = {EARLIER_PATH: EARLIER, LATER_PATH: LATER}
    report = runs.report.json("json")
    urls = {a["id"]: a.get("url", a["path"]) for a in report["articles"]}
    for fact in report["facts"]:
        text = texts[fact["article"]]
        quote, position = fact["target"]["selector"]
        same(text[position["start"]:position["end"]], quote["exact"], "the words at the position")
        at = position["start"]
        same(text[max(0, at - 32):at], quote["prefix"], "32 characters in front")
        same(text[position["end"]:position["end"] + 32], quote["suffix"], "32 characters behind")
        same(text.encode()[fact["start"]:fact["end"]].decode(), quote["exact"], "the bytes")
        same(fact["target"]["source"], urls[fact["article"]], "the source")


def check_csv(runs):
    for run in runs.all().values():
        need(run.files["csv"].startswith(b"\xef\xbb\xbf"), "a byte order mark for Excel")
        rows = list(csv.DictReader(io.StringIO(run.text("csv")[1:], newline=""), strict=True))
        same(len(rows), sum(len(s["facts"]) for f in run.json("json")["findings"]
                            for s in f["sides"]), "one row a quotation")
        for row in rows:
            for name, cell in row.items():
                need(not FORMULA.match(cell) or NUMBER.match(cell), f"{name} is a formula: {cell}")
    row = next(r for r in csv.DictReader(io.StringIO(runs.report.text("csv")[1:], newline=""))
               if r["words"] == "47")
    line, column, _ = place_of(LATER, "47 tired")
    same((row["path"], row["line"], row["column"]), (LATER_PATH, str(line), str(column)), "place")
    same(row["source"], "'=HYPERLINK(0) ::error::, %0A @coast <b>[Courier](http://x)", "source")


def check_xlsx(runs):
    openpyxl = import_or_skip("openpyxl")
    for run in runs.all().values():
        book = openpyxl.load_workbook(io.BytesIO(run.files["xlsx"]))
        report = run.json("json")
        same(book.sheetnames, ["Findings", "Facts"], "sheets")
        for sheet, count in ((book["Findings"], len(report["findings"])),
                             (book["Facts"], len(report["facts"]))):
            same((sheet.max_row, sheet.freeze_panes), (count + 1, "A2"), "rows and frozen header")
            need(sheet.auto_filter.ref.startswith("A1:"), "a filter")
            need(all(cell.data_type != "f" for row in sheet for cell in row), "a formula")
    book = openpyxl.load_workbook(io.BytesIO(runs.report.files["xlsx"]))
    links = {f"{cell.hyperlink.target or ''}{cell.hyperlink.location or ''}"
             for row in book["Findings"] for cell in row if cell.hyperlink}
    need(any(link.startswith("https://harbour.example/a") for link in links), links)
    target = next(link for link in links if link.startswith("'Facts'!A"))
    words = book["Facts"].cell(int(target[len("'Facts'!A"):]), 8).value
    need(words in ("41", "47", "3.2 million dollars", "5.1 million dollars"), words)


def check_same_bytes(runs):
    for name in format_runs.FORMATS:
        same(runs.report.files[name] == runs.again.files[name], True, f"{name} twice")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program = os.path.abspath(sys.argv[1])
    node = os.path.abspath(sys.argv[2] if len(sys.argv) > 2 else "build/node")
    passed = failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        runs = format_runs.Runs(program, scratch)
        for name, check in list(globals().items()):
            if not name.startswith("check_"):
                continue
            title = name[len("check_"):].replace("_", " ")
            try:
                check(*([runs, node] if check is check_sarif_multitool else [runs]))
                passed += 1
            except Skip as reason:
                print(f"  skipped  {title}: {reason}")
            except (AssertionError, KeyError, IndexError, ValueError, StopIteration) as problem:
                failed += 1
                print(f"  FAILED   {title}: {type(problem).__name__} {problem}")
    print(f"formats: {passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
