// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/result.h"

namespace whittle
{

/// The words behind a verb, sorted into options and the rest.
struct Arguments {
    std::multimap<std::string, std::string> options{}; ///< "--json" → "out.json"; flags have an empty value
    std::vector<std::string> positional{};

    bool has(const std::string& option) const { return options.contains(option); }
    /// The last value given; empty when there is none.
    std::string value(const std::string& option) const;
    std::vector<std::string> values(const std::string& option) const;
};

/// Options that take a value, which is never empty, and those that do not. "--" ends the options. Errors:
/// Usage.
Result<Arguments> parseArguments(std::span<char* const> words, std::span<const std::string_view> withValue,
                                 std::span<const std::string_view> flags);

} // namespace whittle
