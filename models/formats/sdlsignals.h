// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/event.h"
#include "models/base/fields.h"
#include "models/formats/sdlhead.h"

namespace whittle
{

/// Whether a signal is about a phone's messages: a trace without any has too low a level to show them.
bool isPhoneSignal(const SdlSignalRow& row);

/// What a signal between two processes of CallManager tells by itself: kind, device, endpoints, fields and
/// repeats. False when it is one of the many that matter to nobody. `node`: address of the node that writes.
bool describeSignal(const SdlSignalRow& row, std::string_view node, Event& event, FieldWriter& fields);

} // namespace whittle
