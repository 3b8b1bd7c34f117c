// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "models/formats/textpattern.h"

namespace whittle
{

/// One text that phones write to their console, and the event it stands for. Captures become fields of their
/// name, except `destination` and `port`, which become the event's, and `swapped-address`, which becomes an
/// address.
struct ConsoleText {
    std::string_view module; ///< who writes it: the row's topic
    TextPattern pattern;
    std::string_view kind;
    /// A field that the text implies: name and value; empty where there is none.
    std::string_view impliedName{};
    std::string_view impliedValue{};
};

/// In the order in which they are tried.
std::span<const ConsoleText> consoleTexts();

} // namespace whittle
