// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

const Buffer phoneMac = hex({0, 0x1e, 0x7a, 0x24, 0x42, 0x9a});
const Buffer routerMac = hex({0, 0x0c, 0x29, 1, 2, 3});
const Buffer phone = hex({10, 2, 1, 5});
const Buffer router = hex({10, 2, 1, 1});

Buffer arp(unsigned operation, const Buffer& senderMac, const Buffer& sender, const Buffer& targetMac,
           const Buffer& target)
{
    return be16(1) + be16(0x0800) + hex({6, 4}) + be16(operation) + senderMac + sender + targetMac + target;
}

RecordingSink read(const Buffer& frame)
{
    RecordingSink sink;
    (void)readAll(pcapFormat(), pcap({frame}), sink);
    return sink;
}

RecordedEvent only(const Buffer& message)
{
    const RecordingSink sink = read(ethernet(message + zeros(18), 0x0806));
    return sink.events.size() == 1 ? sink.events[0] : RecordedEvent{};
}

} // namespace

class TestArp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request();
    void reply();
    void gratuitous();
    void probe();
    void inAVlan();
    void ofOtherNetworks();
    void cutAnywhere();
};

void TestArp::request()
{
    const auto event = only(arp(1, phoneMac, phone, zeros(6), router));
    QCOMPARE(event.kind, "arp.request");
    QCOMPARE(event.fields, "sender-mac=00:1e:7a:24:42:9a;sender-ip=10.2.1.5;target-ip=10.2.1.1");
    QCOMPARE(toText(event.source), "10.2.1.5");
    QCOMPARE(toText(event.destination), "10.2.1.1");
    QVERIFY(!event.repeats);
}

void TestArp::reply()
{
    const auto event = only(arp(2, routerMac, router, phoneMac, phone));
    QCOMPARE(event.kind, "arp.reply");
    QCOMPARE(
        event.fields,
        "sender-mac=00:0c:29:01:02:03;sender-ip=10.2.1.1;target-mac=00:1e:7a:24:42:9a;target-ip=10.2.1.5");
}

void TestArp::gratuitous()
{
    QCOMPARE(only(arp(1, phoneMac, phone, zeros(6), phone)).value("gratuitous"), "yes");
    QCOMPARE(only(arp(2, phoneMac, phone, phoneMac, phone)).value("gratuitous"), "yes");
}

void TestArp::probe()
{
    const auto event = only(arp(1, phoneMac, zeros(4), zeros(6), phone));
    QCOMPARE(event.value("probe"), "yes");
    QCOMPARE(event.value("gratuitous"), "(none)");
}

void TestArp::inAVlan()
{
    const auto sink = read(ethernet(vlanTag(110, arp(1, phoneMac, phone, zeros(6), router), 0x0806), 0x8100));
    QCOMPARE(sink.events.at(0).value("vlan"), "110");
}

void TestArp::ofOtherNetworks()
{
    for (const auto& [at, value] : {std::pair{1, 6}, {2, 9}, {4, 8}, {5, 16}, {7, 3}, {7, 0}}) {
        Buffer message = arp(1, phoneMac, phone, zeros(6), router);
        message[static_cast<std::size_t>(at)] = static_cast<std::byte>(value);
        const auto sink = read(ethernet(message, 0x0806));
        QCOMPARE(sink.kinds(), "");
        QCOMPARE(sink.problemIds(), "");
    }
}

void TestArp::cutAnywhere()
{
    const Buffer whole = ethernet(arp(1, phoneMac, phone, zeros(6), router), 0x0806);
    for (std::size_t length = 14; length < whole.size(); ++length)
        QCOMPARE(read(front(whole, length)).kinds(), "");
}

QTEST_APPLESS_MAIN(TestArp)
#include "tst_arp.moc"
