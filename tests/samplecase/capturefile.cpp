// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/capturefile.h"

#include "tests/samplecase/site.h"

#include <algorithm>

namespace samplecase
{

namespace
{

constexpr std::size_t shortestFrame = 60; // without the checksum, which analysers do not see

std::uint32_t sum16(const Bytes& bytes)
{
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        sum += i % 2 == 0 ? bytes[i] << 8 : bytes[i];
    return sum;
}

/// RFC 1071: the complement of the ones' complement sum.
std::uint16_t checksum(std::uint32_t sum)
{
    while (sum > 0xffff)
        sum = (sum & 0xffff) + (sum >> 16);
    return std::uint16_t(~sum);
}

/// A segment's options: a SYN states its maximum segment size, others have none.
Bytes tcpOptions(const Frame& frame)
{
    if (frame.tcp.flags & TcpPart::Syn)
        return {2, 4, 0x05, 0xb4};
    return {};
}

std::uint16_t window(const Frame& frame)
{
    return frame.from.address == site::subscriber ? 5840 : 8192;
}

Bytes tcpHeader(const Frame& frame, std::uint16_t check)
{
    const Bytes options = tcpOptions(frame);
    ByteWriter out;
    out.be16(frame.from.port).be16(frame.to.port).be32(frame.tcp.seq).be32(frame.tcp.ack);
    out.u8(std::uint32_t(20 + options.size()) / 4 << 4).u8(frame.tcp.flags).be16(window(frame));
    return out.be16(check).be16(0).raw(options).bytes();
}

Bytes udpHeader(const Frame& frame, std::uint16_t check)
{
    ByteWriter out;
    out.be16(frame.from.port).be16(frame.to.port).be16(std::uint32_t(8 + frame.payload.size()));
    return out.be16(check).bytes();
}

Bytes transportHeader(const Frame& frame, std::uint16_t check)
{
    return frame.transport == Transport::Tcp ? tcpHeader(frame, check) : udpHeader(frame, check);
}

/// Over the pseudo header, the header without its checksum, and the payload (RFC 768, RFC 9293).
std::uint16_t transportChecksum(const Frame& frame)
{
    const Bytes header = transportHeader(frame, 0);
    ByteWriter covered;
    covered.be32(frame.from.address.value)
        .be32(frame.to.address.value)
        .u8(0)
        .u8(std::uint32_t(frame.transport));
    covered.be16(std::uint32_t(header.size() + frame.payload.size())).raw(header).raw(frame.payload);
    const auto check = checksum(sum16(covered.bytes()));
    return check == 0 && frame.transport == Transport::Udp ? 0xffff : check;
}

Bytes ipHeader(const Frame& frame, std::size_t length, std::uint16_t identification, std::uint16_t check)
{
    const HostLook sender = lookOf(frame.from.address);
    ByteWriter out;
    out.u8(0x45).u8(frame.tos).be16(std::uint32_t(20 + length)).be16(identification);
    out.be16(sender.dontFragment ? 0x4000 : 0).u8(sender.ttl).u8(std::uint32_t(frame.transport)).be16(check);
    return out.be32(frame.from.address.value).be32(frame.to.address.value).bytes();
}

} // namespace

/// Hosts send more than the analyser's filter keeps, so their counters move on in small steps.
std::uint16_t CaptureFile::nextIdentification(Ipv4 host)
{
    auto [entry, isNew] = m_identification.try_emplace(host, std::uint16_t(host.value * 40503u >> 8));
    entry->second = std::uint16_t(entry->second + (isNew ? 0 : 1 + (entry->second * 7u >> 4) % 3));
    return entry->second;
}

Bytes CaptureFile::packet(const Frame& frame)
{
    const Bytes header = transportHeader(frame, transportChecksum(frame));
    const auto length = header.size() + frame.payload.size();
    const auto identification = nextIdentification(frame.from.address);
    const auto check = checksum(sum16(ipHeader(frame, length, identification, 0)));
    ByteWriter out;
    out.raw(lookOf(frame.to.address).mac).raw(lookOf(frame.from.address).mac).be16(0x0800);
    out.raw(ipHeader(frame, length, identification, check)).raw(header).raw(frame.payload);
    return out.padTo(shortestFrame).bytes();
}

Bytes CaptureFile::render(std::vector<Frame> frames)
{
    std::ranges::stable_sort(frames, {}, &Frame::at);
    ByteWriter out;
    out.le32(0xa1b2c3d4).le16(2).le16(4).le32(0).le32(0).le32(65535).le32(1);
    for (const Frame& frame : frames) {
        const auto micros = m_clock.shown(frame.at).time_since_epoch().count() / 1000;
        const Bytes bytes = packet(frame);
        out.le32(std::uint32_t(micros / 1000000)).le32(std::uint32_t(micros % 1000000));
        out.le32(std::uint32_t(bytes.size())).le32(std::uint32_t(bytes.size())).raw(bytes);
    }
    return out.bytes();
}

} // namespace samplecase
