// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/wire.h"

#include "tests/samplecase/site.h"

namespace samplecase
{

namespace
{

constexpr Duration serverSide = 140us;

}

Moment Wire::toServer(Frame frame, Moment sent, const std::string& kind)
{
    const Moment at = sent + wideArea();
    passes(std::move(frame), at, kind);
    return at + serverSide;
}

Moment Wire::toPhone(Frame frame, Moment sent, const std::string& kind)
{
    const Moment at = sent + serverSide;
    passes(std::move(frame), at, kind);
    return at + wideArea();
}

void Wire::passes(Frame frame, Moment at, const std::string& kind)
{
    frame.at = at;
    m_record.frames.push_back(std::move(frame));
    ++m_record.counts[site::captureFile][kind];
}

} // namespace samplecase
