// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What other rooms declare and do not yet define, in its simplest form, for this room's tests alone. Weak:
// the real ones win. To be deleted once those rooms are there.

#include <QDateTime>

#include "models/analysis/analysis.h"
#include "models/timeline/timetext.h"

#define WHITTLE_STANDIN __attribute__((weak))

namespace whittle
{

template <typename T>
const T* standinFind(const std::vector<T>& all, std::string_view id)
{
    for (const T& one : all) {
        if (one.id == id)
            return &one;
    }
    return nullptr;
}

WHITTLE_STANDIN const Cause* Knowledge::cause(std::string_view id) const
{
    return standinFind(causes, id);
}
WHITTLE_STANDIN const Question* Knowledge::question(std::string_view id) const
{
    return standinFind(questions, id);
}
WHITTLE_STANDIN const Symptom* Knowledge::symptom(std::string_view id) const
{
    return standinFind(symptoms, id);
}
WHITTLE_STANDIN const CheckText* Knowledge::check(std::string_view id) const
{
    return standinFind(checks, id);
}
WHITTLE_STANDIN const Collectable* Knowledge::collectable(std::string_view id) const
{
    return standinFind(collect, id);
}

WHITTLE_STANDIN std::string_view toText(Verdict verdict)
{
    constexpr std::string_view names[] = {"confirmed", "likely", "undetermined", "healthy"};
    return names[static_cast<std::size_t>(verdict)];
}

WHITTLE_STANDIN std::string_view toText(SuspectState state)
{
    constexpr std::string_view names[] = {"confirmed", "suspect", "weakened", "eliminated"};
    return names[static_cast<std::size_t>(state)];
}

WHITTLE_STANDIN const AnalysedSource* Analysis::source(SourceId id) const
{
    for (const AnalysedSource& one : sources) {
        if (one.row.id == id)
            return &one;
    }
    return nullptr;
}

inline QString standinTime(const QTimeZone& zone, CaseTime time, const char* format)
{
    return QDateTime::fromMSecsSinceEpoch(time.nsUtc / 1'000'000, zone).toString(QLatin1String(format));
}

WHITTLE_STANDIN TimeText TimeText::forZone(const QString& name)
{
    return TimeText(QTimeZone(name.toUtf8()));
}
WHITTLE_STANDIN QString TimeText::dateTime(CaseTime time) const
{
    return standinTime(m_zone, time, "yyyy-MM-dd HH:mm:ss.zzz");
}
WHITTLE_STANDIN QString TimeText::dateMinute(CaseTime time) const
{
    return standinTime(m_zone, time, "yyyy-MM-dd HH:mm");
}
WHITTLE_STANDIN QString TimeText::zoneName() const
{
    return QString::fromUtf8(m_zone.id());
}
WHITTLE_STANDIN QString TimeText::duration(Nanoseconds length)
{
    return QString::number(length.count() / (3600 * nsPerSecond)) + QStringLiteral(" h");
}

} // namespace whittle
