// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include <QString>

#include "models/base/basis.h"
#include "models/base/place.h"
#include "models/base/problem.h"
#include "models/base/result.h"
#include "models/base/sourceabout.h"
#include "models/base/sourceclock.h"
#include "models/narrowing/diagnosis.h"
#include "models/narrowing/knowledge.h"

namespace whittle
{

struct CheckOutcome;
struct Finding;
struct Placeholder;

/// Chooses the words for what the engine says in ids and parameters: from the knowledge, in English (for JSON
/// and the command line, the same bytes everywhere) or translated (contexts "knowledge" and "Words") for the
/// window and the PDF.
///
/// Whatever comes out of evidence into a text here has its control characters shown (visibleText). An id that
/// the knowledge does not know is told as itself: a report with a strange word in it is better than none.
/// Borrows the knowledge.
class Words
{
public:
    enum class Language { English, Translated };
    Words(const Knowledge& knowledge, Language language)
        : m_knowledge(knowledge)
        , m_language(language)
    {
    }

    QString findingTitle(const Finding& finding) const;
    QString findingExplanation(const Finding& finding) const;
    QString findingWouldRefute(const Finding& finding) const;
    /// Falls back on what to do about the cause the finding points to.
    QString findingNextStep(const Finding& finding) const;
    QString findingInstruction(const Finding& finding) const; ///< the same with its commands marked
    /// What a check that said no is told as ("no Reset from CUCM before any of the 5"); empty: not worth
    /// telling.
    QString cleared(const CheckOutcome& outcome) const;
    QString causeTitle(const std::string& cause) const;
    QString causeInstruction(const std::string& cause) const; ///< what to do about it, commands marked
    QString questionText(const std::string& question) const; ///< of a question or of a check
    QString symptomTitle(const std::string& symptom) const;
    QString refinementTitle(const std::string& cause) const; ///< "Why does the server refuse?"
    /// "yes", "no", "unknown" or a number as a person reads it.
    QString answer(const std::string& value) const;
    QString problem(const Problem& problem) const;
    QString limit(const CoverageLimit& limit) const;
    /// A sentence of the code that knows no language (SourceRow::formatReason, Error::reason), translated by
    /// the phrases of the knowledge. It stays as it is where no phrase fits, and in English.
    QString reason(const std::string& text) const;
    /// A failure in plain words: the headline by code, subject and place, then the reason and what to do
    /// about it.
    QString error(const Error& error) const;
    /// "DHCPNAK", "Registration accepted": what an event kind is called; the kind itself when it has no name.
    QString kind(const std::string& kind) const;

    QString verdict(Verdict verdict) const; ///< "Confirmed"
    /// Whether what is found stands firm, or on which answers it rests; empty where nothing is found.
    QString firmness(const Diagnosis& diagnosis) const;
    QString state(SuspectState state) const; ///< "eliminated"
    QString severity(const std::string& severity) const; ///< "warning"; of a finding
    QString severity(Severity severity) const; ///< of a problem
    QString place(Place place) const; ///< "frame 213"
    QString basis(Basis basis) const; ///< "inferred"
    /// On what a clock correction rests: "reference clock", "37 matched events".
    QString clockBasis(const SourceClock::Correction& correction) const;
    /// The same, and that it was set while the source recorded; of a clock with a correction.
    QString clockBasis(const SourceClock& clock) const;
    /// "almost certain" … "very unlikely".
    QString likelihood(double probability) const;
    /// "94 %"; never "0 %" or "100 %" of what is only nearly so.
    QString percent(double probability) const;
    /// With the language's thousands separator.
    QString number(std::uint64_t number) const;
    /// Several names in one line: at most `most`, then "and 7 more".
    QString list(const std::vector<std::string>& names, std::size_t most = 6) const;

    /// A text of the knowledge, translated if this is the language, with each {name} replaced; a name without
    /// a value leaves «?». Plain: without the backticks around commands.
    QString fill(const std::string& text, const std::map<std::string, std::string>& parameters = {}) const;
    /// The same with its commands marked (instructionParts).
    QString instruction(const std::string& text,
                        const std::map<std::string, std::string>& parameters = {}) const;
    /// A text of our own: `words.say(QT_TRANSLATE_NOOP("Words", "Findings"))`.
    QString say(const char* source) const;

    const Knowledge& knowledge() const { return m_knowledge; }

private:
    QString message(const std::string& id, const std::vector<std::string>& arguments) const;
    QString replaceNames(const std::string& text, const std::map<std::string, std::string>& parameters) const;
    QString shown(const Placeholder& placeholder, const std::string& value) const;
    QString filled(const Finding& finding, std::string CheckText::*member) const;

    const Knowledge& m_knowledge;
    Language m_language;
};

} // namespace whittle
