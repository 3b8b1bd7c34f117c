// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/conversations.h"

#include <algorithm>
#include <tuple>

#include "models/base/together.h"
#include "models/events/sccpsessions.h"
#include "models/events/sipdialogs.h"

namespace whittle
{

std::string_view toText(ConversationKind kind)
{
    return kind == ConversationKind::Sip ? "sip" : "sccp";
}

std::string_view toText(ConversationEnd end)
{
    switch (end) {
    case ConversationEnd::Answered:
        return "answered";
    case ConversationEnd::Refused:
        return "refused";
    case ConversationEnd::Cancelled:
        return "cancelled";
    case ConversationEnd::Bye:
        return "bye";
    case ConversationEnd::Unregistered:
        return "unregister";
    case ConversationEnd::TcpClosed:
        return "tcp-closed";
    case ConversationEnd::TcpReset:
        return "tcp-reset";
    case ConversationEnd::Open:
        break;
    }
    return "evidence-ended";
}

std::vector<Conversation> conversations(const CaseEvents& events, const Identity& identity,
                                        const ClockSet& clocks, const std::stop_token& stop,
                                        const std::vector<Conversation>& before)
{
    std::vector<Conversation> all;
    std::vector<Conversation> sessions;
    together([&] { all = sipDialogs(events, identity, clocks, stop, before); },
             [&] { sessions = sccpSessions(events, identity, clocks, stop); });
    std::ranges::move(sessions, std::back_inserter(all));
    std::ranges::sort(all, {}, [](const Conversation& one) { return std::tie(one.from, one.kind, one.id); });
    return all;
}

} // namespace whittle
