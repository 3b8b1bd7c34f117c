// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr double end = 1800;

/// Phone 7 tries to register and is answered so, each time with a new Call-ID.
void tries(CaseBuilder& made, SourceId source, std::initializer_list<double> times, int status,
           const std::string& fields = "")
{
    int port = 50'000;
    for (const double at : times) {
        const std::string call = "call" + std::to_string(++port) + "@10.2.20.7";
        made.sipRegister(source, at, 7, port, call, 101, "expires=3600;alarm-code=24");
        made.sipAnswer(source, at + 0.02, 7, port, call, 101, status, fields);
    }
}

void alarms(CaseBuilder& made, SourceId source, std::initializer_list<double> times,
            const std::string& reason)
{
    for (const double at : times)
        made.event(source, at,
                   {"alarm.end-point-transient-connection", phoneOf(7), "", "",
                    "device-name=" + phoneOf(7) + ";address=10.2.20.7;reason-name=" + reason});
}

QByteArray judged(const std::string& check, const CaseBuilder& made)
{
    return QByteArray::fromStdString(Judged(made).result(check));
}

} // namespace

class TestRegisterRejected : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorsToRegister_data();
    void errorsToRegister();
    void onceIsNotForGood();
    void registersInTheEnd();
    void challengeIsNoRefusal();
    void challengeWithoutAnAnswer();
    void credentialsRefused();
    void skinnyReject();
    void alarmsAlone_data();
    void alarmsAlone();
    void consoleOfAnotherClock();
    void certificateInTrace();
    void signedFile();
    void answersToOthers();
    void isNoLoss();
    void whoFails();
    void allAreRegistered();
};

void TestRegisterRejected::errorsToRegister_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("result");
    for (const int status : {400, 403, 404, 480, 500, 503})
        QTest::addRow("%d", status) << status << QByteArray("yes");
    for (const int status : {100, 423, 491})
        QTest::addRow("%d", status) << status << QByteArray("-");
}

void TestRegisterRejected::errorsToRegister()
{
    QFETCH(int, status);
    QFETCH(QByteArray, result);
    CaseBuilder made;
    tries(made, made.capture("cucm_side.pcap", 0, end), {100, 130, 165}, status, "reason=No");
    QCOMPARE(judged("registration-refused", made), result);
    QCOMPARE(judged("certificate-refused", made), QByteArray("-"));
}

void TestRegisterRejected::onceIsNotForGood()
{
    CaseBuilder made;
    tries(made, made.capture("cucm_side.pcap", 0, end), {100}, 503);
    QCOMPARE(judged("registration-refused", made), QByteArray("-"));
}

/// The service was starting.
void TestRegisterRejected::registersInTheEnd()
{
    CaseBuilder made;
    const SourceId capture = made.capture("cucm_side.pcap", 0, end);
    tries(made, capture, {100, 130, 165}, 503);
    made.sipRegisters(capture, 200, 7, 51'000, "good@10.2.20.7");
    made.sipRefreshes(capture, 200, 1700, 7, 51'000, "good@10.2.20.7");
    QCOMPARE(judged("registration-refused", made), QByteArray("-"));
}

/// Each refresh is challenged, answered with credentials, and accepted; then the capture ends.
void TestRegisterRejected::challengeIsNoRefusal()
{
    CaseBuilder made;
    const SourceId capture = made.capture("cucm_side.pcap", 0, 500);
    int cseq = 101;
    for (const double at : {100.0, 215.0, 330.0, 445.0}) {
        made.sipRegister(capture, at, 7, 50'000, "c@10.2.20.7", cseq);
        made.sipAnswer(capture, at + 0.01, 7, 50'000, "c@10.2.20.7", cseq++, 401);
        if (at == 445.0)
            break;
        made.sipRegister(capture, at + 0.02, 7, 50'000, "c@10.2.20.7", cseq);
        made.sipAnswer(capture, at + 0.03, 7, 50'000, "c@10.2.20.7", cseq++, 200);
    }
    QCOMPARE(judged("registration-refused", made), QByteArray("-"));
}

/// The phone has no credentials to give.
void TestRegisterRejected::challengeWithoutAnAnswer()
{
    CaseBuilder made;
    tries(made, made.capture("cucm_side.pcap", 0, end), {100, 130, 165}, 401);
    QCOMPARE(judged("registration-refused", made), QByteArray("yes"));
}

void TestRegisterRejected::credentialsRefused()
{
    CaseBuilder made;
    const SourceId capture = made.capture("cucm_side.pcap", 0, end);
    for (const double at : {100.0, 130.0}) {
        const std::string call = "call" + std::to_string(at);
        for (const int cseq : {101, 102}) {
            made.sipRegister(capture, at + cseq * 0.01, 7, 50'000, call, cseq);
            made.sipAnswer(capture, at + cseq * 0.01 + 0.005, 7, 50'000, call, cseq, 401,
                           "reason=Unauthorized");
        }
    }
    QCOMPARE(judged("registration-refused", made), QByteArray("yes"));
}

void TestRegisterRejected::skinnyReject()
{
    CaseBuilder made;
    const SourceId capture = made.capture("cucm_side.pcap", 0, end);
    int port = 50'000;
    for (const double at : {100.0, 130.0, 160.0}) {
        ++port;
        made.event(
            capture, at,
            {"sccp.register", phoneOf(7), made.phoneEnd(7, port), CaseBuilder::node, "message-id=0x0001"});
        made.event(capture, at + 0.01,
                   {"sccp.register-reject", "", CaseBuilder::node, made.phoneEnd(7, port),
                    "message-id=0x009d;text=Security Error"});
    }
    const Judged all(made);
    QCOMPARE(all.result("registration-refused"), std::string("yes"));
    QVERIFY(all.outcome("registration-refused").parameters.at("why").find("Security Error")
            != std::string::npos);
}

void TestRegisterRejected::alarmsAlone_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QByteArray>("refused");
    QTest::addColumn<QByteArray>("certificate");
    QTest::newRow("database") << "NoEntryInDatabase" << QByteArray("yes") << QByteArray("-");
    QTest::newRow("type") << "DeviceTypeMismatch" << QByteArray("yes") << QByteArray("-");
    QTest::newRow("certificate") << "InvalidX509NameInCertificate" << QByteArray("-") << QByteArray("yes");
    QTest::newRow("cipher") << "InvalidTLSCipher" << QByteArray("-") << QByteArray("yes");
    QTest::newRow("probe") << "Unknown" << QByteArray("-") << QByteArray("-");
    QTest::newRow("network") << "ConnectivityError" << QByteArray("-") << QByteArray("-");
    QTest::newRow("phone") << "DeviceInitiatedReset" << QByteArray("-") << QByteArray("-");
}

void TestRegisterRejected::alarmsAlone()
{
    QFETCH(QString, reason);
    QFETCH(QByteArray, refused);
    QFETCH(QByteArray, certificate);
    CaseBuilder made;
    alarms(made, made.trace("syslog.txt", 0, end), {100, 130, 160}, reason.toStdString());
    QCOMPARE(judged("registration-refused", made), refused);
    QCOMPARE(judged("certificate-refused", made), certificate);
}

void TestRegisterRejected::consoleOfAnotherClock()
{
    for (const bool registered : {false, true}) {
        CaseBuilder made;
        const SourceId console = made.console(phoneOf(7) + ".log", 0, end);
        for (const double at : {100.0, 130.0})
            made.event(console, at, {"sip.response", phoneOf(7), "", "", "status=403;reason=Forbidden"});
        if (registered)
            made.event(console, 200, {"phone.registered", phoneOf(7), "", "10.2.1.11", ""});
        QCOMPARE(judged("registration-refused", made), QByteArray(registered ? "-" : "yes"));
    }
}

void TestRegisterRejected::certificateInTrace()
{
    for (const bool registers : {false, true}) {
        CaseBuilder made;
        const SourceId trace = made.trace("ccm.txt", 0, end);
        for (const double at : {100.0, 130.0})
            made.event(trace, at,
                       {"trace.tls-failed", phoneOf(7), "", "", "reason=InvalidX509NameInCertificate"});
        if (registers) // another of the names in its certificate was right
            made.registers(trace, 131, 7, 50'000);
        QCOMPARE(judged("certificate-refused", made), QByteArray(registers ? "-" : "yes"));
    }
}

void TestRegisterRejected::signedFile()
{
    CaseBuilder made;
    const SourceId console = made.console(phoneOf(7) + ".log", 0, end);
    for (const double at : {100.0, 130.0})
        made.event(console, at, {"phone.file-auth-error", phoneOf(7), "", "", ""});
    QCOMPARE(judged("certificate-refused", made), QByteArray("yes"));
}

void TestRegisterRejected::answersToOthers()
{
    CaseBuilder made;
    const SourceId capture = made.capture("cucm_side.pcap", 0, end);
    for (const double at : {100.0, 130.0, 160.0})
        made.event(capture, at,
                   {"sip.response", phoneOf(7), CaseBuilder::sipNode, made.phoneEnd(7, 50'000),
                    "status=404;call-id=c;cseq=101 INVITE"});
    QCOMPARE(judged("registration-refused", made), QByteArray("-"));
}

/// Who never was registered lost nothing.
void TestRegisterRejected::isNoLoss()
{
    CaseBuilder made;
    tries(made, made.capture("cucm_side.pcap", 0, end), {100, 130, 165}, 403);
    const Judged all(made);
    QVERIFY(all.context.losses.empty());
    QVERIFY(all.context.arrivals.empty());
    QVERIFY(all.result("phones-powered-up") != "yes");
}

void TestRegisterRejected::whoFails()
{
    CaseBuilder made;
    const SourceId capture = made.capture("cucm_side.pcap", 0, end);
    tries(made, capture, {100, 130, 165}, 403);
    QCOMPARE(judged("phones-fail-to-register", made), QByteArray("yes"));
    made.registers(capture, 5, 8, 40'008);
    made.keepalives(capture, 10, end, 8, 40'008);
    const Judged all(made);
    QCOMPARE(all.result("phones-fail-to-register"), std::string("no"));
    QCOMPARE(all.outcome("phones-fail-to-register").parameters.at("suffering"), std::string("1"));
    QCOMPARE(all.outcome("phones-fail-to-register").parameters.at("of"), std::string("2"));
    QCOMPARE(all.outcome("phones-fail-to-register").devices, std::vector{phoneOf(7)});
}

/// That all who are seen are registered says nothing about those who are not seen.
void TestRegisterRejected::allAreRegistered()
{
    CaseBuilder made;
    const SourceId capture = made.capture("cucm_side.pcap", 0, end);
    made.registers(capture, 5, 8, 40'008);
    made.keepalives(capture, 10, end, 8, 40'008);
    QCOMPARE(judged("phones-fail-to-register", made), QByteArray("-"));
    const SourceId site = made.site("deployment.json");
    made.event(site, 0, {"site.phone", phoneOf(8), "", "", "name=" + phoneOf(8)});
    QCOMPARE(judged("phones-fail-to-register", made), QByteArray("no"));
    made.event(site, 0.1, {"site.phone", phoneOf(7), "", "", "name=" + phoneOf(7)});
    QCOMPARE(judged("phones-fail-to-register", made), QByteArray("-"));
}

QTEST_APPLESS_MAIN(TestRegisterRejected)
#include "tst_registerrejected.moc"
