// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/prng.h"
#include "tests/samplecase/record.h"

#include <string>

namespace samplecase
{

/// The way between the warehouse and the data centre, with the analyser in front of the servers.
class Wire
{
public:
    explicit Wire(Record& record)
        : m_record(record)
    {
    }

    /// Both give the time of arrival.
    Moment toServer(Frame frame, Moment sent, const std::string& kind);
    Moment toPhone(Frame frame, Moment sent, const std::string& kind);
    /// A frame whose way is reckoned elsewhere.
    void passes(Frame frame, Moment at, const std::string& kind);

private:
    Duration wideArea() { return m_prng.between(1800us, 2150us); }

    Record& m_record;
    Prng m_prng{0x31};
};

} // namespace samplecase
