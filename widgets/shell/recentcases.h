// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/start/startpage.h"

class QSettings;

namespace whittle
{

/// The cases that were open, newest first, in the settings that are handed in.
class RecentCases
{
public:
    static constexpr int most = 10;

    explicit RecentCases(QSettings& settings)
        : m_settings(settings)
    {
    }

    void add(const QString& path);
    void clear();
    /// Looks which are still there.
    std::vector<RecentCase> list() const;

private:
    QSettings& m_settings;
};

} // namespace whittle
