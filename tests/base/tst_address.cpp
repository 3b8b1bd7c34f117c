// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/base/address.h"
#include "models/base/bytes.h"

using namespace whittle;

namespace
{

std::vector<std::byte> bytes(std::initializer_list<int> values)
{
    std::vector<std::byte> all;
    for (const int value : values)
        all.push_back(static_cast<std::byte>(value));
    return all;
}

} // namespace

class TestAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noAddress_data();
    void noAddress();
    void addresses_data();
    void addresses();
    void noEndpoint_data();
    void noEndpoint();
    void endpoints_data();
    void endpoints();
    void noMac_data();
    void noMac();
    void macs();
    void namesThatAreNoPhone();
    void phoneNames();
    void bytesOfAnyCount();
    void unspecifiedIsSomethingElseThanNone();
    void hashesDiffer();
};

void TestAddress::noAddress_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"", "10.2.1", "10.2.1.256", "10.2.1.5.6", "10.2.1.-5", "a.b.c.d", " 10.2.1.5", "10.2.1.5 ",
          "2001:db8::1::2", "[2001:db8::1]", "fe80::1%eth0", "2001:db8:0:0:0:0:0:0:1",
          "12345::", "0000:0000:0000:0000:0000:0000:0000:0000:0000:0000:0000:0000"})
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
    QTest::newRow("a zero byte within") << QByteArray("10.2.1.5\0x", 10);
}

void TestAddress::noAddress()
{
    QFETCH(QByteArray, text);
    QVERIFY(!IpAddress::fromText({text.constData(), static_cast<std::size_t>(text.size())}));
}

void TestAddress::addresses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("printed");
    QTest::newRow("version 4") << QByteArray("10.2.16.37") << QByteArray("10.2.16.37");
    QTest::newRow("broadcast") << QByteArray("255.255.255.255") << QByteArray("255.255.255.255");
    QTest::newRow("version 6") << QByteArray("2001:DB8:0:0:0:0:0:1") << QByteArray("2001:db8::1");
    QTest::newRow("version 6, nothing set") << QByteArray("::") << QByteArray("::");
    QTest::newRow("version 4 in version 6")
        << QByteArray("::ffff:10.2.16.37") << QByteArray("::ffff:10.2.16.37");
}

void TestAddress::addresses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, printed);
    const auto address = IpAddress::fromText(text.toStdString());
    QVERIFY(address.has_value());
    QCOMPARE(toText(*address), printed.toStdString());
    QVERIFY(IpAddress::fromText(printed.toStdString()) == address);
}

void TestAddress::noEndpoint_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", ":67", "10.2.1.5:", "10.2.1.5:67x", "10.2.1.5:65536", "10.2.1.5:-1",
                             "host:67", "[2001:db8::1]", "[]:67", "10.2.1.5:67:68"})
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
}

void TestAddress::noEndpoint()
{
    QFETCH(QByteArray, text);
    QVERIFY(!endpointFromText(text.toStdString()));
}

void TestAddress::endpoints_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("port");
    QTest::newRow("with port") << QByteArray("10.2.1.5:67") << 67;
    QTest::newRow("without") << QByteArray("10.2.1.5") << 0;
    QTest::newRow("version 6 with port") << QByteArray("[2001:db8::1]:2000") << 2000;
    QTest::newRow("version 6 without") << QByteArray("2001:db8::1") << 0;
    QTest::newRow("highest port") << QByteArray("10.2.1.5:65535") << 65535;
}

void TestAddress::endpoints()
{
    QFETCH(QByteArray, text);
    QFETCH(int, port);
    const auto endpoint = endpointFromText(text.toStdString());
    QVERIFY(endpoint.has_value());
    QCOMPARE(int{endpoint->port}, port);
    QCOMPARE(toText(*endpoint), text.toStdString());
}

void TestAddress::noMac_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "001E7A24429", "001E7A24429A0", "001E7A24429G", "00 1e 7a 24 42 9a",
                             "SEP001E7A24429A", ":::::"})
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
}

void TestAddress::noMac()
{
    QFETCH(QByteArray, text);
    QVERIFY(!Mac::fromText(text.toStdString()));
}

void TestAddress::macs()
{
    for (const char* text : {"001E7A24429A", "00:1e:7a:24:42:9a", "00-1E-7A-24-42-9A", "001e.7a24.429a"}) {
        const auto mac = Mac::fromText(text);
        QVERIFY2(mac.has_value(), text);
        QCOMPARE(toText(*mac), std::string("00:1e:7a:24:42:9a"));
        QCOMPARE(phoneName(*mac), std::string("SEP001E7A24429A"));
    }
    QVERIFY(!Mac::fromBytes(bytes({1, 2, 3, 4, 5})));
    QVERIFY(!Mac::fromBytes(bytes({1, 2, 3, 4, 5, 6, 7})));
    QCOMPARE(toText(*Mac::fromBytes(bytes({1, 2, 3, 4, 5, 255}))), std::string("01:02:03:04:05:ff"));
}

void TestAddress::namesThatAreNoPhone()
{
    for (const char* name : {"", "SEP", "SEP001E7A24429", "SEP001E7A24429AB", "SEP001E7A24429-",
                             "SEP00:1E:7A:24:4", "sep001e7a24429a", "ATA001E7A24429A", "CSFmueller123456"})
        QVERIFY2(!macOfPhoneName(name), name);
}

void TestAddress::phoneNames()
{
    QCOMPARE(toText(*macOfPhoneName("SEP001E7A24429A")), std::string("00:1e:7a:24:42:9a"));
    QCOMPARE(toText(*macOfPhoneName("SEP001e7a24429a")), std::string("00:1e:7a:24:42:9a"));
}

void TestAddress::bytesOfAnyCount()
{
    QVERIFY(!IpAddress::fromBytes({}).isSet());
    QVERIFY(!IpAddress::fromBytes(bytes({10, 2, 1})).isSet());
    QVERIFY(!IpAddress::fromBytes(bytes({10, 2, 1, 5, 6})).isSet());
    QCOMPARE(toText(IpAddress::fromBytes(bytes({10, 2, 1, 5}))), std::string("10.2.1.5"));
    QCOMPARE(toText(IpAddress::fromBytes(bytes({0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}))),
             std::string("2001:db8::1"));
}

void TestAddress::unspecifiedIsSomethingElseThanNone()
{
    QVERIFY(!IpAddress().isSet());
    QVERIFY(!IpAddress().isUnspecified());
    QVERIFY(IpAddress::v4(0, 0, 0, 0).isUnspecified());
    QVERIFY(IpAddress::fromText("::")->isUnspecified());
    QVERIFY(IpAddress::v4(0, 0, 0, 0) != *IpAddress::fromText("::"));
    QCOMPARE(toText(IpAddress()), std::string());
    QCOMPARE(toText(Endpoint{{}, 67}), std::string());
}

void TestAddress::hashesDiffer()
{
    const std::hash<Endpoint> hash;
    const Endpoint one{IpAddress::v4(10, 2, 1, 5), 67};
    QCOMPARE(hash(one), hash(Endpoint{IpAddress::v4(10, 2, 1, 5), 67}));
    QVERIFY(hash(one) != hash(Endpoint{IpAddress::v4(10, 2, 1, 5), 68}));
    QVERIFY(hash(one) != hash(Endpoint{IpAddress::v4(10, 2, 5, 1), 67}));
}

QTEST_APPLESS_MAIN(TestAddress)
#include "tst_address.moc"
