// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/base/event.h"
#include "models/base/problem.h"

namespace whittle
{

/// A signpost into the evidence: the record with this number starts at this byte. Readers drop one every so
/// many records, so that a single record can be shown later without reading the file from its beginning.
struct Landmark {
    std::uint64_t number = 0; ///< frame or line, 1-based
    std::uint64_t offset = 0; ///< byte in the (uncompressed) file where it starts
};

/// The one way by which a fact enters a case: decoder → EventSink → store. Called from the thread that
/// decodes, in the order of the source (Event::place never decreases).
class EventSink
{
public:
    virtual ~EventSink() = default;

    virtual void event(const Event& event) = 0;
    virtual void problem(Problem problem) = 0;
    virtual void landmark(Landmark landmark) = 0;
};

} // namespace whittle
