// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "models/base/result.h"

namespace whittle
{

/// The first mistake found in one file; what follows it is mostly its consequence and is not kept.
class FileMistake
{
public:
    explicit FileMistake(std::string file)
        : m_file(std::move(file))
    {
    }

    void report(std::string place, std::string reason, std::string remedy = {});
    const std::optional<Error>& error() const { return m_error; }

private:
    std::string m_file;
    std::optional<Error> m_error;
};

/// Errors: Malformed with "line 3, column 5" as place.
Result<nlohmann::json> parseJson(const std::string& file, const std::string& content);

/// Reads the members of one JSON object. What is missing, of the wrong type or out of range is reported with
/// its JSON path, and an empty value is returned so that reading can go on. Borrows the JSON and the mistake.
class JsonObject
{
public:
    JsonObject(const nlohmann::json& value, std::string path, FileMistake& mistake);

    /// A text that is not empty.
    std::string text(const std::string& key);
    /// Empty when it is absent.
    std::string optionalText(const std::string& key);
    double number(const std::string& key, double low, double high);
    double numberOr(const std::string& key, double absent, double low, double high);
    bool flagOr(const std::string& key, bool absent);
    std::vector<std::string> texts(const std::string& key);
    std::vector<double> numbers(const std::string& key);
    std::map<std::string, std::string> textsByKey(const std::string& key);
    /// An object, or nothing where it is absent.
    std::optional<JsonObject> optionalObject(const std::string& key);
    std::vector<JsonObject> objects(const std::string& key);

    /// Members that nobody asked for are spelling mistakes. Call last.
    void refuseOtherMembers();
    void report(const std::string& key, std::string reason, std::string remedy = {});

private:
    const nlohmann::json* member(const std::string& key);
    std::string textOf(const nlohmann::json& value, const std::string& key);

    const nlohmann::json* m_value;
    std::string m_path;
    FileMistake* m_mistake;
    std::set<std::string> m_asked;
};

} // namespace whittle
