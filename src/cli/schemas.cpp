#include "cli/schemas.hpp"

#include "base/embed.hpp"

#include <algorithm>
#include <array>

ATODDS_EMBED("schema_config", ATODDS_SCHEMA_DIR "/config.schema.json");
ATODDS_EMBED("schema_fact", ATODDS_SCHEMA_DIR "/fact.schema.json");
ATODDS_EMBED("schema_fact_run", ATODDS_SCHEMA_DIR "/fact-run.schema.json");
ATODDS_EMBED("schema_finding", ATODDS_SCHEMA_DIR "/finding.schema.json");
ATODDS_EMBED("schema_lexicon", ATODDS_RULE_SCHEMA_DIR "/lexicon.schema.json");
ATODDS_EMBED("schema_pair", ATODDS_SCHEMA_DIR "/pair.schema.json");
ATODDS_EMBED("schema_pair_verdict", ATODDS_SCHEMA_DIR "/pair-verdict.schema.json");
ATODDS_EMBED("schema_report", ATODDS_SCHEMA_DIR "/report.schema.json");
ATODDS_EMBED("schema_rule", ATODDS_RULE_SCHEMA_DIR "/rule.schema.json");
ATODDS_EMBED("schema_value_spans", ATODDS_SCHEMA_DIR "/value-spans.schema.json");
ATODDS_EMBED("schema_values", ATODDS_SCHEMA_DIR "/values.schema.json");

extern "C" {
extern const char atodds_schema_config_begin[];
extern const char atodds_schema_config_end[];
extern const char atodds_schema_fact_begin[];
extern const char atodds_schema_fact_end[];
extern const char atodds_schema_fact_run_begin[];
extern const char atodds_schema_fact_run_end[];
extern const char atodds_schema_finding_begin[];
extern const char atodds_schema_finding_end[];
extern const char atodds_schema_lexicon_begin[];
extern const char atodds_schema_lexicon_end[];
extern const char atodds_schema_pair_begin[];
extern const char atodds_schema_pair_end[];
extern const char atodds_schema_pair_verdict_begin[];
extern const char atodds_schema_pair_verdict_end[];
extern const char atodds_schema_report_begin[];
extern const char atodds_schema_report_end[];
extern const char atodds_schema_rule_begin[];
extern const char atodds_schema_rule_end[];
extern const char atodds_schema_value_spans_begin[];
extern const char atodds_schema_value_spans_end[];
extern const char atodds_schema_values_begin[];
extern const char atodds_schema_values_end[];
}

namespace atodds {
namespace {

struct Embedded {
    std::string_view name;
    std::string_view summary;
    const char* begin;
    const char* end;
};

constexpr std::array kSchemas = {
    Embedded{"config", "an .atodds.yml", atodds_schema_config_begin, atodds_schema_config_end},
    Embedded{"fact", "a line of atodds facts --format jsonl", atodds_schema_fact_begin,
             atodds_schema_fact_end},
    Embedded{"fact-run", "the fact in a line of facts.run of atodds map",
             atodds_schema_fact_run_begin, atodds_schema_fact_run_end},
    Embedded{"finding", "a line of -o jsonl", atodds_schema_finding_begin,
             atodds_schema_finding_end},
    Embedded{"lexicon", "a file below rules/lexicon", atodds_schema_lexicon_begin,
             atodds_schema_lexicon_end},
    Embedded{"pair", "a line that compare --pairs reads", atodds_schema_pair_begin,
             atodds_schema_pair_end},
    Embedded{"pair-verdict", "a line that compare --pairs writes", atodds_schema_pair_verdict_begin,
             atodds_schema_pair_verdict_end},
    Embedded{"report", "the whole of -o json", atodds_schema_report_begin,
             atodds_schema_report_end},
    Embedded{"rule", "a rule file", atodds_schema_rule_begin, atodds_schema_rule_end},
    Embedded{"value-spans", "a line that values --jsonl writes", atodds_schema_value_spans_begin,
             atodds_schema_value_spans_end},
    Embedded{"values", "a line that values --jsonl reads", atodds_schema_values_begin,
             atodds_schema_values_end},
};

static_assert(std::is_sorted(kSchemas.begin(), kSchemas.end(),
                             [](const Embedded& a, const Embedded& b) { return a.name < b.name; }),
              "schemas stand in order of their names");

}  // namespace

std::vector<Schema> schemas() {
    std::vector<Schema> all;
    for (const Embedded& schema : kSchemas) {
        const auto size = static_cast<std::size_t>(schema.end - schema.begin);
        all.push_back({schema.name, schema.summary, std::string_view(schema.begin, size)});
    }
    return all;
}

}  // namespace atodds
