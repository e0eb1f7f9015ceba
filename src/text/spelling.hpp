#pragma once
// One form for words that are only spelt differently: British and American English, abbreviated
// titles, numbers in words. Lists, not rules of pronunciation; what is not listed stays.

#include <string>
#include <string_view>

namespace atodds {

/// The American spelling of a British one ("colour", "organise", "travelled"), the long form of an
/// abbreviated title ("sen."), the digits of a number word ("five"); any other word itself. Not for
/// readers: "promise" becomes "promize", like everything that ends so.
/// Requires: lower case, straight apostrophes.
std::string standard_form(std::string_view lower);

}  // namespace atodds
