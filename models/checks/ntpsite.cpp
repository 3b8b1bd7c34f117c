// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/ntpsite.h"

#include "models/base/fields.h"
#include "models/checks/evidence.h"

namespace whittle
{

namespace
{

/// "10.4.1.31,10.4.1.32"
void addWords(std::set<std::string>& all, const std::string& text)
{
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t end = std::min(text.find_first_of(", ", from), text.size());
        if (end > from)
            all.insert(text.substr(from, end - from));
        from = end + 1;
    }
}

} // namespace

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
            addWords(site.sources, fields.value("ntp").value_or(""));
    });
    return site;
}

} // namespace whittle
