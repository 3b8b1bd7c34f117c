// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// A DHCP message, field by field.
struct DhcpSpec {
    unsigned op = 1;
    std::uint32_t xid = 0x24593b3e;
    unsigned secs = 0;
    Buffer ciaddr = zeros(4);
    Buffer yiaddr = zeros(4);
    Buffer siaddr = zeros(4);
    Buffer giaddr = zeros(4);
    Buffer sname = zeros(64);
    Buffer file = zeros(128);
    Buffer options;

    Buffer bytes() const
    {
        return hex({op, 1, 6, 0}) + be32(xid) + be16(secs) + be16(0) + ciaddr + yiaddr + siaddr + giaddr
            + hex({0, 0x1e, 0x7a, 0x24, 0x42, 0x9a}) + zeros(10) + sname + file
            + hex({0x63, 0x82, 0x53, 0x63}) + options;
    }
};

Buffer option(unsigned code, const Buffer& value)
{
    return hex({code, static_cast<unsigned>(value.size())}) + value;
}

Buffer type(unsigned messageType)
{
    return option(53, hex({messageType}));
}

const Buffer end = hex({255});

Buffer toServer(const Buffer& message, const Buffer& destination = hex({255, 255, 255, 255}))
{
    Buffer packet = ipv4(17, 1, 9, udp(68, 67, message));
    std::copy(destination.begin(), destination.end(), packet.begin() + 16);
    return ethernet(packet);
}

RecordingSink read(const Buffer& frame)
{
    RecordingSink sink;
    (void)readAll(pcapFormat(), pcap({frame}), sink);
    return sink;
}

RecordedEvent only(const Buffer& message)
{
    const RecordingSink sink = read(toServer(message));
    return sink.events.size() == 1 ? sink.events[0] : RecordedEvent{};
}

} // namespace

class TestDhcp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notDhcp_data();
    void notDhcp();
    void cutAnywhere();
    void optionLengthsLie();
    void tooShort();
    void everyType_data();
    void everyType();
    void ackWithEverything();
    void requestStates_data();
    void requestStates();
    void nakWithText();
    void overloadedFields();
    void splitOption();
    void optionInVeryManyPieces();
    void optionsOfARequest();
    void clientIds_data();
    void clientIds();
    void bootFile();
    void relayAgent_data();
    void relayAgent();
    void devices_data();
    void devices();
    void otherPorts();
};

void TestDhcp::notDhcp_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::newRow("BOOTP") << QByteArray();
    QTest::newRow("no option 53") << QByteArray("\x0c\x01x\xff", 4);
    QTest::newRow("option 53 behind the end") << QByteArray("\xff\x35\x01\x01", 4);
    QTest::newRow("option 53 empty") << QByteArray("\x35\x00\xff", 3);
    QTest::newRow("type 0") << QByteArray("\x35\x01\x00\xff", 4);
    QTest::newRow("type 19") << QByteArray("\x35\x01\x13\xff", 4);
    QTest::newRow("type 200") << QByteArray("\x35\x01\xc8\xff", 4);
}

void TestDhcp::notDhcp()
{
    QFETCH(QByteArray, options);
    DhcpSpec spec;
    spec.options = text(options.toStdString());
    QCOMPARE(read(toServer(spec.bytes())).kinds(), "");
    Buffer noCookie = DhcpSpec{}.bytes() + type(1);
    noCookie[236] = std::byte{0};
    QCOMPARE(read(toServer(noCookie)).kinds(), "");
}

void TestDhcp::cutAnywhere()
{
    DhcpSpec spec;
    spec.options = type(3) + option(50, hex({10, 2, 1, 5})) + option(12, text("SEP001E7A24429A")) + end;
    const Buffer whole = toServer(spec.bytes());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        RecordingSink sink;
        const Buffer cut(whole.begin(), whole.begin() + std::ptrdiff_t(length));
        QVERIFY(readAll(pcapFormat(),
                        pcapHeader() + pcapRecord({cut, 1, 0, static_cast<std::uint32_t>(whole.size())}),
                        sink));
        QCOMPARE(sink.events.size(), length >= 14 + 28 + 240 + 3 ? 1U : 0U);
    }
}

void TestDhcp::optionLengthsLie()
{
    DhcpSpec spec;
    spec.options = type(5) + option(51, hex({1, 2})) + option(54, hex({10, 1})) + option(3, {})
        + hex({12, 200}) + text("short");
    const auto event = only(spec.bytes());
    QCOMPARE(event.fields, "xid=0x24593b3e;client-mac=00:1e:7a:24:42:9a;host-name=short");
    spec.options = type(5) + hex({12});
    QCOMPARE(only(spec.bytes()).kind, "dhcp.ack");
}

void TestDhcp::tooShort()
{
    const auto sink = read(toServer(zeros(100)));
    QCOMPARE(sink.kinds(), "");
    QCOMPARE(sink.problemIds(), "capture.malformed");
    const std::vector<std::string> arguments{"1", "DHCP"};
    QCOMPARE(sink.problems[0].arguments, arguments);
}

void TestDhcp::everyType_data()
{
    QTest::addColumn<unsigned>("number");
    unsigned number = 0;
    for (const char* kind :
         {"dhcp.discover", "dhcp.offer", "dhcp.request", "dhcp.decline", "dhcp.ack", "dhcp.nak",
          "dhcp.release", "dhcp.inform", "dhcp.force-renew", "dhcp.lease-query", "dhcp.lease-unassigned",
          "dhcp.lease-unknown", "dhcp.lease-active", "dhcp.bulk-lease-query", "dhcp.lease-query-done",
          "dhcp.active-lease-query", "dhcp.lease-query-status", "dhcp.tls"})
        QTest::newRow(kind) << ++number;
}

void TestDhcp::everyType()
{
    QFETCH(unsigned, number);
    DhcpSpec spec;
    spec.options = type(number) + end;
    const auto event = only(spec.bytes());
    QCOMPARE(event.kind, std::string(QTest::currentDataTag()));
    QCOMPARE(event.fields, "xid=0x24593b3e;client-mac=00:1e:7a:24:42:9a");
    QCOMPARE(event.device, "");
    QVERIFY(!event.repeats);
    QCOMPARE(toText(event.source), "10.0.0.1:68");
    QCOMPARE(toText(event.destination), "255.255.255.255:67");
}

void TestDhcp::ackWithEverything()
{
    DhcpSpec spec;
    spec.op = 2;
    spec.secs = 4;
    spec.ciaddr = hex({10, 2, 1, 5});
    spec.yiaddr = hex({10, 2, 1, 6});
    spec.siaddr = hex({10, 1, 1, 8});
    spec.giaddr = hex({10, 2, 1, 1});
    spec.options = type(5) + option(54, hex({10, 1, 1, 10})) + option(51, be32(259'200))
        + option(58, be32(129'600)) + option(59, be32(226'800)) + option(1, hex({255, 255, 255, 0}))
        + option(3, hex({10, 2, 1, 1})) + option(150, hex({10, 1, 1, 1, 10, 1, 1, 2}))
        + option(66, text("tftp.example") + zeros(1)) + option(42, hex({10, 1, 1, 11}))
        + option(6, hex({10, 1, 1, 20, 10, 1, 1, 21})) + option(15, text("example.com"))
        + option(12, text("SEP001e7a24429a")) + zeros(3) + end;
    const auto event = only(spec.bytes());
    QCOMPARE(event.kind, "dhcp.ack");
    QCOMPARE(event.device, "SEP001E7A24429A");
    QCOMPARE(
        event.fields,
        "xid=0x24593b3e;client-mac=00:1e:7a:24:42:9a;your-ip=10.2.1.6;lease-s=259200;server-id=10.1.1.10;"
        "client-ip=10.2.1.5;next-server=10.1.1.8;relay-ip=10.2.1.1;secs=4;t1-s=129600;t2-s=226800;"
        "host-name=SEP001e7a24429a;subnet-mask=255.255.255.0;router=10.2.1.1;"
        "tftp-servers=10.1.1.1,10.1.1.2;tftp-name=tftp.example;ntp-servers=10.1.1.11;"
        "dns-servers=10.1.1.20,10.1.1.21;domain-name=example.com");
}

void TestDhcp::requestStates_data()
{
    QTest::addColumn<bool>("hasAddress");
    QTest::addColumn<bool>("asksForAddress");
    QTest::addColumn<bool>("namesServer");
    QTest::addColumn<bool>("broadcast");
    QTest::addColumn<bool>("relayed");
    QTest::newRow("selecting") << false << true << true << true << false;
    QTest::newRow("init-reboot") << false << true << false << true << false;
    QTest::newRow("renewing") << true << false << false << false << false;
    QTest::newRow("rebinding") << true << false << false << true << false;
    QTest::newRow("rebinding, relayed") << true << false << false << false << true;
    QTest::newRow("(none)") << false << false << false << true << false;
}

void TestDhcp::requestStates()
{
    QFETCH(bool, hasAddress);
    QFETCH(bool, asksForAddress);
    QFETCH(bool, namesServer);
    QFETCH(bool, broadcast);
    QFETCH(bool, relayed);
    DhcpSpec spec;
    if (hasAddress)
        spec.ciaddr = hex({10, 2, 1, 5});
    if (relayed)
        spec.giaddr = hex({10, 2, 1, 1});
    spec.options = type(3);
    if (asksForAddress)
        spec.options += option(50, hex({10, 2, 1, 5}));
    if (namesServer)
        spec.options += option(54, hex({10, 1, 1, 10}));
    const auto sink =
        read(toServer(spec.bytes(), broadcast ? hex({255, 255, 255, 255}) : hex({10, 1, 1, 10})));
    const std::string state = sink.events.at(0).value("state");
    QVERIFY(std::string(QTest::currentDataTag()).starts_with(state));
    QCOMPARE(sink.events[0].value("requested-ip"), asksForAddress ? "10.2.1.5" : "(none)");
}

void TestDhcp::nakWithText()
{
    DhcpSpec spec;
    spec.op = 2;
    spec.options =
        type(6) + option(54, hex({10, 1, 1, 10})) + option(56, text("requested address not available")) + end;
    QCOMPARE(only(spec.bytes()).fields,
             "xid=0x24593b3e;client-mac=00:1e:7a:24:42:9a;server-id=10.1.1.10;message=requested address not "
             "available");
}

void TestDhcp::overloadedFields()
{
    DhcpSpec spec;
    spec.file =
        option(51, be32(3'600)) + option(3, hex({10, 2, 1, 1})) + end + Buffer(128 - 13, std::byte{9});
    spec.sname = option(6, hex({10, 1, 1, 20})) + end + Buffer(64 - 7, std::byte{9});
    const std::string fixed = "xid=0x24593b3e;client-mac=00:1e:7a:24:42:9a";
    const auto with = [&](unsigned overload) {
        spec.options = type(5) + option(52, hex({overload})) + end;
        return only(spec.bytes()).fields;
    };
    QCOMPARE(with(0), fixed);
    QCOMPARE(with(1), fixed + ";lease-s=3600;router=10.2.1.1");
    QCOMPARE(with(2), fixed + ";dns-servers=10.1.1.20");
    QCOMPARE(with(3), fixed + ";lease-s=3600;router=10.2.1.1;dns-servers=10.1.1.20");
}

/// RFC 3396: the pieces are joined, in the order options, file, sname.
void TestDhcp::splitOption()
{
    DhcpSpec spec;
    spec.file = option(66, text(".example")) + end + zeros(128 - 11);
    spec.options = type(5) + option(66, text("tf")) + option(52, hex({1})) + option(66, text("tp")) + end;
    QCOMPARE(only(spec.bytes()).value("tftp-name"), "tftp.example");
}

void TestDhcp::optionInVeryManyPieces()
{
    DhcpSpec spec;
    spec.options = type(5);
    for (int i = 0; i < 20'000; ++i)
        spec.options += hex({12, 1, 'a'});
    QCOMPARE(only(spec.bytes()).value("host-name"), std::string(20'000, 'a'));
}

void TestDhcp::optionsOfARequest()
{
    DhcpSpec spec;
    spec.options = type(1) + option(55, hex({1, 66, 6, 3, 15, 150, 35})) + option(57, be16(1'152))
        + option(43, hex({1, 4, 0, 0, 0, 2})) + option(242, text("L2QVLAN=5")) + option(125, hex({0}))
        + option(121, hex({0})) + end;
    QCOMPARE(only(spec.bytes()).fields,
             "xid=0x24593b3e;client-mac=00:1e:7a:24:42:9a;vendor-options=010400000002;max-message-bytes=1152;"
             "requested-options=1,66,6,3,15,150,35;other-options=121,125,242");
}

void TestDhcp::clientIds_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("hardware address")
        << QByteArray::fromHex("01001e7a24429a") << QByteArray("00:1e:7a:24:42:9a");
    QTest::newRow("text") << QByteArray("\0phone-7", 8) << QByteArray("phone-7");
    QTest::newRow("text without type")
        << QByteArray("cisco-001e.7a24.429a-Vl1") << QByteArray("cisco-001e.7a24.429a-Vl1");
    QTest::newRow("DUID") << QByteArray::fromHex("ff00000001000100") << QByteArray("ff00000001000100");
    QTest::newRow("hardware address cut") << QByteArray::fromHex("01001e7a") << QByteArray("01001e7a");
    QTest::newRow("empty") << QByteArray() << QByteArray("(none)");
}

void TestDhcp::clientIds()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, shown);
    DhcpSpec spec;
    spec.options = type(1) + option(61, text(value.toStdString())) + end;
    QCOMPARE(only(spec.bytes()).value("client-id"), shown.toStdString());
}

void TestDhcp::bootFile()
{
    DhcpSpec spec;
    spec.file = padded("SEP001E7A24429A.cnf.xml", 128);
    spec.options = type(5) + end;
    QCOMPARE(only(spec.bytes()).value("boot-file"), "SEP001E7A24429A.cnf.xml");
    spec.options = type(5) + option(67, text("other.bin")) + end;
    QCOMPARE(only(spec.bytes()).value("boot-file"), "other.bin");
    spec.options = type(5) + option(52, hex({1})) + end;
    QCOMPARE(only(spec.bytes()).value("boot-file"), "(none)");
}

void TestDhcp::relayAgent_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char* name, const char* hex, const char* shown) {
        QTest::newRow(name) << QByteArray::fromHex(hex) << QByteArray(shown);
    };
    row("numbers",
        "0106000400050107"
        "02080006001e7a244200",
        "000400050107 0006001e7a244200");
    row("text",
        "0104476930 31"
        "0203737731",
        "Gi01 sw1");
    row("another sub-option between",
        "01024131"
        "050401020304"
        "02024231",
        "A1 B1");
    row("length lies", "01FF4131", "A1 (none)");
    row("empty sub-option",
        "0100"
        "02024231",
        "(none) B1");
    row("no length", "01", "(none) (none)");
}

void TestDhcp::relayAgent()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, shown);
    DhcpSpec spec;
    spec.options = type(3) + option(82, text(value.toStdString())) + end;
    const auto event = only(spec.bytes());
    QCOMPARE(event.value("relay-circuit-id") + ' ' + event.value("relay-remote-id"), shown.toStdString());
}

void TestDhcp::devices_data()
{
    QTest::addColumn<QByteArray>("hostName");
    QTest::addColumn<QByteArray>("vendorClass");
    QTest::addColumn<QByteArray>("device");
    QTest::newRow("host name") << QByteArray("SEP0010EB001720") << QByteArray()
                               << QByteArray("SEP0010EB001720");
    QTest::newRow("vendor class") << QByteArray() << QByteArray("Cisco Systems, Inc. IP Phone CP-7961G")
                                  << QByteArray("SEP001E7A24429A");
    QTest::newRow("other name") << QByteArray("SEP-printer") << QByteArray("MSFT 5.0") << QByteArray();
}

void TestDhcp::devices()
{
    QFETCH(QByteArray, hostName);
    QFETCH(QByteArray, vendorClass);
    QFETCH(QByteArray, device);
    DhcpSpec spec;
    spec.options = type(1) + option(12, text(hostName.toStdString()))
        + option(60, text(vendorClass.toStdString())) + end;
    const auto event = only(spec.bytes());
    QCOMPARE(QByteArray::fromStdString(event.device), device);
    QCOMPARE(event.value("vendor-class"), vendorClass.isEmpty() ? "(none)" : vendorClass.toStdString());
}

void TestDhcp::otherPorts()
{
    DhcpSpec spec;
    spec.options = type(1) + end;
    const auto kinds = [&](unsigned from, unsigned to) {
        return read(ethernet(ipv4(17, 1, 9, udp(from, to, spec.bytes())))).kinds();
    };
    QCOMPARE(kinds(67, 67), "1 dhcp.discover");
    QCOMPARE(kinds(50'000, 4011), "1 dhcp.discover");
    QCOMPARE(kinds(69, 70), "");
}

QTEST_APPLESS_MAIN(TestDhcp)
#include "tst_dhcp.moc"
