// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/wording.h"

#include <algorithm>

namespace whittle
{

namespace
{
/// Takes the text before the next placeholder, and what is in its braces, off the front; false when there is
/// none left.
bool nextPlaceholder(std::string_view& rest, std::string_view& before, std::string_view& between)
{
    const auto open = rest.find('{');
    const auto close = rest.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos)
        return false;
    before = rest.substr(0, open);
    between = rest.substr(open + 1, close - open - 1);
    rest.remove_prefix(close + 1);
    return true;
}

std::string_view textBeforeNext(std::string_view phrase)
{
    return phrase.substr(0, phrase.find('{'));
}
} // namespace

Placeholder::Placeholder(std::string_view between)
    : name(between.substr(0, between.find(':')))
{
    const std::string_view suffix = between.substr(std::min(name.size() + 1, between.size()));
    const auto bar = suffix.find('|');
    if (suffix == "reason")
        kind = Kind::Reason;
    if (bar == std::string_view::npos)
        return;
    kind = Kind::Choice;
    singular = suffix.substr(0, bar);
    plural = suffix.substr(bar + 1);
}

std::vector<std::string> placeholders(std::string_view text)
{
    std::vector<std::string> names;
    std::string_view before, between;
    while (nextPlaceholder(text, before, between))
        names.emplace_back(Placeholder(between).name);
    return names;
}

std::optional<std::map<std::string, std::string>> argumentsOf(std::string_view phrase, std::string_view text)
{
    std::map<std::string, std::string> arguments;
    std::string_view before, between;
    while (nextPlaceholder(phrase, before, between)) {
        if (!text.starts_with(before))
            return {};
        text.remove_prefix(before.size());
        const std::string_view after = textBeforeNext(phrase);
        const auto length = phrase.empty() ? text.size() : text.find(after, 1);
        if (text.empty() || length == std::string_view::npos)
            return {};
        arguments.emplace(Placeholder(between).name, text.substr(0, length));
        text.remove_prefix(length);
    }
    return text == phrase ? std::optional(std::move(arguments)) : std::nullopt;
}

} // namespace whittle
