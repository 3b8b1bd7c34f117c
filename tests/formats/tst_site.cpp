// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "models/formats/sitemembers.h"
#include "models/formats/siteparser.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr std::string_view sample = R"({
 "schema": "whittle-deployment-1",
 "phase": "pilot",
 "rcc": {
  "users": [
   {"user": "john.novak", "serverUri": "sip:6000@cup-a", "controlledDevices": []}
  ],
  "serverUri": "sip:6000@cup-a",
  "staticRoute": {"matchUri": "cup-a", "ip": "10.64.1.40", "port": 5060, "transport": "tcp"}
 },
 "cluster": {
  "nodes": [
   {
    "host": "pub", "ip": "10.20.1.10", "role": "pub", "version": "11.5.1.10000-6",
    "osFamily": "linux", "installed": true,
    "ntp": ["10.20.1.2", "10.20.1.3"], "dns": []
   }
  ],
  "name": "HQ"
 },
 "accounts": [
  {"name": "ctigw", "usedBy": ["ctigw"], "passwordPolicy": {"length": 14, "specialChars": false}}
 ],
 "observed_phone_time": [{"phone": "SEP000B5F10E548", "shown_minus_correct_minutes": -14.0}],
 "clients": [], "dhcp": null
}
)";

std::string told(const char* kind, int line, const std::string& fields)
{
    return std::string(kind) + " 1970-01-01T00:00:00.000000000Z line " + std::to_string(line) + " - - - "
        + fields + "\n";
}

Reading readSite(std::string_view text)
{
    return readText(siteFormat(), text);
}

} // namespace

class TestSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongJson_data();
    void wrongJson();
    void errorBehindStatements();
    void tooDeep();
    void tooLong();
    void cancelled();
    void wrongTypes();
    void unknownMembers();
    void passwords();
    void hostileNames();
    void cutAtEveryByte();
    void sampleVerbatim();
    void windowsLineEndsAndByteOrderMark();
    void fieldNames_data();
    void fieldNames();
    void sniffs_data();
    void sniffs();
};

void TestSite::wrongJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("line");
    QTest::newRow("nothing") << QByteArray("") << 1;
    QTest::newRow("open") << QByteArray("{") << 1;
    QTest::newRow("no value") << QByteArray("{\n\"schema\":\n}") << 3;
    QTest::newRow("comma") << QByteArray("{\"clients\": [],\n}") << 2;
    QTest::newRow("single quotes") << QByteArray("{\n'phase': 'x'}") << 2;
    QTest::newRow("comment") << QByteArray("{ // x\n}") << 1;
    QTest::newRow("rest") << QByteArray("{}\n{}") << 2;
    QTest::newRow("not UTF-8") << QByteArray("{\"x\": \"\xFC\"}") << 1;
    QTest::newRow("number") << QByteArray("{\"x\": 1e99999}") << 1;
    QTest::newRow("zero bytes") << QByteArray(40, '\0') << 1;
}

void TestSite::wrongJson()
{
    QFETCH(QByteArray, json);
    QFETCH(int, line);
    const Reading reading = readSite(json.toStdString());
    QVERIFY(reading.facts);
    QCOMPARE(reading.eventText(), std::string());
    const std::string problem = "data-loss formats.not-json line " + std::to_string(line) + "\n";
    QVERIFY2(reading.problemText().ends_with(problem), reading.problemText().c_str());
}

void TestSite::errorBehindStatements()
{
    const Reading reading =
        readSite("{\"phase\": \"pilot\",\n \"clients\": [{\"pc\": \"a\"},\n  {\"pc\": \"b\", oops");
    QCOMPARE(reading.eventText(),
             told("site.description", 1, "phase=pilot") + told("site.client", 2, "pc=a"));
    QCOMPARE(reading.problemText(), std::string("data-loss formats.not-json line 3\n"));
}

void TestSite::tooDeep()
{
    const std::string deep = "{\"phase\": \"pilot\", \"clients\": " + std::string(1'000'000, '[');
    const Reading reading = readSite(deep);
    QCOMPARE(reading.eventText(), told("site.description", 1, "phase=pilot"));
    QCOMPARE(toText(reading.sink.problems.back()), std::string("data-loss formats.json-too-deep line 1"));
    QCOMPARE(siteFormat().sniff(asBytes(deep)).confidence, 0);
}

void TestSite::tooLong()
{
    const Reading reading = readSite("{\"phase\": \"" + std::string(std::size_t{17} << 20, 'x') + "\"}");
    QVERIFY(!reading.facts);
    QCOMPARE(reading.facts.error().code, ErrorCode::Unsupported);
    QVERIFY(reading.sink.events.empty());
}

void TestSite::cancelled()
{
    std::stop_source source;
    source.request_stop();
    const Reading reading = readAll(siteFormat(), memorySource(bytesOf(sample)), source.get_token());
    QVERIFY(!reading.facts);
    QCOMPARE(reading.facts.error().code, ErrorCode::Cancelled);
    QVERIFY(reading.sink.events.empty() && reading.sink.problems.empty());
}

void TestSite::wrongTypes()
{
    const Reading reading =
        readSite(R"({"cluster": {"nodes": ["pub", {"host": ["a", "b"], "ntp": "10.1.1.1"}]},)"
                 R"("clients": {"pc": "a"}, "phase": ["x"], "links": [[{"from": "a"}]]})");
    QCOMPARE(reading.eventText(),
             told("site.description", 1, "clients-pc=a") + told("site.cluster", 1, "nodes=pub")
                 + told("site.node", 1, "ntp=10.1.1.1"));
    QVERIFY2(reading.problemText().starts_with("info formats.site-unknown-members"),
             reading.problemText().c_str());
}

void TestSite::unknownMembers()
{
    const Reading reading = readSite(R"({"phase": "pilot", "owner": "Ann", "colours": ["red", {"of": "x"}],)"
                                     R"("links": [{"from": "a", "note": "slow", "note2": {"x": 1}},)"
                                     R"({"from": "b", "note": "fast"}]})");
    QCOMPARE(reading.eventText(),
             told("site.description", 1, "phase=pilot;owner=Ann") + told("site.link", 1, "from=a;note=slow")
                 + told("site.link", 1, "from=b;note=fast"));
    QCOMPARE(reading.problemText(),
             std::string("info formats.site-unknown-members - '5' 'owner, colours[], links[].note, "
                         "links[].note2'\n"));
}

void TestSite::passwords()
{
    const Reading reading =
        readSite("{\"accounts\": [\n{\"name\": \"a\", \"password\": \"Cisco123\"},\n"
                 "{\"name\": \"b\", \"ldapPassword\": [\"Cisco123\", \"x\"], \"type\": \"app\"}]}");
    QCOMPARE(reading.eventText(),
             told("site.account", 2, "name=a") + told("site.account", 3, "name=b;type=app"));
    QVERIFY2(reading.problemText().find("notice formats.site-password line 2") != std::string::npos,
             reading.problemText().c_str());
    QVERIFY(reading.problemText().find("Cisco123") == std::string::npos);
}

void TestSite::hostileNames()
{
    const std::string name(1'000'000, 'n');
    const Reading reading = readSite("{\"clients\": [{\"" + name + "\": 1, \"\": 2, \"=;%\": 3}]}");
    QCOMPARE(reading.sink.events.size(), std::size_t{1});
    QCOMPARE(reading.sink.events[0],
             told("site.client", 1, std::string(128, 'n') + "=1;member=2;member=3")
                 .substr(0, reading.sink.events[0].size()));
}

void TestSite::cutAtEveryByte()
{
    const std::string all = readSite(sample).eventText();
    for (std::size_t length = 0; length <= sample.size(); ++length) {
        const Reading reading = readSite(sample.substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY(reading.sink.ordered);
        for (const std::string& event : reading.sink.events)
            QVERIFY2(event.starts_with("site.description") || all.find(event) != std::string::npos,
                     event.c_str());
        siteFormat().sniff(asBytes(sample.substr(0, length)));
    }
}

void TestSite::sampleVerbatim()
{
    const Reading reading = readSite(sample);
    QCOMPARE(
        reading.eventText(),
        told("site.description", 1, "schema=whittle-deployment-1;phase=pilot")
            + told("site.phone-control", 4, "server-uri=sip:6000@cup-a")
            + told("site.phone-control-user", 6,
                   "user=john.novak;server-uri=sip:6000@cup-a;controlled-devices=")
            + told("site.static-route", 9, "match-uri=cup-a;ip=10.64.1.40;port=5060;transport=tcp")
            + told("site.cluster", 11, "name=HQ")
            + told("site.node", 13,
                   "host=pub;ip=10.20.1.10;role=pub;version=11.5.1.10000-6;os-family=linux;installed=yes;"
                   "ntp=10.20.1.2,10.20.1.3;dns=")
            + told("site.account", 22,
                   "name=ctigw;used-by=ctigw;password-policy-length=14;password-policy-special-chars=no")
            + told("site.observed-phone-time", 24,
                   "phone=SEP000B5F10E548;shown-minus-correct-minutes=-14.0"));
    QCOMPARE(reading.problemText(), std::string());
    QCOMPARE(reading.facts->records, std::uint64_t{26});
    QVERIFY(!reading.facts->first && !reading.facts->last && !reading.facts->hasDate);
    QCOMPARE(reading.sink.landmarks.size(), std::size_t{1});
}

void TestSite::windowsLineEndsAndByteOrderMark()
{
    std::string text = "\xEF\xBB\xBF";
    for (const char c : sample)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(readSite(text).eventText(), readSite(sample).eventText());
    QCOMPARE(siteFormat().sniff(asBytes(text)).confidence, 100);
}

void TestSite::fieldNames_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("camel") << QByteArray("passwordPolicy.specialChars")
                           << QByteArray("password-policy-special-chars");
    QTest::newRow("snake") << QByteArray("device_pool") << QByteArray("device-pool");
    QTest::newRow("list") << QByteArray("opt150[]") << QByteArray("opt150");
    QTest::newRow("capital") << QByteArray("Host") << QByteArray("host");
    QTest::newRow("odd") << QByteArray("a = b;c") << QByteArray("a-b-c");
    QTest::newRow("nothing") << QByteArray("%;=") << QByteArray("member");
}

void TestSite::fieldNames()
{
    QFETCH(QByteArray, member);
    QFETCH(QByteArray, name);
    QCOMPARE(siteFieldName(member.toStdString()), name.toStdString());
}

void TestSite::sniffs_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("confidence");
    const auto row = [](const char* name, const char* json, int confidence) {
        QTest::newRow(name) << QByteArray(json) << confidence;
    };
    row("cut in its head", R"({"schema": "whittle-deployment-1", "clu)", 100);
    row("other schema", R"({"schema": "other-1", "phase": "pilot"})", 0);
    row("cut behind a node", R"({"phase": "pilot", "cluster": {"nodes": [{"host": "a", "ip": "b"}, {)", 100);
    row("one unknown member", R"({"phase": "pilot", "clients": [{"pc": "a", "os": "b", "x": 1}]})", 90);
    row("an API", R"({"links": [{"href": "x"}], "phones": [{"number": "1"}], "name": "y"})", 0);
    row("a manifest", R"({"name": "x", "version": "1", "schema": "y"})", 0);
    row("a list", R"([{"cluster": {}}])", 0);
    row("a text", R"("cluster")", 0);
}

void TestSite::sniffs()
{
    QFETCH(QByteArray, json);
    QFETCH(int, confidence);
    const std::string text = json.toStdString();
    const Sniff sniff = siteFormat().sniff(asBytes(text));
    QCOMPARE(sniff.confidence, confidence);
    QVERIFY(!sniff.reason.empty());
}

QTEST_APPLESS_MAIN(TestSite)
#include "tst_site.moc"
