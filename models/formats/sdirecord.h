// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/base/address.h"

namespace whittle
{

/// What CallManager says about a record: in an SDI trace behind its last bar,
/// "<CLID::CL1><NID::10.4.1.11><IP::10.4.20.11><DEV::SEP…>", in an SDL trace
/// in the row that led to it. Views.
struct SdiTags {
    std::string_view node; ///< NID: name or address of the node that writes
    std::string_view address; ///< IP: of the other end
    std::string_view device; ///< DEV
    std::string_view connection; ///< what joins the rows of one TCP connection in an SDL trace: "1,600,14,64"
};

/// What one record says, behind "CCM|" or "|AppInfo  |", without its tags.
struct SdiRecord {
    std::string_view body;
    SdiTags tags;
};

/// Reads "<CLID::CL1><NID::10.4.1.11>…".
SdiTags readTags(std::string_view text);

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
