// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/events/rings.h"

using namespace whittle;

namespace
{

/// The file of that number, from that second on for a hundred.
SourceRow file(std::uint64_t number, std::int64_t from, const std::string& host = "cucm-pub")
{
    SourceRow row;
    row.path = std::to_string(number);
    row.first = SourceTime{from * nsPerSecond};
    row.last = SourceTime{(from + 100) * nsPerSecond};
    row.origin.host = host;
    row.origin.application = "CCM";
    row.origin.fileNumber = number;
    return row;
}

std::vector<std::string> missing(std::vector<SourceRow> files)
{
    std::vector<SourceRow*> pointers;
    for (SourceRow& one : files)
        pointers.push_back(&one);
    addMissingFiles(pointers);
    std::vector<std::string> found;
    for (const SourceRow& one : files) {
        for (const CoverageLimit& limit : one.limits)
            found.push_back(one.path + ": " + limit.id + " " + limit.arguments[0] + ".." + limit.arguments[1]
                            + " from " + std::to_string(limit.from->ns / nsPerSecond) + " to "
                            + std::to_string(limit.to->ns / nsPerSecond));
    }
    return found;
}

using Found = std::vector<std::string>;

} // namespace

class TestRings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesThatFollow() { QCOMPARE(missing({file(7, 0), file(8, 100), file(9, 200)}), Found{}); }
    void filesThatAreMissing()
    {
        QCOMPARE(missing({file(12, 900), file(7, 0), file(8, 100)}),
                 Found{"12: limit.missing-files 9..11 from 200 to 900"});
    }
    void slotsOfTheRingAreNoOrder() { QCOMPARE(missing({file(1, 200), file(2, 0), file(3, 100)}), Found{}); }
    void eachNodeHasItsOwn()
    {
        QCOMPARE(missing({file(7, 0), file(20, 50, "cucm-sub"), file(8, 100)}), Found{});
    }
    void countThatBeginsAnew() { QCOMPARE(missing({file(1262, 0), file(1, 100)}), Found{}); }
    void unknownHosts() { QCOMPARE(missing({file(1, 0, ""), file(9, 100, "")}), Found{}); }
    void withoutNumbers()
    {
        SourceRow none = file(1, 0);
        none.origin.fileNumber.reset();
        QCOMPARE(missing({none, file(9, 100)}), Found{});
    }
};

QTEST_APPLESS_MAIN(TestRings)
#include "tst_rings.moc"
