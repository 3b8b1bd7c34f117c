// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "models/base/event.h"
#include "models/base/fields.h"
#include "models/formats/sdirecord.h"
#include "models/formats/sdiverbs.h"

namespace whittle
{

/// A record about one phone: "StationInit: (0000188) TimeDateReq." (phone → CUCM) or "StationD: …" (CUCM →
/// phone).
struct SdiStation {
    bool fromPhone = true;
    std::string_view handle; ///< decimal, as in "(0000188)"; empty where the record has the other kind
    std::string_view tcpHandle; ///< hexadecimal digits of "tcpHandle=0x4fbbc30" (3.x)
    std::string_view verb;
    std::string_view text; ///< the verb and all that follows

    /// Whether the record is of this kind at all: cheap, and right for all but damaged ones.
    static bool mayBe(std::string_view body);
    static std::optional<SdiStation> read(std::string_view body);
};

/// Fills kind, device, endpoints, fields and repeats of the event; false when the record is about something
/// else. The event's texts are views into the record and `fields`.
bool describeStation(const SdiRecord& record, Event& event, FieldWriter& fields);

} // namespace whittle
