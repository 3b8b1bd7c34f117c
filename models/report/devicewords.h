// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include <QString>

#include "models/events/conversations.h"
#include "models/events/spans.h"
#include "models/report/words.h"

namespace whittle
{

/// The words for what the engine says of devices in ids. An id without words is told as itself.
namespace devicewords
{

/// Why a join holds (Join::reason): "leased to it".
QString joinReason(const Words& words, const std::string& reason);
/// How a registration began (the text of RegistrationBegin): "restarted".
QString began(const Words& words, RegistrationBegin began);
/// What a device is by its name: "phone".
QString deviceClass(const Words& words, std::string_view name);
/// "renewing", "not known"
QString request(const Words& words, RequestState state);
QString outcome(const Words& words, RequestOutcome outcome);
QString ended(const Words& words, ConversationEnd end);

/// All fields of a `key=value;…` text but those in `without`, one after the other, with what each is called:
/// "granted every 30 s · missing 2". Keys that end in -s are lengths in seconds.
QString furtherFacts(const Words& words, const std::string& fields,
                     std::initializer_list<std::string_view> without = {});

} // namespace devicewords

} // namespace whittle
