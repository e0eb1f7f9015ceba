#include "ruleset/problems.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace atodds {

namespace {

constexpr std::size_t kMostBytesCompared = 64;
constexpr std::size_t kMostBytesQuoted = 60;
constexpr std::size_t kMostWordsListed = 20;

std::size_t most_edits(std::string_view found) {
    return std::max<std::size_t>(1, found.size() / 3);
}

}  // namespace

void Problems::add(ByteSpan span, std::string message, std::string hint) {
    const auto size = static_cast<std::uint32_t>(text_.size());
    span.begin = std::min(span.begin, size);
    span.end = std::clamp(span.end, span.begin, size);
    if (++count_ > kMostProblems + 1) {
        return;
    }
    if (count_ == kMostProblems + 1) {
        message = fmt::format("more than {} problems in this file", kMostProblems);
        hint = "mend the first ones and run again";
    }
    out_->push_back(
        {Severity::Error, {ErrorCode::BadRule, std::move(message), place(span), std::move(hint)}});
}

// Three rows of the usual table suffice: the swap of neighbours looks two rows back.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    a = a.substr(0, kMostBytesCompared);
    b = b.substr(0, kMostBytesCompared);
    std::array<std::array<std::size_t, kMostBytesCompared + 1>, 3> rows{};
    for (std::size_t j = 0; j <= b.size(); ++j) {
        rows[0][j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i + 2) % 3];
        const auto& two_above = rows[(i + 1) % 3];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replace});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], two_above[j - 2] + 1);
            }
        }
    }
    return rows[a.size() % 3][b.size()];
}

bool is_near(std::string_view found, std::string_view known) {
    return edit_distance(found, known) <= most_edits(found);
}

std::string suggestion(std::string_view found, const std::vector<std::string_view>& known) {
    std::string_view nearest;
    std::size_t least = most_edits(found) + 1;
    for (const std::string_view word : known) {
        const std::size_t difference =
            word.size() > found.size() ? word.size() - found.size() : found.size() - word.size();
        if (difference >= least) {
            continue;
        }
        const std::size_t distance = edit_distance(found, word);
        if (distance < least) {
            least = distance;
            nearest = word;
        }
    }
    if (!nearest.empty()) {
        return fmt::format("did you mean {}?", in_quotes(nearest));
    }
    if (known.empty() || known.size() > kMostWordsListed) {
        return {};
    }
    return "known: " + enumerated(known);
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        if (at >= kMostBytesQuoted) {
            out += "...";
            break;
        }
        const CodePoint point = decode(text, at);
        const bool is_control = point.value < 0x20 || point.value == 0x7F;
        out += is_control ? "?" : encode(point.value);
        at += point.size;
    }
    return out + "\"";
}

std::string enumerated(const std::vector<std::string_view>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_last = i + 1 == words.size();
        out += i == 0 ? "" : is_last ? " and " : ", ";
        out += words[i];
    }
    return out;
}

}  // namespace atodds
