"""Cases of check_ci.py: what is remembered of findings, and what is kept out of sight."""
import json
import os

from ci_runs import FIFTY_TWO, FORTY_ONE, FORTY_SEVEN, WEATHER, newsroom

IGNORE = "<!-- atodds-ignore open/number: the second count is of passengers only -->"


def found_id(folder):
    return folder.run("report", "articles", "-o", "json").findings()[0]["id"]


def statuses(run):
    report = run.json()
    return (sorted(f.get("status") for f in report["findings"]),
            [g["status"] for g in report["gone"]])


def baseline_hides_what_is_known(program):
    with newsroom(program) as folder:
        made = folder.run("baseline", "create", "articles")
        assert made.code == 0 and made.out == "1 finding in .atodds-baseline.jsonl\n", made.out
        for command in ("report", "check"):
            run = folder.run(command, "articles", "--baseline", ".atodds-baseline.jsonl")
            assert run.code == 0, run.out
            assert "not shown: 1 finding known from the baseline" in run.out
        run = folder.run("check", "articles", "--baseline", ".atodds-baseline.jsonl", "-o", "json")
        assert statuses(run) == (["unchanged"], [])
        assert run.json()["findings"][0]["suppressed_by"]["kind"] == "baseline"


def baseline_tells_new_changed_and_gone(program):
    with newsroom(program) as folder:
        folder.run("baseline", "create", "articles")
        baseline = ("--baseline", ".atodds-baseline.jsonl")
        folder.write("articles/b.md", FORTY_SEVEN.replace("47", "48"))
        run = folder.run("report", "articles", *baseline, "-o", "json")
        assert run.code == 1 and statuses(run) == (["changed"], [])
        assert "other values" in folder.run("report", "articles", *baseline).out
        folder.write("articles/b.md", FORTY_ONE)
        run = folder.run("report", "articles", *baseline, "-o", "json")
        assert run.code == 0 and statuses(run) == ([], ["gone"])
        folder.write("articles/b.md", FORTY_SEVEN)
        folder.write("articles/c.txt", "Fire\n\nThe fire destroyed 12 houses in Aldra.\n")
        folder.write("articles/d.txt", "Aldra\n\nThe fire destroyed 19 houses in Aldra.\n")
        run = folder.run("report", "articles", *baseline, "-o", "json")
        assert run.code == 1 and statuses(run) == (["new", "unchanged"], [])


def baseline_survives_text_around_the_values(program):
    with newsroom(program) as folder:
        folder.run("baseline", "create", "articles")
        folder.write("articles/a.txt", "Ferry freed\n\nFog lay over the bay. Nobody expected it.\n\n" +
                     FORTY_ONE.split("\n\n")[1])
        run = folder.run("report", "articles", "--baseline", ".atodds-baseline.jsonl", "-o", "json")
        assert run.code == 0 and statuses(run) == (["unchanged"], [])


def baseline_survives_moved_files(program):
    with newsroom(program) as folder:
        folder.run("baseline", "create", "articles")
        folder.shell("mkdir new && mv articles/a.txt new/first.txt && mv articles/b.md new/b.md")
        run = folder.run("report", "new", "--baseline", ".atodds-baseline.jsonl", "-o", "json")
        assert run.code == 0 and statuses(run) == (["unchanged"], [])


def baseline_of_other_articles_is_not_gone_when_one_is_checked(program):
    with newsroom(program) as folder:
        folder.run("baseline", "create", "articles")
        folder.write("draft.txt", WEATHER)
        run = folder.run("check", "draft.txt", "--against", "articles", "--baseline",
                         ".atodds-baseline.jsonl", "-o", "json")
        assert run.code == 0 and statuses(run) == ([], [])


def baseline_prune_forgets_what_is_gone(program):
    with newsroom(program) as folder:
        folder.run("baseline", "create", "articles")
        assert folder.run("baseline", "prune", "articles").out.startswith("0 forgotten, 1 kept")
        folder.write("articles/b.md", FORTY_ONE)
        assert folder.run("baseline", "prune", "articles").out.startswith("1 forgotten, 0 kept")
        assert folder.read(".atodds-baseline.jsonl") == '{"format":"atodds-baseline/1"}\n'


def baseline_is_not_made_of_half_of_the_articles(program):
    with newsroom(program) as folder:
        folder.run("baseline", "create", "articles")
        before = folder.read(".atodds-baseline.jsonl")
        with open(folder.at("articles/broken.txt"), "wb") as file:
            file.write(b"\xff\xfe\xfa")
        for command in ("create", "prune"):
            run = folder.run("baseline", command, "articles")
            assert run.code == 2 and "left as it was" in run.err
        assert folder.read(".atodds-baseline.jsonl") == before


def baseline_missing_or_of_another_kind_is_an_error(program):
    with newsroom(program) as folder:
        run = folder.run("check", "articles", "--baseline", "nosuch.jsonl")
        assert run.code == 2 and "atodds baseline create" in run.err
        folder.run("review", "accept", found_id(folder), "articles")
        run = folder.run("check", "articles", "--baseline", ".atodds-review.jsonl")
        assert run.code == 2 and "expected atodds-baseline/1" in run.err, run.err


def baseline_with_a_conflict_left_is_an_error(program):
    with newsroom(program) as folder:
        folder.run("baseline", "create", "articles")
        lines = folder.read(".atodds-baseline.jsonl").splitlines(True)
        folder.write(".atodds-baseline.jsonl", lines[0] + "<<<<<<< HEAD\n" + lines[1] + "=======\n"
                     + ">>>>>>> draft\n")
        run = folder.run("check", "articles", "--baseline", ".atodds-baseline.jsonl")
        assert run.code == 2 and "a merge conflict is left in this file" in run.err
        assert ".atodds-baseline.jsonl:2:1" in run.err


def review_marks_hide_or_keep(program):
    for verdict, code in (("accept", 1), ("false-alarm", 0), ("dismiss", 0)):
        with newsroom(program) as folder:
            run = folder.run("review", verdict, found_id(folder)[:8], "articles", "--note",
                             "seen by the desk", "--by", "Ada")
            assert run.code == 0 and run.out == "1 mark in .atodds-review.jsonl\n", run.err
            run = folder.run("report", "articles")
            assert run.code == code, (verdict, run.out)
            assert ("Marked accepted by Ada: seen by the desk" in run.out) == (code == 1)
            finding = folder.run("report", "articles", "-o", "json").json()["findings"][0]
            assert finding["review"]["by"] == "Ada"
            assert finding["review"]["date"] == "2031-05-19" or finding["review"]["date"] == \
                "2031-05-20", finding["review"]


def review_mark_survives_moved_files_and_new_words(program):
    with newsroom(program) as folder:
        folder.run("review", "false-alarm", found_id(folder), "articles", "--note", "n")
        folder.shell("mkdir new && mv articles/a.txt new/first.txt && mv articles/b.md new/b.md")
        assert folder.run("report", "new").code == 0
        # The same articles and values, other words around them: the fact has another name now.
        folder.shell("mkdir -p articles && mv new/first.txt articles/a.txt && mv new/b.md articles/b.md")
        for name in ("articles/a.txt", "articles/b.md"):
            folder.write(name, folder.read(name).replace("brought", "carried").replace(
                "ashore from the Marlin", "off the Marlin"))
        run = folder.run("report", "articles", "-o", "json")
        assert len(run.json()["findings"]) == 1
        assert run.code == 0, run.out


def review_mark_does_not_cover_a_third_value(program):
    with newsroom(program) as folder:
        folder.run("review", "false-alarm", found_id(folder), "articles")
        folder.write("articles/c.txt", FIFTY_TWO)
        assert folder.run("report", "articles").code == 1


def review_of_an_unknown_finding_is_an_error(program):
    with newsroom(program) as folder:
        run = folder.run("review", "accept", "ffff", "articles")
        assert run.code == 2 and 'no finding "ffff"' in run.err
        run = folder.run("review", "accept", "ffff")
        assert run.code == 2 and "is required" in run.err
        assert not folder.exists(".atodds-review.jsonl")


def review_import_takes_what_the_page_saved(program):
    with newsroom(program) as folder:
        folder.run("report", "articles", "-o", "json:report.json")
        marks = {"format": "atodds-review/1", "marks": [
            {"id": found_id(folder), "status": "false-alarm", "note": "two ferries"},
            {"id": "0123456789abcdef", "status": "dismissed", "note": "", "by": "Ben"}]}
        folder.write("marks.json", json.dumps(marks))
        run = folder.run("review", "import", "marks.json", "--from-report", "report.json", "--by",
                         "Ada")
        assert run.code == 0 and run.out == "2 marks in .atodds-review.jsonl\n", run.err
        assert 'no finding "0123456789abcdef"' in run.err
        assert folder.run("report", "articles").code == 0
        listed = folder.run("review", "list").out
        assert "Ada: two ferries" in listed and "Ben" in listed
        marks["marks"][0]["status"] = "perhaps"
        folder.write("marks.json", json.dumps(marks))
        run = folder.run("review", "import", "marks.json", "--from-report", "report.json")
        assert run.code == 2 and 'unknown status "perhaps"' in run.err
        folder.write("marks.json", "[]")
        assert folder.run("review", "import", "marks.json", "articles").code == 2


def review_stats_give_precision_by_rule(program):
    with newsroom(program) as folder:
        folder.run("review", "accept", found_id(folder), "articles")
        folder.write("articles/b.md", FORTY_SEVEN.replace("47", "48"))
        folder.run("review", "false-alarm", found_id(folder), "articles")
        rows = folder.run("review", "stats").out.splitlines()
        assert rows[1].split() == ["open/number", "1", "0", "1", "50", "%"], rows
        assert json.loads(folder.run("review", "stats", "--json").out) == {
            "rule": "open/number", "accepted": 1, "dismissed": 0, "false_alarms": 1}


def review_file_is_one_sorted_line_a_record(program):
    with newsroom(program) as folder:
        folder.run("review", "accept", found_id(folder), "articles", "--note", "first")
        folder.run("review", "dismiss", found_id(folder), "articles", "--note", "second")
        lines = folder.read(".atodds-review.jsonl").splitlines()
        assert len(lines) == 2
        record = json.loads(lines[1])
        assert record["values"] == ["41 people", "47 people"] and record["note"] == "second"


def review_marks_of_two_branches_merge(program):
    with newsroom(program) as folder:
        folder.write("articles/c.txt", "Fire\n\nThe fire destroyed 12 houses in Aldra.\n")
        folder.write("articles/d.txt", "Aldra\n\nThe fire destroyed 19 houses in Aldra.\n")
        # Between the two a record that stays, so that the additions do not touch.
        findings = folder.run("report", "articles", "-o", "json").findings()
        by_id = {f["id"]: f for f in findings}
        assert len(by_id) == 2, by_id
        order = sorted(by_id, key=lambda i: by_id[i]["key"])
        folder.write("base.jsonl", '{"format":"atodds-verdicts/1"}\n')
        folder.write(".gitattributes", "*.jsonl merge=union\n")
        folder.git("init", "-q", "-b", "main")
        folder.commit("base")
        for branch, finding in zip(("one", "two"), order):
            folder.git("checkout", "-q", "-b", branch, "main")
            folder.run("review", "false-alarm", finding, "articles", "--verdicts", "base.jsonl")
            folder.commit(branch)
        folder.git("merge", "-q", "-m", "both", "one")
        run = folder.run("report", "articles", "--verdicts", "base.jsonl")
        assert run.code == 0, run.out + run.err


def suppressions_by_fingerprint_and_by_path(program):
    for entry in ("fingerprint: {id}", "rule: open/number\n    path: articles/b.md",
                  "rule: open/*\n    path: '**'"):
        with newsroom(program) as folder:
            text = "suppress:\n  - " + entry.format(id=found_id(folder)) + "\n    reason: known\n"
            folder.write(".atodds-suppress.yml", text)
            run = folder.run("check", "articles", "-o", "json")
            assert run.code == 0, (entry, run.out)
            reason = run.json()["findings"][0]["suppressed_by"]
            assert reason == {"kind": "file", "reason": "known", "place": ".atodds-suppress.yml"}
            assert "not shown: 1 finding suppressed by a file" in folder.run("check",
                                                                             "articles").out


def suppressions_expire(program):
    with newsroom(program) as folder:
        entry = "suppress:\n  - {{rule: open/number, path: '**', reason: r, expires: {}}}\n"
        for day, code in (("2031-05-30", 0), ("2031-05-01", 1)):
            folder.write(".atodds-suppress.yml", entry.format(day))
            run = folder.run("check", "articles")
            assert run.code == code, (day, run.out)
            assert ("this suppression ended on 2031-05-01" in run.err) == (code == 1)


def suppressions_that_suppress_nothing_are_told_and_fail_nothing(program):
    with newsroom(program, FORTY_ONE) as folder:
        folder.write(".atodds-suppress.yml",
                     "suppress:\n  - {rule: open/money, path: '**', reason: old}\n")
        run = folder.run("check", "articles")
        assert run.code == 0
        assert ".atodds-suppress.yml:2:6: warning: this suppression suppresses nothing" in run.err


def suppressions_that_are_wrong_are_errors(program):
    with newsroom(program) as folder:
        folder.write(".atodds-suppress.yml", "suppress:\n  - {rule: open/number}\n"
                     "  - {fingerprint: 12, reason: r}\n  - {rul: x, path: y, reason: z}\n"
                     "  - {rule: x, path: y, reason: z, expires: soon}\n")
        run = folder.run("check", "articles")
        assert run.code == 2
        for told in ("a suppression lacks the key \"reason\"", '"12" is no fingerprint',
                     'unknown key "rul"', 'expected a day'):
            assert told in run.err, (told, run.err)


def suppressions_inline_in_text_and_markdown(program):
    for name, text in (("articles/a.txt", FORTY_ONE), ("articles/b.md", FORTY_SEVEN)):
        for place in ("above", "behind", "near"):
            with newsroom(program) as folder:
                title, body = text.rstrip("\n").split("\n\n")
                folder.write(name, {"above": f"{title}\n\n{IGNORE}\n\n{body}\n",
                                    "near": f"{title}\n\n{IGNORE}\n{body}\n",
                                    "behind": f"{title}\n\n{body} {IGNORE}\n"}[place])
                run = folder.run("check", "articles", "-o", "json")
                assert run.code == 0, (name, place, run.out)
                finding = run.json()["findings"][0]
                assert finding["suppressed_by"]["kind"] == "inline"
                assert finding["suppressed_by"]["place"] == name
                # A comment is no text: the other findings and facts are what they were.
                assert not [f for f in run.json()["facts"] if "atodds-ignore" in f["surface"]]


def suppressions_inline_speak_of_one_paragraph(program):
    with newsroom(program) as folder:
        title, body = FORTY_ONE.rstrip("\n").split("\n\n")
        folder.write("articles/a.txt", f"{title}\n\n{body}\n\nThe weather was mild. {IGNORE}\n")
        run = folder.run("check", "articles")
        assert run.code == 1
        assert "articles/a.txt:5:23: warning: this comment suppresses nothing" in run.err, run.err


def suppressions_inline_leave_the_clash_of_others(program):
    with newsroom(program) as folder:
        folder.write("articles/c.txt", FIFTY_TWO.rstrip("\n") + " " + IGNORE + "\n")
        assert folder.run("check", "articles").code == 1
        assert folder.run("check", "articles/c.txt", "--against", "articles").code == 0


def suppressions_inline_need_a_rule_and_a_reason(program):
    with newsroom(program) as folder:
        folder.write("articles/b.md", FORTY_SEVEN + "\n<!-- atodds-ignore open/number -->\n")
        run = folder.run("check", "articles")
        assert run.code == 2 and "gives no reason" in run.err, run.err


def suppressions_inline_by_fingerprint_and_list(program):
    with newsroom(program) as folder:
        finding = found_id(folder)
        folder.write("articles/b.md", FORTY_SEVEN.rstrip("\n") +
                     f" <!-- atodds-ignore open/money, {finding}: r -->\n")
        assert folder.run("check", "articles").code == 0


def no_config_reads_no_file_that_is_not_named(program):
    with newsroom(program) as folder:
        folder.run("review", "false-alarm", found_id(folder), "articles")
        assert folder.run("report", "articles").code == 0
        assert folder.run("report", "articles", "--no-config").code == 1
        assert os.path.exists(folder.at(".atodds-review.jsonl"))
