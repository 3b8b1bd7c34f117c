// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QCoreApplication>
#include <QString>

#include "models/analysis/analysis.h"
#include "models/report/words.h"

namespace whittle
{

/// The suspects as the board shows them: the eliminated ones last, else most probable first.
std::vector<const Suspect*> boardOrder(const Diagnosis& diagnosis);

/// The board that a question is about: that of the symptom, or of the cause that it refines.
const Diagnosis& boardOf(const Diagnosis& diagnosis, const NextQuestion& next);

/// What the guide says, in words, without any widget.
class GuideText
{
    Q_DECLARE_TR_FUNCTIONS(GuideText)

public:
    explicit GuideText(const Knowledge& knowledge)
        : m_words(knowledge, Words::Language::Translated)
    {
    }

    const Words& words() const { return m_words; }
    const Knowledge& knowledge() const { return m_words.knowledge(); }

    QString verdict(Verdict verdict) const; ///< "✓ confirmed"
    QString verdictMeaning(Verdict verdict) const; ///< one sentence
    QString boardSummary(const Analysis& analysis, std::size_t shown) const;
    QString answer(const std::string& value) const; ///< "Yes", "72": alone on a line
    QString minutes(int minutes) const; ///< "about 3 minutes"
    QString effort(int minutes, double gainBits) const; ///< "10 min · +0.9 bit"

    /// Why a suspect stands where it does; the strongest reason in a few words. Empty where there is none.
    QString standing(const Analysis& analysis, const Suspect& suspect) const;
    QString reason(const Analysis& analysis, const Reason& reason) const;
    /// Neither a person nor a check said it: it follows from two numbers.
    bool isByNumbers(const Reason& reason) const;

    /// What an answer would do to the board: "leaves: …", "rules out: …".
    QString consequence(const Diagnosis& diagnosis, const NextQuestion& next,
                        const std::string& answer) const;
    /// Which suspects make that answer likely, as the author of the question wrote it; one line a word.
    std::vector<QString> expectations(const Diagnosis& diagnosis, const Question& question) const;
    QString unit(const std::string& question) const; ///< "hours", "minutes"; empty when it has none
    QString nothingLeft(const Analysis& analysis) const;
    /// "Yes · frame 20411": the answer and where it is written.
    QString evidenceLink(const AnsweredQuestion& answered, const CitedEvent* cited) const;
    QString place(const Analysis& analysis, const EventRef& ref) const; ///< "span-dc1.pcap, frame 20411"

    /// The outcome of the check behind that question (or of the check itself); null when no check ran.
    const CheckOutcome* outcome(const Analysis& analysis, const std::string& questionOrCheck) const;
    const CitedEvent* firstCited(const Analysis& analysis, const std::string& questionOrCheck) const;

private:
    QString byEvidence(const Analysis& analysis, const Reason& reason) const;
    QString titles(const std::vector<std::string>& causes) const;

    Words m_words;
};

} // namespace whittle
