// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/badtimes.h"

namespace whittle
{

void BadTimes::add(EventSink& sink, std::uint64_t line, std::string_view written)
{
    if (m_named == named) {
        m_more.add(line);
        return;
    }
    ++m_named;
    sink.problem({Severity::DataLoss,
                  "formats.time-not-understood",
                  Place{PlaceUnit::Line, line},
                  {std::string(written)}});
}

void BadTimes::report(EventSink& sink) const
{
    m_more.report(sink, Severity::DataLoss, "formats.more-times-not-understood");
}

} // namespace whittle
