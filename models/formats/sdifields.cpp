// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdifields.h"

#include "models/formats/text.h"

namespace whittle
{

/// DeviceName=SEP0010EB001720, TCPHandle=0x4fbb150, Socket=0x600, IPAddr=172.16.70.230, Port=49211,
/// StationD=[1,85,2]
std::string_view sdiValue(std::string_view text, std::string_view key)
{
    std::string_view value = text::until(text::after(text, key).value_or(std::string_view{}), " \t,;|");
    if (value.ends_with('.'))
        value.remove_suffix(1);
    return value;
}

} // namespace whittle
