// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/evidence.h"

#include "tests/samplecase/site.h"
#include "tests/samplecase/text.h"

#include <algorithm>
#include <map>

namespace samplecase
{

namespace
{

template <class Row>
std::vector<Row> inOrder(std::vector<Row> rows)
{
    std::ranges::stable_sort(rows, {}, &Row::at);
    return rows;
}

/// Numbers the chains of signals as they appear in the trace.
class CorrelationTags
{
public:
    std::string tag(const TraceRow& row)
    {
        if (row.chain == 0)
            return "<CT::Alarm" + row.device + ">";
        const auto [entry, isNew] = m_numbers.try_emplace(row.chain, m_next);
        m_next += isNew ? 1 : 0;
        return "<CT::2,100,45,1." + std::to_string(entry->second) + ">";
    }

private:
    std::map<std::uint64_t, int> m_numbers;
    int m_next = 482317;
};

std::string tags(const TraceRow& row, CorrelationTags& correlation)
{
    auto text = "<CLID::WH-CLUSTER><NID::" + dotted(site::subscriber) + ">" + correlation.tag(row);
    if (row.peer)
        text += "<IP::" + dotted(*row.peer) + ">";
    if (!row.device.empty())
        text += "<DEV::" + row.device + ">";
    return text;
}

} // namespace

std::string consoleText(const Record& record)
{
    std::string text;
    for (const auto& row : inOrder(record.console)) {
        const Moment local = site::consoleClock.shown(row.at) + siteOffset;
        text += row.level + ' ' + timeOfDay(local, 6) + ' ' + row.text + '\n';
    }
    return text;
}

std::string traceText(const Record& record)
{
    std::string text;
    CorrelationTags correlation;
    for (const auto& row : inOrder(record.trace)) {
        const Moment local = site::subscriberClock.shown(row.at) + siteOffset;
        text += usDate(local) + ' ' + timeOfDay(local, 3) + " CCM|" + row.body + '|' + tags(row, correlation)
            + '\n';
    }
    return text;
}

} // namespace samplecase
