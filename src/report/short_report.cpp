#include "report/alert.hpp"
#include "report/fact_text.hpp"
#include "report/format_writers.hpp"
#include "report/quote_text.hpp"

#include <fmt/format.h>

namespace atodds {

// The form of compilers, which editors parse; the id lets explain find the finding again.
std::string to_short(const Report& report, const FormatOptions& options) {
    std::string text;
    for (const Alert& alert : shown_alerts(report, options)) {
        const Finding& finding = *alert.finding;
        text += fmt::format("{}:{}:{}: {}: {} [{} {}]\n", shown_plainly(alert.primary.path),
                            alert.primary.line(), alert.primary.column(), name_of(finding.level),
                            alert_message(alert), shown_plainly(finding.rule), alert.fingerprint());
    }
    return text;
}

}  // namespace atodds
