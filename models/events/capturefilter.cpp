// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/capturefilter.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

namespace whittle
{

namespace
{

constexpr std::size_t deepest = 64; ///< parentheses and "not", of a hostile file

/// Words, and parentheses and "!" one by one; "&&" and "||" as the words they stand for.
std::vector<std::string> wordsOf(std::string_view filter)
{
    std::vector<std::string> words;
    bool inWord = false;
    for (std::size_t i = 0; i < filter.size(); ++i) {
        const char c = filter[i];
        const std::string_view two = filter.substr(i, 2);
        const bool isOperator = two == "&&" || two == "||";
        if (isOperator || c == '(' || c == ')' || c == '!') {
            words.emplace_back(two == "&&" ? "and" : two == "||" ? "or" : std::string(1, c));
            i += isOperator ? 1 : 0;
            inWord = false;
        } else if (std::isspace(static_cast<unsigned char>(c)) != 0) {
            inWord = false;
        } else {
            if (!inWord)
                words.emplace_back();
            words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            inWord = true;
        }
    }
    return words;
}

std::optional<int> portOf(std::string_view word)
{
    if (word == "bootps")
        return 67;
    if (word == "bootpc")
        return 68;
    if (word == "ntp")
        return 123;
    int port = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), port);
    return error == std::errc() && end == word.data() + word.size() ? std::optional(port) : std::nullopt;
}

/// What carries a traffic: the protocols below it, as filters name them, and the server's port.
struct Carrier {
    std::vector<std::string_view> protocols{};
    int port = 0; ///< 0: it has none
    bool overIp = true;
};

Carrier carrierOf(Traffic traffic)
{
    switch (traffic) {
    case Traffic::Registrations:
        return {{"tcp"}, 2000};
    case Traffic::Dhcp:
        return {{"udp"}, 67};
    case Traffic::Sip:
        return {{"tcp", "udp"}, 5060};
    case Traffic::Tftp:
        return {{"udp"}, 69};
    case Traffic::Http:
        return {{"tcp"}, 6970};
    case Traffic::Ntp:
        return {{"udp"}, 123};
    case Traffic::Icmp:
        return {{"icmp"}};
    case Traffic::Arp:
        return {{"arp"}, 0, false};
    case Traffic::Announcements:
        break;
    }
    return {{}, 0, false};
}

Passes both(Passes a, Passes b)
{
    return std::min(a, b);
}

Passes either(Passes a, Passes b)
{
    return std::max(a, b);
}

Passes inverse(Passes a)
{
    return a == Passes::All ? Passes::None : a == Passes::None ? Passes::All : Passes::Some;
}

/// Reads a filter from left to right: "and" and "or" bind alike there (pcap-filter(7)).
class Filter
{
public:
    Filter(std::string_view text, Traffic traffic, const IpAddress& phone)
        : m_words(wordsOf(text))
        , m_traffic(traffic)
        , m_carrier(carrierOf(traffic))
        , m_phone(phone)
    {
    }

    Passes passes()
    {
        if (m_words.empty())
            return Passes::All;
        const Passes all = expression(0);
        return m_understood && m_at == m_words.size() ? all : Passes::Some;
    }

private:
    bool take(std::string_view word)
    {
        const bool is = m_at < m_words.size() && m_words[m_at] == word;
        m_at += is ? 1 : 0;
        return is;
    }

    Passes fail()
    {
        m_understood = false;
        return Passes::Some;
    }

    Passes expression(std::size_t depth)
    {
        Passes all = term(depth);
        while (m_understood) {
            if (take("or"))
                all = either(all, term(depth));
            else if (take("and"))
                all = both(all, term(depth));
            else
                break;
        }
        return all;
    }

    Passes term(std::size_t depth)
    {
        if (depth > deepest)
            return fail();
        if (take("not") || take("!"))
            return inverse(term(depth + 1));
        if (take("(")) {
            const Passes inside = expression(depth + 1);
            return take(")") ? inside : fail();
        }
        return primitive();
    }

    /// [ip|ip6|udp|tcp] [src|dst] port N, [src|dst] host A, a protocol alone, or N after "port M or".
    Passes primitive()
    {
        Passes all = Passes::All;
        bool hasProtocol = false;
        for (const char* name : {"ip", "ip6", "udp", "tcp", "arp", "icmp", "icmp6", "rarp"}) {
            if (!hasProtocol && take(name)) {
                hasProtocol = true;
                all = protocol(name);
            }
        }
        const bool oneWay = take("src") || take("dst");
        if (oneWay && (take("or") || take("and")))
            return fail();
        if (take("port"))
            return both(all, halved(number(), oneWay));
        if (take("host"))
            return both(all, halved(host(), oneWay));
        if (m_at < m_words.size() && m_afterPort && !hasProtocol && portOf(m_words[m_at]))
            return number();
        return hasProtocol && !oneWay ? all : fail();
    }

    /// Of a connection or an exchange it shows one direction.
    static Passes halved(Passes all, bool oneWay)
    {
        return oneWay && all == Passes::All ? Passes::Some : all;
    }

    Passes protocol(std::string_view name) const
    {
        const bool overIp6 = m_phone.family == IpAddress::Family::V6;
        if (name == "ip" || name == "ip6")
            return m_carrier.overIp && overIp6 == (name == "ip6") ? Passes::All : Passes::None;
        if (std::ranges::find(m_carrier.protocols, name) == m_carrier.protocols.end())
            return Passes::None;
        return m_carrier.protocols.size() == 1 ? Passes::All : Passes::Some;
    }

    Passes number()
    {
        const auto port = m_at < m_words.size() ? portOf(m_words[m_at]) : std::nullopt;
        if (!port)
            return fail();
        ++m_at;
        m_afterPort = true;
        if (m_traffic == Traffic::Dhcp && *port == 68) // not those between a relay and a server
            return Passes::Some;
        return *port == m_carrier.port ? Passes::All : Passes::None;
    }

    Passes host()
    {
        const auto address = m_at < m_words.size() ? IpAddress::fromText(m_words[m_at]) : std::nullopt;
        ++m_at;
        m_afterPort = false;
        const bool isPhone =
            m_traffic == Traffic::Registrations && address && m_phone.isSet() && *address == m_phone;
        return isPhone ? Passes::All : Passes::Some;
    }

    std::vector<std::string> m_words;
    Traffic m_traffic;
    Carrier m_carrier;
    IpAddress m_phone;
    std::size_t m_at = 0;
    bool m_afterPort = false;
    bool m_understood = true;
};

} // namespace

Passes whatPasses(std::string_view filter, Traffic traffic, const IpAddress& phone)
{
    return Filter(filter, traffic, phone).passes();
}

} // namespace whittle
