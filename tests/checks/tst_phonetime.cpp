// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

#include <QTest>

#include "models/checks/phonetime.h"
#include "models/checks/timechecks.h"
#include "tests/support/ntpcase.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr std::int64_t start = caseStartNs / nsPerSecond; ///< Fri 27 Feb 2009 14:00 UTC
constexpr int winterChicago = -6 * 60;

std::string civil(std::int64_t seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))
        .toStdString();
}

std::string sipDateOf(std::int64_t seconds)
{
    return QLocale::c()
        .toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC),
                  QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
        .toStdString();
}

/// CUCM, whose clock is `ahead` s ahead, tells a phone the time of a zone.
void tells(NtpCase& made, SourceId source, double at, int zoneMinutes, double ahead = 0)
{
    const std::int64_t system = start + std::llround(at + ahead);
    made.event(source, at,
               {"sccp.time-date-res", phoneOf(20), CaseBuilder::node, "10.2.20.20:40000",
                "message-id=0x0094;civil-time=" + civil(system + zoneMinutes * 60)
                    + ";system-time=" + std::to_string(system)});
}

/// A site in Chicago; what displays show beside the right time, and the zone of the date/time group.
void site(NtpCase& made, const std::vector<double>& shown, const std::string& group = "",
          const std::vector<std::string>& models = {})
{
    std::vector<std::pair<std::string, std::string>> members{
        {"description", "schema=whittle-deployment-1;site-time-zone=America/Chicago"}};
    if (!group.empty())
        members.emplace_back("date-time-group", "name=DP_1;time-zone=" + group);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const std::string phone = phoneOf(20 + static_cast<int>(i));
        members.emplace_back("observed-phone-time",
                             "phone=" + phone
                                 + ";shown-minus-correct-minutes=" + QString::number(shown[i]).toStdString());
        if (i < models.size())
            members.emplace_back("phone", "name=" + phone + ";model=" + models[i]);
    }
    made.site(members);
}

struct Scene {
    const char* name;
    std::function<void(NtpCase&)> make;
    std::string zone; ///< of phone-zone-differs
    std::string clock; ///< of server-clock-wrong
};

const std::vector<Scene>& scenes()
{
    static const std::vector<Scene> all{
        {"told Denver, shown an hour late",
         [](NtpCase& made) {
             tells(made, made.capture("cucm.pcap", 0, 100), 5, -7 * 60);
             site(made, {-60, -60, -61});
         },
         "yes", "-"},
        {"told New York, nobody read a display",
         [](NtpCase& made) {
             tells(made, made.capture("cucm.pcap", 0, 100), 5, -5 * 60);
             site(made, {});
         },
         "yes", "-"},
        {"told another zone, and displays are right: another site",
         [](NtpCase& made) {
             tells(made, made.capture("cucm.pcap", 0, 100), 5, -5 * 60);
             site(made, {0, 0});
         },
         "-", "-"},
        {"group of another zone explains it, phones have SIP",
         [](NtpCase& made) {
             site(made, {60, 60}, "America/New_York");
         },
         "yes", "-"},
        {"group of another zone does not explain it",
         [](NtpCase& made) {
             site(made, {17, 17}, "America/New_York");
         },
         "-", "-"},
        {"zone of a quarter hour",
         [](NtpCase& made) {
             tells(made, made.capture("cucm.pcap", 0, 100), 5, 5 * 60 + 45);
             site(made, {705});
         },
         "yes", "-"},
        {"right zone, displays 14 minutes late, one capture shows why",
         [](NtpCase& made) {
             tells(made, made.capture("cucm.pcap", 0, 100), 5, winterChicago, -814);
             site(made, {-14, -14, -14});
         },
         "no", "yes"},
        {"right zone, displays 14 minutes late, a trace alone",
         [](NtpCase& made) {
             tells(made, made.trace("ccm.txt", 0, 100), 5, winterChicago, -814);
             site(made, {-14, -14, -14});
         },
         "no", "yes"},
        {"two captures agree, nobody read a display",
         [](NtpCase& made) {
             tells(made, made.capture("cucm.pcap", 0, 100), 5, winterChicago, 2104);
             tells(made, made.capture("phone.pcap", 0, 100), 5, winterChicago, 2104);
         },
         "-", "yes"},
        {"one capture differs, nobody read a display",
         [](NtpCase& made) { tells(made, made.capture("cucm.pcap", 0, 100), 5, winterChicago, 2104); }, "-",
         "-"},
        {"an analyser that is four minutes off, and the wrong zone",
         [](NtpCase& made) {
             tells(made, made.capture("cucm.pcap", 0, 100), 5, -7 * 60, 240);
             site(made, {-61});
         },
         "yes", "-"},
        {"a quarter of an hour, by the clock of the server",
         [](NtpCase& made) {
             tells(made, made.capture("cucm.pcap", 0, 100), 5, winterChicago, -894);
             site(made, {-15, -15});
         },
         "no", "yes"},
        {"all is right",
         [](NtpCase& made) {
             tells(made, made.capture("cucm.pcap", 0, 100), 5, winterChicago);
             tells(made, made.capture("phone.pcap", 0, 100), 5, winterChicago);
             site(made, {0, 1, 0});
         },
         "no", "no"},
        {"NTP sees the server a minute and a half off",
         [](NtpCase& made) {
             made.status(
                 "pub", 0,
                 {"- 127.127.1.0 .LOCL. 10 l 4 64 377 0.000", "* 172.20.8.10 .GPS. 1 u 9 64 377 90000.0"});
         },
         "-", "yes"},
        {"a zone that does not exist",
         [](NtpCase& made) {
             tells(made, made.capture("cucm.pcap", 0, 100), 5, -7 * 60);
             made.site({{"description", "site-time-zone=America/Nowhere"}});
         },
         "-", "-"},
    };
    return all;
}

} // namespace

class TestPhoneTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsZoneFromClock_data();
    void tellsZoneFromClock();
    void withoutOneSourceNothingElse_data() { tellsZoneFromClock_data(); }
    void withoutOneSourceNothingElse();
    void showsTheArithmetic();
    void readsQuarterHours_data();
    void readsQuarterHours();
    void countsWhoSuffers();
    void oneCaptureOnlyPoints();
    void zoneBesideTheServers();
    void kindsOfPhones();
    void clocksOfSipPhones();
    void rightByNtp();
};

void TestPhoneTime::tellsZoneFromClock_data()
{
    QTest::addColumn<int>("scene");
    for (std::size_t i = 0; i < scenes().size(); ++i)
        QTest::newRow(scenes()[i].name) << static_cast<int>(i);
}

void TestPhoneTime::tellsZoneFromClock()
{
    QFETCH(int, scene);
    const Scene& now = scenes()[static_cast<std::size_t>(scene)];
    NtpCase made;
    now.make(made);
    const Judged judged(made);
    QCOMPARE(judged.result("phone-zone-differs"), now.zone);
    QCOMPARE(judged.result("server-clock-wrong"), now.clock);
}

void TestPhoneTime::withoutOneSourceNothingElse()
{
    QFETCH(int, scene);
    const Scene& now = scenes()[static_cast<std::size_t>(scene)];
    NtpCase all;
    now.make(all);
    const std::size_t sources = all.build().sources.size();
    for (std::size_t gone = 1; gone <= sources; ++gone) {
        NtpCase less;
        now.make(less);
        less.forget(SourceId{static_cast<std::int64_t>(gone)});
        const Judged judged(less);
        QVERIFY(judged.result("phone-zone-differs") != "yes" || now.zone == "yes");
        QVERIFY(judged.result("server-clock-wrong") != "yes" || now.clock == "yes");
    }
}

void TestPhoneTime::showsTheArithmetic()
{
    NtpCase made;
    tells(made, made.capture("cucm.pcap", 0, 100), 5, -7 * 60);
    site(made, {-60});
    const auto shown = Judged(made).outcome("phone-zone-differs").parameters;
    QCOMPARE(shown.at("civil"), std::string("07:00:05"));
    QCOMPARE(shown.at("system"), std::string("14:00:05"));
    QCOMPARE(shown.at("told"), std::string("-07:00"));
    QCOMPARE(shown.at("site-zone"), std::string("-06:00"));
    QCOMPARE(shown.at("difference"), std::string("-60"));
}

void TestPhoneTime::readsQuarterHours_data()
{
    QTest::addColumn<QList<double>>("shown");
    QTest::addColumn<QString>("result");
    QTest::newRow("an hour") << QList<double>{60, 61} << "yes";
    QTest::newRow("half an hour") << QList<double>{-30} << "yes";
    QTest::newRow("14 minutes, read by three") << QList<double>{-14, -14, -14} << "no";
    QTest::newRow("14 minutes, read by one: may be 15") << QList<double>{-14} << "-";
    QTest::newRow("35 minutes") << QList<double>{35.1} << "no";
    QTest::newRow("three minutes") << QList<double>{3} << "no";
    QTest::newRow("right") << QList<double>{0, 1} << "-";
    QTest::newRow("nobody looked") << QList<double>{} << "-";
}

void TestPhoneTime::readsQuarterHours()
{
    QFETCH(QList<double>, shown);
    QFETCH(QString, result);
    NtpCase made;
    site(made, {shown.begin(), shown.end()});
    QCOMPARE(QString::fromStdString(Judged(made).result("wrong-by-quarter-hours")), result);
}

void TestPhoneTime::countsWhoSuffers()
{
    NtpCase made;
    site(made, {60, 0, 61});
    const auto outcome = Judged(made).outcome("phones-show-wrong-time");
    QCOMPARE(outcome.result, CheckResult::Yes);
    QCOMPARE(outcome.parameters.at("suffering"), std::string("2"));
    NtpCase right;
    site(right, {0, 1});
    QCOMPARE(Judged(right).result("phones-show-wrong-time"), std::string("no"));
    QCOMPARE(Judged(NtpCase()).result("phones-show-wrong-time"), std::string("-"));
}

void TestPhoneTime::oneCaptureOnlyPoints()
{
    NtpCase made;
    tells(made, made.capture("cucm.pcap", 0, 100), 5, 0, 2104);
    QCOMPARE(Judged(made).result("server-clock-differs"), std::string("yes"));
    NtpCase near;
    tells(near, near.capture("cucm.pcap", 0, 100), 5, 0, 240);
    QCOMPARE(Judged(near).result("server-clock-differs"), std::string("-"));
}

/// The lines of a trace have the local time of the server; here UTC.
void TestPhoneTime::zoneBesideTheServers()
{
    NtpCase made;
    tells(made, made.trace("ccm.txt", 0, 100), 5, 60);
    QCOMPARE(Judged(made).result("phone-zone-is-not-servers"), std::string("yes"));
    NtpCase same;
    tells(same, same.trace("ccm.txt", 0, 100), 5, 0);
    QCOMPARE(Judged(same).result("phone-zone-is-not-servers"), std::string("no"));
    NtpCase capture;
    tells(capture, capture.capture("cucm.pcap", 0, 100), 5, 60);
    QCOMPARE(Judged(capture).result("phone-zone-is-not-servers"), std::string("-"));
}

void TestPhoneTime::kindsOfPhones()
{
    NtpCase older;
    site(older, {60, 0}, "", {"7960", "7961"});
    QCOMPARE(Judged(older).result("only-local-time-phones-wrong"), std::string("yes"));
    QCOMPARE(Judged(older).result("only-utc-phones-wrong"), std::string("no"));
    NtpCase newer;
    site(newer, {0, -60}, "", {"7940", "8845"});
    QCOMPARE(Judged(newer).result("only-utc-phones-wrong"), std::string("yes"));
    NtpCase one;
    site(one, {60}, "", {"7960"});
    QCOMPARE(Judged(one).result("only-local-time-phones-wrong"), std::string("-"));
}

void TestPhoneTime::clocksOfSipPhones()
{
    for (const auto& [ahead, result] : {std::pair(0, "no"), std::pair(30, "no"), std::pair(-3600, "yes")}) {
        NtpCase made;
        const SourceId capture = made.capture("cucm.pcap", 0, 100);
        made.sipRegister(capture, 5, 20, 40'000, "a", 101,
                         "expires=3600;date=" + sipDateOf(start + 5 + ahead));
        made.sipAnswer(capture, 5.1, 20, 40'000, "a", 101, 200, "expires=120;date=" + sipDateOf(start + 5));
        QCOMPARE(Judged(made).result("sip-phone-clock-differs"), std::string(result));
    }
    QCOMPARE(Judged(NtpCase()).result("sip-phone-clock-differs"), std::string("-"));
}

void TestPhoneTime::rightByNtp()
{
    NtpCase made;
    made.status("pub", 0,
                {"- 127.127.1.0 .LOCL. 10 l 4 64 377 0.000", "* 172.20.8.10 .GPS. 1 u 9 64 377 0.4"});
    QCOMPARE(Judged(made).result("server-time-correct"), std::string("yes"));
    NtpCase own;
    own.status("pub", 0, {"* 127.127.1.0 .LOCL. 10 l 4 64 377 0.000"});
    QCOMPARE(Judged(own).result("server-time-correct"), std::string("-"));
}

QTEST_GUILESS_MAIN(TestPhoneTime)
#include "tst_phonetime.moc"
