// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/phone.h"

#include <memory>
#include <vector>

namespace samplecase
{

/// People of the warehouse calling each other in working hours, one call after another.
class CallDesk : public Agent
{
public:
    explicit CallDesk(const std::vector<std::unique_ptr<Phone>>& phones);

    Moment next() const override { return m_next; }
    void act() override;

private:
    enum class Stage { Idle, Dialling, Ringing, Talking };
    void begin();
    void dial();
    void answer();
    void hangUp();
    void pause();
    void tell(Phone& phone, CallState state, Moment at);
    void traceAnalysis(Moment at);

    const std::vector<std::unique_ptr<Phone>>& m_phones;
    Prng m_prng{0xca11};
    Stage m_stage = Stage::Idle;
    Moment m_next;
    Phone* m_caller = nullptr;
    Phone* m_called = nullptr;
    unsigned m_reference = 16777420;
};

} // namespace samplecase
