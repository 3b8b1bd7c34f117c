// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/events/registrationfields.h"
#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// "began..ended how" in seconds for each registration of phone 7; "?" for one that began unseen.
QString describe(const CaseBuilder& builder)
{
    const Judged judged(builder);
    QStringList all;
    for (const Registration& one : judged.device(phoneOf(7)).registrations) {
        const auto seconds = [](CaseTime time) {
            return QString::number(std::llround(static_cast<double>(time.nsUtc - caseStartNs) * 1e-9));
        };
        all += (one.beganAt ? seconds(one.from) : QStringLiteral("?")) + QStringLiteral("..")
            + seconds(one.to) + QLatin1Char(' ') + QString::fromStdString(std::string(toText(one.ended)));
    }
    return all.join(QStringLiteral("; "));
}

Registration first(const CaseBuilder& builder)
{
    const Judged judged(builder);
    const auto& all = judged.device(phoneOf(7)).registrations;
    return all.empty() ? Registration{} : all.front();
}

/// A phone that registers at 10 s, is refreshed to about 600 s, and registers anew at 700 s.
struct Twice {
    CaseBuilder made{};
    SourceId capture = made.capture("a.pcap", 0, 2000);
    explicit Twice(const std::string& alarm = "alarm-code=20;last=phone-keypad")
    {
        made.sipRegisters(capture, 10, 7, 50'000, "a");
        made.sipRefreshes(capture, 10, 600, 7, 50'000, "a"); // the last one at 585
        made.sipRegisters(capture, 660, 7, 50'001, "b", 101, alarm);
        made.sipRefreshes(capture, 660, 2000, 7, 50'001, "b");
    }
};

} // namespace

class TestSipRegistrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthy();
    void midSession();
    void severalLines();
    void refreshOfALostBeginning();
    void standbyIsNoRegistration();
    void unregisters();
    void challengeIsNoRejection();
    void rejected_data();
    void rejected();
    void rejectedInAConsole();
    void triesInVain();
    void orders_data();
    void orders();
    void orderToAnotherRegistration();
    void expires();
    void silentWhereNobodyWatched();
    void alarmOfExpiry();
    void closedByThePhone();
    void closedByCucm();
    void cutMessages();
    void severalSourcesOneRegistration();
    void sourcesOnDifferentClocks();
    void alarmsAlone();
    void hearsayOfAWrongClock();
    void lateAlarmOfTheOtherNode();
    void consoleLines();
    void nextTellsWhy_data();
    void nextTellsWhy();
    void howItBegan();
    void keepalivesAndGaps();
    void fields();
    void standbyOfSccp();
    void marksAreNotRefreshes();
    void failbackIsNoLoss();
    void hearsayIsNoArrival();
};

void TestSipRegistrations::healthy()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.sipRegisters(capture, 10, 7, 50'000, "a");
    made.sipRefreshes(capture, 10, 2000, 7, 50'000, "a");
    QCOMPARE(describe(made), QStringLiteral("10..2000 evidence-ended"));
    const Registration one = first(made);
    QCOMPARE(one.protocol, RegistrationProtocol::Sip);
    QCOMPARE(one.began, RegistrationBegin::PowerOn);
    QCOMPARE(one.id, std::string("a"));
    QCOMPARE(toText(one.node), CaseBuilder::sipNode);
    QVERIFY(Judged(made).context.losses.empty());
}

/// CSeq far above where it begins, and no reason.
void TestSipRegistrations::midSession()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.sipRefreshes(capture, 0, 2000, 7, 50'000, "a", 4711);
    QCOMPARE(describe(made), QStringLiteral("?..2000 evidence-ended"));
    QVERIFY(Judged(made).context.arrivals.empty());
}

/// Older phones register each of their lines.
void TestSipRegistrations::severalLines()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.sipRefreshes(capture, 0, 2000, 7, 5060, "line1", 4711);
    made.sipRefreshes(capture, 30, 2000, 7, 5060, "line2", 815);
    QCOMPARE(describe(made), QStringLiteral("?..2000 evidence-ended"));
}

/// Its beginning was not seen, but the end of the one before was.
void TestSipRegistrations::refreshOfALostBeginning()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.sipRefreshes(capture, 0, 600, 7, 50'000, "a", 4711);
    made.event(capture, 600, {"tcp.rst", "", CaseBuilder::sipNode, made.phoneEnd(7, 50'000), ""});
    made.sipRefreshes(capture, 700, 2000, 7, 50'001, "b", 150);
    QCOMPARE(describe(made), QStringLiteral("?..600 tcp-reset; ?..2000 evidence-ended"));
}

void TestSipRegistrations::standbyIsNoRegistration()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.sipRegisters(capture, 10, 7, 50'000, "a");
    made.sipRefreshes(capture, 10, 2000, 7, 50'000, "a");
    for (int i = 0; i < 15; ++i) {
        made.sipRegister(capture, 20 + i * 120, 7, 50'100, "s", 101 + i, "expires=0;standby=yes",
                         "10.2.1.12:5060");
        made.sipAnswer(capture, 20.1 + i * 120, 7, 50'100, "s", 101 + i, 200, "expires=0", "10.2.1.12:5060");
    }
    QCOMPARE(describe(made), QStringLiteral("10..2000 evidence-ended"));
}

void TestSipRegistrations::unregisters()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.sipRegisters(capture, 10, 7, 50'000, "a");
    made.sipRefreshes(capture, 10, 600, 7, 50'000, "a");
    made.sipRegister(capture, 615, 7, 50'000, "a", 107, "expires=0");
    made.sipAnswer(capture, 615.1, 7, 50'000, "a", 107, 200, "expires=0");
    QCOMPARE(describe(made), QStringLiteral("10..615 unregister"));
}

/// 401, then the same with credentials; a refresh may be challenged, too.
void TestSipRegistrations::challengeIsNoRejection()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.sipRegister(capture, 10, 7, 50'000, "a", 101, "expires=3600;alarm-code=25;last=initialized");
    made.sipAnswer(capture, 10.1, 7, 50'000, "a", 101, 401, "");
    made.sipRegister(capture, 10.2, 7, 50'000, "a", 102, "expires=3600;alarm-code=25;last=initialized");
    made.sipAnswer(capture, 10.3, 7, 50'000, "a", 102);
    made.sipRefreshes(capture, 10, 2000, 7, 50'000, "a", 102);
    made.sipAnswer(capture, 124.9, 7, 50'000, "a", 103, 403, ""); // mended at once
    QCOMPARE(describe(made), QStringLiteral("10..2000 evidence-ended"));
}

void TestSipRegistrations::rejected_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {403, 404, 500, 503})
        QTest::addRow("%d", status) << status;
}

void TestSipRegistrations::rejected()
{
    QFETCH(int, status);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    for (int i = 0; i < 3; ++i) {
        const std::string call = "try" + std::to_string(i);
        made.sipRegister(capture, 100 + i * 60, 7, 50'000 + i, call, 101, "expires=3600;alarm-code=25");
        made.sipAnswer(capture, 100.5 + i * 60, 7, 50'000 + i, call, 101, status, "");
    }
    QCOMPARE(describe(made), QStringLiteral("100..101 rejected; 160..161 rejected; 220..221 rejected"));
}

void TestSipRegistrations::rejectedInAConsole()
{
    CaseBuilder made;
    const SourceId console = made.console("SEP001E7A244007.log", 0, 2000);
    made.event(console, 100, {"sip.register", phoneOf(7), "", "10.2.1.11", "method=REGISTER"});
    made.event(console, 101, {"sip.response", phoneOf(7), "", "", "status=403;reason=Forbidden"});
    QCOMPARE(describe(made), QStringLiteral("100..101 rejected"));
}

/// REGISTERs that nobody answers are no registrations; the first tells that there is none any more.
void TestSipRegistrations::triesInVain()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.sipRegisters(capture, 10, 7, 50'000, "a");
    made.sipRefreshes(capture, 10, 600, 7, 50'000, "a");
    for (int i = 0; i < 4; ++i)
        made.sipRegister(capture, 640 + i * 60, 7, 50'001 + i, "try" + std::to_string(i), 101,
                         "expires=3600;alarm-code=10;last=tcp-timeout");
    made.sipRegisters(capture, 1000, 7, 50'010, "b", 101, "alarm-code=10;last=tcp-timeout");
    made.sipRefreshes(capture, 1000, 2000, 7, 50'010, "b");
    QCOMPARE(describe(made), QStringLiteral("10..640 keepalive-lost; 1000..2000 evidence-ended"));
}

void TestSipRegistrations::orders_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("ended");
    QTest::newRow("reset") << QByteArray("reset") << QByteArray("615 reset");
    QTest::newRow("restart") << QByteArray("restart") << QByteArray("615 restart");
    QTest::newRow("apply") << QByteArray("apply-config") << QByteArray("615 apply-config");
    QTest::newRow("check") << QByteArray("check-version") << QByteArray("615 restart");
    QTest::newRow("report") << QByteArray("prt-report") << QByteArray("660 unknown");
}

void TestSipRegistrations::orders()
{
    QFETCH(QByteArray, action);
    QFETCH(QByteArray, ended);
    Twice twice;
    twice.made.event(twice.capture, 615,
                     {"sip.notify", "", CaseBuilder::sipNode, "10.9.9.9:5060",
                      "method=NOTIFY;call-id=n;action=" + action.toStdString() + ";register-call-id=a"});
    // one that the phone was not impressed by
    twice.made.event(twice.capture, 200,
                     {"sip.notify", "", CaseBuilder::sipNode, "10.9.9.9:5060",
                      "method=NOTIFY;call-id=n;action=check-version;register-call-id=a"});
    QCOMPARE(describe(twice.made),
             QStringLiteral("10..") + QString::fromLatin1(ended)
                 + QStringLiteral("; 660..2000 evidence-ended"));
}

void TestSipRegistrations::orderToAnotherRegistration()
{
    Twice twice;
    twice.made.event(twice.capture, 640,
                     {"sip.notify", "", CaseBuilder::sipNode, twice.made.phoneEnd(7, 50'000),
                      "method=NOTIFY;call-id=n;action=reset;register-call-id=b"});
    QCOMPARE(describe(twice.made), QStringLiteral("10..660 unknown; 660..2000 evidence-ended"));
}

/// Nothing comes for longer than was granted, and 15 s more.
void TestSipRegistrations::expires()
{
    for (const bool soon : {false, true}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, 2000);
        made.sipRegisters(capture, 10, 7, 50'000, "a");
        made.sipRefreshes(capture, 10, 600, 7, 50'000, "a");
        made.sipRegisters(capture, soon ? 700 : 760, 7, 50'001, "b");
        made.sipRefreshes(capture, soon ? 700 : 760, 2000, 7, 50'001, "b");
        QVERIFY(describe(made).startsWith(soon ? QStringLiteral("10..700 unknown")
                                               : QStringLiteral("10..585 expired")));
    }
    CaseBuilder silent;
    const SourceId capture = silent.capture("a.pcap", 0, 2000);
    silent.sipRegisters(capture, 10, 7, 50'000, "a");
    silent.sipRefreshes(capture, 10, 600, 7, 50'000, "a");
    QCOMPARE(describe(silent), QStringLiteral("10..585 expired"));
}

/// The capture ends, or pauses: then nobody knows.
void TestSipRegistrations::silentWhereNobodyWatched()
{
    CaseBuilder made;
    const SourceId morning = made.capture("a.pcap", 0, 650);
    made.sipRegisters(morning, 10, 7, 50'000, "a");
    made.sipRefreshes(morning, 10, 600, 7, 50'000, "a");
    QCOMPARE(describe(made), QStringLiteral("10..650 evidence-ended"));
    const SourceId evening = made.capture("b.pcap", 5000, 7000);
    made.sipRefreshes(evening, 5000, 7000, 7, 50'000, "a", 150);
    QCOMPARE(describe(made), QStringLiteral("10..7000 evidence-ended"));
    const Registration one = first(made);
    QCOMPARE(one.gaps.size(), std::size_t{1});
    QCOMPARE(one.gaps[0].from, caseAt(650));
    QCOMPARE(one.gaps[0].to, caseAt(5000));
    QCOMPARE(one.missing, std::uint64_t{0});
    QVERIFY(Judged(made).context.losses.empty());
}

void TestSipRegistrations::alarmOfExpiry()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 600);
    const SourceId syslog = made.trace("syslog.txt", 0, 2000);
    made.sipRegisters(trace, 10, 7, 50'000, "a");
    made.sipRefreshes(trace, 10, 600, 7, 50'000, "a");
    made.event(
        syslog, 720,
        {"alarm.end-point-unregistered", phoneOf(7), "", "",
         "protocol=SIP;reason=13;reason-name=KeepAliveTimeout;last-signal=SIPStationDPrimaryLineTimeout"});
    QCOMPARE(describe(made), QStringLiteral("10..720 expired"));
    QCOMPARE(first(made).reason, std::optional(13));
    QCOMPARE(first(made).reasonName, std::string("KeepAliveTimeout"));
}

/// A phone that gives up closes its connection: it knows why.
void TestSipRegistrations::closedByThePhone()
{
    Twice twice("alarm-code=10;last=tcp-timeout");
    twice.made.event(twice.capture, 620,
                     {"tcp.fin", "", twice.made.phoneEnd(7, 50'000), CaseBuilder::sipNode, ""});
    twice.made.event(twice.capture, 620.1,
                     {"tcp.rst", "", CaseBuilder::sipNode, twice.made.phoneEnd(7, 50'000), ""});
    QCOMPARE(describe(twice.made), QStringLiteral("10..620 keepalive-lost; 660..2000 evidence-ended"));
    QCOMPARE(first(twice.made).closedBy, RegistrationCloser::Phone);
    QCOMPARE(first(twice.made).lastCode, std::optional(10));
}

/// Packets contradict what the phone says.
void TestSipRegistrations::closedByCucm()
{
    Twice twice("alarm-code=10;last=tcp-timeout");
    twice.made.event(twice.capture, 620,
                     {"tcp.fin", "", CaseBuilder::sipNode, twice.made.phoneEnd(7, 50'000), ""});
    QCOMPARE(describe(twice.made), QStringLiteral("10..620 tcp-closed; 660..2000 evidence-ended"));
    QCOMPARE(first(twice.made).closedBy, RegistrationCloser::Cucm);
}

/// A capture of the first bytes of each packet has no Call-IDs.
void TestSipRegistrations::cutMessages()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    const auto asks = [&](double at, int port) {
        made.event(
            capture, at,
            {"sip.register", phoneOf(7), made.phoneEnd(7, port), CaseBuilder::sipNode, "method=REGISTER"});
        made.event(capture, at + 0.1,
                   {"sip.response", "", CaseBuilder::sipNode, made.phoneEnd(7, port), "status=200"});
    };
    for (int i = 0; i < 6; ++i)
        asks(20 + i * 115, 50'000);
    made.event(capture, 640, {"tcp.rst", "", CaseBuilder::sipNode, made.phoneEnd(7, 50'000), ""});
    made.event(capture, 641, {"tcp.syn", phoneOf(7), made.phoneEnd(7, 50'001), CaseBuilder::sipNode, ""});
    for (int i = 0; i < 12; ++i)
        asks(642 + i * 115, 50'001);
    QCOMPARE(describe(made), QStringLiteral("?..640 tcp-reset; 642..2000 evidence-ended"));
}

void TestSipRegistrations::severalSourcesOneRegistration()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    const SourceId trace = made.trace("ccm.txt", 0, 2000);
    const SourceId syslog = made.trace("syslog.txt", 0, 2000);
    const SourceId console = made.console("SEP001E7A244007.log", 0, 2000);
    for (const SourceId source : {capture, trace}) {
        made.sipRegisters(source, 10, 7, 50'000, "a");
        made.sipRefreshes(source, 10, 2000, 7, 50'000, "a");
    }
    made.event(syslog, 10.5, {"alarm.end-point-registered", phoneOf(7), "", "", "protocol=SIP;node=cucm"});
    made.event(console, 9, {"sip.register", phoneOf(7), "", "10.2.1.11", "method=REGISTER"});
    made.event(console, 11, {"phone.registered", phoneOf(7), "", "10.2.1.11", ""});
    QCOMPARE(describe(made), QStringLiteral("9..2000 evidence-ended"));
    QCOMPARE(first(made).seenBy.size(), std::size_t{4});
    QCOMPARE(first(made).keepalives, std::uint64_t{17});
}

/// The Call-ID says that it is the same, whatever the clocks say.
void TestSipRegistrations::sourcesOnDifferentClocks()
{
    CaseBuilder made;
    for (const double late : {0.0, 40.0}) {
        const SourceId source = made.capture(late > 0 ? "b.pcap" : "a.pcap", 0, 2000);
        made.sipRegisters(source, 100 + late, 7, 50'000, "a");
        made.sipRefreshes(source, 100 + late, 2000, 7, 50'000, "a");
    }
    QCOMPARE(describe(made), QStringLiteral("100..2000 evidence-ended"));
}

/// Two ends without a beginning between them: it was registered again in between.
void TestSipRegistrations::alarmsAlone()
{
    CaseBuilder made;
    const SourceId syslog = made.trace("syslog.txt", 0, 20'000);
    const auto alarm = [&](double at, const std::string& what, const std::string& fields) {
        made.event(syslog, at,
                   {"alarm.end-point-" + what, phoneOf(7), "", "", "protocol=SIP;node=a" + fields});
    };
    alarm(3600, "unregistered", ";reason=8");
    alarm(7200, "unregistered", ";reason=8");
    alarm(7200, "registered", "");
    alarm(10'800, "unregistered", ";reason=9");
    alarm(10'801, "unregistered", ";reason=9"); // told twice
    QCOMPARE(describe(made), QStringLiteral("?..3600 unknown; ?..7200 unknown; 7200..10800 reset"));
    QCOMPARE(first(made).from, caseAt(0)); // it would have told of a beginning
    QCOMPARE(first(made).reason, std::optional(8));
}

/// It is seen to be registered before, at and after the moment at which an alarm says that it registers.
void TestSipRegistrations::hearsayOfAWrongClock()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    const SourceId syslog = made.trace("syslog.txt", 0, 2000);
    made.sipRefreshes(capture, 0, 2000, 7, 50'000, "a", 4711);
    made.event(syslog, 1000, {"alarm.end-point-registered", phoneOf(7), "", "", "protocol=SIP"});
    QCOMPARE(describe(made), QStringLiteral("?..2000 evidence-ended"));
}

/// The publisher took the phone over; the subscriber gives it up half a minute later.
void TestSipRegistrations::lateAlarmOfTheOtherNode()
{
    CaseBuilder made;
    const SourceId syslog = made.trace("syslog.txt", 0, 2000);
    made.event(syslog, 100, {"alarm.device-registered", phoneOf(7), "", "", "protocol=SCCP;node=pub"});
    made.event(syslog, 130,
               {"alarm.device-unregistered", phoneOf(7), "", "", "protocol=SCCP;node=sub;reason=13"});
    QCOMPARE(describe(made), QStringLiteral("?..100 keepalive-lost; 100..100 evidence-ended"));
}

void TestSipRegistrations::consoleLines()
{
    CaseBuilder made;
    const SourceId console = made.console("SEP001E7A244007.log", 0, 2000);
    const auto line = [&](double at, const std::string& kind, const std::string& fields = "") {
        made.event(console, at, {kind, phoneOf(7), "", "10.2.1.11", fields});
    };
    line(10, "sip.register", "method=REGISTER");
    line(10.1, "phone.registered");
    line(500, "phone.connection-lost", "reason=CM-reset-TCP");
    line(505, "sip.register", "method=REGISTER"); // in vain
    line(530, "phone.register-timeout");
    line(560, "sip.register", "method=REGISTER");
    line(560.1, "phone.registered");
    QCOMPARE(describe(made), QStringLiteral("10..500 tcp-reset; 560..560 evidence-ended"));
}

void TestSipRegistrations::nextTellsWhy_data()
{
    QTest::addColumn<QByteArray>("alarm");
    QTest::addColumn<QByteArray>("ended");
    QTest::addColumn<QByteArray>("began");
    const auto row = [](const char* alarm, const char* ended, const char* began) {
        QTest::newRow(alarm) << QByteArray(alarm) << QByteArray(ended) << QByteArray(began);
    };
    row("alarm-code=14;last=cm-closed-tcp", "tcp-closed", "re-register");
    row("alarm-code=12;last=UCM-reset-TCP", "tcp-reset", "re-register");
    row("alarm-code=17;last=keepaliveto", "keepalive-lost", "re-register");
    row("alarm-code=18;last=failback", "moved", "fallback");
    row("alarm-code=21;last=phone-re-ip", "address-lost", "register");
    row("alarm-code=22;last=reset-reset", "reset", "reset");
    row("alarm-code=23;last=reset-restart", "restart", "restart");
    row("alarm-code=25;last=initialized", "unknown", "power-on");
}

void TestSipRegistrations::nextTellsWhy()
{
    QFETCH(QByteArray, alarm);
    QFETCH(QByteArray, ended);
    QFETCH(QByteArray, began);
    const Twice twice(alarm.toStdString());
    const Judged judged(twice.made);
    const auto& all = judged.device(phoneOf(7)).registrations;
    QCOMPARE(all.size(), std::size_t{2});
    QCOMPARE(std::string(toText(all[0].ended)), ended.toStdString());
    QVERIFY(!all[0].endedAt && all[0].lastCode); // how, and not when
    QCOMPARE(std::string(toText(all[1].began)), began.toStdString());
}

/// Where the phone does not say: by what it did before.
void TestSipRegistrations::howItBegan()
{
    const auto began = [](auto prepare) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, 2000);
        made.sipRegisters(capture, 10, 7, 50'000, "a", 101, "load=x");
        made.sipRefreshes(capture, 10, 600, 7, 50'000, "a");
        prepare(made, capture);
        made.sipRegisters(capture, 660, 7, 50'001, "b", 101, "load=x");
        made.sipRefreshes(capture, 660, 2000, 7, 50'001, "b");
        const Judged judged(made);
        return std::string(toText(judged.device(phoneOf(7)).registrations.at(1).began));
    };
    const auto resets = [](CaseBuilder& made, SourceId capture) {
        made.event(capture, 620, {"tcp.rst", "", CaseBuilder::sipNode, made.phoneEnd(7, 50'000), ""});
    };
    const auto discovers = [](CaseBuilder& made, SourceId capture) {
        made.dhcp(capture, 640, 7, "discover");
    };
    const auto loads = [&](CaseBuilder& made, SourceId capture) {
        discovers(made, capture);
        made.event(capture, 645, {"tftp.read-request", phoneOf(7), "", "", "file=CTLSEP001E7A244007.tlv"});
    };
    const auto ordered = [&](CaseBuilder& made, SourceId capture) {
        made.event(capture, 615, {"sip.notify", "", "", "", "call-id=n;action=reset;register-call-id=a"});
        loads(made, capture);
    };
    QCOMPARE(began([](CaseBuilder&, SourceId) {}), std::string("register"));
    QCOMPARE(began(resets), std::string("re-register"));
    QCOMPARE(began(discovers), std::string("register"));
    QCOMPARE(began(loads), std::string("power-on"));
    QCOMPARE(began(ordered), std::string("reset"));
}

void TestSipRegistrations::keepalivesAndGaps()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 3000);
    made.sipRegisters(capture, 10, 7, 50'000, "a");
    made.sipRefreshes(capture, 10, 1000, 7, 50'000, "a"); // the last one at 930
    made.sipRegister(capture, 934, 7, 50'000, "a", 109); // repeated
    made.sipRefreshes(capture, 1160, 3000, 7, 50'000, "a", 111); // two did not come
    const Registration one = first(made);
    QCOMPARE(one.grantedSeconds, std::optional<std::int64_t>(120));
    QCOMPARE(one.observedMs, std::optional<std::int64_t>(115'000));
    QCOMPARE(one.missing, std::uint64_t{2});
    QCOMPARE(one.keepalives, std::uint64_t{8 + 16});
    QVERIFY(one.gaps.empty());
}

void TestSipRegistrations::fields()
{
    Registration one;
    QCOMPARE(fieldsOf(one), std::string("missing=0;keepalives=0;answers=0"));
    one.protocol = RegistrationProtocol::Sip;
    one.address = *IpAddress::fromText("10.2.20.7");
    one.node = *endpointFromText("10.2.1.11:5060");
    one.id = "a;b";
    one.grantedSeconds = 120;
    one.observedMs = 115'012;
    one.closedBy = RegistrationCloser::Phone;
    one.reason = 13;
    one.reasonName = "KeepAliveTimeout";
    one.lastCode = 17;
    one.last = "KeepaliveTO";
    one.gaps = {{caseAt(10), caseAt(20)}, {caseAt(30), caseAt(35)}};
    QCOMPARE(fieldsOf(one),
             std::string("protocol=sip;address=10.2.20.7;node=10.2.1.11:5060;call-id=a%3Bb;granted-s=120;"
                         "observed-s=115.012;missing=0;keepalives=0;answers=0;closed-by=phone;reason=13;"
                         "reason-name=KeepAliveTimeout;last-code=17;last=KeepaliveTO;gaps-s=15"));
}

/// 60 s to another node that answers by TCP alone: neither a registration nor keepalives of one.
void TestSipRegistrations::standbyOfSccp()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.registers(capture, 10, 7, 50'000);
    made.keepalives(capture, 40, 600, 7, 50'000);
    made.train(capture, 30, 60, 33,
               {"sccp.keepalive", "", made.phoneEnd(7, 50'001), "10.2.1.12:2000", "message-id=0x0000"});
    QCOMPARE(describe(made), QStringLiteral("10..580 keepalive-lost"));
    QCOMPARE(first(made).keepalives, std::uint64_t{19});
    // a node that never answers, and none beside it, is no standby
    CaseBuilder quiet;
    const SourceId other = quiet.capture("a.pcap", 0, 2000);
    quiet.keepalives(other, 30, 1980, 7, 50'000, false);
    quiet.event(other, 31, {"sccp.time-date", phoneOf(7), quiet.phoneEnd(7, 50'000), CaseBuilder::node, ""});
    QCOMPARE(describe(quiet), QStringLiteral("?..2000 evidence-ended"));
}

void TestSipRegistrations::marksAreNotRefreshes()
{
    const Twice twice;
    const Judged judged(twice.made);
    std::size_t marks = 0;
    for (const DeviceMark& mark : judged.device(phoneOf(7)).marks)
        marks += mark.kind.starts_with("sip.");
    QCOMPARE(marks, std::size_t{2}); // the two that begin
}

void TestSipRegistrations::failbackIsNoLoss()
{
    QVERIFY(Judged(Twice("alarm-code=18;last=failback").made).context.losses.empty());
    QCOMPARE(Judged(Twice("alarm-code=14;last=cm-closed-tcp").made).context.losses.size(), std::size_t{1});
}

/// CallManager says that a phone registered; where it came from, nobody watched.
void TestSipRegistrations::hearsayIsNoArrival()
{
    CaseBuilder heard;
    heard.event(heard.trace("syslog.txt", 0, 2000), 100,
                {"alarm.end-point-registered", phoneOf(7), "", "", "protocol=SIP"});
    QVERIFY(Judged(heard).context.arrivals.empty());
    CaseBuilder seen;
    seen.sipRegisters(seen.capture("a.pcap", 0, 2000), 100, 7, 50'000, "a");
    QCOMPARE(Judged(seen).context.arrivals.size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestSipRegistrations)
#include "tst_sipregistrations.moc"
