// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/frame.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace samplecase
{

struct ConsoleRow {
    Moment at; ///< true time
    std::string level, text;
};

struct TraceRow {
    Moment at; ///< true time
    std::string body;
    std::string device; ///< empty before the phone has said its name
    std::optional<Ipv4> peer;
    std::uint64_t chain =
        0; ///< rows of one signal share it; 0 is an alarm, which is tagged with its device instead
};

struct Incident {
    Moment at; ///< true time
    std::string device, kind, why;
    bool distractor = false;
};

/// One answered poll as the client works it out, from what the two clocks showed.
struct NtpSample {
    Ipv4 client, server;
    Moment received; ///< true time
    Duration offset, delay;
};

/// Everything that happened, in true time: what the evidence files are rendered from.
struct Record {
    std::vector<Frame> frames;
    std::vector<ConsoleRow> console;
    std::vector<TraceRow> trace;
    std::vector<Incident> incidents;
    std::vector<NtpSample> ntp;
    std::map<std::string, std::map<std::string, int>> counts; ///< per evidence file, by kind of event
};

} // namespace samplecase
