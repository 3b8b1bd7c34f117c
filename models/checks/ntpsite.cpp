// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/ntpsite.h"

#include "models/base/fields.h"
#include "models/checks/evidence.h"

namespace whittle
{

NtpSite ntpSite(const CheckContext& context)
{
    NtpSite site;
    forEachOf(context, "site", [&](const EventRow& event) {
        if (event.kind != "site.node")
            return;
        const FieldView fields(event.fields);
        const bool isPublisher = fields.value("role") == "pub";
        for (const std::string_view key : {"ip", "host"}) {
            if (const auto name = fields.value(key); name && !name->empty())
                site.roles[*name] = isPublisher ? NtpRole::Publisher : NtpRole::Subscriber;
        }
        if (isPublisher)
            site.sources.merge(itemsOf(fields.value("ntp").value_or(""), ", "));
    });
    return site;
}

} // namespace whittle
