// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/compare/labelledcase.h"

#include <cmath>
#include <fstream>

#include <nlohmann/json.hpp>

#include "models/analysis/understand.h"
#include "models/base/floordivided.h"
#include "models/import/importer.h"
#include "models/import/importmonitor.h"
#include "models/store/casefile.h"

namespace whittle::test
{

namespace
{

std::int64_t nsOf(const nlohmann::json& time)
{
    return fromRfc3339(time.get<std::string>()).value_or(0);
}

Truth::Source sourceOf(const nlohmann::json& json)
{
    Truth::Source source;
    const auto counts = json.value("counts", nlohmann::json::object());
    for (const auto& [kind, count] : counts.items()) {
        if (count.is_number_integer())
            source.counts[kind] = count.get<std::int64_t>();
    }
    const auto clock = json.value("clock", nlohmann::json());
    if (clock.is_object())
        source.clock = {clock.at("offset_s"), clock.at("drift_ppm"), nsOf(clock.at("reference_utc"))};
    return source;
}

std::string nameOf(const AnalysedSource& source)
{
    return source.row.path.substr(source.row.path.rfind('/') + 1);
}

/// The same day and time of the year that Whittle took where, as it says itself, nothing tells it.
CaseTime inYearOf(CaseTime at, CaseTime other)
{
    const std::int64_t days = floorDivided(at.nsUtc, nsPerDay);
    CivilDate date = civilFromDays(days);
    date.year = civilFromDays(floorDivided(other.nsUtc, nsPerDay)).year;
    if (!isValid(date))
        date.day = 28; // of February
    return at + Nanoseconds{(daysFromCivil(date) - days) * nsPerDay};
}

} // namespace

Truth readTruth(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    const auto json = nlohmann::json::parse(stream);
    const auto incidents = json.value("incidents", nlohmann::json::array());
    const auto sources = json.value("sources", nlohmann::json::object());
    Truth truth;
    for (const auto& one : incidents)
        truth.incidents.push_back({nsOf(one.at("t")), one.at("device"), one.at("kind")});
    for (const auto& [name, source] : sources.items())
        truth.sources[name] = sourceOf(source);
    return truth;
}

const Truth::Source* LabelledCase::truthOf(const AnalysedSource& source) const
{
    const auto found = truth.sources.find(nameOf(source));
    return found == truth.sources.end() ? nullptr : &found->second;
}

std::optional<CaseTime> LabelledCase::onCaseClock(std::int64_t ns) const
{
    const AnalysedSource* reference = known.source(known.reference);
    const Truth::Source* told = reference ? truthOf(*reference) : nullptr;
    if (!told || !told->clock)
        return {};
    const CaseTime shown{ns + std::llround(told->clock->at(ns) * 1e9)};
    return reference->clock.dateBasis == Basis::Assumed && reference->first
        ? inYearOf(shown, *reference->first)
        : shown;
}

Result<LabelledCase> understandCase(const std::filesystem::path& evidence, const std::filesystem::path& truth,
                                    const std::filesystem::path& folder)
{
    LabelledCase made;
    made.name = truth.parent_path().filename().string();
    made.truth = readTruth(truth);
    const auto path = folder / (made.name + ".whittle");
    auto file = CaseFile::create(path.string());
    if (!file)
        return file.error();
    made.file = std::move(*file);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(evidence)) {
        if (!entry.is_regular_file())
            continue;
        ImportMonitor monitor;
        const std::string name = "evidence/" + entry.path().filename().string();
        importOne(*made.file, {name, entry.path().string()}, monitor, {});
    }
    auto known = understand(*made.file, nullptr, {});
    if (!known)
        return known.error();
    made.known = std::move(*known);
    return made;
}

} // namespace whittle::test
