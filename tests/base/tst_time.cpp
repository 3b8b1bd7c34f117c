// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/base/ascii.h"
#include "models/base/floordivided.h"
#include "models/base/sourceclock.h"
#include "models/base/time.h"

using namespace whittle;

class TestTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTimestamp_data();
    void noTimestamp();
    void timestamps_data();
    void timestamps();
    void datesThatDoNotExist();
    void yearsThatDoNotFit();
    void printsWhatItReads_data();
    void printsWhatItReads();
    void dateZoneAndErrorComeOff();
    void clockThereAndBack();
    void unknownSourceCountsAsRight();
    void daysBefore1970();
    void lowerCaseOfLettersAlone();
};

void TestTime::noTimestamp_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto rows = {"",
                       "yesterday",
                       "2009",
                       "2009-02",
                       "2009-02-27T",
                       "2009-2-27T14:11:10Z",
                       "2009-02-29T00:00:00Z", // no leap year
                       "1900-02-29T00:00:00Z", // nor this
                       "2009-13-01T00:00:00Z",
                       "2009-00-01T00:00:00Z",
                       "2009-01-00T00:00:00Z",
                       "2009-04-31T00:00:00Z",
                       "2009-02-27T24:00:00Z",
                       "2009-02-27T14:60:00Z",
                       "2009-02-27T14:11:61Z",
                       "2009-02-27T14:11:10.Z", // a point and no digits
                       "2009-02-27T14:11:10+2",
                       "2009-02-27T14:11:10+24:00",
                       "2009-02-27T14:11:10+02:60",
                       "2009-02-27T14:11:10 CST",
                       "2009-02-27T14:11:10Zulu",
                       "-2009-02-27T14:11:10Z",
                       "9999-12-31T23:59:59Z", // more than 64 bits of nanoseconds
                       "0001-01-01T00:00:00Z",
                       "2262-04-12T00:00:00Z",
                       "1677-09-20T00:00:00Z"};
    for (const char* text : rows)
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
}

void TestTime::noTimestamp()
{
    QFETCH(QByteArray, text);
    QVERIFY(!fromRfc3339(text.toStdString()));
}

void TestTime::timestamps_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("ns");
    const qint64 second = nsPerSecond;
    QTest::newRow("epoch") << QByteArray("1970-01-01T00:00:00Z") << qint64{0};
    QTest::newRow("one before the epoch") << QByteArray("1969-12-31T23:59:59.999999999Z") << qint64{-1};
    QTest::newRow("small letters") << QByteArray("1970-01-01t00:00:01z") << second;
    QTest::newRow("a blank for the T") << QByteArray("1970-01-01 00:00:01Z") << second;
    QTest::newRow("no offset is UTC") << QByteArray("1970-01-01T00:00:01") << second;
    QTest::newRow("a date alone") << QByteArray("1970-01-02") << 86'400 * second;
    QTest::newRow("no seconds") << QByteArray("1970-01-01T00:01Z") << 60 * second;
    QTest::newRow("east") << QByteArray("1970-01-01T02:00:00+02:00") << qint64{0};
    QTest::newRow("west, over midnight") << QByteArray("1969-12-31T18:00:00-06:00") << qint64{0};
    QTest::newRow("offset without colon") << QByteArray("1970-01-01T05:30:00+0530") << qint64{0};
    QTest::newRow("one decimal") << QByteArray("1970-01-01T00:00:00.5Z") << second / 2;
    QTest::newRow("more decimals than a clock has")
        << QByteArray("1970-01-01T00:00:00.0000000019Z") << qint64{1};
    QTest::newRow("leap day") << QByteArray("2000-02-29T00:00:00Z") << 951'782'400 * second;
    QTest::newRow("leap second") << QByteArray("2008-12-31T23:59:60Z") << 1'230'768'000 * second;
}

void TestTime::timestamps()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, ns);
    const auto read = fromRfc3339(text.toStdString());
    QVERIFY(read.has_value());
    QCOMPARE(qint64{*read}, ns);
}

void TestTime::datesThatDoNotExist()
{
    QVERIFY(!isValid({2009, 2, 29}));
    QVERIFY(!isValid({2009, 0, 1}));
    QVERIFY(!isValid({2009, 13, 1}));
    QVERIFY(!isValid({2009, 1, -1}));
    QVERIFY(!isValid({40'000, 1, 1}));
    QVERIFY(isValid({2008, 2, 29}));
    QVERIFY(isValid({-1, 12, 31}));
}

/// A hostile file may name any year: what does not fit is the nearest that does, and no other year.
void TestTime::yearsThatDoNotFit()
{
    QCOMPARE(nsFromCivil({9999, 12, 31}, 23, 59, 59), INT64_MAX);
    QCOMPARE(nsFromCivil({1, 1, 1}, 0, 0, 0), INT64_MIN);
    QCOMPARE(nsFromCivil({1969, 12, 31}, 23, 59, 59), -nsPerSecond);
}

void TestTime::printsWhatItReads_data()
{
    QTest::addColumn<qint64>("ns");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("the earliest") << qint64{INT64_MIN} << QByteArray("1677-09-21T00:12:43.145224192Z");
    QTest::newRow("before 1970") << qint64{-1} << QByteArray("1969-12-31T23:59:59.999999999Z");
    QTest::newRow("epoch") << qint64{0} << QByteArray("1970-01-01T00:00:00.000000000Z");
    QTest::newRow("the seed's console")
        << qint64{1'235'722'270'854'439'000} << QByteArray("2009-02-27T08:11:10.854439000Z");
    QTest::newRow("the latest") << qint64{INT64_MAX} << QByteArray("2262-04-11T23:47:16.854775807Z");
}

void TestTime::printsWhatItReads()
{
    QFETCH(qint64, ns);
    QFETCH(QByteArray, text);
    QCOMPARE(toRfc3339(ns), text.toStdString());
    if (ns > INT64_MIN && ns < INT64_MAX)
        QCOMPARE(fromRfc3339(text.toStdString()), std::optional<std::int64_t>(ns));
}

void TestTime::dateZoneAndErrorComeOff()
{
    SourceClock clock;
    clock.dateShiftNs = 14'302 * nsPerDay; // 2009-02-27
    clock.utcOffsetNs = -6 * 3600 * nsPerSecond;
    const SourceTime time{(8 * 3600 + 11 * 60) * nsPerSecond};
    QCOMPARE(toRfc3339(clock.uncorrected(time).nsUtc), std::string("2009-02-27T14:11:00.000000000Z"));
    clock.correction = SourceClock::Correction{.offsetNs = 2 * nsPerSecond, .driftPpm = 100, .middle = time};
    QCOMPARE(toRfc3339(clock.corrected(time).nsUtc), std::string("2009-02-27T14:10:58.000000000Z"));
    // 10 000 s later the clock has gained another second
    const SourceTime later = time + std::chrono::seconds(10'000);
    QCOMPARE(clock.uncorrected(later) - clock.corrected(later), Nanoseconds(3 * nsPerSecond));
}

void TestTime::clockThereAndBack()
{
    SourceClock clock;
    clock.utcOffsetNs = 7200 * nsPerSecond;
    clock.correction = SourceClock::Correction{
        .offsetNs = -90 * nsPerSecond, .driftPpm = -60, .middle = {1'235'722'270 * nsPerSecond}};
    for (const std::int64_t hours : {-200, -1, 0, 1, 200}) {
        const SourceTime time{(1'235'722'270 + hours * 3600) * nsPerSecond};
        const Nanoseconds error = clock.toSource(clock.corrected(time)) - time;
        QVERIFY2(std::abs(error.count()) < 100, std::to_string(error.count()).c_str());
    }
}

void TestTime::unknownSourceCountsAsRight()
{
    const ClockSet none;
    QCOMPARE(none.at(SourceId{7}, SourceTime{5}).nsUtc, std::int64_t{5});
    QCOMPARE(none.clock(SourceId{7}), nullptr);
}

void TestTime::daysBefore1970()
{
    QCOMPARE(floorDivided(-1, nsPerDay), std::int64_t{-1});
    QCOMPARE(floorDivided(-nsPerDay, nsPerDay), std::int64_t{-1});
    QCOMPARE(floorDivided(nsPerDay - 1, nsPerDay), std::int64_t{0});
}

void TestTime::lowerCaseOfLettersAlone()
{
    QCOMPARE(lowerCase(std::string_view("SDL001_[@Z].TXT")), std::string("sdl001_[@z].txt"));
    QCOMPARE(lowerCase(std::string_view("\xc3\x84")), std::string("\xc3\x84")); // no locale has a say
}

QTEST_APPLESS_MAIN(TestTime)
#include "tst_time.moc"
