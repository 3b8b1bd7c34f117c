// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QCoreApplication>
#include <QString>

#include "models/analysis/analysis.h"
#include "models/report/words.h"
#include "models/timeline/timetext.h"

namespace whittle
{

/// A check that said no, and whom that clears.
struct ClearedRow {
    QString text;
    QString clears; ///< "clears: Phone loses power"; empty when nobody
};

/// What the panel of findings says, without any widget.
class FindingsText
{
    Q_DECLARE_TR_FUNCTIONS(FindingsText)

public:
    explicit FindingsText(const Knowledge& knowledge)
        : m_words(knowledge, Words::Language::Translated)
    {
    }

    const Words& words() const { return m_words; }

    QString extent(const Finding& finding) const; ///< "5 phones · 11 times"; "advice" where nobody is named
    QString place(const Analysis& analysis, const EventRef& ref) const; ///< "span-dc1.pcap frame 20411"
    QString footer(const Finding& finding) const; ///< "refuted by: … · next: …"
    std::vector<ClearedRow> cleared(const Analysis& analysis) const; ///< those that clear a suspect first
    /// The checks that could not be answered from this evidence, each as its question.
    std::vector<QString> notObservable(const Analysis& analysis) const;
    QString emptyText(const Analysis& analysis) const;

    /// The finding as plain text, with every cited line, to be pasted into a mail.
    QString plain(const Analysis& analysis, const Finding& finding, const TimeText& times) const;

private:
    QString clears(const Analysis& analysis, const std::string& check) const;

    Words m_words;
};

} // namespace whittle
