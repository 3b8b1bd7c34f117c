// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "models/analysis/analysis.h"
#include "models/base/address.h"

/// An analysis as the engine would make it, put together by hand from the product's own knowledge, so that
/// panels can be tested without evidence. Synthetic: names and addresses are made up.
namespace sample
{

inline whittle::KnowledgeFiles knowledgeFiles()
{
    whittle::KnowledgeFiles files;
    for (const auto& entry : std::filesystem::directory_iterator(WHITTLE_SOURCE_DIR "/resources/knowledge")) {
        if (entry.path().extension() != ".json")
            continue;
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        files[entry.path().filename().string()] = text.str();
    }
    return files;
}

/// The product's knowledge; loaded once.
inline const whittle::Knowledge& knowledge()
{
    static const whittle::Knowledge loaded = [] {
        auto result = whittle::loadKnowledge(knowledgeFiles());
        return result ? *result : whittle::Knowledge{};
    }();
    return loaded;
}

inline whittle::CaseTime at(const char* rfc3339)
{
    return {*whittle::fromRfc3339(rfc3339)};
}

inline whittle::EventRef frame(std::int64_t source, std::uint64_t number)
{
    return {whittle::SourceId{source}, {whittle::PlaceUnit::Frame, number}, 0};
}

inline whittle::EventRef line(std::int64_t source, std::uint64_t number)
{
    return {whittle::SourceId{source}, {whittle::PlaceUnit::Line, number}, 0};
}

inline whittle::AnalysedSource source(std::int64_t id, const std::string& path, const std::string& format,
                                      whittle::PlaceUnit unit)
{
    whittle::AnalysedSource made;
    made.row.id = whittle::SourceId{id};
    made.row.path = path;
    made.row.format = format;
    made.row.unit = unit;
    made.clock.source = made.row.id;
    made.clock.zone = "UTC";
    made.clock.correction = whittle::SourceClock::Correction{};
    made.first = whittle::CaseTime{1'235'743'200LL * whittle::nsPerSecond};
    made.last = made.first;
    return made;
}

inline whittle::CheckOutcome outcome(const std::string& id, whittle::CheckResult result,
                                     std::vector<whittle::CitedEvent> evidence = {},
                                     std::map<std::string, std::string> parameters = {})
{
    whittle::CheckOutcome made;
    made.id = id;
    made.result = result;
    made.evidence = std::move(evidence);
    made.parameters = std::move(parameters);
    return made;
}

inline std::vector<whittle::AnalysedSource> sources()
{
    return {source(1, "evidence/span-dc1.pcap", "pcap", whittle::PlaceUnit::Frame),
            source(2, "evidence/SEP001E7A24429A.log", "phone-console", whittle::PlaceUnit::Line)};
}

/// What the checks say about a capture in which nothing is wrong but the phones reset all the same.
inline std::vector<whittle::CheckOutcome> clearingOutcomes()
{
    using enum whittle::CheckResult;
    const whittle::CaseTime time = at("2009-02-27T14:11:10.899Z");
    return {outcome("reset-commanded", No),
            outcome("phones-powered-up", No),
            outcome("connection-reset", No),
            outcome("keepalives-unanswered", No),
            outcome("lease-length", Yes, {{frame(1, 204), time}}, {{"hours", "72"}}),
            outcome("address-given-up-before-reset", Yes, {{line(2, 6), time}})};
}

inline whittle::AnalysisPtr analysis(std::vector<whittle::CheckOutcome> outcomes = {},
                                     const std::vector<whittle::Answer>& answers = {},
                                     const std::string& symptom = "phone-resets")
{
    auto made = std::make_shared<whittle::Analysis>();
    made->title = "Warehouse phones reset";
    made->symptom = symptom;
    made->symptomChosen = true;
    made->sources = sources();
    made->reference = whittle::SourceId{1};
    made->outcomes = std::move(outcomes);
    std::int64_t ordinal = 0;
    for (const whittle::Answer& answer : answers)
        made->answers.push_back({answer.question, answer.value, ++ordinal});
    if (const whittle::Symptom* known = knowledge().symptom(symptom))
        made->diagnosis = whittle::diagnose(knowledge(), *known, made->outcomes, answers);
    return made;
}

/// The case of the picture: eleven refusals, two more findings, and what was cleared.
inline whittle::AnalysisPtr refusedRenewals()
{
    using enum whittle::CheckResult;
    const whittle::CaseTime first = at("2009-02-27T14:11:10.899614Z");
    std::vector<whittle::CheckOutcome> outcomes = clearingOutcomes();
    const std::map<std::string, std::string> refused{
        {"count", "11"}, {"server", "10.2.1.5"}, {"phones", "5"}, {"device", "SEP001E7A24429A"}};
    outcomes.push_back(
        outcome("dhcp-renewal-refused", Yes, {{frame(1, 20411), first}, {line(2, 6), first}}, refused));
    auto made =
        std::make_shared<whittle::Analysis>(*analysis(outcomes, {{"one-subnet", "yes"}, {"vpn", "no"}}));
    const std::vector<std::string> phones{"SEP001E7A24429A", "SEP0015C6E5749B", "SEP0021A0E08D93",
                                          "SEP0021A0E08D94", "SEP0021A0E08D95"};
    std::vector<whittle::Citation> cited{
        {frame(1, 20411), first,
         "DHCPNAK from 10.2.1.5 to 00:1e:7a:24:42:9a for 10.2.16.37, unicast renewal 4 ms before"},
        {line(2, 6), first, "1213: NOT 08:11:10.899614 DHCP: NAK received"}};
    for (int i = 1; i <= 9; ++i)
        cited.push_back({frame(1, 20411U + static_cast<unsigned>(i) * 5000U),
                         first + std::chrono::hours(36 * i), "DHCPNAK from 10.2.1.5"});
    made->findings.push_back({"dhcp-renewal-refused", "error", "dhcp.nak", phones, refused, cited});
    made->findings.push_back(
        {"resets-at-half-life",
         "warning",
         "dhcp.half-life",
         phones,
         {{"hours", "36"}, {"lease-hours", "72"}, {"hits", "11"}, {"intervals", "11"}, {"p", "4·10⁻⁹"}},
         {{frame(1, 204), first, "DHCPACK, lease 259200 s"}}});
    made->findings.push_back({"dhcp-renewals-acknowledged",
                              "info",
                              "",
                              {"SEP0021A0E08D93"},
                              {{"count", "3"}},
                              {{frame(1, 990), first, "DHCPACK from 10.2.1.5"}}});
    return made;
}

} // namespace sample
