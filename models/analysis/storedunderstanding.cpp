// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/storedunderstanding.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/analysis/rows.h"
#include "models/analysis/storedcolumns.h"
#include "models/analysis/understand.h"
#include "models/events/identity.h"
#include "models/store/conclusions.h"

namespace whittle
{

namespace
{

constexpr std::int64_t stopEvery = 1024; ///< rows between two looks at the stop token

class Storing
{
public:
    Storing(const ConclusionWriter& writer, const std::stop_token& stop)
        : m_writer(writer)
        , m_stop(stop)
    {
    }

    Result<void> run(const Understanding& known, const std::string& build)
    {
        Table clocks = table(conclusions::clock);
        for (const AnalysedSource& source : known.sources)
            addRow(clocks, source.clock);
        Table turns = table(conclusions::clockTurn);
        for (const AnalysedSource& source : known.sources) {
            for (const SourceClock::Turn& turn : source.clock.turns)
                addRow(turns, turn, source.row.id);
        }
        Table steps = table(conclusions::clockStep);
        for (const AnalysedSource& source : known.sources) {
            for (const SourceClock::Step& step : source.clock.steps)
                addRow(steps, step, source.row.id);
        }
        addRecorded(known);
        Table joins = table(conclusions::joined);
        for (const Join& join : known.identity->joins())
            addRow(joins, join);
        addDevices(known);
        addConversations(known);
        addNtp(known);
        addOutcomes(known);
        Table understood = table(conclusions::understanding);
        add(understood, known.evidence, build, m_rows, known.reference, known.siteZone);
        return m_result;
    }

private:
    using Table = std::optional<RowWriter>;

    Table table(const ConclusionTable& which)
    {
        auto statement = m_writer.insertInto(which);
        if (statement)
            return RowWriter(std::move(*statement));
        m_result = statement.error();
        return {};
    }

    template <typename... Values>
    void add(Table& into, const Values&... values)
    {
        if (!m_result)
            return;
        if (m_rows % stopEvery == 0 && m_stop.stop_requested())
            m_result = Error{ErrorCode::Cancelled, "cancelled"};
        else
            m_result = into->write(values...);
        ++m_rows;
    }

    /// `owner`: the numbers of the rows that it belongs to, in the columns before its own.
    template <typename Row, typename... Owner>
    void addRow(Table& into, const Row& row, Owner... owner)
    {
        std::apply([&](const auto&... values) { add(into, owner..., values...); }, columnsOf(row));
    }

    void addRecorded(const Understanding& known)
    {
        Table recorded = table(conclusions::recorded);
        for (const AnalysedSource& source : known.sources) {
            for (const SourceSpan& span : source.row.coverage)
                add(recorded, source.row.id, span.from, span.to);
        }
    }

    void addDevices(const Understanding& known)
    {
        Table phones = table(conclusions::phone);
        Table registrations = table(conclusions::registration);
        Table leases = table(conclusions::lease);
        Table requests = table(conclusions::leaseRequest);
        Table marks = table(conclusions::mark);
        for (const DeviceHistory& device : known.devices) {
            addRow(phones, device);
            ++m_phone;
            for (const Registration& one : device.registrations)
                addRow(registrations, one, m_phone);
            for (const Lease& lease : device.leases)
                addLease(leases, requests, lease);
            for (const DeviceMark& mark : device.marks)
                addRow(marks, mark, m_phone);
        }
    }

    void addLease(Table& leases, Table& requests, const Lease& lease)
    {
        addRow(leases, lease, m_phone);
        ++m_lease;
        for (const LeaseRequest& request : lease.requests)
            addRow(requests, request, m_lease);
    }

    void addConversations(const Understanding& known)
    {
        Table conversations = table(conclusions::conversation);
        Table legs = table(conclusions::conversationLeg);
        std::int64_t number = 0;
        for (const Conversation& one : known.conversations) {
            addRow(conversations, one);
            ++number;
            for (const ConversationLeg& leg : one.legs)
                addRow(legs, leg, number);
        }
    }

    void addNtp(const Understanding& known)
    {
        Table associations = table(conclusions::ntpAssociation);
        Table polls = table(conclusions::ntpPoll);
        Table states = table(conclusions::ntpState);
        Table reports = table(conclusions::ntpReport);
        std::int64_t number = 0;
        for (const NtpAssociation& association : known.ntp) {
            addRow(associations, association);
            ++number;
            for (const NtpPoll& one : association.polls)
                addRow(polls, one, number);
            for (const NtpState& state : association.states)
                addRow(states, state, number);
            for (const NtpReport& report : association.reports)
                addRow(reports, report, number);
        }
    }

    void addOutcomes(const Understanding& known)
    {
        Table outcomes = table(conclusions::outcome);
        Table events = table(conclusions::outcomeEvent);
        std::int64_t number = 0;
        for (const CheckOutcome& outcome : known.outcomes) {
            addRow(outcomes, outcome);
            ++number;
            for (const CitedEvent& cited : outcome.evidence)
                add(events, number, cited.ref, cited.time, known.citedTexts.at(cited.ref));
        }
    }

    const ConclusionWriter& m_writer;
    std::stop_token m_stop;
    Result<void> m_result;
    std::int64_t m_rows = 0;
    std::int64_t m_phone = 0; ///< the number of the row that was added last
    std::int64_t m_lease = 0;
};

/// The next row, with the numbers of the rows that it belongs to.
template <typename Row, typename... Owner>
bool readRow(RowReader& rows, Row& row, Owner&... owner)
{
    return std::apply([&](auto&... values) { return rows.read(owner..., values...); }, columnsOf(row));
}

class Loading
{
public:
    /// `ofTheseSources`: what was understood of others does not count.
    Loading(const CaseReader& reader, Understanding made, bool ofTheseSources)
        : m_reader(reader)
        , m_made(std::move(made))
        , m_ofTheseSources(ofTheseSources)
    {
        for (const AnalysedSource& source : m_made.sources)
            m_units[source.row.id] = source.row.unit;
    }

    std::optional<Understanding> run(const std::string& build)
    {
        const auto promised = promisedRows(build);
        const auto sound = promised ? conclusionsAreSound(m_reader) : Result<bool>(false);
        if (!sound || !*sound)
            return {};
        takeClocks();
        takeRecorded();
        takeJoins();
        takeDevices();
        takeLeases();
        takeOutcomes();
        takeNtp();
        takeConversations();
        return m_sound && m_rows == *promised ? std::optional(std::move(m_made)) : std::nullopt;
    }

private:
    RowReader table(const ConclusionTable& which) const
    {
        return RowReader(conclusionRows(m_reader, which), m_units);
    }
    void finish(const RowReader& table)
    {
        m_sound = m_sound && table.isSound();
        m_rows += table.rows();
    }
    /// The n-th of `rows`, counted from 1; null, and all is unsound, when there is no such.
    template <typename Row>
    Row* at(std::vector<Row>& rows, std::int64_t number)
    {
        const bool there = number > 0 && number <= static_cast<std::int64_t>(rows.size());
        m_sound = m_sound && there;
        return there ? &rows[static_cast<std::size_t>(number) - 1] : nullptr;
    }

    /// How many rows there must be in the other tables; empty when they hold for something else.
    std::optional<std::int64_t> promisedRows(const std::string& build)
    {
        std::string evidence;
        std::string by;
        std::int64_t rows = 0;
        RowReader understood = table(conclusions::understanding);
        const bool read = understood.read(evidence, by, rows, m_made.reference, m_made.siteZone);
        const bool holds = read && (evidence == m_made.evidence || !m_ofTheseSources) && by == build;
        return holds ? std::optional(rows) : std::nullopt;
    }

    void takeClocks()
    {
        RowReader turnRows = table(conclusions::clockTurn);
        std::map<SourceId, std::vector<SourceClock::Turn>> turns;
        SourceId source{};
        SourceClock::Turn turn;
        while (readRow(turnRows, turn, source))
            turns[source].push_back(turn);
        finish(turnRows);
        RowReader stepRows = table(conclusions::clockStep);
        std::map<SourceId, std::vector<SourceClock::Step>> steps;
        SourceClock::Step step;
        while (readRow(stepRows, step, source))
            steps[source].push_back(step);
        finish(stepRows);
        RowReader rows = table(conclusions::clock);
        ClockSet clocks;
        SourceClock clock;
        while (readRow(rows, clock)) {
            clock.turns = turns[clock.source];
            clock.steps = steps[clock.source];
            clocks.add(clock);
        }
        finish(rows);
        addClocks(m_made, clocks);
    }

    void takeRecorded()
    {
        for (AnalysedSource& source : m_made.sources)
            source.row.coverage.clear();
        RowReader rows = table(conclusions::recorded);
        SourceId source{};
        SourceSpan span;
        while (rows.read(source, span.from, span.to)) {
            const auto owner = std::ranges::find(m_made.sources, source,
                                                 [](const AnalysedSource& one) { return one.row.id; });
            m_sound = m_sound && owner != m_made.sources.end();
            if (owner != m_made.sources.end())
                owner->row.coverage.push_back(span);
        }
        finish(rows);
    }

    void takeJoins()
    {
        RowReader rows = table(conclusions::joined);
        std::vector<Join> joins;
        Join join;
        while (readRow(rows, join))
            joins.push_back(join);
        finish(rows);
        m_made.identity = std::make_shared<Identity>(std::move(joins), m_made.clocks());
    }

    void takeDevices()
    {
        RowReader phones = table(conclusions::phone);
        DeviceHistory device;
        while (readRow(phones, device))
            m_made.devices.push_back(device);
        finish(phones);
        std::int64_t phone = 0;
        RowReader registrations = table(conclusions::registration);
        Registration one;
        while (readRow(registrations, one, phone)) {
            if (DeviceHistory* owner = at(m_made.devices, phone)) {
                one.device = owner->name;
                owner->registrations.push_back(one);
            }
        }
        finish(registrations);
        RowReader marks = table(conclusions::mark);
        DeviceMark mark;
        while (readRow(marks, mark, phone)) {
            if (DeviceHistory* owner = at(m_made.devices, phone))
                owner->marks.push_back(mark);
        }
        finish(marks);
    }

    void takeLeases()
    {
        std::vector<std::pair<DeviceHistory*, std::size_t>> all; // in which phone, and which of its leases
        std::int64_t phone = 0;
        RowReader leases = table(conclusions::lease);
        Lease lease;
        while (readRow(leases, lease, phone)) {
            DeviceHistory* owner = at(m_made.devices, phone);
            if (!owner)
                break;
            lease.device = owner->name;
            all.emplace_back(owner, owner->leases.size());
            owner->leases.push_back(lease);
        }
        finish(leases);
        std::int64_t number = 0;
        RowReader requests = table(conclusions::leaseRequest);
        LeaseRequest request;
        while (readRow(requests, request, number)) {
            if (const auto* place = at(all, number))
                place->first->leases[place->second].requests.push_back(request);
        }
        finish(requests);
    }

    void takeOutcomes()
    {
        RowReader outcomes = table(conclusions::outcome);
        CheckOutcome outcome;
        while (readRow(outcomes, outcome))
            m_made.outcomes.push_back(outcome);
        finish(outcomes);
        RowReader events = table(conclusions::outcomeEvent);
        std::int64_t number = 0;
        CitedEvent cited;
        std::string words;
        while (events.read(number, cited.ref, cited.time, words)) {
            if (CheckOutcome* owner = at(m_made.outcomes, number))
                owner->evidence.push_back(cited);
            m_made.citedTexts[cited.ref] = words;
        }
        finish(events);
    }

    void takeNtp()
    {
        RowReader associations = table(conclusions::ntpAssociation);
        NtpAssociation association;
        while (readRow(associations, association))
            m_made.ntp.push_back(association);
        finish(associations);
        takeOfNtp(conclusions::ntpPoll, &NtpAssociation::polls);
        takeOfNtp(conclusions::ntpState, &NtpAssociation::states);
        takeOfNtp(conclusions::ntpReport, &NtpAssociation::reports);
    }

    template <typename Part>
    void takeOfNtp(const ConclusionTable& which, std::vector<Part> NtpAssociation::*parts)
    {
        RowReader rows = table(which);
        std::int64_t number = 0;
        Part part;
        while (readRow(rows, part, number)) {
            if (NtpAssociation* owner = at(m_made.ntp, number))
                (owner->*parts).push_back(part);
        }
        finish(rows);
    }

    void takeConversations()
    {
        RowReader rows = table(conclusions::conversation);
        Conversation one;
        while (readRow(rows, one))
            m_made.conversations.push_back(one);
        finish(rows);
        RowReader legs = table(conclusions::conversationLeg);
        std::int64_t number = 0;
        ConversationLeg leg;
        while (readRow(legs, leg, number)) {
            if (Conversation* owner = at(m_made.conversations, number))
                owner->legs.push_back(leg);
        }
        finish(legs);
    }

    const CaseReader& m_reader;
    Understanding m_made;
    bool m_ofTheseSources;
    std::map<SourceId, PlaceUnit> m_units;
    bool m_sound = true;
    std::int64_t m_rows = 0;
};

} // namespace

std::optional<Understanding> loadUnderstanding(const CaseReader& reader, Understanding made,
                                               const std::string& build)
{
    return build.empty() ? std::nullopt : Loading(reader, std::move(made), true).run(build);
}

std::optional<Understanding> loadEarlierUnderstanding(const CaseReader& reader, Understanding made,
                                                      const std::string& build)
{
    return build.empty() ? std::nullopt : Loading(reader, std::move(made), false).run(build);
}

Result<void> storeUnderstanding(CaseWriter& writer, const Understanding& understanding,
                                const std::string& build, const std::stop_token& stop)
{
    if (build.empty())
        return {};
    auto into = ConclusionWriter::begin(writer, understanding.evidence);
    if (!into)
        return into.error();
    const auto stored = Storing(*into, stop).run(understanding, build);
    return stored ? into->commit() : stored;
}

} // namespace whittle
