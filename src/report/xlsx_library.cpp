#include "report/xlsx_library.hpp"

#include <fmt/format.h>

#include <dlfcn.h>
#include <string>
#include <string_view>

namespace atodds {
namespace {

constexpr const char* kFile = "libxlsxwriter.so." LXW_SOVERSION;

Error missing(std::string_view what) {
    return {ErrorCode::Unreadable,
            fmt::format("cannot write a workbook: {} {}", kFile, what),
            {},
            "install it (Debian: libxlsxwriter" LXW_SOVERSION "), or choose another format"};
}

}  // namespace

Result<XlsxLibrary> XlsxLibrary::load() {
    void* const handle = ::dlopen(kFile, RTLD_LAZY | RTLD_LOCAL);  // stays to the end of the run
    if (handle == nullptr) {
        return missing("is not there");
    }
    XlsxLibrary library;
    std::string lacking;
    const auto bind = [&]<typename Function>(const char* name, Function& function) {
        function = reinterpret_cast<Function>(::dlsym(handle, name));
        if (function == nullptr) {
            lacking = name;
        }
    };
    bind("workbook_new", library.workbook_new);
    bind("workbook_close", library.workbook_close);
    bind("workbook_add_format", library.workbook_add_format);
    bind("workbook_add_worksheet", library.workbook_add_worksheet);
    bind("workbook_get_default_url_format", library.workbook_get_default_url_format);
    bind("workbook_set_properties", library.workbook_set_properties);
    bind("format_set_bold", library.format_set_bold);
    bind("format_set_num_format", library.format_set_num_format);
    bind("worksheet_autofilter", library.worksheet_autofilter);
    bind("worksheet_freeze_panes", library.worksheet_freeze_panes);
    bind("worksheet_set_column", library.worksheet_set_column);
    bind("worksheet_write_datetime", library.worksheet_write_datetime);
    bind("worksheet_write_number", library.worksheet_write_number);
    bind("worksheet_write_string", library.worksheet_write_string);
    bind("worksheet_write_url", library.worksheet_write_url);
    bind("lxw_strerror", library.strerror);
    if (!lacking.empty()) {
        return missing("has no " + lacking);
    }
    return library;
}

}  // namespace atodds
