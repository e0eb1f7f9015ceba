#include "report/repository_path.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace atodds {
namespace {

// "https://host/a", "tcp://..."; a file may hold a colon, but no scheme with two slashes.
bool is_address(std::string_view path) {
    const std::size_t colon = path.find("://");
    return colon != std::string_view::npos && colon > 1 && path.find('/') > colon;
}

bool stays_in_uri(unsigned char byte) {
    const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    const bool is_digit = byte >= '0' && byte <= '9';
    // A colon could stand too, but not in the first part of a relative reference.
    return is_letter || is_digit ||
           std::string_view("/-._~").find(static_cast<char>(byte)) != std::string_view::npos;
}

}  // namespace

std::string path_from(std::string_view path, std::string_view folder) {
    if (path.empty() || path == "-" || is_address(path)) {
        return "";
    }
    // Lexical only: links are followed by whoever opens the path, and nothing is looked up here.
    std::filesystem::path plain = std::filesystem::path(path).lexically_normal();
    if (plain.is_absolute() && !folder.empty()) {
        const std::filesystem::path relative =
            plain.lexically_relative(std::filesystem::path(folder).lexically_normal());
        if (!relative.empty() && is_below_folder(relative.string())) {
            plain = relative;
        }
    }
    return plain.string() == "." ? "" : plain.string();
}

bool is_below_folder(std::string_view path) {
    return !path.empty() && path.front() != '/' && path != ".." && !path.starts_with("../");
}

std::string uri_of_path(std::string_view path) {
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char character : path) {
        const auto byte = static_cast<unsigned char>(character);
        if (stays_in_uri(byte)) {
            uri += character;
        } else {
            uri += fmt::format("%{:02X}", byte);
        }
    }
    return uri;
}

}  // namespace atodds
