// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/base/address.h"
#include "models/base/place.h"
#include "models/base/time.h"

namespace whittle
{

/// One thing that happened, as a decoder hands it on: a view, valid during the call of EventSink::event only.
///
/// `kind` is an identifier such as "dhcp.nak" (the naming rules stand in models/base/README.md). `device` is
/// the name the record itself shows ("SEP001E7A24429A"; any bytes, the store keeps them as UTF-8), empty
/// where it shows none: who an address belongs to is found out later, over all sources (models/events).
/// `fields` is text made by FieldWriter.
struct Event {
    std::string_view kind{};
    SourceTime time{};
    Place place{};
    std::string_view device{};
    Endpoint source{};
    Endpoint destination{};
    std::string_view fields{};
    /// A keepalive or its answer: one of many of the same kind between the same two, which the store may keep
    /// as a train.
    bool repeats = false;
};

/// The last field of an event of a frame that a SPAN port delivered a second time. Such an event is listed
/// and counts for nothing else.
constexpr std::string_view duplicateField = "duplicate=yes";

inline bool isDuplicate(std::string_view fields)
{
    const std::size_t before = fields.size() - duplicateField.size();
    return fields.ends_with(duplicateField) && (before == 0 || fields[before - 1] == ';');
}

} // namespace whittle
