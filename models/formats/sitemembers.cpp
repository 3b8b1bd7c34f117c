// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sitemembers.h"

#include <algorithm>
#include <array>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

constexpr std::array statements{
    SiteStatement{"", "site.description", "schema phase site_time_zone"},
    SiteStatement{"cluster", "site.cluster", "name"},
    SiteStatement{"cluster.nodes[]", "site.node", "host ip role version dns[] ntp[] installed osFamily"},
    SiteStatement{"accounts[]", "site.account",
                  "name type usedBy[] groups[] passwordPolicy.length passwordPolicy.specialChars"},
    SiteStatement{"links[]", "site.link", "from to proto transport port tested"},
    SiteStatement{"rcc", "site.phone-control", "serverUri lineUri"},
    SiteStatement{"rcc.users[]", "site.phone-control-user", "user serverUri lineUri controlledDevices[]"},
    SiteStatement{"rcc.staticRoute", "site.static-route", "matchUri ip port transport"},
    SiteStatement{"rcc.cups", "site.cups", "sipDomain nodeName aliases[] acl[] ctiGatewayUser"},
    SiteStatement{"rcc.ocs", "site.ocs", "frontEndIps[] poolFqdn vip hostAuth[]"},
    SiteStatement{"dhcp[]", "site.dhcp-scope", "server scope lease opt150[] relay"},
    SiteStatement{"voice_vlans[]", "site.voice-vlan", "vlan gateway"},
    SiteStatement{"ntp_sources[]", "site.ntp-source", "address kind"},
    SiteStatement{"date_time_groups[]", "site.date-time-group", "name time_zone"},
    SiteStatement{"phones[]", "site.phone", "name model protocol dn switch vlan device_pool"},
    SiteStatement{"observed_phone_time[]", "site.observed-phone-time", "phone shown_minus_correct_minutes"},
    SiteStatement{"clients[]", "site.client",
                  "pc os vpn vpnClientService firewallService cleanInstall installedExtras site"},
    SiteStatement{"testbed", "site.testbed", "local cleanPc"},
    SiteStatement{"upgrade", "site.upgrade", "from to file goal"},
    SiteStatement{"migration", "site.migration", "from to method sourceOs"},
};

/// `path` is `whole`, or what `whole` is a part of.
bool isAtOrAbove(std::string_view path, std::string_view whole)
{
    return whole.starts_with(path)
        && (whole.size() == path.size() || whole[path.size()] == '.' || whole[path.size()] == '[');
}

template <typename Holds>
bool anyMember(std::string_view members, const Holds& holds)
{
    for (auto word = text::takeWord(members); !word.empty(); word = text::takeWord(members)) {
        if (holds(word))
            return true;
    }
    return false;
}

} // namespace

const SiteStatement* siteStatement(std::string_view path)
{
    const auto found = std::ranges::find(statements, path, &SiteStatement::path);
    return found == statements.end() ? nullptr : &*found;
}

bool isSitePath(std::string_view path)
{
    return std::ranges::any_of(statements, [&](const SiteStatement& statement) {
        if (isAtOrAbove(path, statement.path))
            return true;
        std::string_view member = path;
        const bool isBelow =
            text::take(member, statement.path) && (statement.path.empty() || text::take(member, "."));
        return isBelow && anyMember(statement.members, [&](std::string_view known) {
                   return isAtOrAbove(member, known);
               });
    });
}

bool hasMember(const SiteStatement& statement, std::string_view member)
{
    if (member.ends_with("[]"))
        member.remove_suffix(2);
    return anyMember(statement.members, [&](std::string_view known) {
        return known.substr(0, known.find('[')) == member; // one thing, or a list of them
    });
}

std::string siteFieldName(std::string_view member)
{
    std::string name;
    for (const char c : member) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        const bool isPlain = text::isDigit(c) || (text::lower(c) >= 'a' && text::lower(c) <= 'z');
        if ((isUpper || !isPlain) && !name.empty() && name.back() != '-')
            name += '-';
        if (isPlain)
            name += text::lower(c);
    }
    while (name.ends_with('-'))
        name.pop_back();
    return name.empty() ? "member" : name;
}

bool isSecret(std::string_view fieldName)
{
    constexpr std::array<std::string_view, 5> names{"password", "passwd", "secret", "passphrase", "pin"};
    return std::ranges::any_of(names, [&](std::string_view name) {
        return fieldName == name
            || (fieldName.ends_with(name) && fieldName[fieldName.size() - name.size() - 1] == '-');
    });
}

} // namespace whittle
