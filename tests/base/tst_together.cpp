// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <atomic>
#include <numeric>
#include <stdexcept>

#include "models/base/together.h"

using namespace whittle;

class TestTogether : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothRun();
    void whatTheyThrowArrives();
    void eachThingOnce();
    void whatPartsMakeIsInTheirOrder();
};

void TestTogether::bothRun()
{
    int first = 0;
    int second = 0;
    together([&] { first = 1; }, [&] { second = 2; });
    QCOMPARE(first, 1);
    QCOMPARE(second, 2);
}

void TestTogether::whatTheyThrowArrives()
{
    bool ran = false;
    QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                             together([&] { ran = true; }, [] { throw std::runtime_error("no"); }));
    QVERIFY(ran);
    ran = false;
    QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                             together([] { throw std::runtime_error("no"); }, [&] { ran = true; }));
    QVERIFY(ran);
}

void TestTogether::eachThingOnce()
{
    for (const std::size_t count : {0U, 1U, 15U, 16U, 1000U}) {
        std::vector<std::atomic<int>> seen(count);
        inParts(count, [&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to; ++i)
                ++seen[i];
        });
        for (const auto& times : seen)
            QCOMPARE(times.load(), 1);
    }
}

void TestTogether::whatPartsMakeIsInTheirOrder()
{
    for (const std::size_t count : {0U, 1U, 7U, 1000U}) {
        std::vector<std::size_t> all;
        const auto parts = madeInParts(
            count,
            [](std::size_t from, std::size_t to) {
                std::vector<std::size_t> made;
                for (std::size_t i = from; i < to; ++i)
                    made.push_back(i);
                return made;
            },
            1);
        QVERIFY(!parts.empty());
        for (const auto& part : parts)
            all.insert(all.end(), part->begin(), part->end());
        std::vector<std::size_t> expected(count);
        std::iota(expected.begin(), expected.end(), std::size_t{0});
        QCOMPARE(all, expected);
    }
}

QTEST_APPLESS_MAIN(TestTogether)
#include "tst_together.moc"
