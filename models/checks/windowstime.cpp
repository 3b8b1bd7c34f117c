// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/windowstime.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/checks/timechecks.h"

namespace whittle
{

namespace
{

/// What CUCM needs of a Windows server; a value that an export lacks has Windows' default, which is shown
/// nowhere and so judged by nobody.
struct Needed {
    std::string_view key; ///< the end of it
    std::string_view name;
    std::string_view value;
    std::string_view alternative; ///< that does too
};
constexpr std::array needed{
    Needed{"\\timeproviders\\ntpserver", "enabled", "1", "1"},
    Needed{"\\parameters", "type", "ntp", "allsync"},
    Needed{"\\config", "announceflags", "5", "5"},
    Needed{"\\config", "localclockdispersion", "0", "0"},
};

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

const Needed* neededBy(const FieldView& fields)
{
    const std::string key = lower(fields.value("key").value_or(""));
    const std::string name = lower(fields.value("name").value_or(""));
    const auto found = std::ranges::find_if(
        needed, [&](const Needed& one) { return name == one.name && key.ends_with(one.key); });
    return found == needed.end() || key.find("w32time") == key.npos ? nullptr : &*found;
}

bool suffers(const NtpSource& source)
{
    return source.service == NtpService::Silent || source.service == NtpService::Unsynchronised
        || source.service == NtpService::Distant || source.service == NtpService::Ignored;
}

/// A source that may be that server, and from which a node suffers; null: none.
const NtpSource* victim(const std::vector<NtpClient>& clients, const WindowsTime& windows)
{
    for (const NtpClient& client : clients) {
        for (const NtpSource& source : client.sources) {
            const bool counts = source.isExternal || client.role != NtpRole::Subscriber;
            if (counts && suffers(source) && mayBeWindows(windows, source))
                return &source;
        }
    }
    return nullptr;
}

void describe(const CheckContext& context, CheckOutcome& outcome, const WindowsTime& windows)
{
    outcome.needs.clear();
    for (const EventRow* value : windows.proof)
        addProof(outcome, context.cite(*value), {});
    std::string list;
    for (const std::string& wrong : windows.wrong)
        list += (list.empty() ? "" : ", ") + wrong;
    outcome.parameters = {{"settings", list}};
}

/// Sources are seen, and none of them can be a Windows server.
bool noneIsWindows(const std::vector<NtpClient>& clients)
{
    bool seen = false;
    for (const NtpClient& client : clients) {
        for (const NtpSource& source : client.sources) {
            seen = true;
            if (source.isWindows != false)
                return false;
        }
    }
    return seen;
}

/// Where no source can be a Windows server, its settings tell nothing.
std::vector<std::string> needsOf(const CheckContext& context)
{
    return {noneIsWindows(context.ntpClients) ? "ntp-status" : "windows-registry"};
}

} // namespace

WindowsTime windowsTime(const CheckContext& context)
{
    WindowsTime windows;
    std::vector<const EventRow*> right;
    forEachOf(context, "windows-registry", [&](const EventRow& event) {
        const FieldView fields(event.fields);
        const Needed* one = event.kind == "registry.value" ? neededBy(fields) : nullptr;
        if (!one)
            return;
        windows.isShown = true;
        const std::string value = fields.value("value").value_or("");
        if (lower(value) == one->value || lower(value) == one->alternative) {
            right.push_back(&event);
            return;
        }
        windows.proof.push_back(&event);
        windows.wrong.push_back(fields.value("name").value_or("") + " " + value);
    });
    windows.isRight = windows.wrong.empty() && right.size() >= needed.size();
    if (windows.wrong.empty())
        windows.proof = right;
    return windows;
}

bool mayBeWindows(const WindowsTime& windows, const NtpSource& source)
{
    return source.isWindows.value_or(windows.isShown);
}

bool maySufferFromSettings(const WindowsTime& windows, const NtpSource& source)
{
    return !windows.isRight && mayBeWindows(windows, source);
}

/// Yes: settings are wrong, and a node suffers from a source that may be this server. No: all that CUCM needs
/// are shown, and right.
CheckOutcome checkWindowsTimeSettings(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("windows-time-settings-wrong", needsOf(context));
    const WindowsTime windows = windowsTime(context);
    const bool proves = !windows.wrong.empty() && victim(context.ntpClients, windows);
    if (!windows.isRight && !proves)
        return outcome;
    outcome.result = windows.isRight ? CheckResult::No : CheckResult::Yes;
    describe(context, outcome, windows);
    return outcome;
}

/// Yes: settings are wrong, and nobody is seen to suffer from that server.
CheckOutcome checkWindowsTimeSettingsAlone(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("windows-time-settings-differ", needsOf(context));
    const WindowsTime windows = windowsTime(context);
    if (windows.wrong.empty() || noneIsWindows(context.ntpClients) || victim(context.ntpClients, windows))
        return outcome;
    outcome.result = CheckResult::Yes;
    describe(context, outcome, windows);
    return outcome;
}

/// Yes: the site description or the packets of a source show Windows. No: of all sources of the publisher is
/// shown that they are something else.
CheckOutcome checkWindowsSource(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("ntp-source-is-windows", {"ntp_side", "site"});
    const auto& clients = context.ntpClients;
    const auto sources = externalSources(clients);
    const auto isWindows = [](const NtpClientSource& one) { return one.source->isWindows == true; };
    const auto isOther = [](const NtpClientSource& one) { return one.source->isWindows == false; };
    const auto found = std::ranges::find_if(sources, isWindows);
    if (found == sources.end() && (sources.empty() || !std::ranges::all_of(sources, isOther)))
        return outcome;
    outcome.needs.clear();
    outcome.result = found == sources.end() ? CheckResult::No : CheckResult::Yes;
    const NtpClientSource& shown = found == sources.end() ? sources.front() : *found;
    outcome.parameters = {{"server", toText(shown.source->link->server)}};
    citeSource(context, outcome, *shown.client, *shown.source);
    return outcome;
}

} // namespace whittle
