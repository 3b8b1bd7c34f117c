// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

Buffer snoopHeader(std::uint32_t datalink = 4)
{
    return text("snoop") + zeros(3) + be32(2) + be32(datalink);
}

Buffer snoopRecord(const Buffer& frame, std::uint32_t seconds, std::uint32_t dropped = 0,
                   std::uint32_t lost = 0)
{
    const std::size_t padding = (8 - frame.size() % 8) % 8;
    return be32(static_cast<std::uint32_t>(frame.size()) + lost)
        + be32(static_cast<std::uint32_t>(frame.size()))
        + be32(static_cast<std::uint32_t>(24 + frame.size() + padding)) + be32(dropped) + be32(seconds)
        + be32(250'000) + frame + zeros(padding);
}

} // namespace

/// Captures of Solaris' snoop.
class TestSnoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutAnywhere();
    void lengthsNotBelieved();
    void otherVersionsAreRefused();
    void framesAreRead();
    void framesAreFetched();
    void dropsAreTold();
    void unknownLinkIsTold();
};

void TestSnoop::cutAnywhere()
{
    const Buffer record = snoopRecord(ntpFrame(), 1000);
    const Buffer whole = snoopHeader() + record + record;
    for (std::size_t length = 12; length <= whole.size(); ++length) {
        RecordingSink sink;
        const auto facts = readAll(pcapFormat(), front(whole, length), sink);
        QVERIFY(facts);
        const std::size_t behind = length < 16 ? 0 : length - 16;
        QCOMPARE(facts->records, behind / record.size());
        QCOMPARE(sink.events.size(), behind / record.size());
        QCOMPARE(sink.problemIds().find("-cut") != std::string::npos,
                 length < 16 || behind % record.size() != 0);
    }
}

void TestSnoop::lengthsNotBelieved()
{
    const auto garbage = [](std::uint32_t included, std::uint32_t length) {
        RecordingSink sink;
        const Buffer file = snoopHeader() + snoopRecord(ntpFrame(), 1000) + be32(60) + be32(included)
            + be32(length) + zeros(600);
        const auto facts = readAll(pcapFormat(), file, sink);
        return facts && facts->records == 1 ? std::string(sink.problemIds()) : std::string();
    };
    QCOMPARE(garbage(262'145, 262'169), std::string("capture.record-garbage"));
    QCOMPARE(garbage(60, 60), std::string("capture.record-garbage"));
    QCOMPARE(garbage(60, 0), std::string("capture.record-garbage"));
    QCOMPARE(garbage(60, 100'000), std::string("capture.record-garbage"));
    QCOMPARE(garbage(0xFFFFFFFF, 23), std::string("capture.record-garbage"));
}

void TestSnoop::otherVersionsAreRefused()
{
    Buffer file = snoopHeader();
    QCOMPARE(pcapFormat().sniff(file).confidence, 100);
    file[11] = std::byte{3};
    QCOMPARE(pcapFormat().sniff(file).confidence, 0);
    QCOMPARE(pcapFormat().sniff(front(snoopHeader(), 11)).confidence, 0);
}

void TestSnoop::framesAreRead()
{
    RecordingSink sink;
    const Buffer file = snoopHeader() + snoopRecord(ntpFrame(), 1000) + snoopRecord(ntpFrame(), 1001);
    const auto facts = readAll(pcapFormat(), file, sink);
    QVERIFY(facts);
    QCOMPARE(facts->records, 2U);
    QCOMPARE(facts->first->ns, 1'000'250'000'000);
    QCOMPARE(facts->last->ns, 1'001'250'000'000);
    QCOMPARE(facts->resolution.count(), 1000);
    QCOMPARE(sink.problemIds(), "");
    QCOMPARE(sink.events.size(), std::size_t{2});
}

void TestSnoop::framesAreFetched()
{
    Buffer file = snoopHeader();
    for (std::uint32_t i = 0; i < 3; ++i)
        file += snoopRecord(ntpFrame() + zeros(i), 1000 + i);
    for (std::uint64_t number = 1; number <= 3; ++number) {
        BlockReader reader(memorySource(file));
        const auto bytes = pcapFormat().fetch(reader, {1, 16}, number);
        QVERIFY(bytes.hasValue());
        QCOMPARE(*bytes, ntpFrame() + zeros(number - 1));
    }
}

void TestSnoop::dropsAreTold()
{
    RecordingSink sink;
    const Buffer file = snoopHeader() + snoopRecord(ntpFrame(), 1000) + snoopRecord(ntpFrame(), 1001, 7)
        + snoopRecord(ntpFrame(), 1002, 7);
    const auto facts = readAll(pcapFormat(), file, sink);
    QCOMPARE(facts->limits.size(), std::size_t{1});
    QCOMPARE(facts->limits[0].id, std::string("limit.drops"));
    QCOMPARE(facts->limits[0].arguments.at(0), std::string("7"));
}

void TestSnoop::unknownLinkIsTold()
{
    RecordingSink sink;
    const auto facts = readAll(pcapFormat(), snoopHeader(8) + snoopRecord(ntpFrame(), 1000), sink);
    QCOMPARE(facts->records, 1U);
    QVERIFY(sink.events.empty());
    QCOMPARE(sink.problemIds(), "capture.link-unsupported");
}

QTEST_APPLESS_MAIN(TestSnoop)
#include "tst_snoop.moc"
