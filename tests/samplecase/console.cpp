// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/console.h"

#include "tests/samplecase/site.h"

namespace samplecase
{

void Console::say(Moment at, const std::string& level, const std::string& module, const std::string& text)
{
    if (!m_attached)
        return;
    m_record.console.push_back({at, level, module + ": " + text});
    ++m_record.counts[site::consoleFile][module];
}

} // namespace samplecase
