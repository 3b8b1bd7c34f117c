// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr double end = 1800;

/// One phone, its configuration, and a TFTP server beside the CallManager node 10.2.1.11.
class Transfers
{
public:
    Transfers(CaseBuilder& builder, SourceId source, std::string server = "10.2.1.10")
        : m_made(builder)
        , m_source(source)
        , m_server(std::move(server))
    {
    }

    void ask(double at, int port, const std::string& file)
    {
        const std::string device = file.starts_with("XML") ? "" : phoneOf(7);
        m_made.event(m_source, at,
                     {"tftp.read-request", device, phone(port), m_server + ":69", "file=" + file});
    }
    void answer(double at, int port, const std::string& kind, const std::string& fields = "")
    {
        m_made.event(m_source, at, {kind, "", m_server + ":40000", phone(port), fields});
    }
    void acknowledge(double at, int port)
    {
        m_made.event(m_source, at, {"tftp.ack", "", phone(port), m_server + ":40000", "block=1"});
    }

    /// There is no such file, and no default one.
    void refused(double at, int port)
    {
        ask(at, port, "CTL" + phoneOf(7) + ".tlv");
        answer(at + 0.1, port, "tftp.error", "code=1");
        ask(at + 1, port + 1, phoneOf(7) + ".cnf.xml");
        answer(at + 1.1, port + 1, "tftp.error", "code=1");
        ask(at + 2, port + 2, "XMLDefault.cnf.xml");
        answer(at + 2.1, port + 2, "tftp.error", "code=1");
    }
    /// Nothing comes; `sent`: the server answers, all the same.
    void unanswered(double at, int port, bool sent = false)
    {
        for (int i = 0; i < 4; ++i) {
            ask(at + 4 * i, port, phoneOf(7) + ".cnf.xml");
            if (sent)
                answer(at + 4 * i + 0.01, port, "tftp.data", "block=1;bytes=512");
        }
    }

private:
    static std::string phone(int port) { return "10.2.20.7:" + std::to_string(port); }

    CaseBuilder& m_made;
    SourceId m_source;
    std::string m_server;
};

void othersAreRegistered(CaseBuilder& made)
{
    made.keepalives(made.trace("ccm.txt", 0, end), 1, end, 9, 40'009);
}

void atThePhone(CaseBuilder& made, SourceId capture)
{
    made.dhcp(capture, 1, 7, "discover", "xid=0x1;host-name=" + phoneOf(7));
}

} // namespace

class TestTftpFailure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedAgainAndAgain();
    void refusedOnce();
    void serverOfNobodyKnown();
    void serverGivenByTheOnlyDhcpServer();
    void missingTrustListIsNormal();
    void unansweredAgainAndAgain();
    void consoleTimesOut();
    void answersLeaveAndAreLost();
    void answersArriveAtThePhone();
    void acknowledgedIsNotLost();
    void oneAnswerLost();
    void consoleWithoutServer();
    void busy();
    void serviceTellsOfRefusals();
};

void TestTftpFailure::refusedAgainAndAgain()
{
    CaseBuilder made;
    othersAreRegistered(made);
    Transfers transfers(made, made.capture("phone_side.pcap", 0, end));
    transfers.refused(100, 50'000);
    transfers.refused(140, 50'010);
    const Judged judged(made);
    QCOMPARE(judged.result("tftp-file-refused"), std::string("yes"));
    QCOMPARE(judged.result("configuration-not-found"), std::string("-"));
    QCOMPARE(judged.result("tftp-unanswered"), std::string("-"));
    QCOMPARE(judged.outcome("tftp-file-refused").parameters.at("server"), std::string("10.2.1.10"));
    QCOMPARE(judged.outcome("tftp-file-refused").devices, std::vector{phoneOf(7)});
}

void TestTftpFailure::refusedOnce()
{
    CaseBuilder made;
    othersAreRegistered(made);
    Transfers(made, made.capture("phone_side.pcap", 0, end)).refused(100, 50'000);
    const Judged judged(made);
    QCOMPARE(judged.result("tftp-file-refused"), std::string("-"));
    QCOMPARE(judged.result("configuration-not-found"), std::string("yes"));
}

/// A stranger may have sent the phone to a stranger.
void TestTftpFailure::serverOfNobodyKnown()
{
    CaseBuilder made;
    othersAreRegistered(made);
    Transfers transfers(made, made.capture("phone_side.pcap", 0, end), "192.168.7.9");
    transfers.refused(100, 50'000);
    transfers.refused(140, 50'010);
    transfers.unanswered(200, 50'020);
    transfers.unanswered(300, 50'030);
    const Judged judged(made);
    QCOMPARE(judged.result("tftp-file-refused"), std::string("-"));
    QCOMPARE(judged.result("tftp-unanswered"), std::string("-"));
    QCOMPARE(judged.result("configuration-not-found"), std::string("yes"));
}

void TestTftpFailure::serverGivenByTheOnlyDhcpServer()
{
    for (const bool second : {false, true}) {
        CaseBuilder made;
        const SourceId capture = made.capture("phone_side.pcap", 0, end);
        atThePhone(made, capture);
        made.dhcp(capture, 1.1, 7, "offer",
                  "xid=0x1;your-ip=10.2.20.7;server-id=10.2.1.5;router=10.2.20.1;tftp-servers=10.2.1.10");
        if (second)
            made.dhcp(capture, 1.2, 7, "offer",
                      "xid=0x1;your-ip=10.2.20.8;server-id=10.9.9.9;router=10.2.20.1;tftp-servers=10.9.9.9");
        Transfers transfers(made, capture);
        transfers.refused(100, 50'000);
        transfers.refused(140, 50'010);
        QCOMPARE(Judged(made).result("tftp-file-refused"), std::string(second ? "-" : "yes"));
    }
}

void TestTftpFailure::missingTrustListIsNormal()
{
    CaseBuilder made;
    othersAreRegistered(made);
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    Transfers transfers(made, capture);
    for (const double at : {100.0, 140.0}) {
        const int port = 50'000 + static_cast<int>(at);
        transfers.ask(at, port, "CTL" + phoneOf(7) + ".tlv");
        transfers.answer(at + 0.1, port, "tftp.error", "code=1");
        transfers.ask(at + 1, port + 1, phoneOf(7) + ".cnf.xml");
        transfers.answer(at + 1.1, port + 1, "tftp.data", "block=1;bytes=512;last=yes");
        transfers.acknowledge(at + 1.2, port + 1);
    }
    const Judged judged(made);
    QCOMPARE(judged.result("tftp-file-refused"), std::string("-"));
    QCOMPARE(judged.result("configuration-not-found"), std::string("-"));
}

void TestTftpFailure::unansweredAgainAndAgain()
{
    CaseBuilder made;
    othersAreRegistered(made);
    Transfers transfers(made, made.capture("phone_side.pcap", 0, end));
    transfers.unanswered(100, 50'000);
    transfers.unanswered(160, 50'010);
    const Judged judged(made);
    QCOMPARE(judged.result("tftp-unanswered"), std::string("yes"));
    QCOMPARE(judged.result("tftp-file-refused"), std::string("-"));
    QCOMPARE(judged.result("tftp-answers-lost"), std::string("-"));
}

void TestTftpFailure::consoleTimesOut()
{
    CaseBuilder made;
    othersAreRegistered(made);
    const SourceId console = made.console(phoneOf(7) + ".log", 0, end);
    for (const double at : {100.0, 180.0}) {
        made.event(console, at,
                   {"tftp.read-request", phoneOf(7), "", "10.2.1.10", "file=" + phoneOf(7) + ".cnf.xml"});
        made.event(console, at + 16, {"phone.tftp-timeout", phoneOf(7), "", "10.2.1.10", ""});
        made.event(console, at + 17, {"phone.no-configuration", phoneOf(7), "", "", "retry-s=30"});
    }
    QCOMPARE(Judged(made).result("tftp-unanswered"), std::string("yes"));
}

void TestTftpFailure::answersLeaveAndAreLost()
{
    CaseBuilder made;
    Transfers transfers(made, made.capture("cucm_side.pcap", 0, end));
    transfers.unanswered(100, 50'000, true);
    const Judged judged(made);
    QCOMPARE(judged.result("tftp-answers-lost"), std::string("yes"));
    QCOMPARE(judged.outcome("tftp-answers-lost").devices, std::vector{phoneOf(7)});
}

/// Then it is the phone that does not take them.
void TestTftpFailure::answersArriveAtThePhone()
{
    CaseBuilder made;
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    atThePhone(made, capture);
    Transfers(made, capture).unanswered(100, 50'000, true);
    QCOMPARE(Judged(made).result("tftp-answers-lost"), std::string("-"));
}

void TestTftpFailure::acknowledgedIsNotLost()
{
    CaseBuilder made;
    Transfers transfers(made, made.capture("cucm_side.pcap", 0, end));
    transfers.unanswered(100, 50'000, true);
    transfers.acknowledge(113, 50'000);
    QCOMPARE(Judged(made).result("tftp-answers-lost"), std::string("-"));
}

void TestTftpFailure::oneAnswerLost()
{
    CaseBuilder made;
    Transfers transfers(made, made.capture("cucm_side.pcap", 0, end));
    transfers.ask(100, 50'000, phoneOf(7) + ".cnf.xml");
    transfers.answer(100.1, 50'000, "tftp.error", "code=1");
    transfers.ask(104, 50'000, phoneOf(7) + ".cnf.xml");
    transfers.answer(104.1, 50'000, "tftp.error", "code=1");
    QCOMPARE(Judged(made).result("tftp-answers-lost"), std::string("-"));
}

/// No server, no transfer: that is about DHCP.
void TestTftpFailure::consoleWithoutServer()
{
    CaseBuilder made;
    othersAreRegistered(made);
    const SourceId console = made.console(phoneOf(7) + ".log", 0, end);
    for (const double at : {100.0, 180.0})
        made.event(console, at, {"phone.no-tftp-server", phoneOf(7), "", "", ""});
    const Judged judged(made);
    for (const char* check : {"tftp-unanswered", "tftp-file-refused", "configuration-unanswered"})
        QCOMPARE(judged.result(check), std::string("-"));
}

void TestTftpFailure::busy()
{
    CaseBuilder made;
    const SourceId trace = made.trace("tftp.txt", 0, end);
    QCOMPARE(Judged(made).result("tftp-busy"), std::string("-"));
    made.event(trace, 100, {"tftp.busy", "", "10.2.1.10", "", "code=503"});
    QCOMPARE(Judged(made).result("tftp-busy"), std::string("yes"));
}

void TestTftpFailure::serviceTellsOfRefusals()
{
    CaseBuilder made;
    const SourceId trace = made.trace("tftp.txt", 0, end);
    made.event(trace, 1, {"trace.file-head", "", "10.2.1.10", "", "application=TFTP;address=10.2.1.10"});
    for (const double at : {100.0, 140.0}) {
        for (const std::string& file : {phoneOf(7) + ".cnf.xml", std::string("XMLDefault.cnf.xml")}) {
            const std::string device = file.starts_with("SEP") ? phoneOf(7) : "";
            made.event(trace, at,
                       {"tftp.read-request", device, "10.2.20.7:50000", "10.2.1.10", "file=" + file});
            made.event(trace, at + 0.1,
                       {"tftp.error", device, "10.2.1.10", "10.2.20.7:50000", "code=1;file=" + file});
        }
    }
    QCOMPARE(Judged(made).result("tftp-file-refused"), std::string("yes"));
}

QTEST_APPLESS_MAIN(TestTftpFailure)
#include "tst_tftpfailure.moc"
