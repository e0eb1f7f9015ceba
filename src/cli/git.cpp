#include "cli/git.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <poll.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace atodds {
namespace {

struct GitRun {
    int exit_code = 0;
    std::string out;
    std::string err;
};

Error git_error(std::string message, std::string hint) {
    return {ErrorCode::Usage, std::move(message), {}, std::move(hint)};
}

Error no_git(int problem) {
    return git_error(fmt::format("cannot run git: {}", std::strerror(problem)),
                     "--changed-from asks git what changed; install it, or name the files");
}

// Two pipes; whoever leaves scope closes what is open.
class Pipes {
  public:
    bool open_all() { return pipe(out_.data()) == 0 && pipe(err_.data()) == 0; }

    ~Pipes() {
        for (int& end : out_) {
            close_end(end);
        }
        for (int& end : err_) {
            close_end(end);
        }
    }

    Pipes() = default;
    Pipes(const Pipes&) = delete;
    Pipes& operator=(const Pipes&) = delete;

    bool hand_to(posix_spawn_file_actions_t& actions) const {
        return posix_spawn_file_actions_adddup2(&actions, out_[1], STDOUT_FILENO) == 0 &&
               posix_spawn_file_actions_adddup2(&actions, err_[1], STDERR_FILENO) == 0 &&
               posix_spawn_file_actions_addclose(&actions, out_[0]) == 0 &&
               posix_spawn_file_actions_addclose(&actions, err_[0]) == 0 &&
               posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", 0, 0) == 0;
    }

    // Reads both to their ends, so that neither fills up while the other is waited for.
    void read_all(GitRun& run) {
        close_end(out_[1]);
        close_end(err_[1]);
        while (out_[0] >= 0 || err_[0] >= 0) {
            std::array<pollfd, 2> waiting = {pollfd{out_[0], POLLIN, 0},
                                             pollfd{err_[0], POLLIN, 0}};
            if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) {
                return;
            }
            read_some(waiting[0], out_[0], run.out);
            read_some(waiting[1], err_[0], run.err);
        }
    }

  private:
    static void close_end(int& end) {
        if (end >= 0) {
            close(end);
            end = -1;
        }
    }

    static void read_some(const pollfd& waiting, int& end, std::string& text) {
        if (end < 0 || waiting.revents == 0) {
            return;
        }
        std::array<char, 65536> buffer{};
        const ssize_t size = read(end, buffer.data(), buffer.size());
        if (size > 0) {
            text.append(buffer.data(), static_cast<std::size_t>(size));
        } else if (size == 0 || errno != EINTR) {
            close_end(end);
        }
    }

    std::array<int, 2> out_ = {-1, -1};
    std::array<int, 2> err_ = {-1, -1};
};

// `top` empty: in the current folder.
Result<GitRun> run_git(const std::string& top, const std::vector<std::string>& arguments) {
    std::vector<std::string> words = {"git", "-c", "core.fsmonitor=false", "-c",
                                      "core.quotepath=false"};
    if (!top.empty()) {
        words.insert(words.end(), {"-C", top});
    }
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> raw;
    for (std::string& word : words) {
        raw.push_back(word.data());
    }
    raw.push_back(nullptr);
    Pipes pipes;
    posix_spawn_file_actions_t actions;
    if (!pipes.open_all() || posix_spawn_file_actions_init(&actions) != 0) {
        return no_git(errno);
    }
    pid_t child = 0;
    const int problem = pipes.hand_to(actions)
                            ? posix_spawnp(&child, "git", &actions, nullptr, raw.data(), environ)
                            : errno;
    posix_spawn_file_actions_destroy(&actions);
    if (problem != 0) {
        return no_git(problem);
    }
    GitRun run;
    pipes.read_all(run);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return run;
}

// The first line of what git complained about: "fatal: detected dubious ownership ...".
std::string complaint(const GitRun& run) {
    return run.err.substr(0, run.err.find('\n'));
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

Result<std::string> find_top() {
    Result<GitRun> run = run_git("", {"rev-parse", "--show-toplevel"});
    if (!run) {
        return run.error();
    }
    if (run->exit_code == 0) {
        return first_line(run->out);
    }
    if (run->err.find("not a git repository") != std::string::npos) {
        return git_error("--changed-from needs a git repository, and this folder is in none",
                         "run it inside the repository, or name the articles to check");
    }
    return git_error(fmt::format("git does not read this repository: {}", complaint(*run)),
                     "a container often needs: git config --global --add safe.directory \"$PWD\"");
}

bool is_shallow(const std::string& top) {
    const Result<GitRun> run = run_git(top, {"rev-parse", "--is-shallow-repository"});
    return run && first_line(run->out) == "true";
}

Error unknown_revision(const std::string& revision, bool is_cut_short) {
    return git_error(
        fmt::format("git knows no revision \"{}\"", revision),
        is_cut_short
            ? "this clone has only a part of the history; check out with all of it "
              "(GitHub: fetch-depth: 0, GitLab: GIT_DEPTH: 0), or fetch the branch"
            : fmt::format("fetch it first: git fetch origin {}; a remote branch is origin/NAME",
                          revision));
}

// Before the first commit everything is a change.
Result<std::string> empty_tree(const std::string& top) {
    Result<GitRun> run = run_git(top, {"hash-object", "-t", "tree", "/dev/null"});
    if (!run) {
        return run.error();
    }
    return first_line(run->out);
}

Result<std::string> find_merge_base(const std::string& top, const std::string& revision) {
    const bool is_cut_short = is_shallow(top);
    Result<GitRun> commit = run_git(
        top, {"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
    if (!commit) {
        return commit.error();
    }
    if (commit->exit_code != 0 && revision == "HEAD") {
        return empty_tree(top);
    }
    if (commit->exit_code != 0) {
        return unknown_revision(revision, is_cut_short);
    }
    Result<GitRun> base = run_git(top, {"merge-base", first_line(commit->out), "HEAD"});
    if (!base) {
        return base.error();
    }
    if (base->exit_code != 0) {
        return git_error(
            fmt::format("\"{}\" and HEAD have no history in common", revision),
            is_cut_short ? "this clone has only a part of the history; check out with all of it "
                           "(GitHub: fetch-depth: 0, GitLab: GIT_DEPTH: 0)"
                         : "name a revision that this branch came from");
    }
    return first_line(base->out);
}

// Adds the paths of a list parted by zero bytes that are files below `top`.
Result<Done> add_paths(const std::string& top, const std::vector<std::string>& arguments,
                       std::set<std::string>& paths) {
    Result<GitRun> run = run_git(top, arguments);
    if (!run) {
        return run.error();
    }
    if (run->exit_code != 0) {
        return git_error(fmt::format("git failed: {}", complaint(*run)), "");
    }
    std::string_view rest = run->out;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\0'), rest.size());
        paths.insert(fmt::format("{}/{}", top, rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return Done{};
}

}  // namespace

Result<ChangedFiles> files_changed_since(const std::string& revision, Untracked untracked) {
    if (revision.empty() || revision.starts_with('-')) {
        return git_error(fmt::format("\"{}\" is no revision", revision),
                         "name a branch, a tag or a commit");
    }
    Result<std::string> top = find_top();
    if (!top) {
        return top.error();
    }
    Result<std::string> base = find_merge_base(*top, revision);
    if (!base) {
        return base.error();
    }
    ChangedFiles files;
    files.top = *top;
    std::vector<std::pair<std::vector<std::string>, std::set<std::string>*>> lists = {
        {{"diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", "--no-ext-diff",
          "--no-textconv", *base, "--"},
         &files.changed},
        {{"ls-files", "-z"}, &files.known}};
    if (untracked == Untracked::Included) {
        const std::vector<std::string> fresh = {"ls-files", "-z", "--others", "--exclude-standard"};
        lists.emplace_back(fresh, &files.changed);
        lists.emplace_back(fresh, &files.known);
    }
    for (const auto& [arguments, paths] : lists) {
        if (Result<Done> added = add_paths(*top, arguments, *paths); !added) {
            return added.error();
        }
    }
    return files;
}

}  // namespace atodds
