// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTimeZone>

#include "models/base/time.h"

namespace whittle
{

/// Times of a case as people read them, in one zone and, whatever the language, in the order of ISO 8601 and
/// on a 24-hour clock.
class TimeText
{
public:
    explicit TimeText(QTimeZone zone = QTimeZone::utc())
        : m_zone(std::move(zone))
    {
    }
    /// The zone with that IANA name, or "UTC±hh:mm"; UTC when there is no such zone.
    static TimeText forZone(const QString& name);

    QString dateTime(CaseTime time) const; ///< "2009-02-27 08:11:10.854"
    QString dateMinute(CaseTime time) const; ///< "2009-02-27 08:11"
    QString timeOfDay(CaseTime time) const; ///< "08:11:10.854439"
    QString date(CaseTime time) const; ///< "2009-02-27"
    QString zoneName() const; ///< "America/Chicago"
    /// East of UTC at that moment, in seconds.
    int utcOffset(CaseTime time) const;

    /// "36 h", "4 min 10 s", "38.2 ms": two units at most, in the words of the current language.
    static QString duration(Nanoseconds length);

private:
    QTimeZone m_zone;
};

} // namespace whittle
