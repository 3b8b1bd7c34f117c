// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <optional>

#include "models/base/fields.h"
#include "models/checks/dhcpserver.h"
#include "models/checks/evidence.h"
#include "models/checks/starts.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

// A phone waits four seconds for each answer, asks four times for each of three files, and some more where
// packets get lost.
constexpr Nanoseconds oneTry = std::chrono::minutes{2};
// It goes round: it comes to nothing more than once.
constexpr std::size_t goesRound = 2;

/// A phone that got no configuration, as one source shows it.
struct InVain {
    const EventRow* event = nullptr;
    IpAddress server{}; ///< not set: not told
    bool refused = false; ///< the server said that it does not have the file; else it said nothing
};

bool asksForConfiguration(const EventRow& event)
{
    const auto file = FieldView(event.fields).value("file");
    return event.kind == "tftp.read-request" && file && file->find(".cnf.xml") != std::string::npos;
}

/// Why a mark "phone.no-configuration" stands there; empty: not for what TFTP said or did not say.
std::optional<InVain> inVain(const CheckContext& context, const DeviceHistory& device, const DeviceMark& mark)
{
    const EventRow* shown = mark.kind == "phone.no-configuration" ? eventAt(context, mark.ref) : nullptr;
    const auto events = context.byDevice.find(device.name);
    if (!shown || shown->kind == "dhcp.ack" || shown->kind == "phone.no-tftp-server"
        || events == context.byDevice.end())
        return {};
    InVain found{shown, shown->kind == "tftp.error" ? shown->source.address : IpAddress{},
                 shown->kind == "tftp.error"};
    bool asked = found.refused;
    for (const TimedEvent& timed : events->second.between(mark.at - oneTry, mark.at)) {
        const EventRow& event = *timed.event;
        if (event.ref.source != shown->ref.source)
            continue;
        if (asksForConfiguration(event)) {
            asked = true;
            found.server = event.destination.address;
            found.refused = shown->kind == "tftp.error";
        } else if (event.kind == "tftp.error") {
            found.refused = asked;
        } else if (event.kind == "phone.tftp-timeout") {
            found.refused = false;
        }
    }
    return asked ? std::optional(found) : std::nullopt;
}

/// The servers from which phones are meant to have their configuration: those of CallManager, those that
/// the site names, and what the only DHCP server that answers gives.
class GoodServers
{
public:
    explicit GoodServers(const CheckContext& context)
        : m_nodes(nodesOf(context))
    {
        std::map<std::string, std::set<std::string>> serversOf;
        const std::vector<DhcpGift> gifts = dhcpGifts(context);
        for (const DhcpGift& gift : gifts)
            serversOf[gift.client].insert(gift.server);
        for (const DhcpGift& gift : gifts) {
            if (gift.event->kind == "dhcp.offer" && serversOf[gift.client].size() == 1)
                m_given.insert(gift.tftp.begin(), gift.tftp.end());
        }
    }

    bool contain(const IpAddress& server) const
    {
        return m_given.contains(toText(server)) || std::ranges::any_of(m_nodes, [&](const IpAddress& node) {
                   return inSameSubnet(node, server);
               });
    }

private:
    std::set<IpAddress> m_nodes;
    std::set<std::string> m_given;
};

CheckOutcome yes(CheckOutcome outcome, std::size_t count, const IpAddress& server)
{
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    outcome.parameters = {{"count", std::to_string(count)},
                          {"phones", phonesIn(outcome)},
                          {"device", outcome.devices.empty() ? "" : outcome.devices.front()},
                          {"server", server.isSet() ? toText(server) : "?"}};
    return outcome;
}

/// The tries of one phone that came to nothing in that way.
std::vector<InVain> triesOf(const CheckContext& context, const DeviceHistory& device, bool refused)
{
    std::vector<InVain> tries;
    for (const DeviceMark& mark : device.marks) {
        const auto one = inVain(context, device, mark);
        if (one && one->refused == refused)
            tries.push_back(*one);
    }
    return tries;
}

/// It asked the right servers, and not only once.
bool prove(const std::vector<InVain>& tries, const GoodServers& good)
{
    const auto isRight = [&](const InVain& one) { return good.contain(one.server); };
    return tries.size() >= goesRound && std::ranges::all_of(tries, isRight);
}

CheckOutcome checkTries(const CheckContext& context, CheckOutcome outcome, bool refused, bool proven)
{
    const GoodServers good(context);
    std::size_t count = 0;
    IpAddress server;
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested())
            return outcome;
        const std::vector<InVain> tries = triesOf(context, device, refused);
        if (tries.empty() || prove(tries, good) != proven)
            continue;
        count += tries.size();
        server = tries.front().server;
        for (const InVain& one : tries)
            addProof(outcome, context.cite(*one.event), device.name);
    }
    return count == 0 ? outcome : yes(std::move(outcome), count, server);
}

/// One file that a client asks for from one port, as a capture shows it that the answers pass.
struct Asked {
    std::vector<const EventRow*> requests{};
    std::vector<const EventRow*> answers{};
    std::string device{};
    bool reached = false; ///< the client goes on, so it got an answer

    /// Asked again although it had been answered, more than once.
    bool isInVain() const { return requests.size() > 2 && answers.size() > 1 && !reached; }
};
using Client = std::pair<SourceId, Endpoint>;

/// Captures in which phones themselves show: there an answer has arrived.
std::set<SourceId> atPhones(const CheckContext& context)
{
    std::set<SourceId> sources;
    forEachSingle(context, [&](const EventRow& event) {
        if ((event.kind == "dhcp.discover" && event.source.address.isUnspecified())
            || (event.kind == "arp.request" && FieldView(event.fields).value("probe") == "yes"))
            sources.insert(event.ref.source);
    });
    return sources;
}

std::map<Client, Asked> askedInCaptures(const CheckContext& context)
{
    std::map<Client, Asked> all;
    forEachSingle(context, [&](const EventRow& event) {
        if (!event.kind.starts_with("tftp.") || event.ref.place.unit != PlaceUnit::Frame)
            return;
        const SourceId source = event.ref.source;
        if (event.kind == "tftp.read-request") {
            Asked& asked = all[{source, event.source}];
            asked.requests.push_back(&event);
            asked.device = context.identity.deviceOf(event);
        } else if (const auto to = all.find({source, event.destination}); to != all.end()) {
            to->second.answers.push_back(&event);
        } else if (const auto from = all.find({source, event.source}); from != all.end()) {
            from->second.reached = true;
        }
    });
    return all;
}

} // namespace

/// Never no, neither here nor in the others: what phones have not asked for while somebody watched, they may
/// have asked for before.
CheckOutcome checkConfigurationRefused(const CheckContext& context)
{
    return checkTries(context,
                      notObservable("tftp-file-refused", {"phone_side", "tftp-trace", "phone-console"}), true,
                      true);
}

CheckOutcome checkConfigurationUnanswered(const CheckContext& context)
{
    return checkTries(context, notObservable("tftp-unanswered", {"phone_side", "phone-console"}), false,
                      true);
}

/// The same where nobody knows whether the server that was asked is the right one, or only once.
CheckOutcome checkConfigurationNotFound(const CheckContext& context)
{
    return checkTries(context,
                      notObservable("configuration-not-found", {"phone_side", "tftp-trace", "phone-console"}),
                      true, false);
}

CheckOutcome checkNoConfiguration(const CheckContext& context)
{
    return checkTries(context, notObservable("configuration-unanswered", {"phone_side", "phone-console"}),
                      false, false);
}

/// Answers that leave the server and do not arrive: the phone asks again for what was sent to it. A capture
/// at the phone shows the contrary.
CheckOutcome checkAnswersLost(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("tftp-answers-lost", {"cucm_side", "server_side"});
    const std::set<SourceId> near = atPhones(context);
    std::size_t count = 0;
    IpAddress server;
    for (const auto& [client, asked] : askedInCaptures(context)) {
        if (near.contains(client.first) || !asked.isInVain())
            continue;
        count += asked.answers.size();
        server = asked.requests.front()->destination.address;
        addProof(outcome, context.cite(*asked.requests.back()), asked.device);
        addProof(outcome, context.cite(*asked.answers.front()), "");
        addProof(outcome, context.cite(*asked.answers.back()), "");
    }
    return count == 0 ? outcome : yes(std::move(outcome), count, server);
}

CheckOutcome checkTftpBusy(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("tftp-busy", {"tftp-trace"});
    std::size_t count = 0;
    IpAddress server;
    forEachSingle(context, [&](const EventRow& event) {
        if (event.kind != "tftp.busy")
            return;
        ++count;
        server = event.source.address;
        addProof(outcome, context.cite(event), "");
    });
    return count == 0 ? outcome : yes(std::move(outcome), count, server);
}

} // namespace whittle
