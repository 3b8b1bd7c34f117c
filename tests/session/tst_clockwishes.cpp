// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "models/store/casefile.h"
#include "models/store/casereader.h"
#include "tests/session/testknowledge.h"
#include "widgets/session/session.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr int patience = 60000;

} // namespace

/// What the analyst says of clocks in the window.
class TestClockWishes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void areKeptAndTakenBack();
    void offsetIsBesideDateAndZone();
    void refusalIsTold();
    void withoutACaseNothingHappens();

private:
    void open();
    const AnalysedSource& sourceOf(const std::string& format) const;
    EventRef firstOf(const std::string& format) const;
    const ClockWishRows& wishes() const { return m_session->analysis()->clockWishes; }

    QTemporaryDir m_folder;
    QString m_case;
    std::unique_ptr<Session> m_session;
};

void TestClockWishes::initTestCase()
{
    m_case = m_folder.filePath(QStringLiteral("sample.whittle"));
    init();
    m_session->newCase(m_case);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->isOpen(), patience);
    m_session->addEvidence({sampleFolder()});
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->imports().isBusy() && m_session->analysis()->sources.size() > 3
                                 && !m_session->isAnalysing(),
                             patience);
    m_session.reset();
}

void TestClockWishes::init()
{
    m_session.reset();
    m_session = std::make_unique<Session>(productKnowledge(), m_folder.filePath(QStringLiteral("cases")));
}

void TestClockWishes::open()
{
    m_session->openCase(m_case);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->analysis()->sources.size() > 3, patience);
}

const AnalysedSource& TestClockWishes::sourceOf(const std::string& format) const
{
    return *std::ranges::find(m_session->analysis()->sources, format,
                              [](const AnalysedSource& source) { return source.row.format; });
}

EventRef TestClockWishes::firstOf(const std::string& format) const
{
    EventFilter filter;
    filter.source = sourceOf(format).row.id;
    EventRef found;
    const auto reader = m_session->caseFile()->newReader().value();
    (void)reader->forEachEvent(filter, [&](const EventRow& event) {
        found = event.ref;
        return false;
    });
    return found;
}

void TestClockWishes::areKeptAndTakenBack()
{
    open();
    const EventRef frame = firstOf("pcap");
    const EventRef line = firstOf("cucm-sdi");
    m_session->pin(frame, line);
    QTRY_COMPARE_WITH_TIMEOUT(wishes().pins.size(), 1U, patience);
    m_session->excludeClock(line.source, true);
    QTRY_COMPARE_WITH_TIMEOUT(wishes().excluded.size(), 1U, patience);
    init();
    open();
    QCOMPARE(wishes().pins.size(), 1U);
    m_session->undo();
    QTRY_VERIFY_WITH_TIMEOUT(wishes().excluded.empty(), patience);
    m_session->unpin(line, frame);
    QTRY_VERIFY_WITH_TIMEOUT(wishes().pins.empty(), patience);
    m_session->undo();
    QTRY_COMPARE_WITH_TIMEOUT(wishes().pins.size(), 1U, patience);
    m_session->undo();
    QTRY_VERIFY_WITH_TIMEOUT(wishes().pins.empty(), patience);
}

void TestClockWishes::offsetIsBesideDateAndZone()
{
    open();
    const SourceClock clock = sourceOf("cucm-sdi").clock;
    QVERIFY(clock.utcOffsetNs != 0);
    m_session->setClockOffset(clock.source, 3 * nsPerSecond);
    QTRY_COMPARE_WITH_TIMEOUT(wishes().offsets.size(), 1U, patience);
    QCOMPARE(wishes().offsets.at(clock.source), clock.utcOffsetNs - clock.dateShiftNs + 3 * nsPerSecond);
    m_session->setClockOffset(clock.source, {});
    QTRY_VERIFY_WITH_TIMEOUT(wishes().offsets.empty(), patience);
}

void TestClockWishes::refusalIsTold()
{
    open();
    QSignalSpy failed(m_session.get(), &Session::failed);
    m_session->pin(firstOf("pcap"), firstOf("pcap"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
    m_session->excludeClock(SourceId{777}, true);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 2, patience);
    QVERIFY(wishes().pins.empty() && wishes().excluded.empty());
}

void TestClockWishes::withoutACaseNothingHappens()
{
    m_session->pin({SourceId{1}, {}, 0}, {SourceId{2}, {}, 0});
    m_session->setClockOffset(SourceId{1}, 5);
    m_session->excludeClock(SourceId{1}, true);
    QVERIFY(!m_session->isOpen());
}

QTEST_GUILESS_MAIN(TestClockWishes)
#include "tst_clockwishes.moc"
