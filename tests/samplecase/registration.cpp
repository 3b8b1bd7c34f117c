// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/registration.h"

#include "tests/samplecase/site.h"
#include "tests/samplecase/text.h"

namespace samplecase
{

namespace
{

constexpr auto keepAliveSeconds = site::keepAliveInterval / 1s;

/// As CallManager prints an address: the bytes read as a little-endian signed number.
std::string asParameter(Ipv4 address)
{
    const auto v = address.value;
    const auto swapped = v << 24 | (v & 0xff00) << 8 | (v >> 8 & 0xff00) | v >> 24;
    return std::to_string(std::int32_t(swapped)) + '(' + hex(swapped) + ')';
}

/// 2/28/2009 08:11:16,6 systemTime=1235830276
std::string timeAndDate(Moment serverUtc)
{
    const Civil local = civil(serverUtc + siteOffset);
    return std::to_string(local.month) + '/' + std::to_string(local.day) + '/' + std::to_string(local.year)
        + ' ' + timeOfDay(serverUtc + siteOffset, 0) + ',' + std::to_string(local.weekday)
        + " systemTime=" + std::to_string(serverUtc.time_since_epoch() / 1s);
}

} // namespace

Registration::Times Registration::run(const Cause& cause, Moment at)
{
    const Moment open = sendRegister(sendAlarm(cause, at));
    const Moment registered = acknowledge(open);
    return {registered, askTime(askButtons(askCapabilities(registered)))};
}

Moment Registration::sendAlarm(const Cause& cause, Moment at)
{
    const auto text = std::to_string(cause.code) + ": Name=" + deviceName(m_plan.mac) + " Load=" + m_plan.load
        + " Last=" + cause.last;
    m_link.up(at, skinnyAlarm(text, m_link.phoneAddress()),
              "Alarm severity=2 text=\"" + text
                  + "\" parm1=2304(900) parm2=" + asParameter(m_link.phoneAddress()));
    return at + thinking();
}

Moment Registration::sendRegister(Moment at)
{
    const auto name = deviceName(m_plan.mac);
    m_link.nameDevice(name);
    const SkinnyRegistration who{name, m_plan.mac, m_link.phoneAddress(), m_plan.deviceType, m_plan.load};
    const Moment arrived = m_link.up(at, skinnyRegister(who));
    m_link.traceConnection(arrived + 2ms, "Processing StationReg. regCount: 1", "register");
    const auto port = std::uint16_t(m_prng.between(8192, 12000) * 2);
    return m_link.up(at + 5ms, skinnyIpPort(port), "IpPort ipPort=" + std::to_string(port) + '.');
}

Moment Registration::acknowledge(Moment at)
{
    return m_link.down(at + m_prng.between(25ms, 70ms), skinnyRegisterAck(std::uint32_t(keepAliveSeconds)),
                       "RegisterAck. keepAliveInterval=" + std::to_string(keepAliveSeconds)
                           + ", dateTemplate=M/D/YA, DeviceName=" + m_link.device());
}

/// CallManager asks by itself, some milliseconds after its RegisterAck.
Moment Registration::askCapabilities(Moment at)
{
    const Moment asked =
        m_link.down(at + thinking(), skinnyPlain(0x9b, "sccp_capabilitiesreq"), "CapabilitiesReq.");
    const Moment sent = asked + thinking();
    m_link.up(sent, skinnyCapabilities(), "CapabilitiesRes capCount=5.");
    return sent + thinking();
}

Moment Registration::askButtons(Moment at)
{
    const Moment arrived =
        m_link.up(at, skinnyPlain(0x0e, "sccp_buttontemplatereq"), "ButtonTemplateReqMessage.");
    const Moment answered = m_link.down(arrived + thinking(), skinnyButtonTemplate(),
                                        "ButtonTemplate buttonOffset=0 buttonCount=6 totalButtonCount=6.");
    return answered + thinking();
}

Moment Registration::askTime(Moment at)
{
    const Moment arrived = m_link.up(at, skinnyPlain(0x0d, "sccp_timedatereq"), "TimeDateReq.");
    const Moment sent = arrived + thinking();
    const Moment shown = site::subscriberClock.shown(sent);
    return m_link.down(sent, skinnyTimeDate(shown),
                       "DefineTimeDate timeDateInfo=" + timeAndDate(shown) + '.');
}

} // namespace samplecase
