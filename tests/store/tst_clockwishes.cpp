// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>

#include "models/store/clockwishes.h"
#include "models/store/conclusions.h"
#include "tests/store/storecase.h"

using namespace whittle;
using namespace whittle::test;

/// What the analyst says of clocks is kept, and can be taken back.
class TestClockWishes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void areKept();
    void orderOfAPinDoesNotMatter();
    void areTakenBackOneByOne();
    void sameAgainIsNoChange();
    void refusesWhatCannotBe();
    void whatNobodyWroteIsPassedOver();
    void areSeenByAnotherProcess();
    void olderCases_data();
    void olderCases();
    void conclusionsHoldForThemAlone();

private:
    CaseWriter& writer() { return *m_file->writer(); }
    std::unique_ptr<CaseReader> reader() const { return m_file->newReader().value(); }
    ClockWishRows rows() const { return clockWishRows(*reader()).value(); }
    std::string state() const { return evidenceKey(*reader()).value(); }
    std::string path() const { return m_folder->filePath(QStringLiteral("a.whittle")).toStdString(); }
    void reopen()
    {
        m_file.reset();
        m_file = CaseFile::open(path()).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<CaseFile> m_file;
    EventRef m_one;
    EventRef m_other;
};

void TestClockWishes::init()
{
    m_file.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = CaseFile::create(path()).value();
    m_one = {addSource(*m_file, "a.pcap"), {PlaceUnit::Frame, 1}, 0};
    m_other = {addSource(*m_file, "b.pcap"), {PlaceUnit::Frame, 1}, 0};
}

void TestClockWishes::areKept()
{
    const EventRef later{m_other.source, {PlaceUnit::Frame, 77}, 3};
    QVERIFY(writer().pinMoments(m_one, m_other).hasValue());
    QVERIFY(writer().pinMoments(m_one, later).hasValue());
    QVERIFY(writer().setClockOffset(m_one.source, -3'600'000'000'001).hasValue());
    QVERIFY(writer().excludeClock(m_other.source, true).hasValue());
    reopen();
    QCOMPARE(rows().pins.size(), 2U);
    QCOMPARE(rows().pins[0], std::pair(m_one, m_other));
    QCOMPARE(rows().pins[1], std::pair(m_one, later));
    QCOMPARE(rows().offsets, (std::map<SourceId, std::int64_t>{{m_one.source, -3'600'000'000'001}}));
    QCOMPARE(rows().excluded, std::set{m_other.source});
    QVERIFY(reader()->integrityFaults()->empty());
    QVERIFY(writer().setClockOffset(m_one.source, 5).hasValue());
    QCOMPARE(rows().offsets.at(m_one.source), 5);
    QVERIFY(writer().unpinMoments(m_one, later).hasValue());
    QVERIFY(writer().setClockOffset(m_one.source, {}).hasValue());
    QVERIFY(writer().excludeClock(m_other.source, false).hasValue());
    QCOMPARE(rows().pins.size(), 1U);
    QVERIFY(rows().offsets.empty() && rows().excluded.empty());
}

void TestClockWishes::orderOfAPinDoesNotMatter()
{
    QVERIFY(writer().pinMoments(m_other, m_one).hasValue());
    QVERIFY(writer().pinMoments(m_one, m_other).hasValue());
    QCOMPARE(rows().pins.size(), 1U);
    QCOMPARE(rows().pins.front().first, m_one);
    QVERIFY(writer().unpinMoments(m_other, m_one).hasValue());
    QVERIFY(rows().pins.empty());
}

void TestClockWishes::areTakenBackOneByOne()
{
    const std::vector<std::function<Result<void>()>> steps{
        [&] { return writer().pinMoments(m_one, m_other); },
        [&] { return writer().setClockOffset(m_one.source, 7); },
        [&] { return writer().setClockOffset(m_one.source, 8); },
        [&] { return writer().excludeClock(m_other.source, true); },
        [&] { return writer().unpinMoments(m_one, m_other); },
        [&] { return writer().setClockOffset(m_one.source, {}); },
        [&] { return writer().excludeClock(m_other.source, false); },
    };
    std::vector<std::string> states;
    for (const auto& step : steps) {
        states.push_back(state());
        QVERIFY(step().hasValue());
        QVERIFY(state() != states.back());
    }
    while (!states.empty()) {
        reopen();
        QVERIFY(writer().undoLast()->has_value());
        QCOMPARE(state(), states.back());
        QVERIFY(reader()->integrityFaults()->empty());
        states.pop_back();
    }
    QVERIFY(!writer().undoLast()->has_value());
}

void TestClockWishes::sameAgainIsNoChange()
{
    QVERIFY(writer().unpinMoments(m_one, m_other).hasValue());
    QVERIFY(writer().excludeClock(m_one.source, false).hasValue());
    QVERIFY(writer().setClockOffset(m_one.source, {}).hasValue());
    QVERIFY(!reader()->lastAction()->has_value());
    QVERIFY(writer().excludeClock(m_one.source, true).hasValue());
    QVERIFY(writer().excludeClock(m_one.source, true).hasValue());
    QVERIFY(writer().undoLast()->has_value());
    QVERIFY(!reader()->lastAction()->has_value());
}

void TestClockWishes::refusesWhatCannotBe()
{
    const SourceId nowhere{77};
    const EventRef later{m_one.source, {PlaceUnit::Frame, 2}, 0};
    QCOMPARE(writer().pinMoments(m_one, later).error().code, ErrorCode::Usage);
    QCOMPARE(writer().pinMoments(m_one, {nowhere, {}, 0}).error().code, ErrorCode::NotFound);
    QCOMPARE(writer().setClockOffset(nowhere, 1).error().code, ErrorCode::NotFound);
    QCOMPARE(writer().excludeClock(nowhere, true).error().code, ErrorCode::NotFound);
    QVERIFY(!reader()->lastAction()->has_value());
}

void TestClockWishes::whatNobodyWroteIsPassedOver()
{
    for (const char* key : {"clock.pin:1:2:3", "clock.pin:1:2:3:4:5:6:7", "clock.pin:a:2:3:4:5:6",
                            "clock.offset:", "clock.offset:1", "clock.excluded:x", "clock.later:1", "clock."})
        QVERIFY(writer().setSetting(key, "soon").hasValue());
    const ClockWishRows found = rows();
    QVERIFY(found.pins.empty() && found.offsets.empty() && found.excluded.empty());
}

void TestClockWishes::areSeenByAnotherProcess()
{
    m_file.reset();
    OtherProcess other([&] {
        auto file = CaseFile::open(path());
        const auto pinned = (*file)->writer()->pinMoments(m_one, m_other);
        const auto excluded = (*file)->writer()->excludeClock(m_one.source, true);
        if (!pinned || !excluded)
            std::_Exit(1);
    });
    QVERIFY(other.isReady());
    other.kill(); // without closing it
    reopen();
    QCOMPARE(rows().pins.size(), 1U);
    QCOMPARE(rows().excluded, std::set{m_one.source});
    QVERIFY(writer().undoLast()->has_value());
    QVERIFY(rows().excluded.empty());
}

void TestClockWishes::olderCases_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("version 1") << QStringLiteral("version1.whittle");
    QTest::newRow("version 2") << QStringLiteral("version2.whittle");
}

void TestClockWishes::olderCases()
{
    QFETCH(QString, name);
    const QString copy = m_folder->filePath(name);
    QVERIFY(QFile::copy(QStringLiteral(WHITTLE_SOURCE_DIR "/tests/data/cases/") + name, copy));
    QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
    {
        const auto read = CaseFile::open(copy.toStdString(), CaseFile::Access::ReadOnly).value();
        QVERIFY(clockWishRows(**read->newReader())->pins.empty());
    }
    m_file = CaseFile::open(copy.toStdString()).value();
    const auto sources = reader()->sources().value();
    QCOMPARE(sources.size(), 2U);
    const EventRef frame{sources[0].id, {sources[0].unit, 1}, 0};
    const EventRef line{sources[1].id, {sources[1].unit, 5}, 0};
    QVERIFY(writer().pinMoments(frame, line).hasValue());
    m_file.reset();
    m_file = CaseFile::open(copy.toStdString()).value();
    QCOMPARE(rows().pins, (std::vector{std::pair(std::min(frame, line), std::max(frame, line))}));
    QVERIFY(reader()->integrityFaults()->empty());
    QVERIFY(writer().undoLast()->has_value());
    QVERIFY(rows().pins.empty());
}

void TestClockWishes::conclusionsHoldForThemAlone()
{
    const std::string before = state();
    QVERIFY(writer().setAnswer("periodic", "yes").hasValue());
    QVERIFY(writer().setSetting("title", "clock.excluded:1").hasValue());
    QCOMPARE(state(), before);
    QVERIFY(writer().excludeClock(m_one.source, true).hasValue());
    QVERIFY(state() != before);
    QCOMPARE(ConclusionWriter::begin(writer(), before).error().code, ErrorCode::Vanished);
    QVERIFY(ConclusionWriter::begin(writer(), state()).hasValue());
    QVERIFY(writer().excludeClock(m_one.source, false).hasValue());
    QCOMPARE(state(), before);
}

QTEST_GUILESS_MAIN(TestClockWishes)
#include "tst_clockwishes.moc"
