// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/ntppacket.h"

namespace samplecase
{

namespace
{

constexpr std::uint8_t poll = 10; // 1024 s
constexpr std::int64_t secondsFrom1900 = 2208988800;

std::uint32_t shortFormat(Duration duration)
{
    return std::uint32_t((duration.count() << 16) / 1000000000);
}

/// Seconds since 1900 and 32 bits of fraction; a moment that never was is zero.
void timestamp(ByteWriter& out, Moment m)
{
    if (m == Moment{}) {
        out.zeros(8);
        return;
    }
    const auto ns = m.time_since_epoch().count();
    out.be32(std::uint32_t(ns / 1000000000 + secondsFrom1900));
    out.be32(std::uint32_t(((ns % 1000000000) << 32) / 1000000000));
}

} // namespace

Bytes ntpPacket(NtpMode mode, const NtpNode& sender, const NtpTimes& times)
{
    ByteWriter out;
    out.u8(4 << 3 | std::uint32_t(mode)).u8(sender.stratum).u8(poll).u8(std::uint8_t(sender.precision));
    out.be32(shortFormat(sender.rootDelay)).be32(shortFormat(sender.rootDispersion(times.transmit)));
    out.be32(sender.follows.value);
    for (const Moment m : {sender.updated, times.originate, times.receive, times.transmit})
        timestamp(out, m);
    return out.bytes();
}

} // namespace samplecase
