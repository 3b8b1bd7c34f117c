// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/agent.h"
#include "tests/samplecase/ntppacket.h"
#include "tests/samplecase/wire.h"

namespace samplecase
{

/// A server polling another for the time, every 1024 s or a little off it.
class NtpAssociation : public Agent
{
public:
    /// The ranges of the two ways; unequal ways look like an offset.
    struct Path {
        Duration outShortest, outLongest, backShortest, backLongest;
    };
    NtpAssociation(NtpNode& client, NtpNode& server, const Path& path, Moment first, Wire& wire,
                   Record& record);

    Moment next() const override { return m_next; }
    void act() override;

private:
    void send(const NtpNode& from, const NtpNode& to, const Bytes& payload, Moment at,
              const std::string& kind);
    void refreshServer(Moment at);
    void learn(const NtpTimes& times, Moment received);

    NtpNode& m_client;
    NtpNode& m_server;
    Path m_path;
    Wire& m_wire;
    Record& m_record;
    Prng m_prng;
    Moment m_next;
    Moment m_lastTransmit{}, m_lastReceive{}; ///< of the answer before, for the next question
};

} // namespace samplecase
