// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include <QString>

#include "models/base/problem.h"
#include "models/base/result.h"
#include "models/narrowing/knowledge.h"

namespace whittle {

struct CheckOutcome;
struct Finding;

/// Chooses the words for what the engine says in ids and parameters: from the knowledge, in English (for JSON and the command line,
/// the same bytes everywhere) or translated (contexts "knowledge" and "Words") for the window and the PDF.
class Words
{
public:
    enum class Language { English, Translated };
    Words(const Knowledge& knowledge, Language language) : m_knowledge(knowledge), m_language(language) { }

    QString findingTitle(const Finding& finding) const;
    QString findingExplanation(const Finding& finding) const;
    QString findingWouldRefute(const Finding& finding) const;
    QString findingNextStep(const Finding& finding) const;
    /// What a check that said no is told as ("no Reset from CUCM before any of the 5"); empty: not worth telling.
    QString cleared(const CheckOutcome& outcome) const;
    QString causeTitle(const std::string& cause) const;
    QString causeNextStep(const std::string& cause) const;
    QString questionText(const std::string& question) const; ///< of a question or of a check
    QString symptomTitle(const std::string& symptom) const;
    /// "yes", "no", "unknown" or a number as a person reads it.
    QString answer(const std::string& value) const;
    QString problem(const Problem& problem) const;
    /// A failure in plain words: the headline by code, then subject and place.
    QString error(const Error& error) const;
    /// "DHCPNAK", "Registration accepted": what an event kind is called; the kind itself when it has no name.
    QString kind(const std::string& kind) const;

    /// A text of the knowledge, translated if this is the language, with each {name} replaced.
    QString fill(const std::string& text, const std::map<std::string, std::string>& parameters = {}) const;

    const Knowledge& knowledge() const { return m_knowledge; }

private:
    const Knowledge& m_knowledge;
    Language m_language;
};

} // namespace whittle
