#include "cli/progress_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace atodds {
namespace {

constexpr std::uint64_t kLeastBetween_ms = 100;   // a guess: faster only flickers
constexpr std::uint64_t kTellsRateFrom_ms = 500;  // a guess: before, a rate is noise
constexpr std::uint64_t kBarColumns = 20;

std::string duration_text(std::uint64_t seconds) {
    constexpr std::uint64_t kMinute = 60;
    return seconds < kMinute ? fmt::format("{} s", seconds)
                             : fmt::format("{} min {:02} s", seconds / kMinute, seconds % kMinute);
}

}  // namespace

std::string progress_text(const ProgressState& state, std::uint64_t elapsed_ms,
                          std::uint32_t width) {
    std::string text;
    const std::uint64_t done = std::min(state.bytes, state.total_bytes);
    if (state.total_bytes > 0) {
        const std::uint64_t filled = done * kBarColumns / state.total_bytes;
        text = fmt::format("[{}{}] {:3} %  ", std::string(filled, '#'),
                           std::string(kBarColumns - filled, '-'), done * 100 / state.total_bytes);
    }
    text += fmt::format("{} article{}", state.articles, state.articles == 1 ? "" : "s");
    if (elapsed_ms >= kTellsRateFrom_ms) {
        text += fmt::format(", {}/s", state.articles * 1000 / elapsed_ms);
        if (done > 0 && done < state.total_bytes) {
            const std::uint64_t left_ms = elapsed_ms * (state.total_bytes - done) / done;
            text += fmt::format(", {} left", duration_text(left_ms / 1000 + 1));
        }
    }
    if (state.is_packing) {
        text += ", packing the index";
    }
    return text.substr(0, width);
}

ProgressLine::ProgressLine(const Console& console) : console_(&console) {
    began_ms_ = console.clock_ms ? console.clock_ms() : 0;
}

void ProgressLine::show(const ProgressState& state) {
    if (!console_->shows_progress) {
        return;
    }
    const std::uint64_t now_ms = console_->clock_ms ? console_->clock_ms() : 0;
    if (is_shown_ && now_ms - shown_ms_ < kLeastBetween_ms) {
        return;
    }
    // The last column stays free: a terminal that wraps there would leave a line behind.
    *console_->err << "\r\x1b[K" << progress_text(state, now_ms - began_ms_, console_->width - 1)
                   << std::flush;
    shown_ms_ = now_ms;
    is_shown_ = true;
}

void ProgressLine::clear() {
    if (is_shown_) {
        *console_->err << "\r\x1b[K" << std::flush;
        is_shown_ = false;
    }
}

}  // namespace atodds
