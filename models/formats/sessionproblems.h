// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/base/eventsink.h"
#include "models/formats/linetally.h"

namespace whittle
{

struct SessionSection;

/// What could not be read of a session: that of its parts, lines of one sort counted over all of them, and
/// the outputs that no format reads.
class SessionProblems
{
public:
    /// Outputs of more different commands are told as one row.
    static constexpr std::size_t maxCommands = 20;

    void add(std::vector<Problem> ofPart);
    void notRead(const SessionSection& section);
    void tooLong(const SessionSection& section);
    /// `hasTimes`: the session has some, which stand for those that are missing.
    void report(EventSink& sink, bool hasTimes) const;

private:
    struct Output {
        std::string command;
        std::uint64_t lines = 0;
        std::uint64_t firstLine = 0;
    };

    void count(Problem&& problem);

    std::vector<Problem> m_problems; ///< those with a count once for all parts
    std::vector<Output> m_outputs; ///< that no format reads
    LineTally m_moreOutputs;
    LineTally m_tooLong;
};

} // namespace whittle
