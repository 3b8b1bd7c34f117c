// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <string>
#include <thread>

#include <QString>

#include "models/base/progress.h"

namespace whittle
{

/// Messages for a person at a terminal, on stderr; results go to stdout.
void tell(const QString& message);
/// The same, with "whittle: " before it.
void complain(const QString& message);

/// Stops on Ctrl+C (SIGINT) and SIGTERM, while it lives.
class InterruptGuard
{
public:
    InterruptGuard();
    ~InterruptGuard();
    std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::jthread m_watch;
};

/// A bar on stderr for one file, when that is a terminal: share, rate, time left.
class ProgressBar
{
public:
    ProgressBar(std::string name, const Progress& progress, bool quiet);
    ~ProgressBar();

private:
    void draw(std::chrono::steady_clock::time_point started) const;

    std::string m_name;
    const Progress& m_progress;
    std::jthread m_painter;
};

} // namespace whittle
