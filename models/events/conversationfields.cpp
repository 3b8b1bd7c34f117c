// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/conversationfields.h"

#include "models/base/fields.h"
#include "models/events/conversations.h"

namespace whittle
{

namespace
{

std::string inWords(const ConversationLeg& leg)
{
    const auto end = [](const Endpoint& one) {
        return one.address.isSet() ? toText(one) : std::string("unknown");
    };
    return end(leg.caller) + " > " + end(leg.callee) + ", messages " + std::to_string(leg.messages)
        + ", sources " + std::to_string(leg.seenBy.size());
}

} // namespace

std::string fieldsOf(const Conversation& conversation)
{
    FieldWriter fields;
    fields.add(conversation.kind == ConversationKind::Sip ? "call-id" : "connection", conversation.id);
    if (!conversation.caller.empty())
        fields.add("from", conversation.caller);
    if (!conversation.callee.empty())
        fields.add("to", conversation.callee);
    if (conversation.status)
        fields.addNumber("status", *conversation.status);
    for (std::size_t i = 0; i < conversation.legs.size(); ++i)
        fields.add("leg-" + std::to_string(i + 1), inWords(conversation.legs[i]));
    return std::string(fields.text());
}

} // namespace whittle
