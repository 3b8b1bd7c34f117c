// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"

#include <algorithm>
#include <array>
#include <optional>

#include "app/arguments.h"
#include "app/console.h"
#include "app/eventcells.h"
#include "app/exitcode.h"
#include "app/listformat.h"
#include "models/analysis/understand.h"
#include "models/base/ascii.h"
#include "models/events/identity.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"
#include "models/store/sourcenames.h"

namespace whittle
{

namespace
{

constexpr std::array<std::string_view, 7> withValue{"--kind", "--source", "--device", "--from",
                                                    "--to",   "--search", "--format"};
constexpr std::array<std::string_view, 1> flags{"--quiet"};

/// `whittle events`: which events are wanted, and how they are written.
class EventsCommand
{
public:
    explicit EventsCommand(Arguments arguments)
        : m_arguments(std::move(arguments))
    {
    }

    Result<void> run();

private:
    Result<void> readOptions();
    Result<std::optional<CaseTime>> time(const std::string& option) const;
    bool isWanted(const EventRow& event, const AnalysedSource& source, const std::string& device) const;
    bool contains(const EventRow& event, const std::string& device) const;
    Result<void> list(const CaseFile& file);

    Arguments m_arguments;
    std::optional<CaseTime> m_from;
    std::optional<CaseTime> m_to;
    std::string m_search;
    std::unique_ptr<ListFormat> m_format;
    EventCells m_cells;
    ClockSet m_clocks;
};

Result<std::optional<CaseTime>> EventsCommand::time(const std::string& option) const
{
    if (!m_arguments.has(option))
        return std::optional<CaseTime>{};
    const auto ns = fromRfc3339(m_arguments.value(option));
    if (!ns)
        return Error{ErrorCode::Usage,
                     "“" + m_arguments.value(option) + "” is no time such as 2009-02-27T14:11:10Z", option};
    return std::optional(CaseTime{*ns});
}

Result<void> EventsCommand::readOptions()
{
    if (m_arguments.positional.size() != 1)
        return Error{ErrorCode::Usage, "name one case"};
    const auto from = time("--from");
    const auto to = time("--to");
    if (!from || !to)
        return from ? to.error() : from.error();
    m_from = *from;
    m_to = *to;
    m_search = lowerCase(m_arguments.value("--search"));
    m_format =
        listFormat(m_arguments.has("--format") ? m_arguments.value("--format") : "tsv", EventCells::columns);
    if (!m_format)
        return Error{ErrorCode::Usage, "there is no format “" + m_arguments.value("--format") + "”",
                     "--format"};
    return {};
}

bool EventsCommand::contains(const EventRow& event, const std::string& device) const
{
    if (m_search.empty())
        return true;
    const std::string all = event.kind + '\t' + device + '\t' + toText(event.source) + '\t'
        + toText(event.destination) + '\t' + event.fields;
    return lowerCase(all).find(m_search) != std::string::npos;
}

/// What has no time lies in no span of it.
bool EventsCommand::isWanted(const EventRow& event, const AnalysedSource& source,
                             const std::string& device) const
{
    const CaseTime at = m_clocks.at(source.row.id, event.time, event.ref.place.number);
    if ((m_from || m_to) && !source.first)
        return false;
    if ((m_from && at < *m_from) || (m_to && at > *m_to))
        return false;
    if (m_arguments.has("--device") && device != m_arguments.value("--device"))
        return false;
    return contains(event, device);
}

Result<void> EventsCommand::list(const CaseFile& file)
{
    auto known = understand(file, nullptr, {});
    const auto reader = file.newReader();
    if (!known || !reader)
        return known ? reader.error() : known.error();
    m_clocks = known->clocks();
    std::ranges::sort(known->sources, {}, [](const AnalysedSource& one) { return one.row.id; });
    m_format->begin();
    for (const AnalysedSource& one : known->sources) {
        const SourceRow& source = one.row;
        if (m_arguments.has("--source") && !matchesGlob(source.path, m_arguments.value("--source")))
            continue;
        EventFilter filter;
        filter.source = source.id;
        filter.kinds = m_arguments.values("--kind");
        const auto listed = (*reader)->forEachEvent(filter, [&](const EventRow& event) {
            const std::string device = known->identity->deviceOf(event);
            if (!isWanted(event, one, device))
                return true;
            std::optional<CaseTime> time;
            if (one.first)
                time = one.clock.uncorrected(event.time, event.ref.place.number);
            return m_format->write(m_cells.of({event, time, source.path, device}));
        });
        if (!listed)
            return listed;
    }
    m_format->end();
    return finishPrinting();
}

Result<void> EventsCommand::run()
{
    const auto read = readOptions();
    if (!read)
        return read;
    const auto file = CaseFile::open(m_arguments.positional.front(), CaseFile::Access::ReadOnly);
    if (!file)
        return file.error();
    return list(**file);
}

} // namespace

int runEvents(std::span<char* const> words)
{
    auto arguments = parseArguments(words, withValue, flags);
    const Result<void> done =
        arguments ? EventsCommand(std::move(*arguments)).run() : Result<void>(arguments.error());
    if (done)
        return Done;
    complain(toText(done.error()));
    return done.error().code == ErrorCode::Usage ? WrongUsage : Failed;
}

} // namespace whittle
