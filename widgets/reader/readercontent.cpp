// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/readercontent.h"

#include <algorithm>
#include <filesystem>

#include "models/store/casefile.h"
#include "models/store/casereader.h"

namespace whittle
{

namespace
{

Result<std::vector<RawRecord>> readRecords(const CaseFile& file, const EventRef& ref,
                                           const std::stop_token& stop)
{
    if (ref.place.unit == PlaceUnit::Line)
        return rawContext(file, ref.source, ref.place.number, contextLines, contextLines, stop);
    auto record = rawRecord(file, ref.source, ref.place.number, stop);
    if (!record)
        return record.error();
    return std::vector<RawRecord>{std::move(*record)};
}

} // namespace

ReaderContent readContent(const CaseFile& file, const EventRef& ref, const std::string& location,
                          const std::stop_token& stop)
{
    ReaderContent content;
    content.ref = ref;
    if (auto reader = file.newReader()) {
        if (auto row = (*reader)->event(ref))
            content.event = std::move(*row);
    }
    if (stop.stop_requested())
        return content;
    auto records = readRecords(file, ref, stop);
    if (!records) {
        content.error = records.error();
        return content;
    }
    content.records = std::move(*records);
    const auto wanted = std::ranges::find(content.records, ref.place.number, &RawRecord::number);
    content.isFromCase = wanted != content.records.end() && wanted->fromCase;
    std::error_code failed;
    content.isFileThere = !content.isFromCase && std::filesystem::is_regular_file(location, failed);
    return content;
}

} // namespace whittle
