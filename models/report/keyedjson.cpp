// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/keyedjson.h"

namespace whittle
{

void KeyedJson::text(std::string_view name, std::string_view value)
{
    key(name);
    text(value);
}

void KeyedJson::text(std::string_view name, const QString& value)
{
    key(name);
    text(value);
}

void KeyedJson::texts(std::string_view name, const std::vector<std::string>& values)
{
    array(name, values, [this](const std::string& value) { text(value); });
}

void KeyedJson::time(std::string_view name, std::optional<CaseTime> time)
{
    key(name);
    if (time)
        text(toRfc3339(time->nsUtc));
    else
        null();
}

} // namespace whittle
