// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

#include <QString>

#include "models/base/progress.h"
#include "models/base/result.h"

namespace whittle
{

/// Messages for a person at a terminal, on stderr; results go to stdout. What evidence could do to a terminal
/// is made visible.
void tell(const QString& message);
/// The same, with "whittle: " before it. Bytes that are no UTF-8 are shown as escapes.
void complain(const QString& message);
void complain(std::string_view message);

/// A result, on stdout. False from the first that could not be written on: whoever reads has enough, or the
/// disk is full.
bool print(std::string_view text);
/// To be called after the last: writes what is buffered. A reader who went away early is no error. Errors:
/// Io, DiskFull.
Result<void> finishPrinting();

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
    ProgressBar(const std::string& name, const Progress& progress, bool quiet);
    ~ProgressBar();

private:
    void draw(std::chrono::steady_clock::time_point started) const;

    std::string m_name;
    const Progress& m_progress;
    std::jthread m_painter;
};

} // namespace whittle
