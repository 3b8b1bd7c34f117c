// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/base/address.h"

namespace whittle
{

/// What CallManager says about a record behind its last bar:
/// "<CLID::CL1><NID::10.4.1.11><IP::10.4.20.11><DEV::SEP…>". Views.
struct SdiTags {
    std::string_view node; ///< NID: name or address of the node that writes
    std::string_view address; ///< IP: of the other end
    std::string_view device; ///< DEV
};

/// One record of an SDI trace behind "CCM|", without its tags.
struct SdiRecord {
    std::string_view body;
    SdiTags tags;
};

/// Cuts the tags off. Tags that a copy has damaged ("<:PENANG-CCM4-CLUSTER><:>") are cut off and say nothing.
SdiRecord splitTags(std::string_view body);

/// Whether tags stand at the end of the text; where they do not, they may follow on a later line.
inline bool endsInTags(std::string_view text)
{
    return text.ends_with('>');
}

/// An address out of a tag or a field; none when the text is no address.
IpAddress sdiAddress(std::string_view text);

} // namespace whittle
