// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/devicewords.h"

#include <algorithm>
#include <cmath>
#include <span>

#include <QCoreApplication>
#include <QStringList>

#include "models/base/fields.h"
#include "models/events/devicename.h"
#include "models/report/visibletext.h"
#include "models/timeline/timetext.h"

namespace whittle::devicewords
{

namespace
{

struct Named {
    const char* id;
    const char* words;
};

constexpr Named joinReasons[] = {
    {"named", QT_TRANSLATE_NOOP("Words", "a record names it")},
    {"named-after-mac", QT_TRANSLATE_NOOP("Words", "phones are named after their MAC address")},
    {"console-names-it", QT_TRANSLATE_NOOP("Words", "the log of its console names it")},
    {"file-named-after-it", QT_TRANSLATE_NOOP("Words", "the file is named after it")},
    {"names-connection", QT_TRANSLATE_NOOP("Words", "a record shows both the device and the connection")},
    {"names-address", QT_TRANSLATE_NOOP("Words", "a record shows both the device and the address")},
    {"lease", QT_TRANSLATE_NOOP("Words", "leased to it, until the lease ends")},
    {"registration", QT_TRANSLATE_NOOP("Words", "it registered from there, until that ends")},
    {"shown", QT_TRANSLATE_NOOP("Words", "from the first to the last record that shows both")},
    {"address-elsewhere",
     QT_TRANSLATE_NOOP("Words", "another source shows whose the address was at that time")},
    {"registers", QT_TRANSLATE_NOOP("Words", "it says so when it registers")},
    {"names-handle", QT_TRANSLATE_NOOP("Words", "a line of the trace shows both")},
    {"announced", QT_TRANSLATE_NOOP("Words", "it and one port of a switch announce themselves there")},
    {"relay-agent", QT_TRANSLATE_NOOP("Words", "the relay agent adds it to its DHCP messages (option 82)")},
    {"phone-alarm", QT_TRANSLATE_NOOP("Words", "the phone names its neighbour in an alarm")},
    {"described", QT_TRANSLATE_NOOP("Words", "the description of the site says so")},
    {"phone-control", QT_TRANSLATE_NOOP("Words", "a user's phone control names it")},
};

constexpr Named begins[] = {
    {"unknown", QT_TRANSLATE_NOOP("Words", "before the evidence begins")},
    {"power-on", QT_TRANSLATE_NOOP("Words", "powered on")},
    {"restart", QT_TRANSLATE_NOOP("Words", "restarted")},
    {"reset", QT_TRANSLATE_NOOP("Words", "reset")},
    {"re-register", QT_TRANSLATE_NOOP("Words", "registered again")},
    {"fallback", QT_TRANSLATE_NOOP("Words", "back to the node it prefers")},
    {"register", QT_TRANSLATE_NOOP("Words", "registered")},
};

constexpr Named requestStates[] = {
    {"selecting", QT_TRANSLATE_NOOP("Words", "takes an offer (selecting)")},
    {"init-reboot", QT_TRANSLATE_NOOP("Words", "after a start (init-reboot)")},
    {"renewing", QT_TRANSLATE_NOOP("Words", "renews at its server (renewing)")},
    {"rebinding", QT_TRANSLATE_NOOP("Words", "asks any server (rebinding)")},
};

constexpr Named conversationEnds[] = {
    {"evidence-ended", QT_TRANSLATE_NOOP("Words", "no end seen")},
    {"answered", QT_TRANSLATE_NOOP("Words", "answered")},
    {"refused", QT_TRANSLATE_NOOP("Words", "refused")},
    {"cancelled", QT_TRANSLATE_NOOP("Words", "cancelled")},
    {"bye", QT_TRANSLATE_NOOP("Words", "hung up")},
    {"unregister", QT_TRANSLATE_NOOP("Words", "unregistered")},
    {"tcp-closed", QT_TRANSLATE_NOOP("Words", "connection closed")},
    {"tcp-reset", QT_TRANSLATE_NOOP("Words", "connection reset")},
};

/// With the place of the value. A new field gets a line here; without one its key stands for its words.
constexpr Named fieldNames[] = {
    {"protocol", QT_TRANSLATE_NOOP("Words", "protocol %1")},
    {"address", QT_TRANSLATE_NOOP("Words", "address %1")},
    {"node", QT_TRANSLATE_NOOP("Words", "node %1")},
    {"call-id", QT_TRANSLATE_NOOP("Words", "Call-ID %1")},
    {"handle", QT_TRANSLATE_NOOP("Words", "handle %1")},
    {"granted-s", QT_TRANSLATE_NOOP("Words", "granted every %1")},
    {"observed-s", QT_TRANSLATE_NOOP("Words", "seen every %1")},
    {"missing", QT_TRANSLATE_NOOP("Words", "%1 missing")},
    {"keepalives", QT_TRANSLATE_NOOP("Words", "%1 keepalives")},
    {"answers", QT_TRANSLATE_NOOP("Words", "%1 answers")},
    {"closed-by", QT_TRANSLATE_NOOP("Words", "closed by: %1")},
    {"reason", QT_TRANSLATE_NOOP("Words", "reason code %1")},
    {"reason-name", QT_TRANSLATE_NOOP("Words", "reason: %1")},
    {"last-code", QT_TRANSLATE_NOOP("Words", "the phone's code %1")},
    {"last", QT_TRANSLATE_NOOP("Words", "the phone says: %1")},
    {"gaps-s", QT_TRANSLATE_NOOP("Words", "nobody recorded for %1 of it")},
    {"lease-s", QT_TRANSLATE_NOOP("Words", "lease of %1")},
    {"server", QT_TRANSLATE_NOOP("Words", "server %1")},
    {"relay", QT_TRANSLATE_NOOP("Words", "relay %1")},
    {"refused-by", QT_TRANSLATE_NOOP("Words", "refused by %1")},
    {"other-servers", QT_TRANSLATE_NOOP("Words", "other servers: %1")},
    {"renewals", QT_TRANSLATE_NOOP("Words", "%1 renewals")},
    {"not-watched", QT_TRANSLATE_NOOP("Words", "%1 that nobody watched")},
    {"subnet-mask", QT_TRANSLATE_NOOP("Words", "mask %1")},
    {"router", QT_TRANSLATE_NOOP("Words", "router %1")},
    {"dns", QT_TRANSLATE_NOOP("Words", "name servers %1")},
    {"domain", QT_TRANSLATE_NOOP("Words", "domain %1")},
    {"host-name", QT_TRANSLATE_NOOP("Words", "host name %1")},
    {"vendor-class", QT_TRANSLATE_NOOP("Words", "vendor class %1")},
    {"tftp-server", QT_TRANSLATE_NOOP("Words", "TFTP server %1")},
    {"ntp-server", QT_TRANSLATE_NOOP("Words", "NTP server %1")},
    {"circuit-id", QT_TRANSLATE_NOOP("Words", "circuit %1")},
    {"remote-id", QT_TRANSLATE_NOOP("Words", "remote id %1")},
};

const char* find(std::span<const Named> table, std::string_view id)
{
    const auto found =
        std::ranges::find(table, id, [](const Named& one) { return std::string_view(one.id); });
    return found == table.end() ? nullptr : found->words;
}

QString said(const Words& words, std::span<const Named> table, std::string_view id)
{
    const char* known = find(table, id);
    return known ? words.say(known) : visibleText(id);
}

/// Seconds as a length; the text itself where it is no number.
QString seconds(const QString& value)
{
    bool isNumber = false;
    const double length = value.toDouble(&isNumber);
    constexpr double most = 1e9;
    return isNumber && length >= 0 && length < most
        ? TimeText::duration(Nanoseconds{std::llround(length * nsPerSecond)})
        : value;
}

} // namespace

QString joinReason(const Words& words, const std::string& reason)
{
    return said(words, joinReasons, reason);
}

QString began(const Words& words, RegistrationBegin began)
{
    return said(words, begins, toText(began));
}

QString deviceClass(const Words& words, std::string_view name)
{
    switch (classOf(name)) {
    case DeviceClass::Phone:
        return words.say(QT_TRANSLATE_NOOP("Words", "phone"));
    case DeviceClass::AnalogAdapter:
        return words.say(QT_TRANSLATE_NOOP("Words", "analogue adapter"));
    case DeviceClass::SoftClient:
        return words.say(QT_TRANSLATE_NOOP("Words", "program on a computer"));
    case DeviceClass::MediaResource:
        return words.say(QT_TRANSLATE_NOOP("Words", "media resource of a server"));
    case DeviceClass::Gateway:
        return words.say(QT_TRANSLATE_NOOP("Words", "gateway"));
    case DeviceClass::Other:
        break;
    }
    return words.say(QT_TRANSLATE_NOOP("Words", "kind not known"));
}

QString request(const Words& words, RequestState state)
{
    return state == RequestState::Unknown ? words.say(QT_TRANSLATE_NOOP("Words", "asks for an address"))
                                          : said(words, requestStates, toText(state));
}

QString outcome(const Words& words, RequestOutcome outcome)
{
    if (outcome == RequestOutcome::Silence)
        return words.say(QT_TRANSLATE_NOOP("Words", "no answer"));
    if (outcome == RequestOutcome::Acknowledged)
        return words.say(QT_TRANSLATE_NOOP("Words", "acknowledged"));
    return outcome == RequestOutcome::Refused ? words.say(QT_TRANSLATE_NOOP("Words", "refused"))
                                              : words.say(QT_TRANSLATE_NOOP("Words", "not known"));
}

QString ended(const Words& words, ConversationEnd end)
{
    return said(words, conversationEnds, toText(end));
}

QString furtherFacts(const Words& words, const std::string& fields,
                     std::initializer_list<std::string_view> without)
{
    QStringList facts;
    std::string_view rest = fields;
    std::string_view key;
    std::string_view encoded;
    while (FieldView::next(rest, key, encoded)) {
        const std::string text = decodeField(encoded);
        if (text.empty() || std::ranges::find(without, key) != without.end())
            continue;
        const QString shown = visibleText(std::string_view(text));
        const QString value = key.ends_with("-s") ? seconds(shown) : shown;
        const char* known = find(fieldNames, key);
        facts << (known ? words.say(known).arg(value)
                        : QStringLiteral("%1: %2").arg(visibleText(key).replace(u'-', u' '), value));
    }
    return facts.join(QStringLiteral(" · "));
}

} // namespace whittle::devicewords
