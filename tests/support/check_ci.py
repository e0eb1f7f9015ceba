#!/usr/bin/env python3
"""What CI and writers do with the program: check_ci.py PROGRAM [NAME...]

Each case runs the program in a folder or git repository of its own, as a newcomer would, and
says what has to hold. NAMEs choose cases by a part of their name. The stumbles that people met in
other checkers are listed in docs/decisions/009 with the case that shows each not to happen here.
"""
import concurrent.futures
import os
import sys
import traceback

import ci_integration
import ci_memory
import ci_terminal
from ci_runs import FIFTY_TWO, FORTY_ONE, FORTY_SEVEN, WEATHER, Folder, newsroom, repository


def inputs_missing_file_is_an_error(program):
    with newsroom(program) as folder:
        run = folder.run("check", "articles/a.txt", "articles/nosuch.txt")
        assert run.code == 2, run.code
        assert "no such file or folder" in run.out + run.err


def inputs_unknown_kind_is_an_error(program):
    with newsroom(program) as folder:
        folder.write("articles/c.docx", "x")
        run = folder.run("check", "articles/a.txt", "articles/c.docx")
        assert run.code == 2, run.code
        assert "not a kind of file that holds articles" in run.out + run.err


def inputs_empty_folder_is_an_error(program):
    with Folder(program) as folder:
        folder.write("articles/notes.pdf", "x")
        run = folder.run("check", "articles")
        assert run.code == 2, run.code
        assert "no articles here" in run.out + run.err


def inputs_standard_input_takes_the_place_of_its_file(program):
    with newsroom(program) as folder:
        # The file on disk agrees with a.txt; what is typed does not.
        folder.write("articles/b.md", FORTY_ONE)
        run = folder.run("check", "-", "--stdin-filename", "articles/b.md", "--against",
                         "articles", "-o", "json", stdin=FORTY_SEVEN)
        assert run.code == 1, run.err
        assert run.json()["checked"] == ["articles/b.md"]
        sides = run.findings()[0]["sides"]
        assert [s["articles"] for s in sides] == [["articles/a.txt"], ["articles/b.md"]], sides


def inputs_list_of_files_by_lines_and_by_zero_bytes(program):
    with newsroom(program) as folder:
        for separator in ("\n", "\0", "\r\n"):
            listed = separator.join(["articles/a.txt", "articles/b.md", "src/main.c"])
            run = folder.run("check", "--files-from", "-", "-o", "json", stdin=listed)
            assert run.code == 1, (separator, run.err)
            assert len(run.json()["checked"]) == 2
            assert "1 of the listed files is no article" in run.err, run.err


def inputs_empty_list_is_clean_and_says_so(program):
    with newsroom(program) as folder:
        run = folder.run("check", "--files-from", "-", stdin="")
        assert run.code == 0, run.err
        assert "no article is listed" in run.err


def inputs_deleted_file_of_a_list_is_an_error(program):
    with newsroom(program) as folder:
        run = folder.run("check", "--files-from", "-", stdin="articles/gone.txt\n")
        assert run.code == 2, run.code


def inputs_names_with_blanks_and_quotes(program):
    with newsroom(program) as folder:
        folder.write("articles/it's \"new\" here.txt", FIFTY_TWO)
        run = folder.run("check", "articles/it's \"new\" here.txt", "--against", "articles")
        assert run.code == 1, run.err
        assert "it's \"new\" here.txt:3:18" in run.out


def inputs_excluded_paths(program):
    with newsroom(program) as folder:
        assert folder.run("check", "articles", "--exclude", "*.md").code == 0
        assert folder.run("check", "articles", "--exclude", "nosuch").code == 1


def against_compares_with_a_folder_and_only_shows_what_is_new(program):
    with newsroom(program) as folder:
        folder.write("draft.txt", WEATHER)
        run = folder.run("check", "draft.txt", "--against", "articles")
        assert run.code == 0, run.out
        folder.write("draft.txt", FIFTY_TWO)
        run = folder.run("check", "draft.txt", "--against", "articles", "-o", "json")
        assert run.code == 1
        assert run.json()["checked"] == ["draft.txt"]


def against_an_article_that_lies_in_the_folder_is_not_compared_with_itself(program):
    with newsroom(program, FORTY_ONE) as folder:
        for name in ("articles/a.txt", "./articles/a.txt", folder.at("articles/a.txt")):
            run = folder.run("check", name, "--against", "articles", "-o", "json")
            assert run.code == 0, run.out
            assert len(run.json()["articles"]) <= 2


def against_gives_what_an_index_gives(program):
    with newsroom(program) as folder:
        folder.write("draft.txt", FIFTY_TWO)
        assert folder.run("index", "articles", "--index", "published.idx").code == 0
        by_index = folder.run("check", "draft.txt", "--index", "published.idx", "-o", "json")
        by_folder = folder.run("check", "draft.txt", "--against", "articles", "-o", "json")
        assert by_index.code == by_folder.code == 1
        assert by_index.out == by_folder.out


def among_themselves_where_nothing_else_is_named(program):
    with newsroom(program) as folder:
        assert folder.run("check", "articles").code == 1


def changed_only_the_changed_article_is_checked(program):
    with repository(program) as folder:
        folder.write("articles/c.txt", FIFTY_TWO)
        folder.commit("a third article")
        run = folder.run("check", "--changed-from", "main", "-o", "json")
        assert run.code == 1, run.err
        assert run.json()["checked"] == ["articles/c.txt"]


def changed_work_tree_and_new_files_count(program):
    with repository(program) as folder:
        folder.write("articles/c.txt", FIFTY_TWO)
        run = folder.run("check", "--changed-from", "main", "-o", "json")
        assert run.json()["checked"] == ["articles/c.txt"]
        run = folder.run("check", "--changed-from", "main", "--tracked-only")
        assert run.code == 0, run.out
        folder.write("articles/w.txt", FORTY_SEVEN)
        run = folder.run("check", "--changed-from", "main", "--tracked-only", "-o", "json")
        assert run.json()["checked"] == ["articles/w.txt"]


def changed_by_others_since_is_not_ours(program):
    with repository(program) as folder:
        folder.write("articles/c.txt", FIFTY_TWO)
        folder.commit("ours")
        folder.git("checkout", "-q", "main")
        folder.write("articles/theirs.txt", FORTY_SEVEN)
        folder.write("articles/w.txt", WEATHER + "\nMore.\n")
        folder.commit("theirs")
        folder.git("checkout", "-q", "draft")
        run = folder.run("check", "--changed-from", "main", "-o", "json")
        assert run.json()["checked"] == ["articles/c.txt"], run.json()["checked"]


def changed_nothing_is_clean_and_says_so(program):
    with repository(program) as folder:
        run = folder.run("check", "--changed-from", "main", "-o", "json")
        assert run.code == 0, run.err
        assert "no article changed since \"main\"" in run.err
        assert run.json()["findings"] == []


def changed_deleted_moved_and_ignored_files(program):
    with repository(program) as folder:
        folder.git("rm", "-q", "articles/w.txt")
        folder.git("mv", "articles/a.txt", "articles/moved.txt")
        folder.write(".gitignore", "build/\n")
        folder.write("build/c.txt", FIFTY_TWO)
        folder.commit("moves")
        run = folder.run("check", "--changed-from", "main", "-o", "json")
        assert run.code == 0, run.out
        assert run.json()["checked"] == ["articles/moved.txt"]


def changed_seen_from_a_folder_below(program):
    with repository(program) as folder:
        folder.write("articles/c.txt", FIFTY_TWO)
        folder.commit("c")
        run = folder.run("check", "--changed-from", "main", cwd="articles")
        assert run.code == 1, run.err


def changed_file_names_with_spaces_and_line_breaks(program):
    with repository(program) as folder:
        folder.write("articles/a b\nc é.txt", FIFTY_TWO)
        folder.commit("odd")
        run = folder.run("check", "--changed-from", "main", "-o", "json")
        assert run.json()["checked"] == ["articles/a b\nc é.txt"]


def changed_outside_a_repository_is_told(program):
    with newsroom(program) as folder:
        run = folder.run("check", "--changed-from", "main")
        assert run.code == 2
        assert "needs a git repository" in run.err, run.err


def changed_from_an_unknown_revision_is_told(program):
    with repository(program) as folder:
        run = folder.run("check", "--changed-from", "nosuch")
        assert run.code == 2
        assert "git knows no revision \"nosuch\"" in run.err and "git fetch" in run.err


def changed_from_an_option_in_disguise_is_refused(program):
    with repository(program) as folder:
        run = folder.run("check", "--changed-from=--output=stolen")
        assert run.code == 2
        assert not folder.exists("stolen")
        assert "is no revision" in run.err


def changed_from_in_a_shallow_clone_is_told(program):
    with repository(program) as folder:
        folder.write("articles/c.txt", FIFTY_TWO)
        folder.commit("c")
        folder.git("clone", "-q", "--depth", "1", "--branch", "draft", "file://" + folder.path,
                   "clone")
        run = folder.run("check", "--changed-from", "origin/main", cwd="clone")
        assert run.code == 2
        assert "fetch-depth: 0" in run.err, run.err


def changed_from_unrelated_history_is_told(program):
    with repository(program) as folder:
        folder.git("checkout", "-q", "--orphan", "island")
        folder.commit("island")
        run = folder.run("check", "--changed-from", "main")
        assert run.code == 2
        assert "no history in common" in run.err


def changed_before_the_first_commit(program):
    with newsroom(program) as folder:
        folder.git("init", "-q")
        folder.git("add", "-A")
        assert folder.run("check", "--changed-from", "HEAD", "--tracked-only").code == 1


def changed_without_git_is_told(program):
    with repository(program) as folder:
        run = folder.run("check", "--changed-from", "main", PATH=folder.path)
        assert run.code == 2
        assert "cannot run git" in run.err


def changed_runs_nothing_that_a_repository_names(program):
    with repository(program) as folder:
        folder.write("spy.sh", "#!/bin/sh\ntouch \"$(dirname \"$0\")/ran\"\ncat \"$@\"\n")
        folder.shell("chmod +x spy.sh")
        for key in ("core.fsmonitor", "diff.external", "diff.spy.textconv"):
            folder.git("config", key, folder.at("spy.sh"))
        folder.write(".gitattributes", "*.txt diff=spy\n")
        folder.write("articles/c.txt", FIFTY_TWO)
        assert folder.run("check", "--changed-from", "main").code == 1
        assert not folder.exists("ran")


def selection_by_rule_glob_and_kind(program):
    with newsroom(program) as folder:
        for pattern in ("open/number", "open/*", "open", "cross-article", "disagree",
                        "inside-article,open/number"):
            assert folder.run("check", "articles", "--select", pattern).code == 1, pattern
            assert folder.run("check", "articles", "--ignore", pattern).code == 0, pattern
        assert folder.run("check", "articles", "--select", "declared").code == 0
        assert folder.run("check", "articles", "--select", "open", "--ignore", "open/number").code == 0


def selection_of_an_unknown_rule_is_an_error(program):
    with newsroom(program) as folder:
        for option in ("--select", "--ignore"):
            run = folder.run("check", "articles", option, "open/nubmer")
            assert run.code == 2
            assert "did you mean \"open/number\"?" in run.err, run.err


def selection_knows_every_rule_that_reports(program):
    with newsroom(program) as folder:
        listed = [line.split()[0] for line in folder.run("rules", "list").out.splitlines() if line]
        found = folder.run("report", ci_integration.CORPUS, "-o", "json").json()
        for rule in sorted({f["rule"] for f in found["findings"] + found["agreements"]} |
                           set(listed[:3])):
            run = folder.run("check", "articles", "--select", rule)
            assert run.code in (0, 1), (rule, run.err)


def levels_fail_on_decides_the_exit_code(program):
    with newsroom(program) as folder:
        assert folder.run("check", "articles", "--fail-on", "never").code == 0
        assert folder.run("check", "articles", "--fail-on", "note").code == 1
        shown = folder.run("check", "articles", "--min-level", "error", "--fail-on", "never").out
        assert "47 people" in shown


def outputs_never_change_the_exit_code(program):
    with newsroom(program) as folder:
        assert folder.run("check", "articles", "-o", "json:out/findings.json").code == 1
        run = folder.run("check", "articles", "-o", "text", "-o", "json:a.json", "-o",
                         "html:b/c.html")
        assert run.code == 1 and "47 people" in run.out
        assert folder.exists("a.json") and folder.exists("b/c.html")


def outputs_that_cannot_be_written_are_an_error(program):
    with newsroom(program) as folder:
        folder.write("file", "x")
        run = folder.run("check", "articles", "-o", "json:file/findings.json")
        assert run.code == 2
        assert "cannot write" in run.err
        run = folder.run("check", "articles", "-o", "json:articles")
        assert run.code == 2 and "it is a folder" in run.err


def outputs_keep_rights_and_follow_links(program):
    with newsroom(program) as folder:
        folder.write("real.json", "old")
        folder.shell("chmod 640 real.json; ln -s real.json link.json")
        assert folder.run("check", "articles", "-o", "json:link.json").code == 1
        assert folder.shell("stat -c %a real.json; readlink link.json").out == "640\nreal.json\n"
        assert folder.read("real.json").startswith("{")
        assert folder.run("check", "articles", "-o", "json:/dev/null").code == 1


def configuration_is_found_upwards_and_paths_start_from_it(program):
    with newsroom(program) as folder:
        folder.write(".atodds.yml", "paths: [articles]\nfail-on: never\n")
        folder.write("deep/er/x", "")
        assert folder.run("check", cwd="deep/er").code == 0
        run = folder.run("check", "-o", "json", cwd="deep/er")
        assert [a["path"] for a in run.json()["articles"]] == ["../../articles/a.txt",
                                                               "../../articles/b.md"]


def configuration_stops_at_the_top_of_a_repository(program):
    with newsroom(program) as folder:
        folder.write(".atodds.yml", "fail-on: never\n")
        folder.write("inner/a.txt", FORTY_ONE)
        folder.write("inner/b.txt", FORTY_SEVEN)
        folder.git("init", "-q", "inner")
        assert folder.run("check", ".", cwd="inner").code == 1


def configuration_yields_to_the_command_line_key_by_key(program):
    with newsroom(program) as folder:
        folder.write(".atodds.yml", "fail-on: never\nignore: [open/number]\n")
        assert folder.run("check", "articles", "--fail-on", "error").code == 0
        run = folder.run("check", "articles", "--ignore", "open/date", "-o", "json")
        assert run.code == 0 and len(run.findings()) == 1
        assert folder.run("check", "articles", "--no-config").code == 1
        folder.write("other.yml", "fail-on: note\n")
        assert folder.run("check", "articles", "--config", "other.yml").code == 1


def configuration_tells_all_that_is_wrong_and_runs_nothing(program):
    with newsroom(program) as folder:
        folder.write(".atodds.yml", "fail-onn: never\nmin-level: low\nthreads: many\npaths: {a: b}\n")
        run = folder.run("check", "articles")
        assert run.code == 2 and run.out == "", run.out
        for told in (".atodds.yml:1:1: error: unknown key \"fail-onn\" in the configuration",
                     "did you mean \"fail-on\"?", ".atodds.yml:2:12", ".atodds.yml:3:10",
                     ".atodds.yml:4:8"):
            assert told in run.err, (told, run.err)
        folder.write(".atodds.yml", "paths: [a\n")
        run = folder.run("check", "articles")
        assert run.code == 2 and ".atodds.yml:" in run.err


def configuration_that_is_named_and_missing_is_an_error(program):
    with newsroom(program) as folder:
        run = folder.run("check", "articles", "--config", "nosuch.yml")
        assert run.code == 2 and "nosuch.yml" in run.err


def init_writes_a_sound_file_and_never_overwrites(program):
    with newsroom(program) as folder:
        assert folder.run("init").code == 0
        text = folder.read(".atodds.yml")
        assert folder.run("check", "articles").code == 1
        folder.write(".atodds.yml", text.replace("\n#", "\n").replace("\n ", "\n# "))
        folder.write(".atodds.yml", "# mine\n")
        run = folder.run("init")
        assert run.code == 2 and "never overwrites" in run.err
        assert folder.read(".atodds.yml") == "# mine\n"


def cases():
    modules = [sys.modules[__name__], ci_memory, ci_terminal, ci_integration]
    for module in modules:
        for name, check in list(vars(module).items()):
            if callable(check) and getattr(check, "__module__", "") == module.__name__ and \
                    check.__code__.co_varnames[:1] == ("program",) and check.__code__.co_argcount == 1:
                yield name, check


def outcome(name):
    """What went wrong in the case of this name; nothing where it holds."""
    try:
        dict(cases())[name](sys.argv[1])
    except Exception:  # a case that breaks is a case that failed
        return traceback.format_exc(limit=-2)
    return ""


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    names = [name for name, _ in cases()
             if not sys.argv[2:] or any(wanted in name for wanted in sys.argv[2:])]
    failed = 0
    # Processes: a case that forks a terminal wants no threads around it.
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        for name, problem in zip(names, pool.map(outcome, names)):
            if problem:
                failed += 1
                print(f"ci: {name} failed:\n{problem}")
    print(f"ci: {len(names) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
