// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/tftp.h"

#include <algorithm>
#include <array>
#include <string>

#include "models/capture/textscan.h"

namespace whittle
{

namespace
{

/// RFC 1350 §5, RFC 2347:
///
///     RRQ 1, WRQ 2 | file | 0 | mode | 0 | option | 0 | value | 0 ...
///     DATA 3       | block | up to 512 bytes, or as many as blksize says
///     ACK 4        | block
///     ERROR 5      | code | text | 0
///     OACK 6       | option | 0 | value | 0 ...
constexpr std::array<std::string_view, 7> kinds{
    "", "tftp.read-request", "tftp.write-request", "tftp.data", "tftp.ack", "tftp.error", "tftp.oack",
};
constexpr std::uint16_t readRequest = 1;
constexpr std::uint16_t writeRequest = 2;
constexpr std::uint16_t data = 3;
constexpr std::uint16_t acknowledgement = 4;
constexpr std::uint16_t error = 5;
constexpr std::uint16_t grantedOptions = 6; // OACK

constexpr std::uint16_t tftpPort = 69;
constexpr std::size_t defaultBlockBytes = 512;

/// RFC 2348, 2349, 2090, 7440.
constexpr std::array<std::string_view, 5> knownOptions{"blksize", "timeout", "tsize", "multicast",
                                                       "windowsize"};

/// Sizes of full blocks that clients agree on; the last block of a file is smaller.
constexpr std::array<std::size_t, 10> usualBlockBytes{
    512, 1'024, 1'400, 1'408, 1'428, 1'432, 1'456, 1'468, 8'192, 16'384,
};

/// Text up to a NUL, which is taken off, too; empty when none is left.
std::string_view takeText(Bytes& rest)
{
    const std::string_view all = asText(rest);
    const auto end = all.find('\0');
    const std::string_view text = all.substr(0, end);
    rest = end == std::string_view::npos ? Bytes{} : rest.subspan(end + 1);
    return text;
}

void addOptions(Bytes rest, FieldWriter& fields)
{
    while (!rest.empty()) {
        const std::string_view name = takeText(rest);
        const std::string_view value = takeText(rest);
        for (const std::string_view known : knownOptions) {
            if (equalIgnoringCase(name, known) && !value.empty())
                fields.add(known, value);
        }
    }
}

bool isMode(std::string_view mode)
{
    return equalIgnoringCase(mode, "octet") || equalIgnoringCase(mode, "netascii")
        || equalIgnoringCase(mode, "mail");
}

bool writeRequestFor(std::uint16_t opcode, const UdpDatagram& datagram, const Conversation& conversation,
                     EventWriter& writer)
{
    Bytes rest = slice(datagram.payload, 2);
    const std::string_view file = takeText(rest);
    const std::string_view mode = takeText(rest);
    if (!isPrintable(file) || (!isMode(mode) && !datagram.cut))
        return false;
    if (datagram.exchange)
        *datagram.exchange = {}; // a port that asks again
    writer.fields().add("file", file);
    if (!mode.empty())
        writer.fields().add("mode", mode);
    addOptions(rest, writer.fields());
    writer.write(kinds[opcode], conversation, phoneOfFile(file));
    return true;
}

/// Of a full block: what the server granted (RFC 2348), else, where its OACK was not captured, what the first
/// block shows. 0: not known.
std::size_t fullBlockBytes(const UdpDatagram& datagram, std::uint16_t block)
{
    if (!datagram.exchange)
        return 0;
    Exchange& exchange = *datagram.exchange;
    if (exchange.blockBytes == 0 && block == 1 && !datagram.cut)
        exchange.blockBytes =
            static_cast<std::uint16_t>(std::max(datagram.payload.size() - 4, defaultBlockBytes));
    return exchange.blockBytes;
}

/// Of more than 65535 blocks, the numbers begin anew, at 0 or at 1.
bool isAgain(const UdpDatagram& datagram, std::uint16_t block)
{
    constexpr std::uint16_t nearEnd = 0xC000;
    constexpr std::uint16_t nearStart = 0x4000;
    if (!datagram.exchange)
        return false;
    Exchange& exchange = *datagram.exchange;
    exchange.rolledOver = exchange.rolledOver || (exchange.block >= nearEnd && block < nearStart);
    exchange.block = block;
    return exchange.rolledOver;
}

/// The first block, and those that are smaller than a full one: how a transfer began and how it ended.
void writeData(const UdpDatagram& datagram, const Conversation& conversation, EventWriter& writer)
{
    const auto block = readBigEndian<std::uint16_t>(datagram.payload, 2);
    const std::size_t bytes = datagram.payload.size() - 4;
    const std::size_t full = fullBlockBytes(datagram, block);
    const bool isFull = datagram.cut
        || (full > 0 ? bytes == full : std::ranges::find(usualBlockBytes, bytes) != usualBlockBytes.end());
    const bool isFirst = !isAgain(datagram, block) && block == 1;
    if (!isFirst && isFull)
        return;
    writer.fields().addNumber("block", block);
    if (!datagram.cut)
        writer.fields().addNumber("bytes", static_cast<std::int64_t>(bytes));
    if (!datagram.cut && bytes < (full > 0 ? full : defaultBlockBytes))
        writer.fields().add("last", "yes");
    writer.write(kinds[data], conversation);
}

void writeAcknowledgement(const UdpDatagram& datagram, const Conversation& conversation, EventWriter& writer)
{
    const auto block = readBigEndian<std::uint16_t>(datagram.payload, 2);
    if (isAgain(datagram, block) || block > 1)
        return;
    writer.fields().addNumber("block", block);
    writer.write(kinds[acknowledgement], conversation);
}

/// RFC 2347: what is not in it was not granted.
void writeGranted(const UdpDatagram& datagram, const Conversation& conversation, EventWriter& writer)
{
    addOptions(slice(datagram.payload, 2), writer.fields());
    constexpr std::uint64_t maxBlockBytes = 65'464; // RFC 2348
    const auto size = FieldView(writer.fields().text()).value("blksize");
    const auto granted =
        size ? decimal(*size, maxBlockBytes) : std::optional<std::uint64_t>(defaultBlockBytes);
    if (datagram.exchange && !datagram.cut)
        datagram.exchange->blockBytes = static_cast<std::uint16_t>(granted.value_or(0));
    writer.write(kinds[grantedOptions], conversation);
}

void writeError(const UdpDatagram& datagram, const Conversation& conversation, EventWriter& writer)
{
    Bytes rest = slice(datagram.payload, 4);
    writer.fields().addNumber("code", readBigEndian<std::uint16_t>(datagram.payload, 2));
    if (const auto message = takeText(rest); !message.empty())
        writer.fields().add("message", message);
    writer.write(kinds[error], conversation);
}

/// Everything but requests: true when it is one of TFTP.
bool writeAnswer(std::uint16_t opcode, const UdpDatagram& datagram, const Conversation& conversation,
                 EventWriter& writer)
{
    if (datagram.payload.size() < 4)
        return datagram.cut;
    if (opcode == data) {
        writeData(datagram, conversation, writer);
    } else if (opcode == acknowledgement) {
        writeAcknowledgement(datagram, conversation, writer);
    } else if (opcode == error) {
        writeError(datagram, conversation, writer);
    } else {
        writeGranted(datagram, conversation, writer);
    }
    return true;
}

bool decodeTftp(const UdpDatagram& datagram, const Conversation& conversation, EventWriter& writer)
{
    const auto opcode = readBigEndian<std::uint16_t>(datagram.payload);
    const bool isOnItsPort =
        conversation.source.port == tftpPort || conversation.destination.port == tftpPort;
    bool isTftp = false;
    if (opcode == readRequest || opcode == writeRequest)
        isTftp = writeRequestFor(opcode, datagram, conversation, writer);
    else if (opcode > 0 && opcode < kinds.size())
        isTftp = writeAnswer(opcode, datagram, conversation, writer);
    else
        isTftp = datagram.cut && datagram.payload.size() < 2;
    // A port that once asked may be used for something else later.
    return isTftp || !isOnItsPort;
}

} // namespace

std::string phoneOfFile(std::string_view file)
{
    constexpr std::size_t nameBytes = 15;
    const auto at = file.find("SEP");
    if (at == std::string_view::npos)
        return {};
    const auto mac = macOfPhoneName(file.substr(at, nameBytes));
    return mac ? phoneName(*mac) : std::string{};
}

const DatagramProtocol tftpProtocol{"TFTP", decodeTftp, nullptr, true};

} // namespace whittle
