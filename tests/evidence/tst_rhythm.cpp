// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/evidence/format.h"
#include "models/evidence/rhythm.h"

using namespace whittle;

namespace
{

SourceTime at(std::int64_t seconds)
{
    return {seconds * nsPerSecond};
}

/// A record every `step` seconds from `from` on.
std::int64_t records(Rhythm& rhythm, std::int64_t from, int count, std::int64_t step = 1)
{
    for (int i = 0; i < count; ++i)
        rhythm.add(at(from + i * step));
    return from + (count - 1) * step;
}

} // namespace

class TestRhythm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing()
    {
        QVERIFY(Rhythm().spans().empty());
        SourceFacts facts;
        Rhythm().describe(facts);
        QVERIFY(facts.limits.empty());
    }

    void silenceOfABusySource()
    {
        Rhythm rhythm;
        const auto end = records(rhythm, 0, 2000);
        records(rhythm, end + 3600, 2000);
        const std::vector<SourceSpan> spans{{at(0), at(end)}, {at(end + 3600), at(2 * end + 3600)}};
        QCOMPARE(rhythm.spans(), spans);
        SourceFacts facts;
        rhythm.describe(facts);
        QCOMPARE(facts.spans, spans);
        QCOMPARE(facts.limits,
                 (std::vector<CoverageLimit>{{"limit.silence", at(end), at(end + 3600), {"3600"}}}));
    }

    void pauses_data()
    {
        QTest::addColumn<int>("records");
        QTest::addColumn<int>("step"); // s
        QTest::addColumn<int>("pause"); // s
        QTest::addColumn<bool>("silence");
        QTest::newRow("a minute is none") << 2000 << 1 << 60 << false;
        QTest::newRow("a little more") << 2000 << 1 << 61 << true;
        QTest::newRow("few records have no rhythm") << 400 << 1 << 36'000 << false;
        QTest::newRow("half a year in any source") << 4 << 1 << 200 * 86'400 << true;
        QTest::newRow("keepalives of one phone") << 2000 << 30 << 300 << false;
        QTest::newRow("and twenty times their step") << 2000 << 30 << 900 << true;
    }

    void pauses()
    {
        QFETCH(int, records);
        QFETCH(int, step);
        QFETCH(int, pause);
        QFETCH(bool, silence);
        Rhythm rhythm;
        const auto end = ::records(rhythm, 0, records, step);
        ::records(rhythm, end + pause, records, step);
        QCOMPARE(rhythm.spans().size(), silence ? std::size_t{2} : std::size_t{1});
    }

    void idleNightsAreItsRhythm()
    {
        Rhythm rhythm;
        std::int64_t time = 0;
        for (int day = 0; day < 3; ++day) {
            time = records(rhythm, time, 3000) + 300;
            time = records(rhythm, time, 100, 300) + 300;
        }
        rhythm.add(at(time + 1200));
        QCOMPARE(rhythm.spans().size(), std::size_t{1});
    }

    void disorderIsNoStep()
    {
        Rhythm rhythm;
        for (int i = 0; i < 3000; ++i)
            rhythm.add(at(i % 2 ? i - 30 : i));
        QCOMPARE(rhythm.spans(), (std::vector<SourceSpan>{{at(-29), at(2998)}}));
    }

    void clockThatGoesBackWithinWhatWasRecorded()
    {
        Rhythm rhythm;
        const auto end = records(rhythm, 10'000, 5000);
        records(rhythm, 12'000, 5000);
        QCOMPARE(rhythm.spans(), (std::vector<SourceSpan>{{at(10'000), at(end + 2000)}}));
    }

    void clockThatGoesBackToBefore()
    {
        Rhythm rhythm;
        const auto end = records(rhythm, 10'000, 100);
        records(rhythm, 0, 100);
        QCOMPARE(rhythm.spans(), (std::vector<SourceSpan>{{at(0), at(99)}, {at(10'000), at(end)}}));
    }

    void withoutAnyOrder()
    {
        Rhythm rhythm;
        for (int i = 0; i < 3000; ++i)
            rhythm.add(at(i % 2 ? 0 : 100'000));
        QCOMPARE(rhythm.spans(), (std::vector<SourceSpan>{{at(0), at(100'000)}}));
    }

    void mostPausesAreKeptByLength()
    {
        Rhythm rhythm;
        std::int64_t time = 0;
        for (int i = 0; i < 100; ++i)
            time = records(rhythm, time, 2000) + 100 + i;
        QCOMPARE(rhythm.spans().size(), Rhythm::mostPauses + 1);
        QCOMPARE(rhythm.silences().front().from, at(35 * 2099 + 35 * 34 / 2 + 1999));
    }

    void extremeTimes()
    {
        Rhythm rhythm;
        rhythm.add({INT64_MIN});
        rhythm.add({INT64_MAX});
        rhythm.add({0});
        rhythm.add({INT64_MIN});
        QCOMPARE(rhythm.spans().back().to.ns, INT64_MAX);
    }
};

QTEST_APPLESS_MAIN(TestRhythm)
#include "tst_rhythm.moc"
