#include "ruleset/yaml_tree.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <utility>

namespace atodds {

namespace {

constexpr std::size_t kMostNesting = 32;  // docs/rules.md, limits

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::uint32_t offset_of(const YAML::Mark& mark, std::string_view text) {
    const auto size = static_cast<int>(text.size());
    return static_cast<std::uint32_t>(std::clamp(mark.pos, 0, size));
}

std::size_t end_of_double_quoted(std::string_view text, std::size_t begin) {
    std::size_t at = begin + 1;
    while (at < text.size() && text[at] != '"') {
        at += text[at] == '\\' ? 2U : 1U;
    }
    return std::min(at + 1, text.size());
}

std::size_t end_of_single_quoted(std::string_view text, std::size_t begin) {
    std::size_t at = begin + 1;
    while (at < text.size()) {
        if (text[at] != '\'') {
            ++at;
        } else if (at + 1 < text.size() && text[at + 1] == '\'') {
            at += 2;
        } else {
            break;
        }
    }
    return std::min(at + 1, text.size());
}

/// Of a plain text over several lines, whose breaks and indentation became single blanks.
std::size_t end_of_folded(std::string_view text, std::size_t begin, std::string_view value) {
    std::size_t at = begin;
    for (std::size_t read = 0; read < value.size() && at < text.size();) {
        if (text[at] == value[read]) {
            ++at;
            ++read;
        } else if (!is_blank(text[at])) {
            break;
        } else {
            at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
            read = std::min(value.find_first_not_of(" \n", read), value.size());
        }
    }
    return at;
}

std::size_t end_of_line(std::string_view text, std::size_t begin) {
    return std::min(text.find_first_of("\r\n", begin), text.size());
}

// yaml-cpp marks beginnings only, so the end of a scalar is found in the text again.
ByteSpan scalar_span(std::string_view text, std::size_t begin, std::string_view value) {
    std::size_t end = begin;
    if (begin < text.size()) {
        const char first = text[begin];
        if (text.substr(begin, value.size()) == value) {
            end = begin + value.size();
        } else if (first == '"') {
            end = end_of_double_quoted(text, begin);
        } else if (first == '\'') {
            end = end_of_single_quoted(text, begin);
        } else if (first == '|' || first == '>') {
            end = end_of_line(text, begin);
        } else {
            end = end_of_folded(text, begin, value);
        }
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Builds the tree from events. Below the nesting limit and behind the first document nothing is
/// kept, so memory follows the text.
class TreeBuilder : public YAML::EventHandler {
  public:
    explicit TreeBuilder(Problems& problems) : problems_(problems) {}

    YamlNode root;
    bool has_root = false;

    void OnDocumentStart(const YAML::Mark& /*mark*/) override { ++documents_; }

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        reject_anchor(mark, anchor);
        YamlNode node;
        const std::size_t begin = offset_of(mark, problems_.text());
        node.span = {offset_of(mark, problems_.text()), offset_of(mark, problems_.text())};
        // "null" in a list of words is a word; only `key:` with nothing behind it is nothing.
        for (const std::string_view word : {"null", "Null", "NULL"}) {
            if (problems_.text().substr(begin, word.size()) == word && is_word_end(begin + 4)) {
                node.kind = YamlNode::Kind::Text;
                node.text = word;
                node.span.end += 4;
            }
        }
        close(std::move(node));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
        reject(mark, "an alias (*name) is not part of the rule language", "write the value out");
        close({});
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        reject_anchor(mark, anchor);
        reject_tag(mark, tag);
        YamlNode node;
        node.kind = YamlNode::Kind::Text;
        node.span = scalar_span(problems_.text(), offset_of(mark, problems_.text()), value);
        node.text = value;
        close(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        open(YamlNode::Kind::List, mark, tag, anchor);
    }

    void OnSequenceEnd() override { close_collection(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        open(YamlNode::Kind::Map, mark, tag, anchor);
    }

    void OnMapEnd() override { close_collection(); }

  private:
    void reject(const YAML::Mark& mark, std::string message, std::string hint) {
        const std::uint32_t at = offset_of(mark, problems_.text());
        problems_.add({at, at + 1}, std::move(message), std::move(hint));
    }

    void reject_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != YAML::NullAnchor) {
            reject(mark, "an anchor (&name) is not part of the rule language",
                   "put text that starts with & into quotes");
        }
    }

    void reject_tag(const YAML::Mark& mark, const std::string& tag) {
        if (!tag.empty() && tag != "!" && tag != "?") {
            reject(mark, fmt::format("the tag {} is not part of the rule language", in_quotes(tag)),
                   "put text that starts with ! into quotes");
        }
    }

    bool is_word_end(std::size_t at) const {
        const std::string_view text = problems_.text();
        return at >= text.size() || is_blank(text[at]) || text[at] == ',' || text[at] == ']' ||
               text[at] == '}';
    }

    void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag,
              YAML::anchor_t anchor) {
        reject_anchor(mark, anchor);
        reject_tag(mark, tag);
        if (open_.size() + too_deep_ == kMostNesting) {
            reject(mark, fmt::format("nesting is deeper than {} levels", kMostNesting),
                   "flatten the file");
        }
        if (open_.size() >= kMostNesting) {
            ++too_deep_;
            return;
        }
        YamlNode node;
        node.kind = kind;
        node.span = {offset_of(mark, problems_.text()), offset_of(mark, problems_.text())};
        open_.push_back(std::move(node));
    }

    void close_collection() {
        if (too_deep_ > 0) {
            if (--too_deep_ == 0) {
                close({});  // keeps keys and values of the map above in step
            }
            return;
        }
        YamlNode node = std::move(open_.back());
        open_.pop_back();
        if (!node.items.empty()) {
            node.span.end = std::max(node.span.begin, node.items.back().span.end);
        }
        close(std::move(node));
    }

    /// Hands a finished node to the collection it stands in. In a map keys and values alternate.
    void close(YamlNode node) {
        if (too_deep_ > 0) {
            return;
        }
        if (open_.empty()) {
            if (documents_ == 1) {
                root = std::move(node);
                has_root = true;
            }
            return;
        }
        YamlNode& parent = open_.back();
        const bool is_key = parent.is_map() && parent.keys.size() == parent.items.size();
        (is_key ? parent.keys : parent.items).push_back(std::move(node));
    }

    Problems& problems_;
    std::vector<YamlNode> open_;
    std::size_t too_deep_ = 0;
    int documents_ = 0;
};

struct ParserMessage {
    std::string_view part;  ///< of what yaml-cpp says
    std::string_view message;
    std::string_view hint;
};

constexpr std::string_view kQuotesHint =
    "put quotes around text that holds a colon, \"#\", \"?\", brackets or braces, and check the "
    "indentation";

constexpr ParserMessage kParserMessages[] = {
    {"end of map flow", "a \"{\" is not closed, or what stands inside is not \"key: value\"",
     kQuotesHint},
    {"end of sequence flow", "a \"[\" is not closed, or an entry inside needs quotes", kQuotesHint},
    {"end of map not found", "expected \"key: value\" at this indentation", kQuotesHint},
    {"end of sequence not found", "expected \"- entry\" at this indentation", kQuotesHint},
    {"illegal EOF in scalar", "a quoted text is not closed", "add the closing quote"},
    {"illegal map value", "a second \": \" on one line", kQuotesHint},
    {"unknown escape", "unknown escape in a double-quoted text",
     "use single quotes, or write a backslash twice"},
    {"referenced anchor is not defined", "an alias (*name) is not part of the rule language",
     "put text that starts with * into quotes"},
};

void add_parser_problem(Problems& problems, const YAML::Exception& exception) {
    const std::uint32_t at = offset_of(exception.mark, problems.text());
    for (const ParserMessage& known : kParserMessages) {
        if (exception.msg.find(known.part) != std::string::npos) {
            problems.add({at, at + 1}, std::string(known.message), std::string(known.hint));
            return;
        }
    }
    problems.add({at, at + 1}, "not valid YAML: " + exception.msg, std::string(kQuotesHint));
}

/// Bytes that YAML forbids or that yaml-cpp would take for another encoding or the end of file.
bool has_bad_bytes(Problems& problems) {
    const std::string_view text = problems.text();
    if (const auto bad = find_bad_utf8(text)) {
        const auto at = static_cast<std::uint32_t>(*bad);
        problems.add({at, at + 1}, "not UTF-8", "save the file as UTF-8");
        return true;
    }
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if ((byte < 0x20 && !is_blank(text[at])) || byte == 0x7F) {
            const auto place = static_cast<std::uint32_t>(at);
            problems.add({place, place + 1},
                         fmt::format("a control character (byte 0x{:02X})", byte),
                         "remove the character");
            return true;
        }
    }
    return false;
}

bool has_tab_in_indentation(Problems& problems) {
    const std::string_view text = problems.text();
    bool is_indentation = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\t' && is_indentation) {
            const auto place = static_cast<std::uint32_t>(at);
            problems.add({place, place + 1}, "a tab in the indentation", "indent with blanks");
            return true;
        }
        is_indentation = text[at] == '\n' || (is_indentation && text[at] == ' ');
    }
    return false;
}

std::size_t escape_size(char kind) {
    return kind == 'x' ? 4 : kind == 'u' ? 6 : kind == 'U' ? 10 : 2;
}

/// Follows a scalar through the file: `raw` is a place in the file, `read` one in the value.
class ScalarWalk {
  public:
    ScalarWalk(const YamlNode& node, std::string_view file)
        : file_(file.substr(0, node.span.end)), value_(node.text), raw_(node.span.begin) {
        if (raw_ >= file.size() || file.substr(raw_, value_.size()) == value_) {
            return;
        }
        quote_ = file[raw_];
        if (quote_ == '|' || quote_ == '>') {
            file_ = file;
            raw_ = std::min(end_of_line(file, raw_) + 1, file.size());
        } else if (quote_ == '"' || quote_ == '\'') {
            ++raw_;
        }
    }

    std::size_t place_of(std::size_t offset) {
        while (read_ < offset && raw_ < file_.size() && read_ < value_.size()) {
            step();
        }
        return std::min(raw_, file_.size());
    }

  private:
    void step() {
        if (quote_ == '"' && file_[raw_] == '\\' && raw_ + 1 < file_.size()) {
            const bool is_line_joint = file_[raw_ + 1] == '\n' || file_[raw_ + 1] == '\r';
            raw_ += is_line_joint ? 1 : escape_size(file_[raw_ + 1]);
            read_ += is_line_joint ? 0 : decode(value_, read_).size;
        } else if (file_[raw_] == value_[read_]) {
            raw_ += quote_ == '\'' && file_[raw_] == '\'' ? 2U : 1U;
            ++read_;
        } else if (is_blank(file_[raw_]) && value_[read_] == ' ') {
            skip_blanks();
            ++read_;
        } else {
            ++raw_;
        }
    }

    void skip_blanks() {
        while (raw_ < file_.size() && is_blank(file_[raw_])) {
            ++raw_;
        }
    }

    std::string_view file_;
    std::string_view value_;
    std::size_t raw_ = 0;
    std::size_t read_ = 0;
    char quote_ = '\0';
};

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size() && i < items.size(); ++i) {
        if (keys[i].text == key) {
            return &items[i];
        }
    }
    return nullptr;
}

std::optional<YamlNode> parse_yaml(Problems& problems) {
    if (has_bad_bytes(problems) || has_tab_in_indentation(problems)) {
        return std::nullopt;
    }
    TreeBuilder builder(problems);
    // yaml-cpp reports by throwing; here its exceptions become problems and go no further.
    try {
        std::istringstream stream{std::string(problems.text())};
        YAML::Parser parser(stream);
        if (parser.HandleNextDocument(builder) && parser.HandleNextDocument(builder)) {
            problems.add({0, 0}, "more than one YAML document in a file",
                         "put each into its own file, without \"---\" lines between");
            return std::nullopt;
        }
    } catch (const YAML::Exception& exception) {
        add_parser_problem(problems, exception);
        return std::nullopt;
    }
    if (!builder.has_root) {
        problems.add({0, 0}, "the file is empty", "atodds rules new NAME writes a first rule");
        return std::nullopt;
    }
    return std::move(builder.root);
}

std::uint32_t source_offset(const YamlNode& node, std::string_view file_text, std::size_t offset) {
    return static_cast<std::uint32_t>(ScalarWalk(node, file_text).place_of(offset));
}

std::string described(const YamlNode& node) {
    switch (node.kind) {
        case YamlNode::Kind::Null:
            return "nothing";
        case YamlNode::Kind::Text:
            return in_quotes(node.text);
        case YamlNode::Kind::List:
            return "a list";
        case YamlNode::Kind::Map:
            return "a map";
    }
    return "nothing";
}

bool has_yaml_content(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::size_t first = text.substr(0, end).find_first_not_of(" \t\r");
        if (first != std::string_view::npos && text[first] != '#') {
            return true;
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

}  // namespace atodds
