// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace whittle
{

struct Conversation;

/// What a list of spans says of it besides its span: `call-id` or `connection`, `from`, `to` (URIs), `status`,
/// and for each leg (`leg-1` …) both ends, how many messages and in how many sources.
std::string fieldsOf(const Conversation& conversation);

} // namespace whittle
