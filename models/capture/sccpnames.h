// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace whittle
{

/// The event kind of a SCCP message id, e.g. "sccp.register-ack" for 0x0081; empty for an id without a name.
std::string_view sccpKind(std::uint32_t messageId);

} // namespace whittle
