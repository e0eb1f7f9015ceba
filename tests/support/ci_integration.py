"""Cases of check_ci.py: hooks, actions, templates, completions, manual, schema."""
import json
import os
import re
import shutil
import subprocess

from ci_runs import FIFTY_TWO, FORTY_ONE, TOP, WEATHER, Folder, newsroom, repository

CORPUS = os.path.join(TOP, "corpus")
ACTION = os.path.join(TOP, ".github", "actions", "atodds")


def yaml_of(path):
    import yaml
    with open(path, encoding="utf-8") as file:
        return yaml.safe_load(file)


def on_path(folder):
    """A folder for PATH in which the program has its name."""
    os.makedirs(folder.at("bin"), exist_ok=True)
    link = folder.at("bin/atodds")
    if not os.path.exists(link):
        os.symlink(folder.program, link)
    return folder.at("bin") + ":" + folder.environment["PATH"]


def hook_entries_run(program):
    hooks = {hook["id"]: hook for hook in yaml_of(os.path.join(TOP, ".pre-commit-hooks.yaml"))}
    assert set(hooks) == {"atodds", "atodds-rules"}
    for hook in hooks.values():
        assert {"id", "name", "entry", "language", "files"} <= set(hook)
        assert hook["pass_filenames"] is False
        re.compile(hook["files"])
    with repository(program) as folder:
        path = on_path(folder)
        folder.write(".gitignore", "bin/\n")
        folder.commit("ignore")
        entry = hooks["atodds"]["entry"]
        assert folder.shell(entry, PATH=path).code == 0
        folder.write("articles/c.txt", FIFTY_TWO)
        folder.git("add", "-A")
        assert folder.shell(entry, PATH=path).code == 1


def hook_under_pre_commit_itself(program):
    if not shutil.which("pre-commit"):
        print("ci: skipped: pre-commit is not installed (apt-get install pre-commit)")
        return
    with Folder(program) as hooks, repository(program) as folder:
        shutil.copy(os.path.join(TOP, ".pre-commit-hooks.yaml"), hooks.at(".pre-commit-hooks.yaml"))
        hooks.git("init", "-q", "-b", "main")
        hooks.commit("hooks")
        hooks.git("tag", "v1.0.0")
        folder.write(".gitignore", "bin/\n.cache/\n")
        folder.write(".pre-commit-config.yaml",
                     f"repos:\n- repo: file://{hooks.path}\n  rev: v1.0.0\n"
                     "  hooks: [{id: atodds}]\n")
        folder.commit("configuration")
        path = on_path(folder)
        clean = folder.shell("pre-commit run --all-files", PATH=path)
        assert clean.code == 0, clean.out + clean.err
        folder.write("articles/c.txt", FIFTY_TWO)
        folder.git("add", "-A")
        run = folder.shell("pre-commit run", PATH=path)
        assert run.code == 1, run.out + run.err
        assert "52 people" in run.out, run.out


def action_run(folder, **inputs):
    """Runs the step of the action as a runner would: inputs become the variables it names."""
    action = yaml_of(os.path.join(ACTION, "action.yml"))
    step, = action["runs"]["steps"]
    assert action["runs"]["using"] == "composite" and step["shell"] == "bash"
    environment = {}
    for name, expression in step["env"].items():
        key = re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", expression)[1]
        environment[name] = inputs.pop(key, action["inputs"][key]["default"])
    assert not inputs, f"unknown inputs {inputs}"
    folder.write("output", "")
    run = folder.shell(step["run"], GITHUB_ACTION_PATH=ACTION, PATH=on_path(folder),
                       GITHUB_OUTPUT=folder.at("output"), **environment)
    told = dict(line.split("=", 1) for line in folder.read("output").splitlines())
    return run, told


def action_checks_a_pull_request(program):
    with repository(program) as folder:
        folder.write("articles/c.txt", FIFTY_TWO)
        folder.git("add", "articles")
        run, told = action_run(folder, outputs="text json:findings.json", paths="articles",
                               **{"changed-from": "main"})
        assert run.code == 1, run.err
        assert told == {"findings": "1", "exit-code": "1"}
        assert "52 people" in run.out and folder.exists("findings.json")
        run, told = action_run(folder, outputs="text", paths="articles",
                               **{"changed-from": "main", "fail-on": "never"})
        assert run.code == 0 and told["findings"] == "1"


def action_default_outputs_are_formats_of_the_program(program):
    with repository(program) as folder:
        folder.write("articles/c.txt", FIFTY_TWO)
        run, told = action_run(folder, paths="articles", **{"changed-from": "main"})
        assert run.code == 1, run.err
        assert "::error " in run.out and folder.exists("atodds.sarif")


def action_inputs_never_become_shell(program):
    with repository(program) as folder:
        for key in ("changed-from", "against", "paths", "fail-on", "outputs"):
            run, _ = action_run(folder, **{"outputs": "text", key: "$(touch ran); touch ran; `touch ran`"})
            assert run.code == 2, (key, run.out)
            assert not folder.exists("ran"), key


def action_tells_that_a_run_was_not_whole(program):
    with repository(program) as folder:
        run, told = action_run(folder, outputs="text", **{"changed-from": "nosuch"})
        assert run.code == 2 and told == {"findings": "0", "exit-code": "2"}


def action_names_inputs_that_are_used(program):
    del program
    action = yaml_of(os.path.join(ACTION, "action.yml"))
    used = " ".join(action["runs"]["steps"][0]["env"].values())
    for key in action["inputs"]:
        assert f"inputs.{key} " in used, key
    script = open(os.path.join(ACTION, "run.sh"), encoding="utf-8").read()
    for name in action["runs"]["steps"][0]["env"]:
        assert name in script, name


def template_for_gitlab_runs(program):
    job = yaml_of(os.path.join(TOP, "docs", "ci", "gitlab.yml"))["atodds"]
    assert job["variables"]["GIT_DEPTH"] == "0"
    with repository(program) as folder:
        folder.write("articles/c.txt", FIFTY_TWO)
        folder.commit("c")
        folder.git("clone", "-q", folder.path, "clone")
        script = "cd clone; set -e\n" + "\n".join(job["script"])
        run = folder.shell(script, PATH=on_path(folder),
                           CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main", **job["variables"])
        assert run.code == 1, run.err
        for report in job["artifacts"]["reports"].values():
            assert folder.exists("clone/" + report), report


def bash_completions(folder, line):
    """What bash offers at the end of the line."""
    script = (f"source <({folder.program} completions bash)\n"
              f"COMP_WORDS=({line}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n"
              "_atodds; printf '%s\\n' \"${COMPREPLY[@]}\"")
    run = folder.shell(script)
    assert run.code == 0, run.err
    return run.out.split()


def completions_of_bash_answer(program):
    with newsroom(program) as folder:
        assert bash_completions(folder, "atodds che") == ["check"]
        assert bash_completions(folder, "atodds check --changed") == ["--changed-from"]
        assert bash_completions(folder, "atodds check --fail-on ''") == ["error", "warning", "note",
                                                                       "never"]
        assert "accept" in bash_completions(folder, "atodds review ''")
        assert "--note" in bash_completions(folder, "atodds review accept --no")
        assert "--color" in bash_completions(folder, "atodds report --col")


def completions_know_every_option_of_every_command(program):
    with newsroom(program) as folder:
        for shell in ("bash", "zsh", "fish"):
            script = folder.run("completions", shell).out
            for words in commands_of(folder):
                shown = folder.run(*words, "--help").out
                for option in re.findall(r"^  (?:-\w,)?--([a-z-]+)", shown, re.MULTILINE):
                    wanted = f"-l {option} " if shell == "fish" else f"--{option}"
                    assert wanted in script, (shell, words, option)


def completions_are_sound_for_their_shells(program):
    with newsroom(program) as folder:
        for shell in ("bash", "zsh", "fish"):
            if not shutil.which(shell):
                print(f"ci: skipped: {shell} is not installed")
                continue
            run = folder.shell(f"{folder.program} completions {shell} > script && {shell} -n script")
            assert run.code == 0, (shell, run.err)
        run = folder.run("completions", "tcsh")
        assert run.code == 2 and "none of bash|zsh|fish" in run.err


def commands_of(folder, words=()):
    """The words of every command, those of groups too."""
    shown = folder.run(*words, "--help").out
    names = re.search(r"^Subcommands:\n((?:  .*\n)+)", shown, re.MULTILINE)
    for line in names[1].splitlines() if names else []:
        if re.match(r"  \S", line):
            found = (*words, line.split()[0])
            yield found
            yield from commands_of(folder, found)


def help_of_every_command_has_an_example(program):
    with newsroom(program) as folder:
        for words in commands_of(folder):
            if len(words) == 1 and words[0] not in ("version",):
                shown = folder.run(*words, "--help")
                assert shown.code == 0
                assert "Example" in shown.out and f"  atodds {words[0]}" in shown.out, words


def manual_names_every_command_and_is_sound(program):
    with newsroom(program) as folder:
        text = folder.run("man").out
        for words in commands_of(folder):
            name = " ".join(words).replace("-", "\\-")
            assert f'.SS "{name}"' in text, words
        if shutil.which("man"):
            run = folder.shell(f"{folder.program} man > atodds.1 && MANWIDTH=80 man --warnings -l "
                               "atodds.1 > shown")
            assert run.code == 0 and run.err == "", run.err
            assert "atodds check --changed-from" in folder.read("shown")


def installed_with_manual_and_completions(program):
    build = os.path.dirname(os.path.abspath(program))
    with Folder(program) as folder:
        if not os.path.exists(os.path.join(build, "cmake_install.cmake")):
            print("ci: skipped: the program lies in no build folder")
            return
        subprocess.run(["cmake", "--install", build, "--prefix", folder.at("usr")], check=True,
                       stdout=subprocess.DEVNULL)
        for name in ("man/man1/atodds.1", "bash-completion/completions/atodds",
                     "zsh/vendor-completions/_atodds", "fish/vendor_completions.d/atodds.fish"):
            assert len(folder.read("usr/share/" + name)) > 1000, name


def schema_of_the_configuration_knows_the_keys(program):
    with open(os.path.join(TOP, "docs", "schemas", "config.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    with newsroom(program) as folder:
        folder.write(".atodds.yml", "x: 1\n")
        for key in schema["properties"]:
            folder.write(".atodds.yml", f"{key}: {{a: b}}\n")
            run = folder.run("check", "articles")
            assert run.code == 2 and "unknown key \"" + key not in run.err, run.err
        folder.run("init")
        shutil.rmtree(folder.at(".atodds.yml"), ignore_errors=True)
        os.remove(folder.at(".atodds.yml"))
        folder.run("init")
        sample = re.findall(r"^#([a-z-]+):", folder.read(".atodds.yml"), re.MULTILINE)
        assert sorted(sample) == sorted(schema["properties"]), sample


def schema_and_program_agree_on_configurations(program):
    try:
        import jsonschema
        import yaml
    except ImportError:
        print("ci: skipped: python3-jsonschema or python3-yaml is not installed")
        return
    with open(os.path.join(TOP, "docs", "schemas", "config.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    sound = ["fail-on: never", "paths: articles", "paths: [articles]", "threads: 2",
             "output: [text, 'json:x.json']", "select: [open]", "tiers: open\nmin-level: error"]
    broken = ["fail-on: sometimes", "threads: -1", "threads: many", "paths: {a: b}", "nosuch: 1",
              "tiers: [open]", "- fail-on", "rules: [a, b]"]
    for text, is_sound in [(t, True) for t in sound] + [(t, False) for t in broken]:
        valid = not list(jsonschema.Draft7Validator(schema).iter_errors(yaml.safe_load(text)))
        with newsroom(program) as folder:
            folder.write(".atodds.yml", text + "\n")
            run = folder.run("check", "articles", "--fail-on", "never")
            assert (run.code == 0) == is_sound == valid, (text, run.code, valid, run.err)


def the_first_run_on_an_old_archive_as_documented(program):
    guide = open(os.path.join(TOP, "docs", "ci", "README.md"), encoding="utf-8").read()
    block = re.search(r"## First run on an old archive\n\n```sh\n(.*?)```", guide, re.DOTALL)[1]
    with Folder(program) as folder:
        folder.write("articles/a.txt", FORTY_ONE)
        folder.write("articles/c.txt", FIFTY_TWO)
        folder.write("articles/w.txt", WEATHER)
        folder.git("init", "-q", "-b", "main")
        folder.write(".gitignore", "bin/\n")
        folder.commit("archive")
        folder.git("clone", "-q", folder.path, "clone")
        run = folder.shell("cd clone && set -e\n" + block, PATH=on_path(folder))
        assert run.code == 0, run.out + run.err
