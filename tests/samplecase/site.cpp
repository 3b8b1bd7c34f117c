// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/site.h"

namespace samplecase
{

HostLook lookOf(Ipv4 address)
{
    constexpr Mac router{0x00, 0x1a, 0x6d, 0x5e, 0x20, 0x01};
    if (address == site::dhcpServer)
        return {{0x00, 0x1e, 0x0b, 0x61, 0x7c, 0x12}, 128, false};
    if (address == site::publisher)
        return {{0x00, 0x1e, 0x0b, 0x84, 0x02, 0x9a}, 64, true};
    if (address == site::subscriber)
        return {{0x00, 0x1e, 0x0b, 0x84, 0x13, 0x44}, 64, true};
    if (address == site::phoneGateway)
        return {router, 254, false};
    if (address == site::firstTimeSource || address == site::secondTimeSource)
        return {router, 59, false};
    return {router, 62, false}; // a phone, two hops away
}

} // namespace samplecase
