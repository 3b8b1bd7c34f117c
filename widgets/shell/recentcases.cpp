// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/recentcases.h"

#include <QFileInfo>
#include <QSettings>

namespace whittle
{

namespace
{
const QString key = QStringLiteral("recent/cases");
}

void RecentCases::add(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList paths = m_settings.value(key).toStringList();
    paths.removeAll(absolute);
    paths.prepend(absolute);
    m_settings.setValue(key, QStringList(paths.mid(0, most)));
}

void RecentCases::clear()
{
    m_settings.remove(key);
}

std::vector<RecentCase> RecentCases::list() const
{
    std::vector<RecentCase> cases;
    for (const QString& path : m_settings.value(key).toStringList())
        cases.push_back({path, QFileInfo::exists(path)});
    return cases;
}

} // namespace whittle
