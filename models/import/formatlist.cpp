// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/importer.h"

#include "models/capture/formats.h"
#include "models/evidence/format.h"
#include "models/formats/formats.h"

namespace whittle
{

const std::vector<const Format*>& allFormats()
{
    static const std::vector<const Format*> formats = [] {
        std::vector<const Format*> list{&pcapFormat(), &pcapngFormat()};
        const auto texts = textFormats();
        list.insert(list.end(), texts.begin(), texts.end());
        return list;
    }();
    return formats;
}

const Format* formatById(std::string_view id)
{
    for (const Format* format : allFormats()) {
        if (format->id == id)
            return format;
    }
    return nullptr;
}

} // namespace whittle
