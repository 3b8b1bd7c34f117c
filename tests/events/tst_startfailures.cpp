// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/events/startfailures.h"
#include "models/events/tftpclients.h"
#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

const std::string xid = "xid=0x00000001";
const std::string nextXid = "xid=0x00000002";
const std::string phone = "10.2.20.7:";
const std::string tftp = "10.2.1.10:69";

/// "seconds what" for each start of a device that came to nothing.
QByteArray describe(const CaseBuilder& builder, const std::string& device = phoneOf(7))
{
    const Judged judged(builder);
    std::string text;
    for (const DeviceMark& mark : judged.device(device).marks) {
        if (mark.kind != "phone.no-address" && mark.kind != "phone.no-configuration")
            continue;
        const auto seconds = std::llround(static_cast<double>(mark.at.nsUtc - caseStartNs) * 1e-9);
        text += (text.empty() ? "" : "; ") + std::to_string(seconds) + " " + mark.kind;
    }
    return QByteArray::fromStdString(text);
}

void searches(CaseBuilder& builder, SourceId source, double from, const std::string& fields,
              std::initializer_list<double> after = {0, 4, 12, 28, 60})
{
    for (const double step : after)
        builder.dhcp(source, from + step, 7, "discover", fields + ";requested-options=1,3,66,150");
}

void askFor(CaseBuilder& builder, SourceId source, double at, int port, const std::string& file)
{
    const bool own = file.find("SEP") != std::string::npos;
    builder.event(
        source, at,
        {"tftp.read-request", own ? phoneOf(7) : "", phone + std::to_string(port), tftp, "file=" + file});
}

void answer(CaseBuilder& builder, SourceId source, double at, int port, const std::string& kind)
{
    builder.event(source, at, {kind, "", "10.2.1.10:40000", phone + std::to_string(port), ""});
}

/// As a server writes it.
void refuse(CaseBuilder& builder, SourceId source, double at, int port, const std::string& file)
{
    const bool own = file.find("SEP") != std::string::npos;
    builder.event(
        source, at,
        {"tftp.error", own ? phoneOf(7) : "", "10.2.1.10", phone + std::to_string(port), "file=" + file});
}

std::string ownFile()
{
    return phoneOf(7) + ".cnf.xml";
}

/// Its own file is not there, nor the one of all.
void asksInVain(CaseBuilder& builder, SourceId source, double at, int port)
{
    askFor(builder, source, at, port, "CTL" + phoneOf(7) + ".tlv");
    answer(builder, source, at + 0.1, port, "tftp.error");
    askFor(builder, source, at + 1, port + 1, ownFile());
    answer(builder, source, at + 1.1, port + 1, "tftp.error");
    askFor(builder, source, at + 2, port + 2, "XMLDefault.cnf.xml");
    answer(builder, source, at + 2.1, port + 2, "tftp.error");
}

} // namespace

class TestStartFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void searchesInVain();
    void searchesInVainAgainAndAgain();
    void findsAServerLate();
    void worksAllTheSame();
    void asksTwiceOnly();
    void onceForAllSources();
    void serverHasNoneLeft();
    void declines();
    void othersAreNoPhones();
    void configurationRefused();
    void configurationOfAllIsEnough();
    void configurationUnanswered();
    void configurationOfAllIsOpenAtTheEnd();
    void serviceShowsNoSuccess();
    void serviceRefusesAll();
    void sourceDoesNotCount();
    void logShowsNoSuccess();
    void registersWithoutConfiguration();
    void addressOfTwoPhones();
    void logSaysSo();
    void leaseNamesNoServer();
    void leaseInTheWrongVlan();
};

void TestStartFailures::searchesInVain()
{
    CaseBuilder builder;
    searches(builder, builder.capture("phone.pcap", 0, 600), 100, xid);
    QCOMPARE(describe(builder), QByteArray("128 phone.no-address"));
}

void TestStartFailures::searchesInVainAgainAndAgain()
{
    CaseBuilder builder;
    const SourceId capture = builder.capture("phone.pcap", 0, 600);
    searches(builder, capture, 100, xid);
    searches(builder, capture, 192, nextXid);
    QCOMPARE(describe(builder), QByteArray("128 phone.no-address; 220 phone.no-address"));

    CaseBuilder log;
    const SourceId console = log.console("evidence/" + phoneOf(7) + ".log", 0, 600);
    for (const double at : {100, 104, 112, 128, 160, 192, 196, 204, 220, 252})
        log.event(console, at, {"dhcp.discover", phoneOf(7), "", "", ""});
    QCOMPARE(describe(log), QByteArray("128 phone.no-address; 220 phone.no-address"));
}

/// A port of a switch that listens first lets nothing pass for half a minute.
void TestStartFailures::findsAServerLate()
{
    CaseBuilder builder;
    const SourceId capture = builder.capture("phone.pcap", 0, 600);
    searches(builder, capture, 100, xid);
    builder.dhcp(capture, 160.2, 7, "request", xid);
    QCOMPARE(describe(builder), QByteArray());
}

/// The capture missed the rest, and syslog has it; what it has of the search after that is no answer to this.
void TestStartFailures::worksAllTheSame()
{
    const auto registeredAt = [](double at, std::initializer_list<double> next) {
        CaseBuilder builder;
        const SourceId capture = builder.capture("phone.pcap", 0, 600);
        searches(builder, capture, 100, xid, {0, 4, 12, 28});
        for (const double again : next)
            searches(builder, capture, again, nextXid, {0});
        builder.event(builder.trace("syslog.txt", 0, 600), at,
                      {"alarm.device-registered", phoneOf(7), "", "", ""});
        return describe(builder);
    };
    QCOMPARE(registeredAt(135, {}), QByteArray());
    QCOMPARE(registeredAt(210, {192}), QByteArray("128 phone.no-address"));
    QCOMPARE(registeredAt(550, {}), QByteArray("128 phone.no-address"));
    QCOMPARE(registeredAt(90, {}), QByteArray("128 phone.no-address"));
}

void TestStartFailures::asksTwiceOnly()
{
    CaseBuilder builder;
    searches(builder, builder.capture("phone.pcap", 0, 600), 100, xid, {0, 30});
    QCOMPARE(describe(builder), QByteArray());
}

void TestStartFailures::onceForAllSources()
{
    CaseBuilder builder;
    searches(builder, builder.capture("phone.pcap", 0, 600), 100, xid);
    searches(builder, builder.capture("server.pcap", 0, 600), 100.01, xid + ";relay-ip=10.2.20.1");
    QCOMPARE(describe(builder), QByteArray("128 phone.no-address"));
}

void TestStartFailures::serverHasNoneLeft()
{
    CaseBuilder builder;
    const SourceId log = builder.serverLog("dhcp.log", 0, 600);
    for (const double at : {100, 104, 112, 128})
        builder.dhcp(log, at, 7, "log", "what=no-free-leases");
    builder.dhcp(log, 10, 7, "ack", "your-ip=10.2.20.7"); // that it is a phone, its name tells
    builder.event(builder.trace("ccm.txt", 0, 600), 1,
                  {"sccp.register", phoneOf(7), phone + "50000", CaseBuilder::node, ""});
    QCOMPARE(describe(builder), QByteArray("128 phone.no-address"));
}

void TestStartFailures::declines()
{
    CaseBuilder builder;
    const SourceId capture = builder.capture("phone.pcap", 0, 600);
    const SourceId server = builder.capture("server.pcap", 0, 600);
    for (const double at : {100, 111}) {
        searches(builder, capture, at, xid, {0});
        builder.dhcp(capture, at + 0.1, 7, "request", xid);
        builder.dhcp(capture, at + 0.2, 7, "ack", xid + ";your-ip=10.2.20.9;tftp-servers=10.2.1.10");
        builder.dhcp(capture, at + 0.5, 7, "decline", xid);
        builder.dhcp(server, at + 0.6, 7, "decline", xid);
    }
    QCOMPARE(describe(builder), QByteArray("101 phone.no-address; 112 phone.no-address"));
}

void TestStartFailures::othersAreNoPhones()
{
    for (const std::string name : {"S0/SU1/DS1-0@router", "MTP_2", "CSFSMITH"}) {
        CaseBuilder builder;
        const SourceId capture = builder.capture("other.pcap", 0, 600);
        for (const double at : {100, 104, 112, 128})
            builder.event(capture, at, {"dhcp.discover", name, "0.0.0.0:68", CaseBuilder::server, xid});
        QCOMPARE(Judged(builder).device(name).name, name);
        QCOMPARE(describe(builder, name), QByteArray());
    }
}

void TestStartFailures::configurationRefused()
{
    CaseBuilder builder;
    const SourceId capture = builder.capture("phone.pcap", 0, 600);
    asksInVain(builder, capture, 100, 50000);
    asksInVain(builder, capture, 132, 50010);
    QCOMPARE(describe(builder), QByteArray("102 phone.no-configuration; 134 phone.no-configuration"));
}

void TestStartFailures::configurationOfAllIsEnough()
{
    CaseBuilder builder;
    const SourceId capture = builder.capture("phone.pcap", 0, 600);
    askFor(builder, capture, 100, 50000, ownFile());
    answer(builder, capture, 100.1, 50000, "tftp.error");
    askFor(builder, capture, 101, 50001, "XMLDefault.cnf.xml");
    answer(builder, capture, 101.1, 50001, "tftp.data");
    QCOMPARE(describe(builder), QByteArray());
}

void TestStartFailures::configurationUnanswered()
{
    CaseBuilder builder;
    const SourceId capture = builder.capture("phone.pcap", 0, 600);
    for (const double at : {100, 104, 108, 112})
        askFor(builder, capture, at, 50000, ownFile());
    askFor(builder, capture, 200, 50001, ownFile()); // and nobody saw more
    QCOMPARE(describe(builder), QByteArray("112 phone.no-configuration"));
}

/// What was asked for just before the capture ends may have come; long before, it would be seen.
void TestStartFailures::configurationOfAllIsOpenAtTheEnd()
{
    const auto endingAt = [](double end) {
        CaseBuilder builder;
        const SourceId capture = builder.capture("phone.pcap", 0, end);
        askFor(builder, capture, 100, 50000, ownFile());
        answer(builder, capture, 100.1, 50000, "tftp.error");
        askFor(builder, capture, 101, 50001, "XMLDefault.cnf.xml");
        return describe(builder);
    };
    QCOMPARE(endingAt(102), QByteArray());
    QCOMPARE(endingAt(160), QByteArray("100 phone.no-configuration"));
}

/// The trace of CUCM's TFTP service: what it does not refuse, it serves, or nobody knows.
void TestStartFailures::serviceShowsNoSuccess()
{
    CaseBuilder isSigned;
    const SourceId one = isSigned.trace("SDL001_600_000003.txt", 0, 7000);
    askFor(isSigned, one, 100, 51910, ownFile() + ".sgn");
    refuse(isSigned, one, 100.1, 51910, ownFile() + ".sgn");
    askFor(isSigned, one, 100.3, 51911, ownFile());
    askFor(isSigned, one, 107, 51912, "g3-tones.xml");
    QCOMPARE(describe(isSigned), QByteArray());

    CaseBuilder registersItself;
    const SourceId other = registersItself.trace("SDL001_600_000003.txt", 0, 7000);
    askFor(registersItself, other, 100, 51910, ownFile());
    refuse(registersItself, other, 100.1, 51910, ownFile());
    askFor(registersItself, other, 100.3, 51911, "XMLDefault.cnf.xml");
    QCOMPARE(describe(registersItself), QByteArray());

    CaseBuilder http;
    const SourceId third = http.trace("SDL001_600_000003.txt", 0, 7000);
    for (const double at : {100, 107, 117})
        askFor(http, third, at, 0, ownFile() + ".sgn");
    QCOMPARE(describe(http), QByteArray());
}

void TestStartFailures::serviceRefusesAll()
{
    CaseBuilder builder;
    const SourceId trace = builder.trace("SDL001_600_000003.txt", 0, 7000);
    int port = 51910;
    for (const std::string& file : {ownFile() + ".sgn", ownFile(), std::string("XMLDefault.cnf.xml")}) {
        askFor(builder, trace, 100, port, file);
        refuse(builder, trace, 100.1, port++, file);
    }
    QCOMPARE(describe(builder), QByteArray("100 phone.no-configuration"));
}

/// Its clock cannot be compared with those of the others.
void TestStartFailures::sourceDoesNotCount()
{
    CaseBuilder builder;
    asksInVain(builder, builder.trace("SDL001_600_000003.txt", 0, 7000), 100, 50000);
    const Judged judged(builder);
    const TftpClients transfers(judged.events, judged.identity, judged.clocks);
    QCOMPARE(startFailures(phoneOf(7), judged.byDevice.at(phoneOf(7)), transfers).size(), std::size_t{1});
    QVERIFY(startFailures(phoneOf(7), DeviceEvents(), transfers).empty());
}

/// A phone's log that tells of errors alone.
void TestStartFailures::logShowsNoSuccess()
{
    const auto described = [](bool tellsOfSuccess) {
        CaseBuilder builder;
        const SourceId console = builder.console("evidence/" + phoneOf(7) + ".log", 0, 600);
        const auto line = [&](double at, const std::string& kind, const std::string& file) {
            builder.event(console, at, {kind, phoneOf(7), "", "", "file=" + file});
        };
        if (tellsOfSuccess)
            line(90, "phone.tftp-done", "CTL" + phoneOf(7) + ".tlv");
        for (const double at : {100, 107, 117})
            line(at, "tftp.read-request", ownFile());
        return describe(builder);
    };
    QCOMPARE(described(false), QByteArray());
    QCOMPARE(described(true), QByteArray("117 phone.no-configuration"));
}

/// With the one that it had kept.
void TestStartFailures::registersWithoutConfiguration()
{
    CaseBuilder builder;
    const SourceId capture = builder.capture("phone.pcap", 0, 600);
    asksInVain(builder, capture, 100, 50000);
    builder.registers(capture, 103, 7, 50100);
    asksInVain(builder, capture, 300, 50010);
    builder.keepalives(capture, 133, 590, 7, 50100);
    QCOMPARE(describe(builder), QByteArray());
}

void TestStartFailures::addressOfTwoPhones()
{
    CaseBuilder builder;
    const SourceId capture = builder.capture("phone.pcap", 0, 600);
    asksInVain(builder, capture, 100, 50000);
    builder.event(
        capture, 90,
        {"tftp.read-request", phoneOf(8), phone + "49000", tftp, "file=" + phoneOf(8) + ".cnf.xml"});
    QCOMPARE(describe(builder), QByteArray());
}

/// What the log says counts once, whatever else shows it.
void TestStartFailures::logSaysSo()
{
    CaseBuilder builder;
    asksInVain(builder, builder.capture("phone.pcap", 0, 600), 100, 50000);
    const SourceId console = builder.console("evidence/" + phoneOf(7) + ".log", 0, 600);
    const auto line = [&](double at, const std::string& kind, const std::string& fields) {
        builder.event(console, at, {kind, phoneOf(7), "", "", fields});
    };
    line(101, "tftp.read-request", "file=" + ownFile());
    line(101.1, "tftp.error", "file=" + ownFile());
    line(103, "phone.no-configuration", "retry-s=30");
    line(300, "phone.no-tftp-server", "");
    QCOMPARE(describe(builder), QByteArray("103 phone.no-configuration; 300 phone.no-configuration"));

    CaseBuilder quiet;
    const SourceId other = quiet.console("evidence/" + phoneOf(7) + ".log", 0, 600);
    quiet.event(other, 100, {"tftp.read-request", phoneOf(7), "", "", "file=" + ownFile()});
    quiet.event(other, 120, {"phone.tftp-timeout", phoneOf(7), "", "", "file=" + ownFile()});
    QCOMPARE(describe(quiet), QByteArray("120 phone.no-configuration"));
}

void TestStartFailures::leaseNamesNoServer()
{
    CaseBuilder builder;
    const SourceId capture = builder.capture("phone.pcap", 0, 600);
    for (const double at : {100, 170, 240}) {
        searches(builder, capture, at, xid, {0});
        builder.dhcp(capture, at + 0.1, 7, "request", xid);
        builder.dhcp(capture, at + 0.2, 7, "ack", xid + ";your-ip=192.168.1.7;server-id=192.168.1.1");
    }
    QCOMPARE(
        describe(builder),
        QByteArray("100 phone.no-configuration; 170 phone.no-configuration; 240 phone.no-configuration"));
}

void TestStartFailures::leaseInTheWrongVlan()
{
    CaseBuilder builder;
    const SourceId capture = builder.capture("phone.pcap", 0, 600);
    const auto leases = [&](double at, const std::string& more) {
        searches(builder, capture, at, xid, {0});
        builder.dhcp(capture, at + 0.2, 7, "ack", xid + ";your-ip=10.2.20.7;server-id=10.2.1.5" + more);
    };
    leases(100, "");
    leases(110, ";tftp-servers=10.2.1.10");
    leases(120, "");
    leases(130, ";next-server=10.2.1.10");
    QCOMPARE(describe(builder), QByteArray());
}

QTEST_APPLESS_MAIN(TestStartFailures)
#include "tst_startfailures.moc"
