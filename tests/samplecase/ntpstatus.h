// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/ntpnode.h"
#include "tests/samplecase/record.h"

#include <string>

namespace samplecase
{

/// What "utils ntp status" prints on a server: the samples of its polls, as of that true time.
class NtpStatus
{
public:
    NtpStatus(const NtpNode& server, const std::vector<NtpSample>& samples, Moment at)
        : m_server(server)
        , m_samples(samples)
        , m_at(at)
    {
    }

    std::string text() const;

private:
    std::vector<NtpSample> lastOf(Ipv4 source) const;
    std::string sourceRow(char tally, const NtpNode& source) const;
    std::string tail() const;

    const NtpNode& m_server;
    const std::vector<NtpSample>& m_samples;
    Moment m_at;
};

/// The two sources the publisher has, as they look to it.
NtpNode firstSource();
NtpNode secondSource();

} // namespace samplecase
