// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/markrules.h"

namespace whittle
{

namespace
{

struct KindRule {
    std::string_view kind; ///< a whole kind, or its beginning where it ends in '.'
    MarkRule rule;
};

constexpr KindRule kindRules[] = {
    {"dhcp.nak", {MarkShape::Triangle, SceneClass::Bad}},
    {"dhcp.decline", {MarkShape::Triangle, SceneClass::Warning}},
    {"sccp.register-reject", {MarkShape::Triangle, SceneClass::Bad}},
    {"sccp.register-token-reject", {MarkShape::Triangle, SceneClass::Warning}},
    {"sccp.reset", {MarkShape::Circle, SceneClass::Warning}},
    {"sccp.alarm", {MarkShape::Diamond, SceneClass::Warning}},
    {"sccp.enhanced-alarm", {MarkShape::Diamond, SceneClass::Warning}},
    {"tcp.rst", {MarkShape::Square, SceneClass::Bad}},
    {"tcp.gap", {MarkShape::Square, SceneClass::Warning}},
    {"tftp.error", {MarkShape::Triangle, SceneClass::Warning}},
    {"phone.no-address", {MarkShape::Triangle, SceneClass::Bad}},
    {"phone.no-configuration", {MarkShape::Triangle, SceneClass::Bad}},
    {"icmp.unreachable", {MarkShape::Square, SceneClass::Warning}},
    {"alarm.", {MarkShape::Diamond, SceneClass::Warning}},
};

} // namespace

MarkRule markRule(std::string_view kind)
{
    for (const KindRule& known : kindRules) {
        const bool prefix = known.kind.back() == '.';
        if (prefix ? kind.substr(0, known.kind.size()) == known.kind : kind == known.kind)
            return known.rule;
    }
    return {};
}

MarkRule markRule(RegistrationEnd end)
{
    switch (end) {
    case RegistrationEnd::Open:
    case RegistrationEnd::Unregister:
        return {};
    case RegistrationEnd::Reset:
    case RegistrationEnd::Restart:
    case RegistrationEnd::ApplyConfig:
        return {MarkShape::Circle, SceneClass::Warning};
    case RegistrationEnd::KeepaliveLost:
    case RegistrationEnd::TcpReset:
    case RegistrationEnd::Expired:
        return {MarkShape::Square, SceneClass::Bad};
    case RegistrationEnd::TcpClosed:
        return {MarkShape::Square, SceneClass::Warning};
    case RegistrationEnd::Rejected:
    case RegistrationEnd::AddressLost:
        return {MarkShape::Triangle, SceneClass::Bad};
    case RegistrationEnd::Moved:
    case RegistrationEnd::Unknown:
        break;
    }
    return {MarkShape::Diamond, SceneClass::Warning};
}

} // namespace whittle
