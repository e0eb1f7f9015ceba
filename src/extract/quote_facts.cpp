#include "extract/quote_facts.hpp"

#include "base/stable_sort.hpp"
#include "extract/quote_kind.hpp"
#include "extract/quote_occasion.hpp"
#include "extract/quote_pieces.hpp"
#include "extract/quote_speaker.hpp"
#include "extract/rule_facts.hpp"
#include "extract/word_set.hpp"
#include "text/spelling.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// "He said" refers to a speaker this many statements back at most. Guessed: two paragraphs.
constexpr std::uint32_t kCarryReach = 4;
/// Tokens between two pieces of one interrupted quotation. Guessed: a name with its office.
constexpr std::uint32_t kMostInterruption = 24;
/// A verb this close in front of the mark governs the quoted words.
constexpr std::uint32_t kAdjacent = 4;
/// Words of one quotation; a longer speech is several.
constexpr std::uint32_t kMostWords = 400;

/// Lemmas that say nothing of what a remark is about.
const WordSet kEmptyLemmas(
    "also be do even get go have just know let make more "
    "never not now really say so take think very want");

bool is_content(const Token& token) {
    const bool is_open = token.tag == Upos::Noun || token.tag == Upos::Propn ||
                         token.tag == Upos::Verb || token.tag == Upos::Adj ||
                         token.tag == Upos::Adv || token.tag == Upos::Num;
    return is_open && !kEmptyLemmas.holds(token.lemma_id);
}

struct Speaker {
    SourceRef source;
    SpeakerKind kind = SpeakerKind::Unknown;
    std::uint32_t statement = 0;  ///< where it was last heard
};

/// A quotation in the making.
struct Quotation {
    std::vector<QuotePiece> pieces;
    std::optional<Speaker> speaker;
    std::vector<SlotValue> slots;  ///< of the occasion
    PieceKind kind = PieceKind::Remark;
    std::uint32_t words = 0;
};

/// Reads the quotations of one article from the first to the last.
class QuotationReader {
  public:
    QuotationReader(const QualifierReader& qualifiers, const Article& article,
                    std::span<const Statement> statements,
                    std::span<const StatementContext> contexts)
        : qualifiers_(qualifiers),
          article_(article),
          contexts_(contexts),
          count_(static_cast<std::uint32_t>(statements.size())),
          is_translated_(is_translated(statements)),
          stream_(article.reading.empty() ? article.text : article.reading, statements),
          pieces_(find_quote_pieces(stream_)) {}

    std::vector<Fact> read() {
        for (std::size_t k = 0; k < pieces_.size(); ++k) {
            take(k);
        }
        finish();
        return std::move(facts_);
    }

  private:
    std::uint32_t first_statement(const QuotePiece& piece) const {
        return stream_.statement_of(piece.tokens.begin);
    }

    std::uint32_t last_statement(const QuotePiece& piece) const {
        return stream_.statement_of(piece.tokens.end - 1);
    }

    /// The unquoted tokens of the sentences that the piece begins and ends in.
    PieceFrame frame_of(std::size_t k) const {
        const QuotePiece& piece = pieces_[k];
        PieceFrame frame;
        frame.before = {stream_.range_of(first_statement(piece)).begin,
                        piece.tokens.begin > 0 ? piece.tokens.begin - 1 : 0};
        if (k > 0) {
            frame.before.begin = std::max(frame.before.begin, pieces_[k - 1].tokens.end + 1);
        }
        frame.behind = {piece.tokens.end + 1, stream_.range_of(last_statement(piece)).end};
        if (k + 1 < pieces_.size()) {
            const std::uint32_t next = pieces_[k + 1].tokens.begin;
            frame.behind.end = std::min(frame.behind.end, next > 0 ? next - 1 : 0);
        }
        return frame;
    }

    TokenRange local(TokenRange row, std::uint32_t statement) const {
        const TokenRange all = stream_.range_of(statement);
        const std::uint32_t begin = std::clamp(row.begin, all.begin, all.end);
        const std::uint32_t end = std::clamp(row.end, begin, all.end);
        return {begin - all.begin, end - all.begin};
    }

    bool ends_with_stop(const QuotePiece& piece) const {
        const Token& last = stream_.at(piece.tokens.end - 1);
        return last.tag == Upos::Punct || last.lower == "?"sv || last.lower == "!"sv;
    }

    /// An attribution with the statement it stands in and its frame.
    struct Found {
        Attribution attribution;
        std::uint32_t statement = 0;
        TokenRange frame;  ///< in the statement
    };

    std::optional<Found> look(TokenRange row, std::uint32_t statement, FrameSide side) const {
        const TokenRange frame = local(row, statement);
        auto attribution = attribution_in(stream_.statement(statement), frame, side);
        if (!attribution) {
            return std::nullopt;
        }
        return Found{std::move(*attribution), statement, frame};
    }

    /// The attribution beside a piece: behind it where the words end in a pause, else before it
    /// where the verb is close, else whichever there is.
    std::optional<Found> attribution_of(const QuotePiece& piece, const PieceFrame& frame) const {
        auto behind = look(frame.behind, last_statement(piece), FrameSide::Behind);
        if (behind && behind->attribution.is_speech && ends_with_stop(piece)) {
            return behind;
        }
        auto before = look(frame.before, first_statement(piece), FrameSide::Before);
        if (before) {
            const bool is_close = before->attribution.verb + kAdjacent >= before->frame.end;
            if (is_close || !behind || !behind->attribution.is_speech) {
                return before;
            }
        }
        if (behind) {
            return behind;
        }
        auto asked = question_of(piece, frame);
        return asked ? asked : introduction_of(piece, frame);
    }

    /// "Will it hold?" | the mayor, Jon Vik, asked: the question mark may have ended the sentence.
    std::optional<Found> question_of(const QuotePiece& piece, const PieceFrame& frame) const {
        constexpr std::uint32_t kVerbReach = 14;
        const std::uint32_t next = last_statement(piece) + 1;
        const std::string& last = stream_.at(piece.tokens.end - 1).lower;
        if (!frame.behind.is_empty() || (last != "?" && last != "!") || next >= count_) {
            return std::nullopt;
        }
        const TokenRange row = stream_.range_of(next);
        const bool is_one_paragraph =
            !row.is_empty() &&
            stream_.paragraph_of(row.begin) == stream_.paragraph_of(piece.tokens.begin);
        if (!is_one_paragraph) {
            return std::nullopt;
        }
        auto found =
            look({row.begin, std::min(row.end, row.begin + kVerbReach)}, next, FrameSide::Behind);
        const bool has_object =
            found && found->attribution.verb + 1 < stream_.statement(next).tokens.size() &&
            stream_.statement(next).tokens[found->attribution.verb + 1].tag != Upos::Punct &&
            stream_.statement(next).tokens[found->attribution.verb + 1].tag != Upos::Adp &&
            stream_.statement(next).tokens[found->attribution.verb + 1].tag != Upos::Propn;
        return has_object ? std::nullopt : found;
    }

    /// The sentence before that ends in a colon: "Added Lind:".
    std::optional<Found> introduction_of(const QuotePiece& piece, const PieceFrame& frame) const {
        const std::uint32_t statement = first_statement(piece);
        if (!frame.before.is_empty() || statement == 0) {
            return std::nullopt;
        }
        const TokenRange row = stream_.range_of(statement - 1);
        if (row.is_empty() || stream_.at(row.end - 1).lower != ":"sv) {
            return std::nullopt;
        }
        return look(row, statement - 1, FrameSide::Before);
    }

    /// Who an attribution names, with pronouns and shared subjects settled by who spoke last. A
    /// pronoun that was linked to a name counts as that name unless somebody spoke right before.
    std::optional<Speaker> speaker_of(const Found& found) const {
        const Attribution& attribution = found.attribution;
        if (attribution.speaker && !attribution.is_pronoun) {
            return Speaker{*attribution.speaker, attribution.kind, found.statement};
        }
        const bool is_linked = attribution.speaker && !attribution.speaker->id.starts_with('~');
        const bool is_name =
            attribution.speaker && attribution.speaker->id != "~" + attribution.speaker->surface;
        const std::uint32_t reach = !attribution.speaker   ? 0
                                    : is_linked || is_name ? 1
                                                           : kCarryReach;
        if (last_ && last_->statement + reach >= found.statement) {
            Speaker again = *last_;
            again.statement = found.statement;
            return again;
        }
        if (is_linked || is_name) {
            return Speaker{*attribution.speaker, attribution.kind, found.statement};
        }
        return std::nullopt;
    }

    /// Who speaks in the statements without marks between `from` and `to`: "He says prices will
    /// rise" passes the word on to the quotation behind it.
    void follow_speech(std::uint32_t from, std::uint32_t to) {
        from = to > from + kCarryReach ? to - kCarryReach : from;
        for (std::uint32_t s = from; s < to; ++s) {
            const auto found = look(stream_.range_of(s), s, FrameSide::Behind);
            if (found && found->attribution.is_speech) {
                remember(speaker_of(*found));
            }
        }
    }

    void take(std::size_t k) {
        const QuotePiece& piece = pieces_[k];
        follow_speech(k == 0 ? 0 : last_statement(pieces_[k - 1]) + 1, first_statement(piece));
        PieceFrame frame = frame_of(k);
        const std::optional<Found> found = attribution_of(piece, frame);
        frame.is_attributed = found && is_close(*found);
        const PieceKind kind = kind_of_piece(stream_, piece, frame);
        std::optional<Speaker> speaker = found ? speaker_of(*found) : std::nullopt;
        if (kind == PieceKind::Term || kind == PieceKind::Title) {
            remember(speaker);
            return;
        }
        if (continues(k, speaker)) {
            current_->pieces.push_back(piece);
            current_->words += count_words(stream_, piece.tokens);
            if (!current_->speaker) {
                current_->speaker = speaker;
            }
        } else {
            if (!speaker && !found && frame.before.is_empty() && frame.behind.is_empty()) {
                speaker = carried_over(piece);
            }
            finish();
            current_ = Quotation{{piece}, speaker, {}, kind, count_words(stream_, piece.tokens)};
        }
        if (found) {
            const auto slots = occasion_slots(stream_.statement(found->statement), found->frame,
                                              found->attribution.verb);
            current_->slots.insert(current_->slots.end(), slots.begin(), slots.end());
        }
        remember(current_->speaker);
        if (last_ && current_->speaker) {
            last_->statement = last_statement(piece);
        }
    }

    static bool is_close(const Found& found) {
        const std::uint32_t verb = found.attribution.verb;
        return verb + kAdjacent >= found.frame.end || found.attribution.is_speech;
    }

    void remember(const std::optional<Speaker>& speaker) {
        if (speaker) {
            last_ = speaker;
        }
    }

    /// A paragraph that is one quotation goes on with the speaker of the paragraph before.
    std::optional<Speaker> carried_over(const QuotePiece& piece) const {
        if (!current_ || !current_->speaker) {
            return std::nullopt;
        }
        const std::uint32_t before = last_statement(current_->pieces.back());
        return before + 1 == first_statement(piece) ? current_->speaker : std::nullopt;
    }

    /// Whether the piece belongs to the quotation before it.
    bool continues(std::size_t k, const std::optional<Speaker>& speaker) const {
        if (!current_ || current_->words > kMostWords) {
            return false;
        }
        const QuotePiece& piece = pieces_[k];
        const QuotePiece& last = current_->pieces.back();
        if (piece.is_continued) {
            return true;
        }
        const bool is_other =
            speaker && current_->speaker && speaker->source.id != current_->speaker->source.id;
        if (is_other || !ends_with_stop(last) || k == 0 || pieces_[k - 1] != last) {
            return false;
        }
        if (last_statement(last) == first_statement(piece)) {
            return is_interruption({last.tokens.end + 1, piece.tokens.begin - 1});
        }
        const bool is_next = last_statement(last) + 1 == first_statement(piece);
        const bool begins =
            stream_.range_of(first_statement(piece)).begin + 1 >= piece.tokens.begin;
        const bool is_one_paragraph =
            stream_.paragraph_of(last.tokens.begin) == stream_.paragraph_of(piece.tokens.begin);
        return is_next && begins && is_one_paragraph;
    }

    /// ", she said," between two pieces: short, with a verb of saying, and a pause before the rest.
    bool is_interruption(TokenRange row) const {
        if (row.is_empty() || row.size() > kMostInterruption) {
            return false;
        }
        const std::string& last = stream_.at(row.end - 1).lower;
        bool has_verb = false;
        for (std::uint32_t i = row.begin; i < row.end; ++i) {
            has_verb = has_verb || is_speech_verb(stream_.at(i));
        }
        return has_verb && (last == "," || last == "." || last == ":" || last == ";");
    }

    void finish() {
        if (current_) {
            if (std::optional<Fact> fact = fact_of(*current_)) {
                facts_.push_back(std::move(*fact));
            }
        }
    }

    std::optional<Fact> fact_of(const Quotation& quotation) const {
        const QuotePiece& first = quotation.pieces.front();
        const QuotePiece& last = quotation.pieces.back();
        Fact fact;
        fact.rule = kQuoteRule;
        fact.tier = Tier::Open;
        fact.article = article_.id;
        fact.value.type = ValueType::Wording;
        add_pieces(quotation, fact);
        if (fact.value.items.size() < 2) {
            return std::nullopt;
        }
        const Statement& statement = stream_.statement(first_statement(first));
        fact.span = {bytes_of(first).begin, bytes_of(last).end};
        fact.statement = {statement.span.begin, stream_.statement(last_statement(last)).span.end};
        fact.surface = slice(article_.text, fact.span);
        fact.quote = slice(article_.text, fact.statement);
        fact.block = statement.block;
        fact.qualifiers = qualifiers_.qualify(statement, contexts_[first_statement(first)],
                                              local(first.tokens, first_statement(first)));
        // What the words deny or leave open is in the words; the fact is that they were said.
        fact.qualifiers.polarity = Polarity::Positive;
        fact.qualifiers.certainty = Certainty::Asserted;
        fact.qualifiers.stance = Stance::Asserts;
        fact.qualifiers.holder.clear();
        fact.qualifiers.quote =
            quotation.kind == PieceKind::Remark ? QuoteKind::Direct : QuoteKind::Mixed;
        add_speaker(quotation, fact);
        fact.slots.insert(fact.slots.end(), quotation.slots.begin(), quotation.slots.end());
        const bool is_told =
            std::ranges::find(fact.slots, "translated", &SlotValue::slot) != fact.slots.end();
        if (is_translated_ && !is_told) {
            fact.slots.push_back({"translated", "yes", {}});
        }
        sort_stably(fact.slots.begin(), fact.slots.end(),
                    [](const SlotValue& a, const SlotValue& b) { return a.slot < b.slot; });
        fact.id = fact_id(article_.id, fact.span, fact.rule);
        return fact;
    }

    ByteSpan bytes_of(const QuotePiece& piece) const {
        return {stream_.at(piece.tokens.begin).span.begin,
                stream_.at(piece.tokens.end - 1).span.end};
    }

    void add_pieces(const Quotation& quotation, Fact& fact) const {
        const char* kind = quotation.kind == PieceKind::Remark ? "whole" : "part";
        for (const QuotePiece& piece : quotation.pieces) {
            const ByteSpan span = bytes_of(piece);
            fact.slots.push_back({"piece", kind, span});
            fact.value.text += fact.value.text.empty() ? "" : " ";
            fact.value.text += slice(article_.text, span);
            for (std::uint32_t i = piece.tokens.begin; i < piece.tokens.end; ++i) {
                if (is_content(stream_.at(i))) {
                    fact.value.items.push_back(standard_form(stream_.at(i).lemma));
                }
            }
        }
    }

    static void add_speaker(const Quotation& quotation, Fact& fact) {
        if (!quotation.speaker) {
            return;
        }
        const SourceRef& source = quotation.speaker->source;
        fact.slots.push_back({"speaker", source.id, source.span});
        if (quotation.speaker->kind != SpeakerKind::Unknown) {
            const bool is_person = quotation.speaker->kind == SpeakerKind::Person;
            fact.slots.push_back({"speaker-kind", is_person ? "person" : "group", source.span});
        }
        if (fact.qualifiers.sources.empty()) {
            fact.qualifiers.sources.push_back(source);
        }
    }

    const QualifierReader& qualifiers_;
    const Article& article_;
    std::span<const StatementContext> contexts_;
    std::uint32_t count_;  ///< statements
    bool is_translated_;   ///< the article says so as a whole
    TokenStream stream_;
    std::vector<QuotePiece> pieces_;
    std::optional<Quotation> current_;
    std::optional<Speaker> last_;  ///< who spoke last
    std::vector<Fact> facts_;
};

}  // namespace

std::vector<Fact> read_quote_facts(const QualifierReader& qualifiers, const Article& article,
                                   std::span<const Statement> statements,
                                   std::span<const StatementContext> contexts) {
    return QuotationReader(qualifiers, article, statements, contexts).read();
}

}  // namespace atodds
