// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace whittle::log
{

enum class Level { Debug, Info, Warning, Error };

/// What is written where nobody looks until something goes wrong. A facade, so that spdlog's headers stay in
/// one file. `category` is the room ("import", "store", "shell"). Nothing out of the evidence is logged above
/// Debug. Thread-safe.
void write(Level level, std::string_view category, std::string_view text);

inline void debug(std::string_view category, std::string_view text)
{
    write(Level::Debug, category, text);
}
inline void info(std::string_view category, std::string_view text)
{
    write(Level::Info, category, text);
}
inline void warning(std::string_view category, std::string_view text)
{
    write(Level::Warning, category, text);
}
inline void error(std::string_view category, std::string_view text)
{
    write(Level::Error, category, text);
}

/// Starts writing to `folder`/whittle.log (5 files of 5 MB, rotating), creating the folder. Until then, and
/// where that fails, nothing is written: a log is never worth failing for.
void openFolder(const std::string& folder, Level level);

/// `$XDG_STATE_HOME/whittle/log`, or below ~/.local/state (XDG base directory specification 0.8).
std::string defaultFolder();

} // namespace whittle::log
