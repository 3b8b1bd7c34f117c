// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <utility>
#include <vector>

#include <QCoreApplication>
#include <QString>

#include "models/analysis/analysis.h"
#include "models/report/words.h"
#include "models/timeline/timetext.h"
#include "widgets/reader/readercontent.h"

namespace whittle
{

/// "0000  00 1e 7a 24 42 9a …  ..z$B." ; cut after `most` bytes, and says so.
QString hexDump(std::span<const std::byte> bytes, std::size_t perLine = 16, std::size_t most = 65'536);

/// One line of evidence as it can be shown; very long ones are cut, and say so.
QString lineText(std::span<const std::byte> bytes, qsizetype most = 20'000);

/// What the reader says, without any widget.
class ReaderText
{
    Q_DECLARE_TR_FUNCTIONS(ReaderText)

public:
    explicit ReaderText(const Knowledge& knowledge)
        : m_words(knowledge, Words::Language::Translated)
    {
    }

    const Words& words() const { return m_words; }

    /// By the source's own clock, as it was written.
    QString original(const AnalysedSource& source, SourceTime time) const;
    QString corrected(const AnalysedSource& source, const EventRow& event, const TimeText& times) const;
    /// "41.2 s ahead; 37 matched events"
    QString correction(const SourceClock& clock, const EventRow& event) const;
    /// "DHCPNAK · SEP001E7A24429A · 10.2.1.5:67 → 10.2.16.37:68"
    QString headline(const EventRow& event) const;
    std::vector<std::pair<QString, QString>> fields(const EventRow& event) const;
    /// What is unusual about where the bytes come from; empty when nothing is.
    QString notice(const ReaderContent& content) const;

private:
    Words m_words;
};

} // namespace whittle
