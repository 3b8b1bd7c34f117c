// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/moment.h"

namespace samplecase
{

/// Something that acts on its own: the story always lets the one act whose turn is next.
class Agent
{
public:
    Agent() = default;
    Agent(const Agent&) = delete;
    Agent& operator=(const Agent&) = delete;
    virtual ~Agent() = default;

    /// True time of its next act; Moment::max() when it has none left.
    virtual Moment next() const = 0;
    /// Does one thing, to its end: what follows within seconds is recorded at once.
    virtual void act() = 0;
};

} // namespace samplecase
