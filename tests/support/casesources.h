// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "models/base/bytes.h"
#include "models/import/importer.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"

/// What a case has read, as text. Header-only.
namespace whittle::test
{

inline std::vector<SourceRow> sourcesOf(const CaseFile& file)
{
    return file.newReader().value()->sources().value();
}

/// "path format events; …" by path.
inline std::string summary(const CaseFile& file)
{
    std::vector<std::string> lines;
    for (const SourceRow& row : sourcesOf(file))
        lines.push_back(row.path + " " + row.format + " " + (row.events > 0 ? "events" : "none"));
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines)
        text += line + "; ";
    return text;
}

inline std::string problemsOf(const SourceRow& row)
{
    std::string text;
    for (const Problem& problem : row.problems) {
        text += problem.id;
        for (const std::string& argument : problem.arguments)
            text += " '" + argument + "'";
        text += "; ";
    }
    return text;
}

inline SourceRow source(const CaseFile& file, const std::string& path)
{
    for (const SourceRow& row : sourcesOf(file)) {
        if (row.path == path)
            return row;
    }
    return {};
}

inline std::string problemsOf(const CaseFile& file, const std::string& path)
{
    return problemsOf(source(file, path));
}

inline std::string record(const CaseFile& file, const std::string& path, std::uint64_t number)
{
    const auto bytes = rawRecord(file, source(file, path).id, number);
    return bytes ? std::string(asText(bytes->bytes)) : "!" + bytes.error().reason;
}

} // namespace whittle::test
