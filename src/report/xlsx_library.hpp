#pragma once
// The functions of libxlsxwriter that we call, loaded when the first workbook is written: with the
// cryptography it brings along, linking it took a third of the start of every run.

#include "base/result.hpp"

#include <xlsxwriter.h>

namespace atodds {

/// Named and typed as in xlsxwriter.h.
struct XlsxLibrary {
    decltype(&::workbook_new) workbook_new = nullptr;
    decltype(&::workbook_close) workbook_close = nullptr;
    decltype(&::workbook_add_format) workbook_add_format = nullptr;
    decltype(&::workbook_add_worksheet) workbook_add_worksheet = nullptr;
    decltype(&::workbook_get_default_url_format) workbook_get_default_url_format = nullptr;
    decltype(&::workbook_set_properties) workbook_set_properties = nullptr;
    decltype(&::format_set_bold) format_set_bold = nullptr;
    decltype(&::format_set_num_format) format_set_num_format = nullptr;
    decltype(&::worksheet_autofilter) worksheet_autofilter = nullptr;
    decltype(&::worksheet_freeze_panes) worksheet_freeze_panes = nullptr;
    decltype(&::worksheet_set_column) worksheet_set_column = nullptr;
    decltype(&::worksheet_write_datetime) worksheet_write_datetime = nullptr;
    decltype(&::worksheet_write_number) worksheet_write_number = nullptr;
    decltype(&::worksheet_write_string) worksheet_write_string = nullptr;
    decltype(&::worksheet_write_url) worksheet_write_url = nullptr;
    decltype(&::lxw_strerror) strerror = nullptr;

    /// Fails with: Unreadable where the library is not installed.
    static Result<XlsxLibrary> load();
};

}  // namespace atodds
