#pragma once
// The cues of one statement with scopes, holders and sources, and the memory of who spoke last
// that lets "It added" and a quotation over several sentences keep their source.

#include "extract/cue_matcher.hpp"
#include "extract/scope_reader.hpp"
#include "extract/statement_context.hpp"
#include "model/statement.hpp"
#include "ruleset/ruleset.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace atodds {

/// Reads the statements of one article in order.
class ContextReader {
  public:
    ContextReader(const std::vector<Cue>& cues, const CueMatcher& matcher,
                  std::string_view publisher)
        : cues_(cues), matcher_(matcher), publisher_(publisher) {}

    StatementContext read(const Statement& statement);

  private:
    struct Pending {
        StatementContext::Scoped scoped;
        BackReference back = BackReference::None;
    };

    void read_cues(const Statement& statement, std::span<const CueMatch> matches,
                   StatementContext& context);
    std::optional<Pending> attribution_of(const Statement& statement, const ScopeReader& scopes,
                                          const CueMatch& match);
    void add_listener_outlet(const Statement& statement, const Pending& attribution,
                             std::vector<StatementContext::Scoped>& cues) const;
    void settle_anonymous(std::vector<StatementContext::Scoped>& cues) const;
    void settle_citing(std::vector<StatementContext::Scoped>& cues) const;
    void refer_back(Pending& attribution, StatementContext& context) const;
    void remember(const StatementContext& context);
    void move_anchor(const Statement& statement);
    bool continues_quotation(const Statement& statement) const;

    const std::vector<Cue>& cues_;
    const CueMatcher& matcher_;
    std::string_view publisher_;
    std::vector<SourceRef> last_stack_;  ///< of the last statement that had a source
    std::vector<TokenRange> anonymous_;  ///< of the statement being read
    std::optional<Day> anchor_;
    std::size_t statements_since_ = 0;  ///< since last_stack_ was set
};

/// The sources whose scope governs `focus`, outermost first, without those inherited.
std::vector<SourceRef> sources_over(const std::vector<StatementContext::Scoped>& cues,
                                    TokenRange focus);

/// True where `scope` holds at least half of `focus`, or `cue` lies in the focus and the scope
/// meets it.
bool governs(TokenRange scope, TokenRange cue, TokenRange focus);

}  // namespace atodds
