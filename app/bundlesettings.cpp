// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bundlesettings.h"

#include <algorithm>
#include <limits>

#include <QSettings>

namespace whittle
{

namespace
{

template <typename Number>
void take(Number& limit, const QSettings& settings, const char* name)
{
    bool isNumber = false;
    const qulonglong value =
        settings.value(QStringLiteral("bundles/") + QLatin1String(name)).toULongLong(&isNumber);
    if (isNumber && value > 0)
        limit = static_cast<Number>(std::min<qulonglong>(value, std::numeric_limits<Number>::max()));
}

void keep(QSettings& settings, const char* name, std::uint64_t limit, std::uint64_t own)
{
    const QString key = QStringLiteral("bundles/") + QLatin1String(name);
    if (limit == own)
        settings.remove(key);
    else
        settings.setValue(key, static_cast<qulonglong>(limit));
}

} // namespace

BundleLimits bundleLimits(const QSettings& settings)
{
    BundleLimits limits;
    take(limits.members, settings, "members");
    take(limits.depth, settings, "depth");
    take(limits.totalBytes, settings, "total-bytes");
    take(limits.ratio, settings, "ratio");
    take(limits.freeBytes, settings, "free-bytes");
    take(limits.freeTotalBytes, settings, "free-total-bytes");
    take(limits.memory, settings, "memory");
    return limits;
}

void keepBundleLimits(QSettings& settings, const BundleLimits& limits)
{
    const BundleLimits own;
    keep(settings, "members", limits.members, own.members);
    keep(settings, "depth", limits.depth, own.depth);
    keep(settings, "total-bytes", limits.totalBytes, own.totalBytes);
    keep(settings, "ratio", limits.ratio, own.ratio);
    keep(settings, "free-bytes", limits.freeBytes, own.freeBytes);
    keep(settings, "memory", limits.memory, own.memory);
}

} // namespace whittle
