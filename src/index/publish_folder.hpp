#pragma once
// A folder that is there as a whole or not at all: filled beside its place under a name of its own,
// so that several processes may make the same one, and renamed when it is complete.

#include "base/result.hpp"

#include <string>

namespace atodds {

class UnpublishedFolder {
  public:
    /// Makes "<folder>.part-XXXXXX", and the folders above it. Fails with: Unwritable.
    static Result<UnpublishedFolder> make(const std::string& folder);
    /// Removes what was not published.
    ~UnpublishedFolder();
    UnpublishedFolder(UnpublishedFolder&& other) noexcept;
    UnpublishedFolder& operator=(UnpublishedFolder&&) = delete;

    /// A path inside of it.
    std::string path(const std::string& name) const;

    /// Writes all its files to the disk and moves it to its place; with `name` that folder in it
    /// alone. Fails with: Unwritable, also where something is there already.
    Result<Done> publish(const std::string& name = "");

  private:
    UnpublishedFolder(std::string folder, std::string part);

    std::string folder_;
    std::string part_;  ///< empty: moved away
};

}  // namespace atodds
