#pragma once
// A value or an Error. A class and not an alias, because an alias of tl::expected can be dropped
// without a warning. The only file that names `tl`, so std::expected can replace it.

#include "base/error.hpp"

#include <tl/expected.hpp>

#include <utility>

namespace atodds {

template <typename T>
class [[nodiscard]] Result {
  public:
    Result(T value) : holder_(std::move(value)) {}

    Result(Error error) : holder_(tl::unexpect, std::move(error)) {}

    explicit operator bool() const { return holder_.has_value(); }

    T& operator*() { return *holder_; }

    const T& operator*() const { return *holder_; }

    T* operator->() { return &*holder_; }

    const T* operator->() const { return &*holder_; }

    /// Requires: no value is held.
    Error& error() { return holder_.error(); }

    const Error& error() const { return holder_.error(); }

  private:
    tl::expected<T, Error> holder_;
};

/// What a Result holds when there is nothing to return but success.
struct Done {
    friend bool operator==(const Done&, const Done&) = default;
};

}  // namespace atodds
