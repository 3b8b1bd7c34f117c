// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/console.h"
#include "tests/samplecase/phoneplan.h"
#include "tests/samplecase/wire.h"

#include <string>

namespace samplecase
{

/// A phone's TFTP client (RFC 1350) with the publisher's TFTP service.
class TftpClient
{
public:
    TftpClient(const PhonePlan& plan, Wire& wire, Console& console);

    /// Asks for the trust list, which a cluster without security does not have, and then for the
    /// configuration.
    Moment fetchConfiguration(Ipv4 phone, Moment at);

private:
    Moment request(const std::string& file, Moment at);
    Moment fetchMissing(const std::string& file, Moment at);
    Moment fetch(const std::string& file, const std::string& content, Moment at);
    Moment up(const Bytes& payload, Moment at, std::uint16_t serverPort, const std::string& kind);
    Moment down(const Bytes& payload, Moment at, const std::string& kind);
    void nextTransfer();

    const PhonePlan& m_plan;
    Wire& m_wire;
    Console& m_console;
    Prng m_prng;
    Ipv4 m_phone;
    std::uint16_t m_port = 0, m_transferPort = 0;
};

} // namespace samplecase
