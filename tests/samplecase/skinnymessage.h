// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/bytes.h"
#include "tests/samplecase/ipv4.h"
#include "tests/samplecase/moment.h"

#include <string>

namespace samplecase
{

/// One SCCP message as it goes over TCP, with the name under which the truth counts it.
struct SkinnyMessage {
    std::string kind;
    Bytes bytes;
};

struct SkinnyRegistration {
    std::string device;
    Mac mac;
    Ipv4 address;
    std::uint32_t deviceType;
    std::string load;
};

enum class CallState : std::uint32_t { OffHook = 1, OnHook, RingOut, RingIn, Connected };

/// A message without a body: KeepAlive, Unregister, OffHook, ...
SkinnyMessage skinnyPlain(std::uint32_t id, const std::string& kind);
SkinnyMessage skinnyAlarm(const std::string& text, Ipv4 address);
SkinnyMessage skinnyRegister(const SkinnyRegistration& who);
SkinnyMessage skinnyIpPort(std::uint16_t port);
SkinnyMessage skinnyRegisterAck(std::uint32_t keepAliveSeconds);
SkinnyMessage skinnyCapabilities();
SkinnyMessage skinnyButtonTemplate();
/// The server's local time and its UTC.
SkinnyMessage skinnyTimeDate(Moment serverUtc);
SkinnyMessage skinnyRestart();
SkinnyMessage skinnyUnregisterAck();
SkinnyMessage skinnyKeypad(unsigned digit, unsigned call);
SkinnyMessage skinnyCallState(CallState state, unsigned call);

} // namespace samplecase
