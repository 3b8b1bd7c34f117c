// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/events/capturefilter.h"

using namespace whittle;

namespace
{

const char* nameOf(Passes passes)
{
    return passes == Passes::All ? "all" : passes == Passes::None ? "none" : "some";
}

} // namespace

class TestCaptureFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passes_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("dhcp");
        QTest::addColumn<QString>("registrations");
        const auto row = [](const char* filter, const char* dhcp, const char* registrations) {
            QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(dhcp)
                                  << QString::fromUtf8(registrations);
        };
        row("", "all", "all");
        row("port 67", "all", "none");
        row("udp port 67 or udp port 68", "all", "none");
        row("port 67 or 68", "all", "none");
        row("udp and (port bootps or port bootpc)", "all", "none");
        row("port 68", "some", "none");
        row("src port 67", "some", "none");
        row("udp", "all", "none");
        row("UDP PORT 67 || TCP PORT 2000", "all", "all");
        row("tcp", "none", "all");
        row("tcp port 2000", "none", "all");
        row("port 123", "none", "none");
        row("not port 22", "all", "all");
        row("! (tcp || icmp)", "all", "none");
        row("arp or port 2000", "none", "all");
        row("host 10.2.20.1", "some", "all");
        row("ip host 10.2.20.1 and port 2000", "none", "all");
        row("host 10.2.20.9", "some", "some");
        row("dst host 10.2.20.1", "some", "some");
        row("host cucm-pub", "some", "some");
        row("not host 10.2.20.1", "some", "none");
        row("net 10.2.20.0/24", "some", "some");
        row("vlan and port 67", "some", "some");
        row("port 67 and", "some", "some");
        row("(port 67", "some", "some");
        row("port 67)", "some", "some");
        row("tcp[13] & 4 != 0", "some", "some");
        row("ip", "all", "all");
        row("ip6", "none", "none");
    }

    void passes()
    {
        QFETCH(QString, filter);
        const IpAddress phone = IpAddress::v4(10, 2, 20, 1);
        QTEST(QString::fromUtf8(nameOf(whatPasses(filter.toStdString(), Traffic::Dhcp, phone))), "dhcp");
        QTEST(QString::fromUtf8(nameOf(whatPasses(filter.toStdString(), Traffic::Registrations, phone))),
              "registrations");
    }

    void hostsAreNobodysWhereAllAreAskedFor()
    {
        QCOMPARE(whatPasses("host 10.2.20.1", Traffic::Registrations), Passes::Some);
    }

    void ntp()
    {
        QCOMPARE(whatPasses("port 123", Traffic::Ntp), Passes::All);
        QCOMPARE(whatPasses("udp port ntp", Traffic::Ntp), Passes::All);
        QCOMPARE(whatPasses("tcp", Traffic::Ntp), Passes::None);
        QCOMPARE(whatPasses("port 67", Traffic::Ntp), Passes::None);
        QCOMPARE(whatPasses("src port 123", Traffic::Ntp), Passes::Some);
        QCOMPARE(whatPasses("host 10.2.20.1", Traffic::Ntp, *IpAddress::fromText("10.2.20.1")), Passes::Some);
    }

    void otherTraffic_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("ntp");
        QTest::addColumn<QString>("sip");
        QTest::addColumn<QString>("arp");
        QTest::addColumn<QString>("announcements");
        const auto row = [](const char* filter, const char* ntp, const char* sip, const char* arp,
                            const char* announcements) {
            QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(ntp)
                                  << QString::fromUtf8(sip) << QString::fromUtf8(arp)
                                  << QString::fromUtf8(announcements);
        };
        row("", "all", "all", "all", "all");
        row("port 123", "all", "none", "none", "none");
        row("port 5060 or arp", "none", "all", "all", "none");
        row("udp port 5060", "none", "some", "none", "none");
        row("ip", "all", "all", "none", "none");
        row("not port 22", "all", "all", "all", "all");
    }

    void otherTraffic()
    {
        QFETCH(QString, filter);
        const auto passed = [&](Traffic traffic) {
            return QString::fromUtf8(nameOf(whatPasses(filter.toStdString(), traffic)));
        };
        QTEST(passed(Traffic::Ntp), "ntp");
        QTEST(passed(Traffic::Sip), "sip");
        QTEST(passed(Traffic::Arp), "arp");
        QTEST(passed(Traffic::Announcements), "announcements");
    }

    void deepNesting() { QCOMPARE(whatPasses(std::string(100'000, '('), Traffic::Dhcp), Passes::Some); }
};

QTEST_APPLESS_MAIN(TestCaptureFilter)
#include "tst_capturefilter.moc"
