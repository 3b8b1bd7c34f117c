// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/traceload.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace whittle::benchmark
{

namespace
{

constexpr double betweenFailures = 8.0 * 3'600'000;

unsigned long long macOf(std::uint32_t who)
{
    return 0x001E7A24429AULL + who * 7ULL;
}

/// Of what else such a trace is full.
constexpr const char* calls[] = {
    "Digit analysis: match(pi=\"2\", fqcn=\"%u\", cn=\"%u\", plv=\"5\", pss=\"Internal-PT:LD-PT\", "
    "TodFilteredPss=\"Internal-PT:LD-PT\", dd=\"9%u\", dac=\"0\")",
    "ConnectionManager::wait_AuConnectRequest(): INFO CI(%u, %u) capCount=%u, mtpDevice=null, xfermode=8",
    "RegionsServer: MatchCapabilities: kbps = 64, capACount=%u, capBCount=%u, lossy=%u",
    "SIPTcp/wait_SdlReadRsp: Incoming SIP TCP message from 10.1.9.%u on port %u index %u with 412 bytes:",
    "MediaTerminationPointControl(%u)::star_MediaExchangeAgenaPolicyResponse node=%u conf=%u",
    "Locations:Orig=%u BW=80Dest=%u BW=80 (-1 implies infinite bw available) audio=%u",
    "|SdlSig  |StationOutputDisplayText  |restart0  |StationD(1,100,49,%u)|StationCdpc(1,100,50,%u)|(%u) "
    "Text=\"To 2001\"",
    "StationD:    (%07u) SelectSoftKeys instance=1 reference=%u softKeySetIndex=4 validKeyMask=%u."};

} // namespace

TraceLoad::TraceLoad(const Shape& shape)
    : m_shape(shape)
    , m_random(shape.seed)
    , m_phones(shape.phones)
{
    for (std::uint32_t i = 0; i < shape.phones; ++i) {
        m_phones[i].handle = static_cast<std::uint32_t>(0x10000 + m_random.below(0xEFFFF));
        plan(m_random.below(30'000), &TraceLoad::keepalive, i);
        plan(m_random.around(betweenFailures), &TraceLoad::fails, i);
    }
}

bool TraceLoad::more(std::string& out)
{
    const std::size_t before = out.size();
    m_out = &out;
    while (out.size() == before && m_written < m_shape.bytes) {
        const Planned next = m_planned.top();
        m_planned.pop();
        m_now = next.time;
        (this->*next.step)(next.who);
        for (m_owed += out.size() > before ? 7 : 0; m_owed >= 3; m_owed -= 3)
            call();
    }
    m_written += out.size() - before;
    return out.size() > before;
}

void TraceLoad::plan(std::uint64_t in, Step step, std::uint32_t who)
{
    m_planned.push({m_now + in, m_number++, step, who});
}

void TraceLoad::stamp()
{
    using namespace std::chrono;
    if (m_stampOf == m_now)
        return;
    m_stampOf = m_now;
    const sys_days first = year{2009} / February / 27;
    const auto now = first + hours{8} + milliseconds{m_now};
    const auto day = floor<days>(now);
    const year_month_day date{day};
    const hh_mm_ss time{now - day};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%02u/%02u/%d %02d:%02d:%02d.%03d",
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(date.year()), static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                  static_cast<int>(time.subseconds().count()));
    m_stamp = text.data();
}

void TraceLoad::line(std::uint32_t who, const char* text)
{
    stamp();
    std::array<char, 160> tail{};
    std::snprintf(
        tail.data(), tail.size(),
        "|<CLID::StandAloneCluster><NID::10.1.1.1><CT::1,100,50,1.%llu><IP::10.2.%u.%u><DEV::SEP%012llX>\n",
        static_cast<unsigned long long>(m_lines++ % 1'000'000), 1 + who / 256, who % 256, macOf(who));
    *m_out += m_stamp;
    *m_out += " CCM|";
    *m_out += text;
    *m_out += tail.data();
}

/// `format` is given the number of the phone's connection before `values`.
template <typename... Values>
void TraceLoad::registration(std::uint32_t who, const char* format, const Values&... values)
{
    std::array<char, 512> text{};
    std::snprintf(text.data(), text.size(), format, who * 17 % 9'999'999, values...);
    line(who, text.data());
}

void TraceLoad::call()
{
    std::array<char, 512> text{};
    std::snprintf(text.data(), text.size(), calls[m_random.below(std::size(calls))],
                  static_cast<unsigned>(1'000'000 + m_random.below(8'999'999)),
                  static_cast<unsigned>(m_random.below(99'999)), static_cast<unsigned>(m_random.below(9999)));
    line(static_cast<std::uint32_t>(m_random.below(m_shape.phones)), text.data());
}

void TraceLoad::keepalive(std::uint32_t who)
{
    if (m_phones[who].down)
        return;
    registration(who, "StationInit: (%07u) KeepAlive TCPHandle=0x%x DeviceName=SEP%012llX inactiveTime=30",
                 m_phones[who].handle, macOf(who));
    count("sccp.keepalive");
    plan(1 + m_random.below(4), &TraceLoad::keepaliveAck, who);
    plan(30'000 + m_random.below(20), &TraceLoad::keepalive, who);
}

void TraceLoad::keepaliveAck(std::uint32_t who)
{
    registration(who, "StationD:    (%07u) KeepAliveAck TCPHandle=0x%x DeviceName=SEP%012llX",
                 m_phones[who].handle, macOf(who));
    count("sccp.keepalive-ack");
}

void TraceLoad::alarm(std::uint32_t who)
{
    m_phones[who].handle = static_cast<std::uint32_t>(0x10000 + m_random.below(0xEFFFF));
    registration(who,
                 "StationInit: (%07u) Alarm severity=informational text=\"25: Name=SEP%012llX "
                 "Load=8.4(1.23S) Last=%s\" parm1=4 parm2=0",
                 macOf(who), m_phones[who].last);
    count("sccp.alarm");
    plan(3, &TraceLoad::registers, who);
}

void TraceLoad::registers(std::uint32_t who)
{
    registration(who,
                 "StationInit: (%07u) Register TCPHandle=0x%x DeviceName=SEP%012llX DeviceType=30018 "
                 "IPAddr=10.2.%u.%u Protocol=11",
                 m_phones[who].handle, macOf(who), 1 + who / 256, who % 256);
    count("sccp.register");
    plan(8 + m_random.below(20), &TraceLoad::registerAck, who);
}

void TraceLoad::registerAck(std::uint32_t who)
{
    registration(who,
                 "StationD:    (%07u) RegisterAck keepAliveInterval=30 TCPHandle=0x%x DeviceName=SEP%012llX",
                 m_phones[who].handle, macOf(who));
    count("sccp.register-ack");
    m_phones[who].down = false;
    plan(30'000, &TraceLoad::keepalive, who);
}

void TraceLoad::fails(std::uint32_t who)
{
    plan(m_random.around(betweenFailures) + 200'000, &TraceLoad::fails, who);
    Phone& phone = m_phones[who];
    if (phone.down)
        return;
    phone.down = true;
    const auto why = static_cast<unsigned>(m_random.below(3));
    if (why < 2) {
        registration(who, "StationD:    (%07u) Reset DeviceName=SEP%012llX resetType=%u", macOf(who),
                     why + 1);
        count("sccp.reset");
        phone.last = why == 0 ? "Reset-Reset" : "Reset-Restart";
    } else {
        registration(who,
                     "StationInit: (%07u) Closing connection: KeepAlive timeout DeviceName=SEP%012llX "
                     "TCPHandle=0x%x reason=13",
                     macOf(who), phone.handle);
        count("trace.disconnect");
        phone.last = "KeepaliveTO";
    }
    plan(20'000 + m_random.below(40'000), &TraceLoad::alarm, who);
}

} // namespace whittle::benchmark
