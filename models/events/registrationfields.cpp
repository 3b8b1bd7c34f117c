// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/registrationfields.h"

#include <chrono>
#include <cstdio>

#include "models/base/fields.h"

namespace whittle
{

namespace
{

/// "115", "30.012"
std::string secondsText(std::int64_t ms)
{
    char text[32];
    const int size = ms % 1000 == 0
        ? std::snprintf(text, sizeof text, "%lld", static_cast<long long>(ms / 1000))
        : std::snprintf(text, sizeof text, "%lld.%03lld", static_cast<long long>(ms / 1000),
                        static_cast<long long>(ms % 1000));
    return {text, static_cast<std::size_t>(size)};
}

/// A Call-ID, or "handle 3115" as handleKey() has it.
void addId(FieldWriter& fields, const Registration& registration)
{
    const auto space = registration.id.find(' ');
    if (registration.protocol == RegistrationProtocol::Sip && !registration.id.empty())
        fields.add("call-id", registration.id);
    else if (space != std::string::npos)
        fields.add(registration.id.substr(0, space), registration.id.substr(space + 1));
}

std::string gapsText(const Registration& registration)
{
    Nanoseconds all{};
    for (const CaseSpan& gap : registration.gaps)
        all += gap.to - gap.from;
    return secondsText(std::chrono::duration_cast<std::chrono::milliseconds>(all).count());
}

} // namespace

std::string fieldsOf(const Registration& registration)
{
    FieldWriter fields;
    const auto text = [&](std::string_view key, std::string_view value) {
        if (!value.empty())
            fields.add(key, value);
    };
    text("protocol", toText(registration.protocol));
    if (registration.address.isSet())
        fields.add("address", toText(registration.address));
    if (registration.node.address.isSet())
        fields.add("node", toText(registration.node));
    addId(fields, registration);
    if (registration.grantedSeconds)
        fields.addNumber("granted-s", *registration.grantedSeconds);
    if (registration.observedMs)
        fields.add("observed-s", secondsText(*registration.observedMs));
    fields.addNumber("missing", static_cast<std::int64_t>(registration.missing));
    fields.addNumber("keepalives", static_cast<std::int64_t>(registration.keepalives));
    fields.addNumber("answers", static_cast<std::int64_t>(registration.keepaliveAnswers));
    text("closed-by", toText(registration.closedBy));
    if (registration.reason)
        fields.addNumber("reason", *registration.reason);
    text("reason-name", registration.reasonName);
    if (registration.lastCode)
        fields.addNumber("last-code", *registration.lastCode);
    text("last", registration.last);
    if (!registration.gaps.empty())
        fields.add("gaps-s", gapsText(registration));
    return std::string(fields.text());
}

} // namespace whittle
