// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/record.h"

#include <string>

namespace samplecase
{

/// A phone's console. What it says is kept only where somebody is logged in.
class Console
{
public:
    Console(Record& record, bool attached)
        : m_record(record)
        , m_attached(attached)
    {
    }

    void note(Moment at, const std::string& module, const std::string& text) { say(at, "NOT", module, text); }
    void warn(Moment at, const std::string& module, const std::string& text) { say(at, "WRN", module, text); }
    void inform(Moment at, const std::string& module, const std::string& text)
    {
        say(at, "INF", module, text);
    }

private:
    void say(Moment at, const std::string& level, const std::string& module, const std::string& text);

    Record& m_record;
    bool m_attached;
};

} // namespace samplecase
