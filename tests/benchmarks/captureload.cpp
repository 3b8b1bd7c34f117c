// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/captureload.h"

#include <array>
#include <cstdio>

namespace whittle::benchmark
{

namespace
{

constexpr std::uint64_t second = 1'000'000;
constexpr std::uint64_t hour = 3600 * second;
constexpr std::uint64_t begin = 1'235'721'600 * second; // 2009-02-27 08:00 UTC
constexpr std::uint32_t leaseSeconds = 28'800;
constexpr double betweenFailures = 8.0 * hour;

constexpr MacBytes gatewayMac{0x00, 0x1B, 0x54, 0xAA, 0x00, 0x01};
constexpr MacBytes broadcastMac{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
constexpr std::uint32_t managers[2] = {0x0A010101, 0x0A010102};
constexpr std::uint32_t dhcpServer = 0x0A01010A;
constexpr std::uint32_t timeServer = 0x0A01010B;
constexpr std::uint32_t webServer = 0x0A010114;
constexpr std::uint32_t firstPhone = 0x0A020100;

constexpr std::uint8_t finFlag = 0x01;
constexpr std::uint8_t synFlag = 0x02;
constexpr std::uint8_t rstFlag = 0x04;
constexpr std::uint8_t pushFlag = 0x08;
constexpr std::uint8_t ackFlag = 0x10;

std::string dotted(std::uint32_t address)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%u.%u.%u.%u", address >> 24, address >> 16 & 255,
                  address >> 8 & 255, address & 255);
    return text.data();
}

/// An option whose value is one number of four bytes.
std::string option(std::uint8_t code, std::uint32_t value)
{
    return std::string{static_cast<char>(code), 4} + big32(value);
}

} // namespace

CaptureLoad::CaptureLoad(const Shape& shape)
    : m_shape(shape)
    , m_random(shape.seed)
    , m_phones(shape.phones)
    , m_now(begin)
{
    for (std::uint32_t i = 0; i < shape.phones; ++i) {
        Phone& phone = m_phones[i];
        const std::uint64_t mac = 0x001E7A24429AULL + i * 7ULL;
        for (unsigned k = 0; k < 6; ++k)
            phone.side.mac[k] = static_cast<std::uint8_t>(mac >> (40 - 8 * k));
        std::array<char, 16> name{};
        std::snprintf(name.data(), name.size(), "SEP%012llX", static_cast<unsigned long long>(mac));
        phone.name = name.data();
        phone.side.address = firstPhone + i;
        phone.side.port = static_cast<std::uint16_t>(49'152 + i % 16'000);
        phone.sequence = m_random.word();
        phone.managerSequence = m_random.word();
        phone.transaction = m_random.word();
        phone.sip = i % 5 == 4;
        phone.manager = i & 1;
        plan(m_random.below(30 * second), phone.sip ? &CaptureLoad::registersBySip : &CaptureLoad::keepalive,
             i, 1);
        planAnyway(m_random.below(leaseSeconds / 2 * second), &CaptureLoad::renews, i);
        planAnyway(m_random.around(betweenFailures), &CaptureLoad::fails, i);
        if (phone.sip)
            planAnyway(m_random.below(64 * second), &CaptureLoad::asksTime, i);
    }
    planAnyway(m_random.around(2.0 * hour), &CaptureLoad::switchFails, 0);
    planNoise();
}

/// Of a thousand phones seventeen are in calls (fifty packets a second each way), and there are three hundred
/// web requests a second.
void CaptureLoad::planNoise()
{
    if (!m_shape.mixed)
        return;
    for (char& byte : m_payload = std::string(1460, '\0'))
        byte = static_cast<char>(m_random.next());
    for (std::uint32_t i = 0; i < m_shape.phones * 34 / 1000; ++i)
        planAnyway(m_random.below(20'000), &CaptureLoad::speaks, i);
    for (std::uint32_t i = 0; i < m_shape.phones * 3 / 10; ++i)
        planAnyway(m_random.below(second), &CaptureLoad::browses, i);
}

bool CaptureLoad::more(std::string& out)
{
    const std::size_t before = out.size();
    if (m_written == 0)
        out += Wire::fileHeader();
    m_out = &out;
    while (out.size() == before && m_written < m_shape.bytes) {
        const Planned next = m_planned.top();
        m_planned.pop();
        m_now = next.time;
        if (next.session == anySession || next.session == m_phones[next.who].session)
            (this->*next.step)(next.who, next.argument);
    }
    m_written += out.size() - before;
    return out.size() > before;
}

void CaptureLoad::plan(std::uint64_t in, Step step, std::uint32_t who, std::uint32_t argument)
{
    m_planned.push({m_now + in, m_number++, step, who, argument, m_phones[who].session});
}

void CaptureLoad::planAnyway(std::uint64_t in, Step step, std::uint32_t who, std::uint32_t argument)
{
    m_planned.push({m_now + in, m_number++, step, who, argument, anySession});
}

void CaptureLoad::reconnect(std::uint32_t who, std::uint64_t in, const char* last)
{
    Phone& phone = m_phones[who];
    ++phone.session;
    phone.up = false;
    phone.last = last;
    phone.side.port = static_cast<std::uint16_t>(49'152 + (phone.side.port - 49'152 + 1) % 16'000);
    plan(in, phone.sip ? &CaptureLoad::registersBySip : &CaptureLoad::syn, who);
}

Side CaptureLoad::managerOf(const Phone& phone, std::uint16_t port) const
{
    return {gatewayMac, managers[phone.manager], port};
}

void CaptureLoad::tcp(Phone& phone, bool fromPhone, std::uint8_t flags, std::string_view payload)
{
    const Side manager = managerOf(phone, 2000);
    std::uint32_t& sequence = fromPhone ? phone.sequence : phone.managerSequence;
    const std::uint32_t other = fromPhone ? phone.managerSequence : phone.sequence;
    m_voice.tcp(*m_out, m_now, fromPhone ? phone.side : manager, fromPhone ? manager : phone.side,
                {sequence, flags & ackFlag ? other : 0, flags}, payload);
    sequence += static_cast<std::uint32_t>(payload.size()) + (flags & (synFlag | finFlag) ? 1 : 0);
    if (flags & synFlag)
        count(flags & ackFlag ? "tcp.syn-ack" : "tcp.syn");
    else if (flags & (finFlag | rstFlag))
        count(flags & finFlag ? "tcp.fin" : "tcp.rst");
}

void CaptureLoad::sccp(Phone& phone, bool fromPhone, std::uint32_t id, const char* kind,
                       std::string_view body)
{
    std::string message = little32(static_cast<std::uint32_t>(body.size()) + 4) + little32(0) + little32(id);
    message += body;
    tcp(phone, fromPhone, ackFlag | pushFlag, message);
    count(kind);
}

void CaptureLoad::keepalive(std::uint32_t who, std::uint32_t)
{
    if (!m_phones[who].up)
        return;
    sccp(m_phones[who], true, 0x0000, "sccp.keepalive");
    plan(500 + m_random.below(3000), &CaptureLoad::keepaliveAck, who);
    plan(30 * second + m_random.below(20'000), &CaptureLoad::keepalive, who);
}

void CaptureLoad::keepaliveAck(std::uint32_t who, std::uint32_t)
{
    sccp(m_phones[who], false, 0x0100, "sccp.keepalive-ack");
    plan(40'000 + m_random.below(160'000), &CaptureLoad::acknowledge, who);
}

void CaptureLoad::unanswered(std::uint32_t who, std::uint32_t)
{
    sccp(m_phones[who], true, 0x0000, "sccp.keepalive");
}

void CaptureLoad::acknowledge(std::uint32_t who, std::uint32_t byManager)
{
    tcp(m_phones[who], byManager == 0, ackFlag);
}

void CaptureLoad::syn(std::uint32_t who, std::uint32_t)
{
    m_phones[who].sequence = m_random.word();
    m_phones[who].managerSequence = m_random.word();
    tcp(m_phones[who], true, synFlag);
    plan(400 + m_random.below(2000), &CaptureLoad::synAck, who);
}

void CaptureLoad::synAck(std::uint32_t who, std::uint32_t)
{
    tcp(m_phones[who], false, synFlag | ackFlag);
    plan(300, &CaptureLoad::alarm, who);
}

void CaptureLoad::alarm(std::uint32_t who, std::uint32_t)
{
    Phone& phone = m_phones[who];
    tcp(phone, true, ackFlag);
    const std::string text = "25: Name=" + phone.name + " Load=8.4(1.23S) Last=" + phone.last;
    sccp(phone, true, 0x0020, "sccp.alarm",
         little32(2) + padded(text, 80) + little32(4) + big32(phone.side.address));
    plan(1000 + m_random.below(2000), &CaptureLoad::registers, who);
}

void CaptureLoad::registers(std::uint32_t who, std::uint32_t)
{
    Phone& phone = m_phones[who];
    sccp(phone, true, 0x0001, "sccp.register",
         padded(phone.name, 20) + little32(1) + big32(phone.side.address) + little32(30'018) + little32(5)
             + little32(0) + padded("\x0B", 16));
    plan(2000 + m_random.below(20'000), &CaptureLoad::registerAck, who);
}

void CaptureLoad::registerAck(std::uint32_t who, std::uint32_t)
{
    sccp(m_phones[who], false, 0x0081, "sccp.register-ack",
         little32(30) + padded("D/M/Y", 8) + little32(60) + padded("\x0B", 4));
    m_phones[who].up = true;
    plan(500, &CaptureLoad::capabilities, who);
    plan(30 * second, &CaptureLoad::keepalive, who);
}

void CaptureLoad::capabilities(std::uint32_t who, std::uint32_t)
{
    sccp(m_phones[who], false, 0x009B, "sccp.capabilities");
    plan(3000, &CaptureLoad::capabilitiesRes, who);
}

void CaptureLoad::capabilitiesRes(std::uint32_t who, std::uint32_t)
{
    std::string body = little32(6);
    for (std::uint32_t i = 0; i < 6; ++i)
        body += little32(2 + i * 2) + little32(40) + little32(0) + little32(0);
    sccp(m_phones[who], true, 0x0010, "sccp.capabilities-res", body);
    plan(60'000, &CaptureLoad::acknowledge, who, 1);
}

void CaptureLoad::unregister(std::uint32_t who, std::uint32_t type)
{
    sccp(m_phones[who], true, 0x0027, "sccp.unregister");
    plan(3000, &CaptureLoad::unregisterAck, who, type);
}

void CaptureLoad::unregisterAck(std::uint32_t who, std::uint32_t type)
{
    sccp(m_phones[who], false, 0x0118, "sccp.unregister-ack", little32(0));
    plan(2000, &CaptureLoad::closes, who, type);
}

void CaptureLoad::closes(std::uint32_t who, std::uint32_t type)
{
    tcp(m_phones[who], true, finFlag | ackFlag);
    plan(900, &CaptureLoad::closed, who, type);
}

void CaptureLoad::closed(std::uint32_t who, std::uint32_t type)
{
    tcp(m_phones[who], false, finFlag | ackFlag);
    if (type == 1)
        reconnect(who, 45 * second + m_random.below(20 * second), "Reset-Reset");
    else
        reconnect(who, 2 * second + m_random.below(second), "Reset-Restart");
}

void CaptureLoad::resets(std::uint32_t who, std::uint32_t)
{
    tcp(m_phones[who], true, rstFlag | ackFlag);
    reconnect(who, 3 * second, "KeepaliveTO");
}

void CaptureLoad::fails(std::uint32_t who, std::uint32_t)
{
    planAnyway(m_random.around(betweenFailures) + 120 * second, &CaptureLoad::fails, who);
    Phone& phone = m_phones[who];
    const std::uint64_t why = m_random.below(100);
    if (!phone.up)
        return;
    if (phone.sip) {
        reconnect(who, 20 * second, "Reset-Restart");
    } else if (why < 50) { // reset or restarted by the administrator
        const std::uint32_t type = why < 30 ? 1 : 2;
        sccp(phone, false, 0x009F, "sccp.reset", little32(type));
        plan(5000, &CaptureLoad::unregister, who, type);
    } else if (why < 75) { // three keepalives without an answer
        ++phone.session;
        phone.up = false;
        for (const std::uint64_t seconds : {30, 60, 90})
            plan(seconds * second, &CaptureLoad::unanswered, who);
        plan(100 * second, &CaptureLoad::resets, who);
    } else if (why < 90) { // its CallManager goes, it takes the other
        tcp(phone, false, rstFlag | ackFlag);
        phone.manager ^= 1;
        reconnect(who, 2 * second, "CM-closed-TCP");
    } else { // loses power
        reconnect(who, 90 * second, "Initialized");
        plan(60 * second, &CaptureLoad::discovers, who);
    }
}

void CaptureLoad::switchFails(std::uint32_t, std::uint32_t)
{
    const auto first = static_cast<std::uint32_t>(m_random.below((m_shape.phones + 23) / 24)) * 24;
    for (std::uint32_t i = first; i < first + 24 && i < m_shape.phones; ++i)
        reconnect(i, 120 * second + m_random.below(15 * second), "Initialized");
    planAnyway(m_random.around(2.0 * hour), &CaptureLoad::switchFails, 0);
}

/// RFC 2131; options after the magic number. `type`: of option 53.
void CaptureLoad::dhcp(Phone& phone, std::uint8_t type, bool broadcast, const char* kind)
{
    const bool fromPhone = type == 1 || type == 3;
    const bool isNak = type == 6;
    std::string message{static_cast<char>(fromPhone ? 1 : 2), 1, 6, 0};
    message += big32(phone.transaction) + big32(0) + big32(fromPhone && !broadcast ? phone.side.address : 0)
        + big32(fromPhone || isNak ? 0 : phone.side.address) + padded("", 8);
    message.append(reinterpret_cast<const char*>(phone.side.mac.data()), phone.side.mac.size());
    message = padded(message, 236) + big32(0x63825363) + std::string{53, 1, static_cast<char>(type)};
    if (fromPhone) {
        if (broadcast && type == 3)
            message += option(50, phone.side.address);
        message += std::string{12, 15} + phone.name + std::string{55, 5, 1, 3, 6, 66};
        message += static_cast<char>(150);
    } else {
        message += option(54, dhcpServer);
        if (!isNak)
            message += option(51, leaseSeconds) + option(58, leaseSeconds / 2) + option(1, 0xFFFF0000)
                + option(3, 0x0A020001) + option(150, managers[0]);
    }
    message += '\xFF';
    Side client = phone.side;
    client.port = 68;
    Side server{broadcast ? broadcastMac : gatewayMac, broadcast ? 0xFFFFFFFF : dhcpServer, 67};
    if (fromPhone && broadcast)
        client.address = 0;
    if (!fromPhone) {
        server = {gatewayMac, dhcpServer, 67};
        if (broadcast)
            client = {broadcastMac, 0xFFFFFFFF, 68};
    }
    m_voice.udp(*m_out, m_now, fromPhone ? client : server, fromPhone ? server : client,
                padded(message, 300));
    count(kind);
}

void CaptureLoad::renews(std::uint32_t who, std::uint32_t)
{
    m_phones[who].transaction = m_random.word();
    dhcp(m_phones[who], 3, false, "dhcp.request");
    planAnyway(1000 + m_random.below(4000), &CaptureLoad::isRenewed, who);
}

void CaptureLoad::isRenewed(std::uint32_t who, std::uint32_t)
{
    Phone& phone = m_phones[who];
    if (m_random.below(100) >= 3) {
        dhcp(phone, 5, false, "dhcp.ack");
        planAnyway(leaseSeconds / 2 * second, &CaptureLoad::renews, who);
        return;
    }
    dhcp(phone, 6, true, "dhcp.nak");
    phone.side.address = firstPhone + who + 0x2000 * static_cast<std::uint32_t>(m_random.below(4));
    reconnect(who, 12 * second, "IP-Changed");
    planAnyway(200'000, &CaptureLoad::discovers, who, 1);
}

void CaptureLoad::discovers(std::uint32_t who, std::uint32_t renew)
{
    m_phones[who].transaction = m_random.word();
    dhcp(m_phones[who], 1, true, "dhcp.discover");
    planAnyway(20'000, &CaptureLoad::isOffered, who, renew);
}

void CaptureLoad::isOffered(std::uint32_t who, std::uint32_t renew)
{
    dhcp(m_phones[who], 2, true, "dhcp.offer");
    planAnyway(8000, &CaptureLoad::requests, who, renew);
}

void CaptureLoad::requests(std::uint32_t who, std::uint32_t renew)
{
    dhcp(m_phones[who], 3, true, "dhcp.request");
    planAnyway(9000, &CaptureLoad::isBound, who, renew);
}

void CaptureLoad::isBound(std::uint32_t who, std::uint32_t renew)
{
    dhcp(m_phones[who], 5, true, "dhcp.ack");
    if (renew)
        planAnyway(leaseSeconds / 2 * second, &CaptureLoad::renews, who);
}

/// RFC 5905; the timestamps that matter are the last two.
void CaptureLoad::ntp(std::uint32_t who, bool asks)
{
    const std::uint32_t seconds = static_cast<std::uint32_t>(m_now / second + 2'208'988'800ULL);
    const auto fraction = static_cast<std::uint32_t>(static_cast<double>(m_now % second) * 4294.967296);
    const std::string stamp = big32(seconds) + big32(fraction);
    std::string message{static_cast<char>(asks ? 0x23 : 0x24), static_cast<char>(asks ? 0 : 3), 6, '\xEC'};
    message += padded("", 8) + big32(asks ? 0 : 0x0A010101) + padded("", 16);
    message += (asks ? padded("", 8) : stamp) + stamp;
    Side client = m_phones[who].side;
    client.port = 123;
    const Side server{gatewayMac, timeServer, 123};
    m_voice.udp(*m_out, m_now, asks ? client : server, asks ? server : client, message);
    count(asks ? "ntp.client" : "ntp.server");
}

void CaptureLoad::asksTime(std::uint32_t who, std::uint32_t)
{
    ntp(who, true);
    planAnyway(600 + m_random.below(900), &CaptureLoad::isToldTime, who);
    planAnyway(256 * second, &CaptureLoad::asksTime, who);
}

void CaptureLoad::isToldTime(std::uint32_t who, std::uint32_t)
{
    ntp(who, false);
}

/// A REGISTER, where `status` is 0, or the answer to one.
void CaptureLoad::sip(Phone& phone, int status)
{
    const std::string mac = phone.name.substr(3);
    const std::string own = dotted(phone.side.address);
    const std::string manager = dotted(managers[phone.manager]);
    const char* first = status == 100 ? "SIP/2.0 100 Trying"
        : status == 401               ? "SIP/2.0 401 Unauthorized"
                                      : "SIP/2.0 200 OK";
    std::array<char, 1400> text{};
    const int size = std::snprintf(
        text.data(), text.size(),
        "%s\r\nVia: SIP/2.0/UDP %s:5060;branch=z9hG4bK%08x\r\nFrom: <sip:%s@%s>;tag=%s%08x\r\n"
        "To: <sip:%s@%s>%s\r\nCall-ID: %s-%u@%s\r\nMax-Forwards: 70\r\nCSeq: %u REGISTER\r\n%s\r\n"
        "Contact: <sip:%s@%s:5060;transport=udp>;+sip.instance=\"<urn:uuid:00000000-0000-0000-0000-%s>\""
        ";+u.sip!devicename.ccm.cisco.com=\"%s\"\r\nExpires: %d\r\nContent-Length: 0\r\n\r\n",
        status == 0 ? ("REGISTER sip:" + manager + " SIP/2.0").c_str() : first, own.c_str(),
        phone.cseq * 2'654'435'761U, mac.c_str(), manager.c_str(), mac.c_str(), phone.session, mac.c_str(),
        manager.c_str(), status ? ";tag=1234567890" : "", mac.c_str(), phone.session, own.c_str(), phone.cseq,
        status ? "Server: Cisco-CUCM7.1" : "User-Agent: Cisco-CP7965G/9.0", phone.name.c_str(), own.c_str(),
        mac.c_str(), phone.name.c_str(), status ? 120 : 3600);
    Side client = phone.side;
    client.port = 5060;
    const Side server = managerOf(phone, 5060);
    m_voice.udp(*m_out, m_now, status ? server : client, status ? client : server,
                {text.data(), static_cast<std::size_t>(size)});
    count(status == 0 ? "sip.register" : "sip.response");
}

void CaptureLoad::registersBySip(std::uint32_t who, std::uint32_t authorised)
{
    ++m_phones[who].cseq;
    sip(m_phones[who], 0);
    plan(1500, &CaptureLoad::isTrying, who);
    plan(6000 + m_random.below(6000), &CaptureLoad::isAnswered, who, authorised);
}

void CaptureLoad::isTrying(std::uint32_t who, std::uint32_t)
{
    sip(m_phones[who], 100);
}

void CaptureLoad::isAnswered(std::uint32_t who, std::uint32_t authorised)
{
    m_phones[who].up = m_phones[who].up || authorised;
    sip(m_phones[who], authorised ? 200 : 401);
    plan(authorised ? 115 * second : 30'000, &CaptureLoad::registersBySip, who, 1);
}

/// One packet of G.711 (RFC 3551), 20 ms.
void CaptureLoad::speaks(std::uint32_t call, std::uint32_t number)
{
    const auto since = static_cast<std::uint32_t>((m_now - begin) / (180 * second));
    const std::uint32_t speaker = (call * 7 + since * 13) % m_shape.phones;
    const std::uint32_t listener = (speaker + 11 + call) % m_shape.phones;
    Side from = m_phones[speaker].side;
    Side to = m_phones[listener].side;
    from.port = static_cast<std::uint16_t>(16'384 + 2 * (call % 4000));
    to.port = static_cast<std::uint16_t>(from.port + 2);
    const std::string header = big16(0x8000) + big16(number) + big32(number * 160) + big32(0x1000 + call);
    m_voice.udp(*m_out, m_now, from, to, header + m_payload.substr(number % 1000, 160));
    planAnyway(20'000, &CaptureLoad::speaks, call, number + 1);
}

/// A full segment from a web server, or the acknowledgement of one.
void CaptureLoad::browses(std::uint32_t client, std::uint32_t sequence)
{
    const bool down = m_random.below(3) > 0;
    const MacBytes mac{
        0x00, 0x21, 0x70, 0x01, static_cast<std::uint8_t>(client >> 8), static_cast<std::uint8_t>(client)};
    const Side own{mac, 0x0A030000 + client, static_cast<std::uint16_t>(50'000 + client % 9000)};
    const Side server{gatewayMac, webServer, 80};
    const std::string_view payload = down ? std::string_view(m_payload) : std::string_view{};
    m_data.tcp(*m_out, m_now, down ? server : own, down ? own : server, {sequence, 1, ackFlag}, payload);
    planAnyway(second, &CaptureLoad::browses, client, sequence + static_cast<std::uint32_t>(payload.size()));
}

} // namespace whittle::benchmark
