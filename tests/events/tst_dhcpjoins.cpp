// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

class TestDhcpJoins : public QObject
{
    Q_OBJECT

    /// What a case with this Discover calls the client.
    static std::set<std::string> names(const std::string& fields, const std::string& kind = "discover")
    {
        CaseBuilder made;
        made.dhcp(made.capture("a.pcap", 0, 100), 1, 7, kind, fields);
        return Judged(made).identity.devices();
    }

private Q_SLOTS:
    void whoAsksForTftpServersIsAPhone();
    void othersAreNot_data();
    void othersAreNot();
    void itsLeasesAreKept();
    void aNameIsKept();
};

void TestDhcpJoins::whoAsksForTftpServersIsAPhone()
{
    const std::set<std::string> phone{phoneOf(7)};
    QCOMPARE(names("requested-options=1,66,6,3,15,150,35"), phone);
    QCOMPARE(names("requested-options=150;client-id=00:1e:7a:24:40:07", "request"), phone);
}

void TestDhcpJoins::othersAreNot_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("kind");
    const auto row = [](const char* name, const char* fields, const char* kind = "discover") {
        QTest::newRow(name) << QByteArray(fields) << QByteArray(kind);
    };
    row("asks for other things", "requested-options=1,3,6,15,15066,250");
    row("asks for nothing", "");
    row("has a name", "requested-options=1,150;host-name=router1");
    row("of another maker", "requested-options=1,150;vendor-class=Polycom-SPIP335");
    row("router", "requested-options=1,6,15,44,3,33,150,43;client-id=cisco-0019.e8eb.a11a-Vl1");
    row("is told, and did not ask", "requested-options=150", "ack");
}

void TestDhcpJoins::othersAreNot()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, kind);
    QVERIFY(names(fields.toStdString(), kind.toStdString()).empty());
}

void TestDhcpJoins::itsLeasesAreKept()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    made.dhcp(capture, 1, 7, "request", "xid=0x1;state=init-reboot;requested-options=1,150");
    made.dhcp(capture, 2, 7, "ack", "xid=0x1;your-ip=10.2.20.7;server-id=10.2.1.5;lease-s=3600");
    const Judged judged(made);
    QCOMPARE(judged.device(phoneOf(7)).leases.size(), std::size_t{1});
    const auto join = std::ranges::find(judged.identity.joins(), "asks-for-option-150", &Join::reason);
    QVERIFY(join != judged.identity.joins().end());
    QCOMPARE(judged.events.single(*join->proof)->kind, std::string("dhcp.request"));
}

void TestDhcpJoins::aNameIsKept()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    made.dhcp(capture, 1, 7, "request", "requested-options=1,150");
    made.event(capture, 2,
               {"dhcp.request", "ATA001E7A244007", "0.0.0.0:68", CaseBuilder::server,
                macFieldOf(7) + ";requested-options=1,150"});
    QCOMPARE(Judged(made).identity.devices(), std::set<std::string>{"ATA001E7A244007"});
}

QTEST_APPLESS_MAIN(TestDhcpJoins)
#include "tst_dhcpjoins.moc"
