#include "cli/manual.hpp"

#include "cli/completions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace atodds {
namespace {

// A dot or quote at the start of a line and every backslash mean something to man; a hyphen is
// written so that it can be copied as one.
std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts_line = i == 0 || text[i - 1] == '\n';
        if (starts_line && (text[i] == '.' || text[i] == '\'')) {
            out += "\\&";
        }
        out += text[i] == '\\' ? "\\e" : text[i] == '-' ? "\\-" : std::string(1, text[i]);
    }
    return out;
}

std::string option_entry(const CLI::Option& option) {
    const bool is_positional = option.get_lnames().empty() && option.get_snames().empty();
    std::string names = is_positional ? option.get_name(true) : option.get_name(false, true);
    std::replace(names.begin(), names.end(), ',', ' ');
    const std::string type = option.get_type_name();
    const bool takes_value = !is_positional && option.get_items_expected_max() > 0;
    return fmt::format(
        ".TP\n\\fB{}\\fR{}\n{}\n", escaped(names),
        takes_value && !type.empty() ? fmt::format(" \\fI{}\\fR", escaped(type)) : "",
        escaped(option.get_description()));
}

// Prose is filled, what is indented is an example and stays as it is.
std::string footer_text(const std::string& footer) {
    std::string out;
    bool is_example = false;
    for (std::size_t at = 0; at <= footer.size() && !footer.empty();) {
        const std::size_t end = std::min(footer.find('\n', at), footer.size());
        const std::string line = footer.substr(at, end - at);
        at = end + 1;
        const bool is_indented = line.starts_with("  ");
        if (is_indented != is_example) {
            out += is_indented ? ".PP\n.nf\n" : ".fi\n.PP\n";
            is_example = is_indented;
        }
        out += line.empty() ? ".PP\n" : escaped(line) + "\n";
    }
    return out + (is_example ? ".fi\n" : "");
}

std::string command_section(const CLI::App& command, const std::string& names) {
    std::string text =
        fmt::format(".SS \"{}\"\n{}.\n", escaped(names), escaped(command.get_description()));
    for (const CLI::Option* option : command.get_options()) {
        if (!option->get_description().empty()) {
            text += option_entry(*option);
        }
    }
    if (const std::string footer = command.get_footer(); !footer.empty()) {
        text += ".PP\n" + footer_text(footer);
    }
    for (const CLI::App* part : parts_of(command)) {
        text += command_section(*part, names + " " + part->get_name());
    }
    return text;
}

constexpr std::string_view kEnd = R"(.SH EXIT STATUS
.TP
\fB0\fR
Nothing was found at or above \fB\-\-fail\-on\fR.
.TP
\fB1\fR
Something was found.
.TP
\fB2\fR
Not all of the work could be done: wrong options, configuration or rules, unreadable articles. 2 wins over 1.
.SH FILES
.TP
\fI.atodds.yml\fR
Defaults of the options for a folder tree. The nearest one in or above the current folder counts, up to the top of a repository or the home folder.
.TP
\fI.atodds\-review.jsonl\fR, \fI.atodds\-baseline.jsonl\fR, \fI.atodds\-suppress.yml\fR
What reviewers said, what is known, and what is kept out of sight with a reason.
.SH ENVIRONMENT
.TP
\fBNO_COLOR\fR
Set and not empty: no colour, unless \fB\-\-color\fR asks for it.
.TP
\fBCOLUMNS\fR
Columns of the text report.
.TP
\fBSOURCE_DATE_EPOCH\fR
Seconds since 1970 that stand for today, for runs that must give the same result again.
)";

}  // namespace

std::string manual_of(const CLI::App& app) {
    std::string text = fmt::format(
        ".TH ATODDS 1\n.SH NAME\natodds \\- find where sources are at odds\n.SH SYNOPSIS\n"
        "\\fBatodds\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n.SH DESCRIPTION\n{}\n",
        escaped("Reads articles, extracts typed facts, compares the same fact across articles and "
                "shows each disagreement with both quotes and the reasoning."));
    text += ".SH OPTIONS\n";
    for (const CLI::Option* option : app.get_options()) {
        text += option_entry(*option);
    }
    text += ".SH COMMANDS\n";
    for (const CLI::App* command : parts_of(app)) {
        text += command_section(*command, command->get_name());
    }
    return text + std::string(kEnd);
}

}  // namespace atodds
