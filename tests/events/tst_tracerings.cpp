// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTest>

#include "models/events/tracerings.h"

using namespace whittle;

namespace
{

SourceRow row(const char* path, const char* host, const char* application, std::int64_t first,
              std::optional<std::uint64_t> number)
{
    SourceRow made;
    made.path = path;
    made.origin.host = host;
    made.origin.application = application;
    made.origin.fileNumber = number;
    if (first > 0)
        made.first = SourceTime{first};
    return made;
}

std::string paths(const std::vector<TraceRing>& rings)
{
    std::string text;
    for (const TraceRing& ring : rings) {
        for (const SourceRow* one : ring)
            text += one->path + " ";
        text += "| ";
    }
    return text;
}

} // namespace

class TestTraceRings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatSaysNothingIsInNone();
    void byContentNotByName();
    void serversApart();
};

void TestTraceRings::whatSaysNothingIsInNone()
{
    QVERIFY(traceRings({}).empty());
    const std::vector<SourceRow> rows{row("a.pcap", "", "", 5, {}), row("b.log", "SEP1", "", 3, {})};
    QVERIFY(traceRings(rows).empty());
}

/// ccm00000001.txt was written over after ccm00000003.txt.
void TestTraceRings::byContentNotByName()
{
    std::vector<SourceRow> rows{row("ccm1", "pub", "CCM", 40, 14), row("ccm2", "pub", "CCM", 20, 12),
                                row("ccm3", "pub", "CCM", 30, 13), row("same2", "pub", "CCM", 30, 15)};
    do
        QCOMPARE(paths(traceRings(rows)), std::string("ccm2 ccm3 same2 ccm1 | "));
    while (std::ranges::next_permutation(rows, {}, &SourceRow::path).found);
}

void TestTraceRings::serversApart()
{
    std::vector<SourceRow> rows{row("a", "pub", "CCM", 2, {}), row("b", "sub", "CCM", 1, {}),
                                row("c", "pub", "TFTP", 3, {}), row("d", "pub", "CCM", 1, {})};
    QCOMPARE(paths(traceRings(rows)), std::string("d a | c | b | "));
    rows[0].origin.node = 2;
    QCOMPARE(paths(traceRings(rows)), std::string("d | a | c | b | "));
}

QTEST_APPLESS_MAIN(TestTraceRings)
#include "tst_tracerings.moc"
