#include "bench/made_news/material.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <sstream>
#include <utility>

namespace atodds::bench {
namespace {

struct SourceLine {
    std::string text;  ///< without indentation
    bool is_indented = false;
    std::size_t number = 0;  ///< from 1
};

Result<std::vector<SourceLine>> read_lines(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
        return Error{ErrorCode::Unreadable, "cannot be read", {path, {}}, "name its folder"};
    }
    std::vector<SourceLine> lines;
    std::size_t number = 0;
    for (std::string text; std::getline(file, text);) {
        ++number;
        const std::size_t begin = text.find_first_not_of(' ');
        if (begin != std::string::npos && text[begin] != '#') {
            lines.push_back({text.substr(begin), begin > 0, number});
        }
    }
    return lines;
}

std::vector<std::string> split_words(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(std::move(word));
    }
    return words;
}

Error bad_line(const std::string& path, const SourceLine& line) {
    return {ErrorCode::BadFormat,
            fmt::format("line {} is not understood: \"{}\"", line.number, line.text),
            {path, {}},
            "the head of the file says what may stand there"};
}

std::optional<Error> read_words(const std::string& path, Lists& words) {
    const Result<std::vector<SourceLine>> lines = read_lines(path);
    if (!lines) {
        return lines.error();
    }
    std::vector<std::string>* list = nullptr;
    for (const SourceLine& line : *lines) {
        std::vector<std::string> found = split_words(line.text);
        if (!line.is_indented && found.size() == 2 && found[0] == "words") {
            list = &words[found[1]];
        } else if (line.is_indented && list != nullptr) {
            std::ranges::move(found, std::back_inserter(*list));
        } else {
            return bad_line(path, line);
        }
    }
    return std::nullopt;
}

std::optional<Error> read_sentences(const std::string& path, Lists& sentences) {
    const Result<std::vector<SourceLine>> lines = read_lines(path);
    if (!lines) {
        return lines.error();
    }
    std::vector<std::string>* list = nullptr;
    for (const SourceLine& line : *lines) {
        if (!line.is_indented) {
            list = &sentences[line.text];
        } else if (list != nullptr) {
            list->push_back(line.text);
        } else {
            return bad_line(path, line);
        }
    }
    return std::nullopt;
}

std::optional<ValueKind> value_kind(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, ValueKind>, 11> kKinds = {{
        {"count", ValueKind::Count},
        {"money", ValueKind::Money},
        {"percent", ValueKind::Percent},
        {"day", ValueKind::Day},
        {"year", ValueKind::Year},
        {"years", ValueKind::Years},
        {"rank", ValueKind::Rank},
        {"tenths", ValueKind::Tenths},
        {"yes", ValueKind::Yes},
        {"place", ValueKind::Place},
        {"minister", ValueKind::Minister},
    }};
    for (const auto& [known, kind] : kKinds) {
        if (known == name) {
            return kind;
        }
    }
    return std::nullopt;
}

/// "fact NAME TYPE LOW HIGH [plant] [grows]".
std::optional<FactKind> fact_kind(const std::vector<std::string>& words) {
    if (words.size() < 5) {
        return std::nullopt;
    }
    const std::optional<ValueKind> kind = value_kind(words[2]);
    if (!kind) {
        return std::nullopt;
    }
    FactKind fact{.name = words[1],
                  .kind = *kind,
                  .low = std::stoll(words[3]),
                  .high = std::stoll(words[4]),
                  .ways = {},
                  .denials = {}};
    for (std::size_t i = 5; i < words.size(); ++i) {
        fact.is_plantable |= words[i] == "plant";
        fact.does_grow |= words[i] == "grows";
    }
    return fact;
}

/// The facts of the story "common" belong to every other one.
std::optional<Error> add_common_facts(const std::string& path, std::vector<StoryKind>& stories) {
    const auto common = std::ranges::find(stories, "common", &StoryKind::name);
    if (common == stories.end() || stories.size() < 2) {
        return Error{ErrorCode::BadFormat, "needs a story \"common\" and others", {path, {}}, ""};
    }
    const std::vector<FactKind> facts = std::move(common->facts);
    stories.erase(common);
    for (StoryKind& story : stories) {
        story.facts.insert(story.facts.end(), facts.begin(), facts.end());
    }
    return std::nullopt;
}

std::optional<Error> read_stories(const std::string& path, std::vector<StoryKind>& stories) {
    const Result<std::vector<SourceLine>> lines = read_lines(path);
    if (!lines) {
        return lines.error();
    }
    std::vector<std::string>* list = nullptr;
    for (const SourceLine& line : *lines) {
        const std::vector<std::string> words = split_words(line.text);
        std::optional<FactKind> fact;
        if (line.is_indented && list != nullptr) {
            list->push_back(line.text);
        } else if (words[0] == "story" && words.size() == 2) {
            stories.push_back({words[1], {}, {}});
            list = nullptr;
        } else if (line.text == "headline" && !stories.empty()) {
            list = &stories.back().headlines;
        } else if (line.text == "no" && !stories.empty() && !stories.back().facts.empty()) {
            list = &stories.back().facts.back().denials;
        } else if (words[0] == "fact" && !stories.empty() && (fact = fact_kind(words))) {
            stories.back().facts.push_back(*std::move(fact));
            list = &stories.back().facts.back().ways;
        } else {
            return bad_line(path, line);
        }
    }
    return add_common_facts(path, stories);
}

}  // namespace

const std::vector<std::string>& Material::words_of(const std::string& name) const {
    static const std::vector<std::string> kNone;
    const auto found = words.find(name);
    return found == words.end() ? kNone : found->second;
}

Result<Material> Material::read(const std::string& folder) {
    Material material;
    if (std::optional<Error> error = read_words(folder + "/words.txt", material.words)) {
        return *error;
    }
    if (std::optional<Error> error =
            read_sentences(folder + "/sentences.txt", material.sentences)) {
        return *error;
    }
    if (std::optional<Error> error = read_stories(folder + "/stories.txt", material.stories)) {
        return *error;
    }
    return material;
}

}  // namespace atodds::bench
