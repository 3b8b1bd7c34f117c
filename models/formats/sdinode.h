// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/event.h"
#include "models/base/fields.h"
#include "models/formats/sdirecord.h"

namespace whittle
{

class AlarmWriter;

/// Whether a record begins like one that CallManager writes about itself: an alarm, the start of the service,
/// a device that leaves.
bool mayBeNodeRecord(std::string_view body);

/// Fills kind, device and fields of the event; false when the record is about something else. The event's
/// texts are views into the record, `alarms` and `fields`.
bool describeNode(const SdiRecord& record, AlarmWriter& alarms, Event& event, FieldWriter& fields);

} // namespace whittle
