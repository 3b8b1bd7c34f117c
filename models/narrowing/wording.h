// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace whittle
{

/// The names between braces in a text of the knowledge, in order: "{server} refuses {count}" → server, count.
/// A brace that is never closed is text.
std::vector<std::string> placeholders(std::string_view text);

/// The text with each {name} replaced; a name without a value stays as it stands.
std::string fillIn(std::string_view text, const std::map<std::string, std::string>& parameters);

/// The same for {0}, {1} …
std::string fillIn(std::string_view text, const std::vector<std::string>& arguments);

} // namespace whittle
