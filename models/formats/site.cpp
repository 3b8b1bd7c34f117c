// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "models/evidence/blockreader.h"
#include "models/formats/formats.h"
#include "models/formats/lines.h"
#include "models/formats/siteparser.h"

namespace whittle
{

namespace
{

/// A description of thousands of phones has a few MiB.
constexpr std::size_t maxBytes = std::size_t{16} << 20;
constexpr std::string_view ourSchema = "whittle-deployment-";

/// Begins as JSON's objects do, behind a byte order mark or not.
bool maybeObject(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const auto begin = text.find_first_not_of(" \t\r\n");
    return begin != text.npos && text[begin] == '{';
}

Sniff sniffSite(Bytes head)
{
    if (!maybeObject(asText(head)))
        return {0, "no JSON object"};
    const SiteDescription site = SiteDescription::read(asText(head));
    if (site.schema.starts_with(ourSchema))
        return {100, "its schema is " + site.schema};
    const bool hasObjects = std::ranges::any_of(
        site.statements, [](const auto& statement) { return statement.kind != "site.description"; });
    if (!hasObjects || site.outermostMembers < 2 || site.knownCount <= 2 * site.unknownCount)
        return {0, "a JSON object that describes no deployment"};
    return {site.unknownCount == 0 ? 100 : 90,
            std::to_string(site.outermostMembers) + " outermost members are those of a deployment"};
}

/// Landmarks for showing a line again. Gives the number of lines.
std::uint64_t markLines(std::string_view text, EventSink& sink)
{
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (++number % Lines::landmarkStep == 1)
            sink.landmark({number, at});
        const auto end = text.find('\n', at);
        at = end == text.npos ? text.size() : end + 1;
    }
    return number;
}

void reportOddities(const SiteDescription& site, EventSink& sink)
{
    if (site.unknownCount > 0) {
        std::string names;
        for (const std::string& name : site.unknownMembers)
            names += (names.empty() ? "" : ", ") + name;
        sink.problem({Severity::Info,
                      "formats.site-unknown-members",
                      {},
                      {std::to_string(site.unknownCount), std::move(names)}});
    }
    if (site.secretLine > 0)
        sink.problem(
            {Severity::Notice, "formats.site-password", Place{PlaceUnit::Line, site.secretLine}, {}});
    if (site.errorLine > 0)
        sink.problem({Severity::DataLoss,
                      site.isTooDeep ? "formats.json-too-deep" : "formats.not-json",
                      Place{PlaceUnit::Line, site.errorLine},
                      {}});
}

Result<SourceFacts> readSite(BlockReader& reader, EventSink& sink, Progress& progress, std::stop_token stop)
{
    progress.start(reader.size());
    const auto window = reader.window(maxBytes + 1);
    if (!window)
        return window.error();
    if (window->size() > maxBytes)
        return Error{ErrorCode::Unsupported,
                     "no description of a site is that long",
                     {},
                     "byte " + std::to_string(maxBytes)};
    const std::string_view text = asText(*window);
    SourceFacts facts;
    facts.unit = PlaceUnit::Line;
    facts.records = markLines(text, sink);
    facts.hasDate = false; // it says how things are, not since when
    const SiteDescription site = SiteDescription::read(text, stop);
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "cancelled"};
    for (const SiteDescription::Statement& statement : site.statements) {
        Event event;
        event.kind = statement.kind;
        event.place = {PlaceUnit::Line, statement.line};
        event.fields = statement.fields;
        sink.event(event);
    }
    reportOddities(site, sink);
    reader.consume(window->size());
    progress.setDone(reader.position());
    return facts;
}

} // namespace

const Format& siteFormat()
{
    static constexpr Format format{"site", PlaceUnit::Line, sniffSite, readSite, fetchLine};
    return format;
}

} // namespace whittle
