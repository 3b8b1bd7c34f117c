// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/casesummary.h"

#include <QCoreApplication>
#include <QStringList>

#include "models/report/report.h"

namespace whittle
{

namespace
{

/// English keeps its singular here; a translation has all its plural forms in the second text.
QString counted(const char* one, const char* many, int n)
{
    return n == 1 ? QCoreApplication::translate("CaseSummary", one)
                  : QCoreApplication::translate("CaseSummary", many, nullptr, n);
}

QString dates(const Analysis& analysis, const TimeText& times)
{
    const QString first = times.date(*analysis.first);
    const QString last = times.date(*analysis.last);
    return first == last ? first : first + QStringLiteral(" – ") + last;
}

QString deviceText(const Analysis& analysis)
{
    if (const int suffering = static_cast<int>(affectedDevices(analysis).size()))
        return counted(QT_TRANSLATE_NOOP("CaseSummary", "1 device suffers"),
                       QT_TRANSLATE_N_NOOP("CaseSummary", "%n devices suffer"), suffering);
    return counted(QT_TRANSLATE_NOOP("CaseSummary", "1 device"),
                   QT_TRANSLATE_N_NOOP("CaseSummary", "%n devices"),
                   static_cast<int>(analysis.devices.size()));
}

} // namespace

QString caseSummary(const Analysis& analysis, const TimeText& times)
{
    QStringList parts{counted(QT_TRANSLATE_NOOP("CaseSummary", "1 source"),
                              QT_TRANSLATE_N_NOOP("CaseSummary", "%n sources"),
                              static_cast<int>(analysis.sources.size()))};
    if (!analysis.devices.empty())
        parts << deviceText(analysis);
    if (analysis.first && analysis.last)
        parts << dates(analysis, times);
    return parts.join(QStringLiteral(" · "));
}

std::uint64_t eventTotal(const Analysis& analysis)
{
    std::uint64_t total = 0;
    for (const auto& [kind, count] : analysis.eventCounts)
        total += count;
    return total;
}

} // namespace whittle
