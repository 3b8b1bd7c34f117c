// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/tracelog.h"

#include "tests/samplecase/site.h"

namespace samplecase
{

void TraceLog::write(TraceRow row, const std::string& kind)
{
    m_record.trace.push_back(std::move(row));
    ++m_record.counts[site::traceFile][kind];
}

} // namespace samplecase
