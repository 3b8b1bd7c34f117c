// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whittle
{

/// What stands between the braces of a text of the knowledge.
struct Placeholder {
    enum class Kind {
        Value, ///< "server": the value itself
        Reason, ///< "0:reason": the value is a sentence, which the phrases of the knowledge translate
        Choice, ///< "0:line|lines": one word where the value is 1, the other one else
    };
    explicit Placeholder(std::string_view between);

    std::string_view name{};
    Kind kind = Kind::Value;
    std::string_view singular{};
    std::string_view plural{};
};

/// The names of the placeholders in a text of the knowledge, in order: "{server} refuses {count}" → server,
/// count. A brace that is never closed is text.
std::vector<std::string> placeholders(std::string_view text);

/// What stands in `text` for {0}, {1} … of a phrase ("{0} of the first {1} lines match"), by number; empty
/// when `text` does not follow the phrase. Each takes as little as it can, the one at the end the rest, none
/// nothing. A phrase has no choices.
std::optional<std::map<std::string, std::string>> argumentsOf(std::string_view phrase, std::string_view text);

} // namespace whittle
