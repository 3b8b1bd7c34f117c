// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/jsonfile.h"

#include <algorithm>
#include <string_view>

namespace whittle
{

namespace
{
std::string lineAndColumn(std::string_view content, std::size_t offset)
{
    const auto before = content.substr(0, offset);
    const auto line = std::ranges::count(before, '\n') + 1;
    const auto lineStart = before.rfind('\n') + 1; // npos + 1 is 0
    return "line " + std::to_string(line) + ", column " + std::to_string(before.size() - lineStart + 1);
}

std::string shortText(double value)
{
    const auto whole = static_cast<long>(value);
    return static_cast<double>(whole) == value ? std::to_string(whole) : nlohmann::json(value).dump();
}

std::string inRange(double low, double high)
{
    if (low == high)
        return "must be " + shortText(low);
    return "must be a number from " + shortText(low) + " to " + shortText(high);
}
} // namespace

void FileMistake::report(std::string place, std::string reason, std::string remedy)
{
    if (!m_error)
        m_error = Error{ErrorCode::Malformed, std::move(reason), m_file, std::move(place), std::move(remedy)};
}

// The library tells where a file is broken only by an exception, so it is caught here and goes no further.
Result<nlohmann::json> parseJson(const std::string& file, const std::string& content)
{
    try {
        return nlohmann::json::parse(content);
    } catch (const nlohmann::json::parse_error& error) {
        const auto offset = std::min(error.byte == 0 ? 0 : error.byte - 1, content.size());
        return Error{ErrorCode::Malformed, "is not JSON", file, lineAndColumn(content, offset),
                     "look for a missing comma, quote or bracket just before it"};
    } catch (const nlohmann::json::out_of_range&) {
        return Error{ErrorCode::Malformed, "has a number that is too large", file};
    }
}

JsonObject::JsonObject(const nlohmann::json& value, std::string path, FileMistake& mistake)
    : m_value(&value)
    , m_path(std::move(path))
    , m_mistake(&mistake)
{
    if (!value.is_object())
        mistake.report(m_path, "must be an object");
}

void JsonObject::report(const std::string& key, std::string reason, std::string remedy)
{
    m_mistake->report(m_path + '/' + key, std::move(reason), std::move(remedy));
}

const nlohmann::json* JsonObject::member(const std::string& key)
{
    m_asked.insert(key);
    if (!m_value->is_object())
        return nullptr;
    const auto found = m_value->find(key);
    return found == m_value->end() ? nullptr : &*found;
}

std::string JsonObject::textOf(const nlohmann::json& value, const std::string& key)
{
    const auto* text = value.get_ptr<const std::string*>();
    if (text && !text->empty())
        return *text;
    report(key, "must be a text that is not empty");
    return {};
}

std::string JsonObject::text(const std::string& key)
{
    if (const auto* value = member(key))
        return textOf(*value, key);
    report(key, "is missing");
    return {};
}

std::string JsonObject::optionalText(const std::string& key)
{
    return member(key) ? text(key) : std::string{};
}

double JsonObject::number(const std::string& key, double low, double high)
{
    const auto* value = member(key);
    if (!value)
        report(key, "is missing");
    else if (!value->is_number() || value->get<double>() < low || value->get<double>() > high)
        report(key, inRange(low, high));
    else
        return value->get<double>();
    return low;
}

double JsonObject::numberOr(const std::string& key, double absent, double low, double high)
{
    return member(key) ? number(key, low, high) : absent;
}

bool JsonObject::flagOr(const std::string& key, bool absent)
{
    const auto* value = member(key);
    if (!value)
        return absent;
    if (!value->is_boolean())
        report(key, "must be true or false");
    return *value == true;
}

std::vector<std::string> JsonObject::texts(const std::string& key)
{
    std::vector<std::string> all;
    const auto* value = member(key);
    if (value && !value->is_array())
        report(key, "must be a list");
    else if (value)
        for (std::size_t i = 0; i < value->size(); ++i)
            all.push_back(textOf((*value)[i], key + '/' + std::to_string(i)));
    return all;
}

std::vector<double> JsonObject::numbers(const std::string& key)
{
    const auto* value = member(key);
    if (value && value->is_array() && !value->empty()
        && std::ranges::all_of(*value, [](const auto& v) { return v.is_number(); }))
        return value->get<std::vector<double>>();
    report(key, "must be a list of numbers");
    return {};
}

std::map<std::string, std::string> JsonObject::textsByKey(const std::string& key)
{
    std::map<std::string, std::string> all;
    const auto* value = member(key);
    if (value && !value->is_object())
        report(key, "must be an object");
    else if (value)
        for (const auto& [name, text] : value->items())
            all.emplace(name, textOf(text, key + '/' + name));
    return all;
}

std::optional<JsonObject> JsonObject::optionalObject(const std::string& key)
{
    const auto* value = member(key);
    if (!value)
        return std::nullopt;
    return JsonObject(*value, m_path + '/' + key, *m_mistake);
}

std::vector<JsonObject> JsonObject::objects(const std::string& key)
{
    std::vector<JsonObject> all;
    const auto* value = member(key);
    if (!value || !value->is_array())
        report(key, "must be a list");
    else
        for (std::size_t i = 0; i < value->size(); ++i)
            all.emplace_back((*value)[i], m_path + '/' + key + '/' + std::to_string(i), *m_mistake);
    return all;
}

void JsonObject::refuseOtherMembers()
{
    if (!m_value->is_object())
        return;
    for (const auto& [key, value] : m_value->items())
        if (!m_asked.contains(key))
            report(key, "is not a member that is known here", "correct its spelling or remove it");
}

} // namespace whittle
