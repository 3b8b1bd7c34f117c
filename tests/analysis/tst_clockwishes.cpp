// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/analysis/analyse.h"
#include "models/analysis/wishes.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"
#include "models/store/digest.h"
#include "tests/support/casefolder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

AnalysisPtr analysed(const CaseFile& file, const AnalysisPtr& last = {})
{
    static const Knowledge knowledge = productKnowledge();
    auto analysis = analyse(file, knowledge, {}, last);
    return analysis ? *analysis : nullptr;
}

std::size_t pinsLost(const Analysis& analysis)
{
    std::size_t lost = 0;
    for (const AnalysedSource& source : analysis.sources)
        lost += static_cast<std::size_t>(
            std::ranges::count(source.row.problems, "clocks.pin-lost", &Problem::id));
    return lost;
}

/// Only what is loaded says this; what is concluded anew does not.
const std::string markedZone = "Loaded/Zone";

} // namespace

/// What follows from what the analyst says of clocks.
class TestClockWishes : public QObject
{
    Q_OBJECT

    CaseFolder m_folder;
    std::string m_path;
    std::shared_ptr<CaseFile> m_file;

    CaseWriter& writer() const { return *m_file->writer(); }
    ToldWishes told() const { return clockWishes(**m_file->newReader()).value(); }
    /// The first event of the source of that format; it stands alone or in a train.
    EventRow firstOf(const std::string& format) const
    {
        const auto reader = m_file->newReader().value();
        const auto sources = reader->sources().value();
        EventRow found;
        for (const SourceRow& source : sources) {
            EventFilter filter;
            filter.source = source.id;
            if (source.format == format)
                (void)reader->forEachEvent(filter, [&](const EventRow& event) {
                    found = event;
                    return false;
                });
        }
        return found;
    }
    void mark()
    {
        m_file.reset();
        auto database = Database::open(m_path, Database::Mode::ReadWrite);
        QVERIFY(database->execute("UPDATE understanding SET site_zone = '" + markedZone + "'").hasValue());
        QVERIFY(storeDigest(*database, conclusionsPart).hasValue());
        m_file = CaseFile::open(m_path).value();
    }
    bool isLoaded() const { return analysed(*m_file)->siteZone == markedZone; }

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.path(std::string(QTest::currentTestFunction()) + ".whittle").string();
        m_file = CaseFile::create(m_path).value();
        for (const fs::path& path : sampleFiles())
            CaseFolder::import(*m_file, path);
    }
    void pinsAreRelations();
    void offsetsAndExclusions();
    void lostPinsAreNoticed();
    void conclusionsAreRenewed();
    void analysisTellsThem();
    void clocksFollowThem();
    void noticesOfClocksStayWithAnAnswer();
};

void TestClockWishes::pinsAreRelations()
{
    QVERIFY(told().wishes.relations.empty() && told().wishes.excluded.empty());
    const EventRow frame = firstOf("pcap");
    const EventRow line = firstOf("cucm-sdi");
    QVERIFY(frame.ref.source != SourceId{} && line.ref.source != SourceId{});
    QVERIFY(writer().pinMoments(frame.ref, line.ref).hasValue());
    const auto relations = told().wishes.relations;
    QCOMPARE(relations.size(), 1U);
    const ClockRelation& pin = relations.front();
    const bool turned = pin.a.source == line.ref.source;
    QCOMPARE(pin.a.source, turned ? line.ref.source : frame.ref.source);
    QCOMPARE(pin.b.source, turned ? frame.ref.source : line.ref.source);
    QCOMPARE(pin.differenceNs, (turned ? frame.time - line.time : line.time - frame.time).count());
    QVERIFY(pin.lowNs < pin.differenceNs && pin.differenceNs < pin.highNs);
    QCOMPARE(pin.basis, std::string("pinned"));
    QCOMPARE(pin.middle, turned ? line.time : frame.time);
    QVERIFY(told().notices.empty());
}

void TestClockWishes::offsetsAndExclusions()
{
    const SourceId trace = firstOf("cucm-sdi").ref.source;
    const SourceId capture = firstOf("pcap").ref.source;
    QVERIFY(writer().setClockOffset(trace, -21'600 * nsPerSecond).hasValue());
    QVERIFY(writer().excludeClock(capture, true).hasValue());
    const ClockWishes wishes = told().wishes;
    QCOMPARE(wishes.excluded, std::set{capture});
    QCOMPARE(wishes.relations.size(), 1U);
    const ClockRelation& set = wishes.relations.front();
    QCOMPARE(set.basis, std::string("set"));
    QCOMPARE(set.a, ClockOwner{});
    QCOMPARE(set.b.source, trace);
    QCOMPARE(set.differenceNs, -21'600 * nsPerSecond);
    QVERIFY(writer().removeSources({trace, capture}).hasValue());
    QVERIFY(told().wishes.relations.empty() && told().wishes.excluded.empty());
}

void TestClockWishes::lostPinsAreNoticed()
{
    const EventRow frame = firstOf("pcap");
    const EventRow line = firstOf("cucm-sdi");
    const EventRef none{line.ref.source, {PlaceUnit::Line, 1'000'000'000}, 0};
    QVERIFY(writer().pinMoments(frame.ref, none).hasValue());
    QVERIFY(told().wishes.relations.empty());
    AnalysisPtr analysis = analysed(*m_file);
    QCOMPARE(pinsLost(*analysis), 2U);
    QVERIFY(writer().setAnswer("phone-reboots", "yes").hasValue());
    analysis = analysed(*m_file, analysis);
    QCOMPARE(pinsLost(*analysis), 2U);
    QCOMPARE(pinsLost(*analysed(*m_file)), 2U); // and when it is loaded
    QVERIFY(writer().removeSource(line.ref.source).hasValue());
    analysis = analysed(*m_file, analysis);
    QCOMPARE(pinsLost(*analysis), 1U);
    QVERIFY(writer().unpinMoments(frame.ref, none).hasValue());
    QCOMPARE(pinsLost(*analysed(*m_file, analysis)), 0U);
}

/// When a wish comes or goes, and not else.
void TestClockWishes::conclusionsAreRenewed()
{
    QVERIFY(analysed(*m_file));
    const SourceId trace = firstOf("cucm-sdi").ref.source;
    const std::vector<std::pair<std::function<bool()>, bool>> steps{
        {[&] { return writer().setSetting("title", "x").hasValue(); }, true},
        {[&] { return writer().setAnswer("phone-reboots", "yes").hasValue(); }, true},
        {[&] { return writer().pinMoments(firstOf("pcap").ref, firstOf("cucm-sdi").ref).hasValue(); }, false},
        {[&] { return writer().setClockOffset(trace, 5).hasValue(); }, false},
        {[&] { return writer().setClockOffset(trace, 5).hasValue(); }, true},
        {[&] { return writer().excludeClock(trace, true).hasValue(); }, false},
        {[&] { return writer().undoLast()->has_value(); }, false},
        {[&] { return writer().undoLast()->has_value(); }, false},
        {[&] { return writer().undoLast()->has_value(); }, false},
        {[&] { return writer().undoLast()->has_value(); }, true}, // the answer
    };
    for (const auto& [step, loaded] : steps) {
        mark();
        QVERIFY(step());
        QCOMPARE(isLoaded(), loaded);
    }
}

void TestClockWishes::analysisTellsThem()
{
    const SourceId trace = firstOf("cucm-sdi").ref.source;
    AnalysisPtr analysis = analysed(*m_file);
    QVERIFY(analysis->clockWishes.excluded.empty());
    QVERIFY(writer().excludeClock(trace, true).hasValue());
    analysis = analysed(*m_file, analysis);
    QCOMPARE(analysis->clockWishes.excluded, std::set{trace});
}

/// The trace is on the clock of the capture, until she says otherwise; what she takes back is as it was.
void TestClockWishes::clocksFollowThem()
{
    const EventRow line = firstOf("cucm-sdi");
    const EventRow frame = firstOf("pcap");
    const SourceId trace = line.ref.source;
    const auto clock = [&] { return analysed(*m_file)->source(trace)->clock; };
    const SourceClock found = clock();
    QVERIFY(found.correction);
    const std::int64_t ahead = found.utcOffsetNs - found.dateShiftNs + found.correction->offsetNs;

    QVERIFY(writer().setClockOffset(trace, ahead + 90 * nsPerSecond).hasValue());
    const SourceClock set = clock();
    QCOMPARE(set.correction->basis, std::string("set"));
    QCOMPARE(set.utcOffsetNs, found.utcOffsetNs);
    const std::int64_t moved = set.correction->offsetNs - found.correction->offsetNs - 90 * nsPerSecond;
    QVERIFY2(std::abs(moved) < nsPerSecond, std::to_string(moved).c_str());
    QVERIFY(writer().undoLast()->has_value());
    QCOMPARE(clock().correction->offsetNs, found.correction->offsetNs);

    QVERIFY(writer().pinMoments(frame.ref, line.ref).hasValue());
    const AnalysisPtr pinned = analysed(*m_file);
    const auto at = [&](const EventRow& event) {
        return pinned->source(event.ref.source)->clock.corrected(event.time, event.ref.place.number).nsUtc;
    };
    const std::int64_t apart = at(frame) - at(line);
    QVERIFY2(std::abs(apart) < 5'000'000, std::to_string(apart).c_str());
    QCOMPARE(pinned->source(trace)->clock.correction->basis, std::string("pinned"));
    QVERIFY(writer().undoLast()->has_value());

    QVERIFY(writer().excludeClock(trace, true).hasValue());
    QVERIFY(!clock().correction);
    QVERIFY(writer().undoLast()->has_value());
    QCOMPARE(clock().correction->offsetNs, found.correction->offsetNs);
}

void TestClockWishes::noticesOfClocksStayWithAnAnswer()
{
    const auto file = m_folder.newCase("undated.whittle");
    CaseFolder::import(*file,
                       m_folder.write("capture.txt",
                                      "08:19:33.696223 IP pub.ntp > ntp1.ntp: NTPv4, Client, length 48\n"
                                      "08:19:33.696495 IP ntp1.ntp > pub.ntp: NTPv4, Server, length 48\n"));
    const AnalysisPtr before = analysed(*file);
    const auto noticed = [](const Analysis& analysis) {
        return std::ranges::count_if(analysis.sources.front().row.problems,
                                     [](const Problem& one) { return one.id.starts_with("clocks."); });
    };
    QCOMPARE(noticed(*before), 1);
    QVERIFY(file->writer()->setAnswer("phone-reboots", "yes").hasValue());
    QCOMPARE(noticed(*analysed(*file, before)), 1);
}

QTEST_GUILESS_MAIN(TestClockWishes)
#include "tst_clockwishes.moc"
