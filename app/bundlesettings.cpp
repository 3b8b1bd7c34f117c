// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bundlesettings.h"

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
        limit = static_cast<Number>(value);
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
    return limits;
}

} // namespace whittle
