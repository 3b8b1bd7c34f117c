// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/calldesk.h"

#include "tests/samplecase/site.h"

#include <array>

namespace samplecase
{

namespace
{

constexpr Duration longestCall = 4min;

bool isWorkingTime(Moment at)
{
    const Civil local = civil(at + siteOffset);
    return local.weekday >= 1 && local.weekday <= 5 && local.hour >= 7 && local.hour < 17;
}

std::string stateName(CallState state)
{
    static constexpr std::array names{"", "OffHook", "OnHook", "RingOut", "RingIn", "Connected"};
    return names[std::size_t(state)];
}

} // namespace

CallDesk::CallDesk(const std::vector<std::unique_ptr<Phone>>& phones)
    : m_phones(phones)
    , m_next(site::begin + 10min)
{
}

void CallDesk::act()
{
    switch (m_stage) {
    case Stage::Idle:
        return begin();
    case Stage::Dialling:
        return dial();
    case Stage::Ringing:
        return answer();
    case Stage::Talking:
        return hangUp();
    }
}

void CallDesk::pause()
{
    m_stage = Stage::Idle;
    m_next += m_prng.between(9min, 55min);
}

void CallDesk::tell(Phone& phone, CallState state, Moment at)
{
    phone.link().order(at, skinnyCallState(state, m_reference),
                       "CallState callState=" + std::to_string(unsigned(state)) + '(' + stateName(state)
                           + ") lineInstance=1 callReference=" + std::to_string(m_reference) + '.');
}

/// A call is only begun when neither phone has anything else to do meanwhile.
void CallDesk::begin()
{
    const auto last = std::int64_t(m_phones.size()) - 1;
    m_caller = m_phones[std::size_t(m_prng.between(0, last))].get();
    m_called = m_phones[std::size_t(m_prng.between(0, last))].get();
    const auto isFree = [&](const Phone* phone) { return phone->quietUntil(m_next, m_next + longestCall); };
    if (!isWorkingTime(m_next) || m_caller == m_called || !isFree(m_caller) || !isFree(m_called))
        return pause();
    m_reference += 2;
    const Moment arrived = m_caller->link().up(m_next, skinnyPlain(0x06, "sccp_offhook"), "OffHook.");
    tell(*m_caller, CallState::OffHook, arrived + 3ms);
    m_stage = Stage::Dialling;
    m_next += m_prng.between(1200ms, 3s);
}

void CallDesk::dial()
{
    Moment at = m_next;
    for (const char digit : std::to_string(m_called->number())) {
        m_caller->link().up(at, skinnyKeypad(unsigned(digit - '0'), m_reference),
                            std::string("KeypadButton kpButton=") + digit + '.');
        at += m_prng.between(180ms, 420ms);
    }
    traceAnalysis(at);
    tell(*m_called, CallState::RingIn, at + 9ms);
    tell(*m_caller, CallState::RingOut, at + 14ms);
    m_stage = Stage::Ringing;
    m_next = at + m_prng.between(3s, 16s);
}

void CallDesk::traceAnalysis(Moment at)
{
    const auto calling = std::to_string(m_caller->number()), called = std::to_string(m_called->number());
    m_caller->link().traceFree(at,
                               "Digit analysis: match(pi=\"2\", fqcn=\"" + calling + "\", cn=\"" + calling
                                   + "\", plv=\"5\", pss=\"\", TodFilteredPss=\"\", dd=\"" + called
                                   + "\", dac=\"0\")",
                               "digitanalysis");
    m_caller->link().traceFree(at + 1ms, "Digit analysis: analysis results", "digitanalysis");
    m_caller->link().traceFree(at + 1ms,
                               "|PretransformCallingPartyNumber=" + calling
                                   + "\n|CallingPartyNumber=" + calling + "\n|DialingPattern=" + called
                                   + "\n|DialingRoutePatternRegularExpression=(" + called
                                   + ")\n|PretransformDigitString=" + called,
                               "digitanalysis");
}

void CallDesk::answer()
{
    const Moment arrived = m_called->link().up(m_next, skinnyPlain(0x06, "sccp_offhook"), "OffHook.");
    tell(*m_called, CallState::Connected, arrived + 4ms);
    tell(*m_caller, CallState::Connected, arrived + 6ms);
    m_stage = Stage::Talking;
    m_next += m_prng.between(12s, 190s);
}

void CallDesk::hangUp()
{
    const Moment arrived = m_caller->link().up(m_next, skinnyPlain(0x07, "sccp_onhook"), "OnHook.");
    tell(*m_caller, CallState::OnHook, arrived + 3ms);
    tell(*m_called, CallState::OnHook, arrived + 5ms);
    pause();
}

} // namespace samplecase
