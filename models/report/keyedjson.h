// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/base/time.h"
#include "models/report/jsonwriter.h"

namespace whittle
{

/// JSON with what a key and its value have in common everywhere in the interface.
class KeyedJson : public JsonWriter
{
public:
    using JsonWriter::text;

    void text(std::string_view name, std::string_view value);
    void text(std::string_view name, const QString& value);
    void texts(std::string_view name, const std::vector<std::string>& values);
    /// Null where there is none.
    void time(std::string_view name, std::optional<CaseTime> time);
    template <typename Values, typename Write>
    void array(std::string_view name, const Values& values, Write write)
    {
        key(name);
        beginArray();
        for (const auto& value : values)
            write(value);
        endArray();
    }
};

} // namespace whittle
