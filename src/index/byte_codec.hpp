#pragma once
// Compact binary reading and writing of plain values: varints, length-prefixed strings. Packer and
// Unpacker have the same members, so one list of fields serves both ways and cannot fall apart.
// The Unpacker trusts nothing: every read is checked, and after the first bad one all others do
// nothing and `is_good` is false.

#include "base/date.hpp"
#include "base/span.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace atodds {

/// Days beyond the years -9999 to 9999 are no dates of articles.
inline constexpr std::int32_t kMostDays = 4'400'000;

/// Small magnitudes of both signs to small numbers.
constexpr std::uint64_t to_zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63U);
}

constexpr std::int64_t from_zigzag(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

class Packer {
  public:
    explicit Packer(std::string& out) : out_(out) {}

    /// Always true: there is nothing to go wrong.
    bool is_good() const { return true; }

    void number(std::uint64_t value) {
        while (value >= 0x80) {
            out_ += static_cast<char>(value | 0x80U);
            value >>= 7U;
        }
        out_ += static_cast<char>(value);
    }

    void field(std::uint32_t value) { number(value); }

    void field(std::int32_t value) { number(to_zigzag(value)); }

    void field(bool value) { number(value ? 1 : 0); }

    void field(const std::string& value) {
        number(value.size());
        out_ += value;
    }

    void field(ByteSpan value) {
        number(value.begin);
        number(value.end);
    }

    /// A span by its distance from `last`, and its size: short numbers for spans in order.
    void near(ByteSpan value, std::uint32_t last) {
        number(to_zigzag(std::int64_t{value.begin} - last));
        number(to_zigzag(std::int64_t{value.end} - value.begin));
    }

    void field(Day value) { number(to_zigzag(value.time_since_epoch().count())); }

    template <typename Enum>
    void choice(Enum value, Enum) {
        number(static_cast<std::uint64_t>(value));
    }

    template <typename T>
    void field(const std::optional<T>& value) {
        number(value ? 1 : 0);
        if (value) {
            field(*value);
        }
    }

    template <typename T, typename Each>
    void list(const std::vector<T>& values, Each each) {
        number(values.size());
        for (const T& value : values) {
            each(value);
        }
    }

  private:
    std::string& out_;
};

class Unpacker {
  public:
    explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

    bool is_good() const { return is_good_; }

    bool is_at_end() const { return at_ == bytes_.size(); }

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && at_ < bytes_.size(); shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) {
                return is_good_ ? value : 0;
            }
        }
        is_good_ = false;
        return 0;
    }

    /// A view into the bytes; empty where they end before.
    std::string_view text() {
        const std::uint64_t size = number();
        if (size > bytes_.size() - at_) {
            is_good_ = false;
            return {};
        }
        const std::string_view text = bytes_.substr(at_, static_cast<std::size_t>(size));
        at_ += text.size();
        return text;
    }

    void field(std::uint32_t& value) {
        value = static_cast<std::uint32_t>(at_most(number(), UINT32_MAX));
    }

    void field(std::int32_t& value) {
        value = static_cast<std::int32_t>(within(from_zigzag(number()), INT32_MAX));
    }

    void field(bool& value) { value = at_most(number(), 1) == 1; }

    void field(std::string& value) { value = text(); }

    void field(ByteSpan& value) {
        field(value.begin);
        field(value.end);
    }

    void near(ByteSpan& value, std::uint32_t last) {
        value.begin = moved(last, from_zigzag(number()));
        value.end = moved(value.begin, from_zigzag(number()));
    }

    void field(Day& value) { value = Day(Day::duration(within(from_zigzag(number()), kMostDays))); }

    template <typename Enum>
    void choice(Enum& value, Enum last) {
        value = static_cast<Enum>(at_most(number(), static_cast<std::uint64_t>(last)));
    }

    template <typename T>
    void field(std::optional<T>& value) {
        value.reset();
        if (at_most(number(), 1) == 1) {
            field(value.emplace());
        }
    }

    /// Grows as the elements arrive: a false count cannot reserve memory.
    template <typename T, typename Each>
    void list(std::vector<T>& values, Each each) {
        values.clear();
        const std::uint64_t count = number();
        for (std::uint64_t i = 0; i < count && is_good_; ++i) {
            each(values.emplace_back());
        }
    }

  private:
    std::uint64_t at_most(std::uint64_t value, std::uint64_t most) {
        is_good_ = is_good_ && value <= most;
        return is_good_ ? value : 0;
    }

    std::int64_t within(std::int64_t value, std::int64_t most) {
        is_good_ = is_good_ && value <= most && value >= -most;
        return is_good_ ? value : 0;
    }

    std::uint32_t moved(std::uint32_t from, std::int64_t by) {
        const std::int64_t to = from + within(by, UINT32_MAX);
        is_good_ = is_good_ && to >= 0 && to <= UINT32_MAX;
        return is_good_ ? static_cast<std::uint32_t>(to) : 0;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    bool is_good_ = true;
};

}  // namespace atodds
