// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/base/bytes.h"
#include "models/capture/eventwriter.h"
#include "models/capture/ippacket.h"
#include "models/capture/transport.h"

namespace whittle
{

/// A protocol whose messages are datagrams.
struct DatagramProtocol {
    const char* name; ///< as people write it, for problems
    /// Writes the events of one datagram. False: these bytes contradict the protocol's own format.
    bool (*decode)(const UdpDatagram& datagram, const Conversation& conversation, EventWriter& writer);
    /// Whether a payload begins as a message of this protocol must; asked on every port that is no other
    /// protocol's where the first byte is a letter, so it looks at the first few bytes only. Null: only its
    /// port tells this protocol.
    bool (*startsLike)(Bytes payload) = nullptr;
    /// Only the first datagram goes to its port; the answers come from a port chosen then, and go to the
    /// port that asked (TFTP, RFC 1350 §4).
    bool answersFromAnyPort = false;
};

/// What stands at the front of a stretch of stream.
struct Framing {
    enum class Kind {
        Message, ///< a message of `bytes` bytes, all or some of them here
        TooShort, ///< cannot be told from so few bytes
        NoMessage, ///< no message begins like this
    };
    Kind kind = Kind::TooShort;
    std::size_t bytes = 0;
};

/// A protocol whose messages follow each other in a TCP stream.
struct StreamProtocol {
    const char* name; ///< as people write it, for problems
    /// The message at the front, where one is known to begin.
    Framing (*front)(Bytes bytes);
    /// Whether a message begins at the front of a segment of a stream whose messages are not known: stricter.
    bool (*startsHere)(Bytes segment);
    /// Writes the event of one message; it is shorter than its framing said where the capture cut it.
    void (*decode)(Bytes message, const Conversation& conversation, EventWriter& writer);
    /// Bytes without which decode() can say nothing.
    std::size_t minMessageBytes;
    /// A message never is longer: bounds what is kept of one that is not complete.
    std::size_t maxMessageBytes;
    /// As in DatagramProtocol: a segment on any port that begins like this makes its connection one of this
    /// protocol. Null: only its port tells.
    bool (*startsLike)(Bytes segment) = nullptr;
};

/// A protocol that stands directly behind the link layer: ARP, CDP, LLDP.
struct FrameProtocol {
    const char* name; ///< as people write it, for problems
    /// Writes the events of one frame; `payload` is what follows the EtherType or the SNAP header. False:
    /// these bytes contradict the protocol's own format; what was readable may have been written.
    bool (*decode)(Bytes payload, const LinkAddresses& link, EventWriter& writer);
};

/// A protocol directly behind IP other than UDP and TCP: ICMP.
struct PacketProtocol {
    const char* name; ///< as people write it, for problems
    bool (*decode)(const IpPacket& packet, EventWriter& writer);
};

} // namespace whittle
