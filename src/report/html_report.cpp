#include "report/report_writer.hpp"

namespace atodds {
std::string to_html(const Report& report) {
    return to_json(report);
}
}  // namespace atodds
