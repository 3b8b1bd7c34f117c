// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "models/checks/evidence.h"
#include "models/checks/ntpclients.h"

namespace whittle
{

const NtpClient* clientAt(const std::vector<NtpClient>& clients, const NtpHost& host)
{
    const auto found = std::ranges::find(clients, host, &NtpClient::host);
    return found == clients.end() ? nullptr : &*found;
}

std::vector<NtpClientSource> externalSources(const std::vector<NtpClient>& clients)
{
    std::vector<NtpClientSource> all;
    for (const NtpClient& client : clients) {
        for (const NtpSource& source : client.sources) {
            if (source.isExternal)
                all.push_back({&client, &source});
        }
    }
    return all;
}

std::string serversIn(const std::vector<NtpClientSource>& sources)
{
    std::set<std::string> names;
    for (const NtpClientSource& one : sources)
        names.insert(toText(one.source->link->server));
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string nameOf(const NtpClient& client)
{
    if (client.host.address.isSet() || !client.host.name.empty())
        return toText(client.host);
    return client.role == NtpRole::Publisher ? "the publisher"
        : client.role == NtpRole::Subscriber ? "a subscriber"
                                             : "a node";
}

bool isInSync(const NtpClient& client)
{
    return client.follows == NtpFollows::Source
        && std::ranges::any_of(client.sources, [&](const NtpSource& source) {
               const bool isGood =
                   source.service == NtpService::Good || source.service == NtpService::Answers;
               return isGood && (source.isFollowed || !client.hasTable) && !isOwnClock(source.refid);
           });
}

void citeSource(const CheckContext& context, CheckOutcome& outcome, const NtpClient& client,
                const NtpSource& source)
{
    for (const EventRef& ref : source.proof) {
        if (const EventRow* event = context.events.single(ref))
            addProof(outcome, context.cite(*event), nameOf(client));
    }
}

} // namespace whittle
