// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/events/spans.h"

namespace whittle
{

/// What is known of a lease, as the fields of an event are written: addresses, lengths in seconds and when it
/// runs out, what came of its requests (how many were renewals, acknowledged, refused, silent, unknown), the
/// last request, and the options. What is not known is left out.
std::string fieldsOf(const Lease& lease);

} // namespace whittle
