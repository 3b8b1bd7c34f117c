// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/eventquery.h"

#include <algorithm>
#include <sstream>

namespace whittle
{

namespace
{

constexpr std::size_t stopEvery = 4096;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

using Hits = std::vector<bool>;

/// Which of the texts contain the word: asked once a text, however many rows have it.
Hits hitsIn(const std::vector<std::string>& texts, const std::string& word)
{
    Hits hits;
    hits.reserve(texts.size());
    for (const std::string& text : texts)
        hits.push_back(containsFolded(text, word));
    return hits;
}

/// One word of the search, already compared with all that repeats.
struct SearchWord {
    SearchWord(const EventList& list, const std::vector<std::string>& kindNames, const std::string& word)
        : text(word)
        , kinds(hitsIn(list.kinds, word))
        , names(hitsIn(kindNames, word))
        , devices(hitsIn(list.devices, word))
        , addresses(hitsIn(list.addresses, word))
    {
    }

    bool isIn(const EventEntry& entry) const
    {
        return kinds[entry.kind] || (entry.kind < names.size() && names[entry.kind]) || devices[entry.device]
            || addresses[entry.from] || addresses[entry.to] || containsFolded(entry.fields, text);
    }

    std::string text;
    Hits kinds, names, devices, addresses;
};

std::vector<SearchWord> wordsOf(const EventList& list, const EventQuery& query,
                                const std::vector<std::string>& kindNames)
{
    std::vector<SearchWord> words;
    std::istringstream stream(folded(query.text));
    for (std::string word; stream >> word;)
        words.emplace_back(list, kindNames, word);
    return words;
}

bool isInRange(const EventEntry& entry, const CaseRange& range)
{
    const CaseTime last = entry.isTrain() ? entry.lastTime : entry.time;
    return last >= range.from && entry.time <= range.to;
}

} // namespace

EventFamily familyOf(std::string_view kind)
{
    const std::string_view protocol = kind.substr(0, kind.find('.'));
    if (protocol == "dhcp")
        return EventFamily::Dhcp;
    if (protocol == "sccp" || protocol == "sip")
        return EventFamily::Registration;
    if (protocol == "ntp")
        return EventFamily::Ntp;
    if (protocol == "tcp")
        return EventFamily::Tcp;
    return EventFamily::Other;
}

std::string folded(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

bool containsFolded(std::string_view text, std::string_view needle)
{
    return std::search(text.begin(), text.end(), needle.begin(), needle.end(),
                       [](char a, char b) { return lower(a) == b; })
        != text.end()
        || needle.empty();
}

std::vector<std::uint32_t> matchingRows(const EventList& list, const EventQuery& query,
                                        const std::vector<std::string>& kindNames,
                                        const std::stop_token& stop)
{
    const std::vector<SearchWord> words = wordsOf(list, query, kindNames);
    Hits families(list.kinds.size(), true);
    for (std::size_t i = 0; i < families.size() && !query.families.empty(); ++i)
        families[i] = query.families.contains(familyOf(list.kinds[i]));
    Hits devices(list.devices.size(), true);
    for (std::size_t i = 0; i < devices.size() && !query.device.empty(); ++i)
        devices[i] = list.devices[i] == query.device;

    const auto isWanted = [&](const EventEntry& entry) {
        return families[entry.kind] && devices[entry.device] && (query.keepalives || !entry.isTrain())
            && (!query.source || *query.source == entry.ref.source)
            && (!query.range || isInRange(entry, *query.range))
            && std::ranges::all_of(words, [&](const SearchWord& word) { return word.isIn(entry); });
    };
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < list.entries.size(); ++i) {
        if (i % stopEvery == 0 && stop.stop_requested())
            break;
        if (isWanted(list.entries[i]))
            rows.push_back(static_cast<std::uint32_t>(i));
    }
    return rows;
}

} // namespace whittle
