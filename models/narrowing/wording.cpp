// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/wording.h"

namespace whittle
{

namespace
{
/// Takes the text before the next placeholder, and its name, off the front; false when there is none left.
bool nextPlaceholder(std::string_view& rest, std::string_view& before, std::string_view& name)
{
    const auto open = rest.find('{');
    const auto close = rest.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos)
        return false;
    before = rest.substr(0, open);
    name = rest.substr(open + 1, close - open - 1);
    rest.remove_prefix(close + 1);
    return true;
}
} // namespace

std::vector<std::string> placeholders(std::string_view text)
{
    std::vector<std::string> names;
    std::string_view before, name;
    while (nextPlaceholder(text, before, name))
        names.emplace_back(name);
    return names;
}

std::string fillIn(std::string_view text, const std::map<std::string, std::string>& parameters)
{
    std::string filled;
    std::string_view before, name;
    while (nextPlaceholder(text, before, name)) {
        const auto found = parameters.find(std::string(name));
        filled.append(before).append(found == parameters.end() ? '{' + std::string(name) + '}'
                                                               : found->second);
    }
    return filled.append(text);
}

std::string fillIn(std::string_view text, const std::vector<std::string>& arguments)
{
    std::map<std::string, std::string> parameters;
    for (std::size_t i = 0; i < arguments.size(); ++i)
        parameters.emplace(std::to_string(i), arguments[i]);
    return fillIn(text, parameters);
}

} // namespace whittle
