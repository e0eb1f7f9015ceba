#include "ruleset/yaml_tree.hpp"

#include "base/utf8.hpp"
#include "ruleset/plain_yaml.hpp"
#include "ruleset/scalar_places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>
#include <yaml.h>

namespace atodds {

namespace {

constexpr std::size_t kMostNesting = 32;  // docs/rules.md, limits

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// libyaml counts characters; places in a file are bytes. Places mostly rise, so the count goes on
/// from the one before.
class ByteOffsets {
  public:
    explicit ByteOffsets(std::string_view text) : text_(text) {}

    std::uint32_t of(const yaml_mark_t& mark) {
        if (mark.index < character_) {
            character_ = 0;
            byte_ = 0;
        }
        while (character_ < mark.index && byte_ < text_.size()) {
            ++byte_;
            while (byte_ < text_.size() && (static_cast<unsigned char>(text_[byte_]) >> 6U) == 2U) {
                ++byte_;
            }
            ++character_;
        }
        return static_cast<std::uint32_t>(byte_);
    }

  private:
    std::string_view text_;
    std::size_t character_ = 0;
    std::size_t byte_ = 0;
};

/// Builds the tree from events. Below the nesting limit and behind the first document nothing is
/// kept, so memory follows the text.
class TreeBuilder {
  public:
    explicit TreeBuilder(Problems& problems)
        : tree(problems.text().size()), problems_(problems), offsets_(problems.text()) {}

    YamlTree tree;
    bool has_root = false;
    bool has_alias = false;
    int documents = 0;

    void take(const yaml_event_t& event) {
        switch (event.type) {
            case YAML_DOCUMENT_START_EVENT:
                ++documents;
                break;
            case YAML_ALIAS_EVENT:
                reject(event, "an alias (*name) is not part of the rule language",
                       "put text that starts with * into quotes");
                has_alias = true;
                close({});
                break;
            case YAML_SCALAR_EVENT:
                take_scalar(event);
                break;
            case YAML_SEQUENCE_START_EVENT:
                open(YamlNode::Kind::List, event, event.data.sequence_start.anchor,
                     event.data.sequence_start.tag);
                break;
            case YAML_MAPPING_START_EVENT:
                open(YamlNode::Kind::Map, event, event.data.mapping_start.anchor,
                     event.data.mapping_start.tag);
                break;
            case YAML_SEQUENCE_END_EVENT:
            case YAML_MAPPING_END_EVENT:
                close_collection();
                break;
            case YAML_NO_EVENT:
            case YAML_STREAM_START_EVENT:
            case YAML_STREAM_END_EVENT:
            case YAML_DOCUMENT_END_EVENT:
                break;
        }
    }

  private:
    void reject(const yaml_event_t& event, std::string message, std::string hint) {
        const std::uint32_t at = offsets_.of(event.start_mark);
        problems_.add({at, at + 1}, std::move(message), std::move(hint));
    }

    void reject_properties(const yaml_event_t& event, const yaml_char_t* anchor,
                           const yaml_char_t* tag) {
        if (anchor != nullptr) {
            reject(event, "an anchor (&name) is not part of the rule language",
                   "put text that starts with & into quotes");
        }
        const std::string name = tag == nullptr ? "" : reinterpret_cast<const char*>(tag);
        if (!name.empty() && name != "!") {
            reject(event,
                   fmt::format("the tag {} is not part of the rule language", in_quotes(name)),
                   "put text that starts with ! into quotes");
        }
    }

    /// `key:` with nothing behind it, and `~`, is nothing; "null" in a list of words is a word.
    void take_scalar(const yaml_event_t& event) {
        const auto& scalar = event.data.scalar;
        reject_properties(event, scalar.anchor, scalar.tag);
        const std::string_view value(reinterpret_cast<const char*>(scalar.value), scalar.length);
        const std::uint32_t begin = offsets_.of(event.start_mark);
        YamlNode node;
        node.span = {begin, begin};
        if (scalar.style != YAML_PLAIN_SCALAR_STYLE || (!value.empty() && value != "~")) {
            node.kind = YamlNode::Kind::Text;
            node.span = scalar_span(problems_.text(), begin, value);
            node.text = tree.keep(value);
        }
        close(node);
    }

    void open(YamlNode::Kind kind, const yaml_event_t& event, const yaml_char_t* anchor,
              const yaml_char_t* tag) {
        reject_properties(event, anchor, tag);
        if (open_.size() + too_deep_ == kMostNesting) {
            reject(event, fmt::format("nesting is deeper than {} levels", kMostNesting),
                   "flatten the file");
        }
        if (open_.size() >= kMostNesting) {
            ++too_deep_;
            return;
        }
        open_.push_back({kind, offsets_.of(event.start_mark), children_.size()});
    }

    void close_collection() {
        if (too_deep_ > 0) {
            if (--too_deep_ == 0) {
                close({});  // keeps keys and values of the map above in step
            }
            return;
        }
        const Open collection = open_.back();
        open_.pop_back();
        const YamlNode node = tree.collection(collection.kind, collection.begin,
                                              std::span(children_).subspan(collection.first));
        children_.resize(collection.first);
        close(node);
    }

    /// Hands a finished node to the collection it stands in. In a map keys and values alternate.
    void close(const YamlNode& node) {
        if (too_deep_ > 0) {
            return;
        }
        if (!open_.empty()) {
            children_.push_back(node);
        } else if (documents == 1) {
            tree.root = node;
            has_root = true;
        }
    }

    /// A collection whose end is still to come.
    struct Open {
        YamlNode::Kind kind;
        std::uint32_t begin;
        std::size_t first;  ///< of its children in children_
    };

    Problems& problems_;
    ByteOffsets offsets_;
    std::vector<Open> open_;
    std::vector<YamlNode> children_;  ///< of the open collections, of the inner ones last
    std::size_t too_deep_ = 0;
};

/// One event, freed with it.
class Event {
  public:
    Event() = default;
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;

    ~Event() { yaml_event_delete(&event); }

    yaml_event_t event{};
};

/// Reads the events of a text, which must outlive it.
class EventSource {
  public:
    explicit EventSource(std::string_view text) {
        is_ready_ = yaml_parser_initialize(&parser_) != 0;
        if (is_ready_) {
            yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
            yaml_parser_set_input_string(
                &parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        }
    }

    EventSource(const EventSource&) = delete;
    EventSource& operator=(const EventSource&) = delete;

    ~EventSource() {
        if (is_ready_) {
            yaml_parser_delete(&parser_);
        }
    }

    /// False where the text is no YAML; `parser` says why.
    bool next(Event& event) { return is_ready_ && yaml_parser_parse(&parser_, &event.event) != 0; }

    const yaml_parser_t& parser() const { return parser_; }

  private:
    yaml_parser_t parser_{};
    bool is_ready_ = false;
};

struct ParserMessage {
    std::string_view part;  ///< of what libyaml says
    std::string_view message;
    std::string_view hint;
};

constexpr std::string_view kQuotesHint =
    "put quotes around text that holds a colon, \"#\", \"?\", brackets or braces, and check the "
    "indentation";

constexpr ParserMessage kParserMessages[] = {
    {"expected ',' or '}'", "a \"{\" is not closed, or what stands inside is not \"key: value\"",
     kQuotesHint},
    {"expected ',' or ']'", "a \"[\" is not closed, or an entry inside needs quotes", kQuotesHint},
    {"expected key", "expected \"key: value\" at this indentation", kQuotesHint},
    {"expected ':'", "expected \"key: value\" at this indentation", kQuotesHint},
    {"expected '-' indicator", "expected \"- entry\" at this indentation", kQuotesHint},
    {"unexpected end of stream", "a quoted text is not closed", "add the closing quote"},
    {"unexpected document indicator", "a quoted text is not closed", "add the closing quote"},
    {"mapping values are not allowed", "a second \": \" on one line", kQuotesHint},
    {"unknown escape", "unknown escape in a double-quoted text",
     "use single quotes, or write a backslash twice"},
    {"control characters", "a control character", "remove the character"},
};

void add_parser_problem(Problems& problems, const yaml_parser_t& parser) {
    const bool is_byte = parser.error == YAML_READER_ERROR;
    const std::size_t place =
        is_byte ? parser.problem_offset : ByteOffsets(problems.text()).of(parser.problem_mark);
    const auto at = static_cast<std::uint32_t>(std::min(place, problems.text().size()));
    const std::string_view said = parser.problem == nullptr ? "out of memory" : parser.problem;
    for (const ParserMessage& known : kParserMessages) {
        if (said.find(known.part) != std::string_view::npos) {
            problems.add({at, at + 1}, std::string(known.message), std::string(known.hint));
            return;
        }
    }
    problems.add({at, at + 1}, fmt::format("not valid YAML: {}", said), std::string(kQuotesHint));
}

/// Bytes that YAML forbids, told with their number.
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

}  // namespace

std::optional<YamlTree> parse_yaml(Problems& problems) {
    std::optional<YamlTree> plain = parse_plain_yaml(problems.text());
    return plain ? std::move(plain) : parse_with_libyaml(problems);
}

std::optional<YamlTree> parse_with_libyaml(Problems& problems) {
    if (has_bad_bytes(problems) || has_tab_in_indentation(problems)) {
        return std::nullopt;
    }
    TreeBuilder builder(problems);
    EventSource source(problems.text());
    for (bool is_end = false; !is_end;) {
        Event event;
        if (!source.next(event)) {
            add_parser_problem(problems, source.parser());
            return std::nullopt;
        }
        is_end = event.event.type == YAML_STREAM_END_EVENT;
        builder.take(event.event);
        if (builder.documents > 1) {
            problems.add({0, 0}, "more than one YAML document in a file",
                         "put each into its own file, without \"---\" lines between");
            return std::nullopt;
        }
    }
    if (builder.has_alias) {
        return std::nullopt;
    }
    if (!builder.has_root) {
        problems.add({0, 0}, "the file is empty", "atodds rules new NAME writes a first rule");
        return std::nullopt;
    }
    return std::move(builder.tree);
}

std::uint32_t source_offset(const YamlNode& node, std::string_view file_text, std::size_t offset) {
    return scalar_offset(file_text, node.span, node.text, offset);
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
