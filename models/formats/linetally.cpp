// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/linetally.h"

namespace whittle
{

void LineTally::report(EventSink& sink, Severity severity, std::string id) const
{
    if (m_count == 0)
        return;
    sink.problem({severity,
                  std::move(id),
                  Place{PlaceUnit::Line, m_first},
                  {std::to_string(m_count), std::to_string(m_first)}});
}

void reportNotOfInterest(EventSink& sink, std::uint64_t records, std::uint64_t continuations)
{
    sink.problem({Severity::Info,
                  "formats.records-not-of-interest",
                  {},
                  {std::to_string(records), std::to_string(continuations)}});
}

} // namespace whittle
