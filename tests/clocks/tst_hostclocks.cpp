// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <random>

#include <QTest>

#include "models/clocks/clockbounds.h"
#include "models/clocks/hostclocks.h"
#include "models/clocks/hostevidence.h"
#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;
using namespace std::string_literals;

namespace
{

const std::string client = "10.1.1.10";
const std::string server = "10.1.1.31";

IpAddress addressOf(const std::string& text)
{
    return *IpAddress::fromText(text);
}

/// 32.32 fixed point since 1900 of a time in seconds from the case's start.
std::uint64_t stampAt(double seconds)
{
    const std::int64_t ns = caseStartNs + nsOf(seconds);
    const auto whole = static_cast<std::uint64_t>(ns / nsPerSecond + 2'208'988'800);
    const auto rest = static_cast<std::uint64_t>(ns % nsPerSecond);
    return (whole << 32) + (rest << 32) / static_cast<std::uint64_t>(nsPerSecond);
}

std::string hex(std::uint64_t stamp)
{
    char text[24];
    std::snprintf(text, sizeof text, "0x%016lx", static_cast<unsigned long>(stamp));
    return text;
}

struct Stamps {
    std::uint64_t originate = 0;
    std::uint64_t receive = 0;
    std::uint64_t transmit = 0;
    int precision = -20;
    int stratum = 2;
};

std::string ntpFields(const Stamps& stamps)
{
    return "version=4;stratum=" + std::to_string(stamps.stratum)
        + ";precision=" + std::to_string(stamps.precision) + ";originate=" + hex(stamps.originate)
        + ";receive=" + hex(stamps.receive) + ";transmit=" + hex(stamps.transmit);
}

/// Polls of a client, captured 1 ms from it and 4 ms from the server.
struct Polls {
    double clientAhead = 0;
    double serverAhead = 0;
    double clientPpm = 0;
    std::string who = client;
    std::string whom = server;
    double every = 64;
    double first = 10;
    int count = 20;
    int precision = -20;
    bool tellsLast = true; ///< as ntpd does: the client's packet names the last answer

    double clientAt(double t) const { return t + clientAhead + clientPpm * 1e-6 * t; }
    double lastAnswered() const { return first + every * (count - 1) + 0.012; }

    void addTo(CaseBuilder& made, SourceId source) const
    {
        Stamps last;
        for (int i = 0; i < count; ++i) {
            const double t = first + every * i;
            Stamps asks{last.originate, last.receive, stampAt(clientAt(t)), precision};
            if (!tellsLast)
                asks.originate = asks.receive = 0;
            made.event(source, t + 0.001, {"ntp.client", "", who + ":123", whom + ":123", ntpFields(asks)});
            const Stamps says{asks.transmit, stampAt(t + 0.005 + serverAhead),
                              stampAt(t + 0.006 + serverAhead), precision};
            made.event(source, t + 0.010, {"ntp.server", "", whom + ":123", who + ":123", ntpFields(says)});
            last = {says.transmit, stampAt(clientAt(t + 0.011)), 0};
        }
    }
};

std::vector<ClockRelation> relationsOf(const CaseBuilder& made)
{
    return hostRelations(made.build());
}

const ClockRelation* find(const std::vector<ClockRelation>& all, const ClockOwner& a, const ClockOwner& b,
                          const std::string& basis)
{
    const auto found = std::ranges::find_if(all, [&](const ClockRelation& relation) {
        return relation.a == a && relation.b == b && relation.basis == basis;
    });
    return found == all.end() ? nullptr : &*found;
}

bool holds(const ClockRelation* relation, double seconds)
{
    return relation && relation->lowNs <= nsOf(seconds) && relation->highNs >= nsOf(seconds);
}

double widthOf(const ClockRelation& relation)
{
    return static_cast<double>(relation.highNs - relation.lowNs) * 1e-9;
}

/// A status that a node printed `at`, UTC, on its own clock.
struct StatusText {
    double at = 0;
    std::vector<std::string> rows{};
    std::string tail = "synchronised=yes;stratum=3;running=yes;pid=4711";
    std::string zone = "local-offset-s=-21600";

    void addTo(CaseBuilder& made, SourceId source) const
    {
        for (const std::string& row : rows) {
            const std::size_t remote = row.find("remote=") + 7;
            made.event(source, at,
                       {"ntp.peer-status", "", "", row.substr(remote, row.find(';', remote) - remote), row});
        }
        made.event(source, at, {"ntp.system-status", "", "", "", tail + ";" + zone});
    }
};

std::string peerRow(const std::string& remote, int when, const std::string& more = "",
                    const std::string& refid = "10.9.9.9", int stratum = 2)
{
    return "tally=system-peer;remote=" + remote + ";refid=" + refid + ";stratum=" + std::to_string(stratum)
        + ";type=u;when-s=" + std::to_string(when)
        + ";poll-s=64;reach=377;delay-ms=0.800;offset-ms=0.100;jitter-ms=0.200" + more;
}

SourceId statusSource(CaseBuilder& made, const std::string& name)
{
    const SourceId source = made.console(name, 0, 4000);
    made.sourceRow(source).format = "ntp-status";
    made.sourceRow(source).zoneName = "America/Chicago";
    made.sourceRow(source).resolutionNs = nsPerSecond;
    return source;
}

std::string sipFields(const std::string& what, int cseq, const std::string& date, const std::string& phone,
                      const std::string& contact = "")
{
    return what + ";call-id=one@phone;cseq=" + std::to_string(cseq)
        + " REGISTER;contact=" + (contact.empty() ? phone : contact) + ":5060"
        + (date.empty() ? "" : ";date=" + date) + ";via=" + phone + ":5060";
}

/// "Fri, 27 Feb 2009 14:00:05 GMT"
std::string dateAt(double seconds)
{
    const std::int64_t ns = caseStartNs + nsOf(seconds);
    const std::string iso = toRfc3339(ns);
    return "Fri, 27 Feb 2009 " + iso.substr(11, 8) + " GMT";
}

} // namespace

class TestHostClocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boundsMakeALine();
    void boundsOfASlewedClockHoldAllOfIt_data();
    void boundsOfASlewedClockHoldAllOfIt();
    void boundsOnOneSideTellNothing();
    void lateMessagesDoNotCount();
    void packetsBoundClientAndServer();
    void coarseServerIsNoBetterThanItsPrecision();
    void stampsBehind2036();
    void stampsThatAreNoClock_data();
    void stampsThatAreNoClock();
    void datesOfPhoneAndServer();
    void datesOfOthersAreNotTheSenders_data();
    void datesOfOthersAreNotTheSenders();
    void traceTellsItsZoneByItsDates();
    void timeThatIsToldToPhones_data();
    void timeThatIsToldToPhones();
    void tracesOfOneNode();
    void collectorsAreNoHosts();
    void alarmsOfANodeWithATrace_data();
    void alarmsOfANodeWithATrace();
    void logAndStatusOfOneDaemon_data();
    void logAndStatusOfOneDaemon();
    void statusOfTheHostInTheCapture();
    void statusOfAStranger_data();
    void statusOfAStranger();
    void statusOfWhoPollsInVain_data();
    void statusOfWhoPollsInVain();
    void statusThatFitsTwo();
    void offsetOfTheServers_data();
    void offsetOfTheServers();
    void statusNamedByAnother_data();
    void statusNamedByAnother();
    void statusBesidePacketsAsText();
    void textOfAnotherDay();
    void stops();
};

void TestHostClocks::boundsMakeALine()
{
    ClockBounds bounds;
    for (int i = 0; i <= 100; ++i) {
        const std::int64_t at = i * 10 * nsPerSecond;
        const auto truth = 7'000'000 + at / 20'000; // 50 ppm
        bounds.atLeast({at}, truth - 1'000'000 - (i % 7) * 3'000'000);
        bounds.atMost({at}, truth + 1'000'000 + (i % 5) * 3'000'000);
    }
    const auto made = bounds.relation(sourceClockOf(SourceId{1}), hostClockOf(addressOf(client)), "x");
    QVERIFY(made);
    const std::int64_t truth = 7'000'000 + made->middle.ns / 20'000;
    QVERIFY(made->lowNs <= truth && truth <= made->highNs);
    QVERIFY(widthOf(*made) < 0.0025);
    QVERIFY(std::abs(made->driftPpm - 50) <= made->driftWidthPpm && made->driftWidthPpm < 3);
    QCOMPARE(made->pairs, 101U);
    QCOMPARE(made->from.ns, 0);
    QCOMPARE(made->to.ns, 1000 * nsPerSecond);
}

void TestHostClocks::boundsOfASlewedClockHoldAllOfIt_data()
{
    QTest::addColumn<int>("seconds");
    QTest::newRow("for a while") << 300;
    QTest::newRow("all the time") << 3000;
}

void TestHostClocks::boundsOfASlewedClockHoldAllOfIt()
{
    QFETCH(int, seconds);
    ClockBounds bounds;
    const auto truth = [&](std::int64_t at) { return std::min(at, seconds * nsPerSecond) / 2000; };
    for (std::int64_t at = 0; at <= 3000 * nsPerSecond; at += 20 * nsPerSecond) {
        bounds.atLeast({at}, truth(at) - 100'000);
        bounds.atMost({at}, truth(at) + 100'000);
    }
    const auto made = bounds.relation({}, {}, "x");
    QVERIFY(made);
    QVERIFY(std::abs(made->driftPpm) < 150); // which would be wrong as soon as it ends
    for (std::int64_t at = 0; at <= 3000 * nsPerSecond; at += 20 * nsPerSecond) {
        const double line = made->driftPpm * 1e-6 * static_cast<double>(at - made->middle.ns);
        QVERIFY(truth(at) >= made->lowNs + std::llround(line) - 1);
        QVERIFY(truth(at) <= made->highNs + std::llround(line) + 1);
    }
}

void TestHostClocks::boundsOnOneSideTellNothing()
{
    ClockBounds bounds;
    QVERIFY(!bounds.relation({}, {}, "x"));
    bounds.atLeast({0}, 5);
    QVERIFY(!bounds.relation({}, {}, "x"));
    ClockBounds other;
    other.atMost({0}, 5);
    QVERIFY(!other.relation({}, {}, "x"));
    bounds.add(other);
    QVERIFY(bounds.relation({}, {}, "x"));
}

void TestHostClocks::lateMessagesDoNotCount()
{
    ClockBounds bounds;
    ClockBounds set;
    for (int i = 0; i < 20; ++i) {
        const std::int64_t at = i * 60 * nsPerSecond;
        const bool late = i == 7 || i == 8;
        bounds.atLeast({at}, late ? -4 * nsPerSecond : -1'000'000);
        bounds.atMostIfPrompt({at}, late ? -3 * nsPerSecond : 1'000'000);
        const std::int64_t was = i < 10 ? 3600 * nsPerSecond : 0; // set back by an hour
        set.atLeast({at}, was - 1'000'000);
        set.atMostIfPrompt({at}, was + 1'000'000);
    }
    const auto kept = bounds.relation({}, {}, "x");
    QVERIFY(kept && holds(&*kept, 0));
    QVERIFY(!set.relation({}, {}, "x"));
}

void TestHostClocks::packetsBoundClientAndServer()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    Polls{.clientAhead = 5, .serverAhead = -0.25, .clientPpm = 40}.addTo(made, capture);
    const auto all = relationsOf(made);
    const auto* ofClient =
        find(all, sourceClockOf(capture), hostClockOf(addressOf(client)), "ntp-timestamps");
    const auto* ofServer =
        find(all, sourceClockOf(capture), hostClockOf(addressOf(server)), "ntp-timestamps");
    QVERIFY(ofClient && ofServer);
    const double middle = static_cast<double>(ofClient->middle.ns - caseStartNs) * 1e-9;
    QVERIFY(holds(ofClient, 5 + 40e-6 * middle));
    QVERIFY(widthOf(*ofClient) < 0.003);
    QVERIFY(std::abs(ofClient->driftPpm - 40) <= ofClient->driftWidthPpm);
    QVERIFY(holds(ofServer, -0.25));
    QVERIFY(widthOf(*ofServer) < 0.010);
    QCOMPARE(all.size(), 2U);
}

void TestHostClocks::coarseServerIsNoBetterThanItsPrecision()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    Polls{.serverAhead = 3, .precision = -6}.addTo(made, capture);
    const auto all = relationsOf(made);
    const auto* ofServer =
        find(all, sourceClockOf(capture), hostClockOf(addressOf(server)), "ntp-timestamps");
    QVERIFY(holds(ofServer, 3));
    QVERIFY(widthOf(*ofServer) > 0.03);
}

void TestHostClocks::stampsBehind2036()
{
    CaseBuilder made;
    const double years = 30 * 365.25 * 86400; // 2039
    const SourceId capture = made.capture("a.pcap", years, years + 2000);
    Polls{.clientAhead = 5, .first = years + 10}.addTo(made, capture);
    const auto all = relationsOf(made);
    QVERIFY(holds(find(all, sourceClockOf(capture), hostClockOf(addressOf(client)), "ntp-timestamps"), 5));
}

void TestHostClocks::stampsThatAreNoClock_data()
{
    QTest::addColumn<std::string>("how");
    QTest::newRow("zero") << "zero"s;
    QTest::newRow("random, as data minimisation has it") << "random"s;
    QTest::newRow("one packet and no answer that it names") << "one"s;
    QTest::newRow("nothing bounds how long it was under way") << "one side"s;
}

void TestHostClocks::stampsThatAreNoClock()
{
    QFETCH(std::string, how);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    std::mt19937_64 random(7);
    for (int i = 0; i < (how == "one" ? 1 : 20); ++i) {
        const double t = 10 + 64.0 * i;
        const std::uint64_t transmit = how == "zero" ? 0 : how == "random" ? random() : stampAt(t);
        made.event(capture, t + 0.001,
                   {"ntp.client", "", client + ":123", server + ":123", ntpFields({0, 0, transmit})});
        made.event(capture, t + 0.010,
                   {"ntp.server", "", server + ":123", client + ":123",
                    ntpFields({transmit, stampAt(t + 0.005), stampAt(t + 0.006)})});
    }
    const auto all = relationsOf(made);
    QVERIFY(!find(all, sourceClockOf(capture), hostClockOf(addressOf(client)), "ntp-timestamps"));
    QCOMPARE(all.size(), how == "zero" ? 0U : 1U); // that of the server
}

void TestHostClocks::datesOfPhoneAndServer()
{
    const std::string phone = "10.1.20.5";
    const std::string node = "10.1.1.11";
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> jitter(0, 1);
    for (int i = 0; i < 40; ++i) {
        const double t = 10 + 40.0 * i + jitter(random);
        const double late = i == 11 ? 3 : 0; // a lost segment
        made.event(capture, t + 0.004 + late,
                   {"sip.register", "", phone + ":5060", node + ":5060",
                    sipFields("method=REGISTER", i, dateAt(t + 7.3), phone)});
        for (const std::string status : {"status=100", "status=200"})
            made.event(capture, t + 0.014 + late,
                       {"sip.response", "", node + ":5060", phone + ":5060",
                        sipFields(status, i, dateAt(t + late + 0.010 - 62.4), phone)});
    }
    const auto all = relationsOf(made);
    const auto* ofPhone = find(all, sourceClockOf(capture), hostClockOf(addressOf(phone)), "sip-dates");
    const auto* ofNode = find(all, sourceClockOf(capture), hostClockOf(addressOf(node)), "sip-dates");
    QVERIFY(holds(ofPhone, 7.3));
    QVERIFY(widthOf(*ofPhone) < 0.5);
    QVERIFY(holds(ofNode, -62.4));
    QVERIFY(widthOf(*ofNode) < 0.2);
}

void TestHostClocks::datesOfOthersAreNotTheSenders_data()
{
    QTest::addColumn<std::string>("contact");
    QTest::addColumn<bool>("datesTrying");
    QTest::addColumn<int>("relations");
    QTest::newRow("their own") << "10.1.20.5"s << true << 2;
    QTest::newRow("a proxy passes the request on") << "10.1.20.77"s << true << 1;
    QTest::newRow("a proxy passes the answer on") << "10.1.20.5"s << false << 1;
}

void TestHostClocks::datesOfOthersAreNotTheSenders()
{
    QFETCH(std::string, contact);
    QFETCH(bool, datesTrying);
    QFETCH(int, relations);
    const std::string phone = "10.1.20.5";
    const std::string node = "10.1.1.11";
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    for (int i = 0; i < 10; ++i) {
        const double t = 10 + 40.0 * i;
        made.event(capture, t,
                   {"sip.register", "", phone + ":5060", node + ":5060",
                    sipFields("method=REGISTER", i, dateAt(t), phone, contact)});
        made.event(capture, t + 0.01,
                   {"sip.response", "", node + ":5060", phone + ":5060",
                    sipFields("status=100", i, datesTrying ? dateAt(t) : "", phone)});
        made.event(capture, t + 0.02,
                   {"sip.response", "", node + ":5060", phone + ":5060",
                    sipFields("status=200", i, dateAt(t), phone)});
    }
    QCOMPARE(static_cast<int>(relationsOf(made).size()), relations);
}

void TestHostClocks::traceTellsItsZoneByItsDates()
{
    const std::string phone = "10.1.20.5";
    const std::string node = "10.1.1.11";
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 2000);
    made.sourceRow(trace).utcOffsetSeconds.reset();
    made.setAhead(trace, -6 * 3600);
    for (int i = 0; i < 10; ++i) {
        const double t = 10.3 + 40 * i;
        made.event(trace, t,
                   {"sip.register", "", phone + ":5060", node,
                    sipFields("method=REGISTER", i, dateAt(t + 30), phone)});
        made.event(trace, t + 0.01,
                   {"sip.response", "", node, phone + ":5060", sipFields("status=100", i, dateAt(t), phone)});
    }
    const auto all = relationsOf(made);
    const auto* ofNode = find(all, sourceClockOf(trace), hostClockOf(addressOf(node)), "sip-dates");
    QVERIFY(ofNode);
    QCOMPARE(ofNode->differenceNs, 6 * 3600 * nsPerSecond);
    QVERIFY(widthOf(*ofNode) < 0.01);
    const auto* ofPhone = find(all, sourceClockOf(trace), hostClockOf(addressOf(phone)), "sip-dates");
    QVERIFY(holds(ofPhone, 6 * 3600 + 30));
}

void TestHostClocks::timeThatIsToldToPhones_data()
{
    QTest::addColumn<std::string>("civil");
    QTest::addColumn<bool>("asked");
    QTest::addColumn<double>("atMost");
    QTest::newRow("asked, whole seconds") << "2009-02-27T08:00:12"s << true << 1.1;
    QTest::newRow("asked, with milliseconds") << "2009-02-27T08:00:12.400"s << true << 0.1;
    QTest::newRow("by itself") << "2009-02-27T08:00:12"s << false << 1.4;
}

void TestHostClocks::timeThatIsToldToPhones()
{
    QFETCH(std::string, civil);
    QFETCH(bool, asked);
    QFETCH(double, atMost);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    if (asked)
        made.event(capture, 10.37, {"sccp.time-date", "", "10.1.20.5:50000", "10.1.1.11:2000", ""});
    made.event(capture, 10.41,
               {"sccp.time-date-res", "", "10.1.1.11:2000", "10.1.20.5:50000",
                "civil-time=" + civil + ";system-time=" + std::to_string(caseStartNs / nsPerSecond + 12)});
    const auto all = relationsOf(made);
    const auto* ofNode = find(all, sourceClockOf(capture), hostClockOf(addressOf("10.1.1.11")), "sccp-time");
    QVERIFY(holds(ofNode, 2));
    QVERIFY(widthOf(*ofNode) < atMost);
}

void TestHostClocks::tracesOfOneNode()
{
    CaseBuilder made;
    const SourceId one = made.trace("a/ccm1.txt", 0, 100);
    const SourceId two = made.trace("b/ccm2.txt", 200, 300);
    const SourceId other = made.trace("c/ccm3.txt", 0, 300);
    for (const SourceId source : {one, two, other}) {
        made.sourceRow(source).origin = {.host = source == other ? "sub" : "pub", .address = {}};
        made.sourceRow(source).utcOffsetSeconds.reset();
    }
    const SourceId stated = made.trace("d/SDL.txt", 0, 300);
    made.sourceRow(stated).origin = {.host = "tftp", .address = "10.1.1.12"};
    made.sourceRow(stated).utcOffsetSeconds = -18'000;
    const auto all = relationsOf(made);
    QCOMPARE(all.size(), 2U);
    const auto* same = find(all, sourceClockOf(one), sourceClockOf(two), "same-host");
    QVERIFY(same);
    QCOMPARE(same->differenceNs, 0);
    const auto* host = find(all, sourceClockOf(stated), hostClockOf(addressOf("10.1.1.12")), "same-host");
    QVERIFY(host);
    QCOMPARE(host->differenceNs, 18'000 * nsPerSecond);
}

void TestHostClocks::collectorsAreNoHosts()
{
    CaseBuilder made;
    for (const std::string name : {"a.log", "b.log"}) {
        const SourceId source = made.console(name, 0, 100);
        made.sourceRow(source).format = "syslog";
        made.sourceRow(source).origin.host = "pub";
    }
    QVERIFY(relationsOf(made).empty());
}

void TestHostClocks::alarmsOfANodeWithATrace_data()
{
    QTest::addColumn<std::string>("node");
    QTest::addColumn<bool>("statesZone"); ///< the trace does
    QTest::addColumn<bool>("told");
    QTest::newRow("the node of the trace") << "sub.example.net"s << true << true;
    QTest::newRow("in capitals") << "SUB"s << true << true;
    QTest::newRow("another node") << "pub"s << true << false;
    QTest::newRow("nothing tells its zone") << "sub"s << false << false;
}

/// The log may be kept by another node of the cluster, within a minute.
void TestHostClocks::alarmsOfANodeWithATrace()
{
    QFETCH(std::string, node);
    QFETCH(bool, statesZone);
    QFETCH(bool, told);
    CaseBuilder made;
    const SourceId trace = made.trace("SDL.txt", 0, 300);
    made.sourceRow(trace).format = "cucm-sdl";
    made.sourceRow(trace).origin.host = "sub";
    made.sourceRow(trace).utcOffsetSeconds = statesZone ? std::optional(-18'000) : std::nullopt;
    const SourceId log = made.console("syslog.txt", 0, 300);
    made.sourceRow(log).format = "syslog";
    made.event(log, 100, {"alarm.device-registered", phoneOf(7), "", "", "node=" + node});
    const auto all = relationsOf(made);
    const auto* same = find(all, sourceClockOf(trace), sourceClockOf(log), "same-host");
    QCOMPARE(same != nullptr, told);
    if (!told)
        return;
    QCOMPARE(same->differenceNs, 18'000 * nsPerSecond);
    QVERIFY(holds(same, 18'000 - 60) && holds(same, 18'000 + 60));
}

void TestHostClocks::logAndStatusOfOneDaemon_data()
{
    QTest::addColumn<int>("pid");
    QTest::addColumn<int>("logs");
    QTest::addColumn<std::string>("follows");
    QTest::addColumn<bool>("same");
    QTest::newRow("the same process") << 4711 << 1 << server << true;
    QTest::newRow("before it followed anybody") << 4711 << 1 << ""s << true;
    QTest::newRow("another") << 4712 << 1 << server << false;
    QTest::newRow("two logs have that number") << 4711 << 2 << server << false;
    QTest::newRow("the same number on another node") << 4711 << 1 << client << false;
}

void TestHostClocks::logAndStatusOfOneDaemon()
{
    QFETCH(int, pid);
    QFETCH(int, logs);
    QFETCH(std::string, follows);
    QFETCH(bool, same);
    CaseBuilder made;
    const SourceId status = statusSource(made, "status.txt");
    StatusText{.at = 2000, .rows = {peerRow(server, 30)}}.addTo(made, status);
    const std::int64_t newYear = nsFromCivil({2009, 1, 1}, 0, 0, 0);
    const double ofLog = static_cast<double>(-newYear) * 1e-9 - 6 * 3600; // without a year, in local time
    SourceId log{};
    for (int i = 0; i < logs; ++i) {
        log = made.console("ntp" + std::to_string(i) + ".log", ofLog, ofLog + 100);
        made.sourceRow(log).format = "ntp-log";
        made.sourceRow(log).utcOffsetSeconds.reset();
        made.sourceRow(log).hasDate = false;
        made.sourceRow(log).year = YearHints{};
        made.event(log, ofLog + 50,
                   {"ntp.log", "", "", follows, "what=synchronised;pid=" + std::to_string(pid)});
    }
    const auto all = relationsOf(made);
    const auto* found = find(all, sourceClockOf(log), sourceClockOf(status), "same-host");
    QCOMPARE(found != nullptr, same);
    if (same)
        QCOMPARE(found->differenceNs, newYear + 6 * 3600 * nsPerSecond);
}

void TestHostClocks::statusOfTheHostInTheCapture()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1400);
    const Polls polls{.clientAhead = 90, .serverAhead = 0.001};
    polls.addTo(made, capture);
    const SourceId status = statusSource(made, "status.txt");
    const double at = std::floor(polls.lastAnswered() + 90 + 40);
    StatusText{.at = at, .rows = {peerRow(server, 40)}}.addTo(made, status);
    const auto all = relationsOf(made);
    const auto* same = find(all, sourceClockOf(status), hostClockOf(addressOf(client)), "ntp-status");
    QVERIFY(same);
    QCOMPARE(same->differenceNs, 0);
    QVERIFY(find(all, sourceClockOf(status), hostClockOf(addressOf(server)), "ntp-status"));
}

void TestHostClocks::statusOfAStranger_data()
{
    QTest::addColumn<int>("when");
    QTest::addColumn<int>("after");
    QTest::addColumn<std::string>("remote");
    QTest::newRow("its last answer came at another time") << 20 << 40 << "10.1.1.31"s;
    QTest::newRow("another came behind it") << 104 << 40 << "10.1.1.31"s;
    QTest::newRow("on another day") << 40 << 86440 << "10.1.1.31"s;
    QTest::newRow("of another server") << 40 << 40 << "10.1.1.99"s;
}

void TestHostClocks::statusOfAStranger()
{
    QFETCH(int, when);
    QFETCH(int, after);
    QFETCH(std::string, remote);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1400);
    const Polls polls;
    polls.addTo(made, capture);
    const SourceId status = statusSource(made, "status.txt");
    StatusText{.at = std::floor(polls.lastAnswered() + after), .rows = {peerRow(remote, when)}}.addTo(made,
                                                                                                      status);
    QVERIFY(!find(relationsOf(made), sourceClockOf(status), hostClockOf(addressOf(client)), "ntp-status"));
}

void TestHostClocks::statusOfWhoPollsInVain_data()
{
    QTest::addColumn<std::string>("remote"); ///< of the status
    QTest::addColumn<std::string>("alsoPolls"); ///< who polls that server in vain, too
    QTest::addColumn<std::string>("alsoPolled"); ///< whom else the host polls
    QTest::addColumn<double>("at"); ///< of the status, on the clock of the capture
    QTest::addColumn<bool>("told");
    QTest::newRow("the only one") << server << ""s
                                  << ""s << 1000.0 << true;
    QTest::newRow("just behind the capture") << server << ""s
                                             << ""s << 1440.0 << true;
    QTest::newRow("long after it") << server << ""s
                                   << ""s << 9000.0 << false;
    QTest::newRow("another one, too") << server << "10.1.1.13"s
                                      << ""s << 1000.0 << false;
    QTest::newRow("of another server") << "10.1.1.99"s
                                       << ""s
                                       << ""s << 1000.0 << false;
    QTest::newRow("it polls more than that") << server << ""s
                                             << "10.1.1.98"s << 1000.0 << false;
}

/// The host serves others, which bounds its clock, and gets no answer itself.
void TestHostClocks::statusOfWhoPollsInVain()
{
    QFETCH(std::string, remote);
    QFETCH(std::string, alsoPolls);
    QFETCH(std::string, alsoPolled);
    QFETCH(double, at);
    QFETCH(bool, told);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1400);
    Polls{.serverAhead = 90, .who = "10.1.1.12", .whom = client}.addTo(made, capture);
    const auto asks = [&](const std::string& who, const std::string& whom, double ahead) {
        for (double t = 20; t < 1400 && !who.empty() && !whom.empty(); t += 64)
            made.event(capture, t,
                       {"ntp.client", "", who + ":123", whom + ":123",
                        ntpFields({.transmit = stampAt(t - 0.001 + ahead)})});
    };
    asks(client, server, 90);
    asks(alsoPolls, server, 0);
    asks(client, alsoPolled, 90);
    const SourceId status = statusSource(made, "status.txt");
    StatusText{.at = at + 90,
               .rows = {"tally=rejected;remote=" + remote
                        + ";refid=.INIT.;stratum=16;type=u;poll-s=64;reach=0;delay-ms=0.000;"
                          "offset-ms=0.000;jitter-ms=4000.00"}}
        .addTo(made, status);
    const auto all = relationsOf(made);
    QCOMPARE(find(all, sourceClockOf(status), hostClockOf(addressOf(client)), "ntp-status") != nullptr, told);
}

/// Two that poll the same server at about the same time: it is one of them.
void TestHostClocks::statusThatFitsTwo()
{
    for (const double apart : {0.1, 30.0}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, 1500);
        const Polls one{.clientAhead = 2};
        const Polls two{.clientAhead = 2 + apart, .who = "10.1.1.12", .first = 10 - apart};
        one.addTo(made, capture);
        two.addTo(made, capture);
        const SourceId status = statusSource(made, "status.txt");
        StatusText{.at = std::floor(one.lastAnswered() + 42), .rows = {peerRow(server, 40)}}.addTo(made,
                                                                                                   status);
        const auto all = relationsOf(made);
        QVERIFY(!find(all, sourceClockOf(status), hostClockOf(addressOf(client)), "ntp-status"));
        QVERIFY(!find(all, sourceClockOf(status), hostClockOf(addressOf("10.1.1.12")), "ntp-status"));
        const auto* hull = find(all, sourceClockOf(capture), sourceClockOf(status), "ntp-status");
        QCOMPARE(hull != nullptr, apart < 1);
        QVERIFY(!hull || (holds(hull, 2) && holds(hull, 2 + apart)));
    }
}

void TestHostClocks::offsetOfTheServers_data()
{
    QTest::addColumn<std::string>("row");
    QTest::addColumn<bool>("told");
    const auto row = [](const std::string& more) {
        return std::string("tally=rejected;remote=10.1.1.31;refid=10.9.9.9;stratum=2;type=u;when-s=30;"
                           "poll-s=64;delay-ms=20.000;"
                           + more);
    };
    QTest::newRow("measured") << row("reach=377;offset-ms=91.495;jitter-ms=0.406") << true;
    QTest::newRow("never reached") << row("reach=0;offset-ms=91.495;jitter-ms=0.406") << false;
    QTest::newRow("never measured") << row("reach=1;offset-ms=0.000;jitter-ms=4000.00") << false;
}

void TestHostClocks::offsetOfTheServers()
{
    QFETCH(std::string, row);
    QFETCH(bool, told);
    CaseBuilder made;
    const SourceId status = statusSource(made, "status.txt");
    StatusText{.at = 100, .rows = {row}}.addTo(made, status);
    const auto all = relationsOf(made);
    const auto* offset = find(all, sourceClockOf(status), hostClockOf(addressOf(server)), "ntp-status");
    QCOMPARE(offset != nullptr, told);
    if (told) {
        QVERIFY(holds(offset, 0.0915));
        QVERIFY(widthOf(*offset) >= 0.020);
        QVERIFY(widthOf(*offset) < 0.2);
    }
}

void TestHostClocks::statusNamedByAnother_data()
{
    QTest::addColumn<std::string>("refid");
    QTest::addColumn<int>("stratum");
    QTest::addColumn<int>("publishers");
    QTest::addColumn<bool>("found");
    QTest::newRow("it follows whom the other says") << "10.9.9.9"s << 3 << 1 << true;
    QTest::newRow("it follows somebody else") << "10.9.9.8"s << 3 << 1 << false;
    QTest::newRow("it stands elsewhere") << "10.9.9.9"s << 4 << 1 << false;
    QTest::newRow("two follow him") << "10.9.9.9"s << 3 << 2 << false;
}

void TestHostClocks::statusNamedByAnother()
{
    QFETCH(std::string, refid);
    QFETCH(int, stratum);
    QFETCH(int, publishers);
    QFETCH(bool, found);
    CaseBuilder made;
    SourceId pub{};
    for (int i = 0; i < publishers; ++i) {
        pub = statusSource(made, "pub" + std::to_string(i) + ".txt");
        StatusText{.at = 100, .rows = {peerRow("10.9.9.9", 30)}}.addTo(made, pub);
    }
    const SourceId sub = statusSource(made, "sub.txt");
    StatusText{.at = 110,
               .rows = {peerRow(client, 30, "", refid, stratum)},
               .tail = "synchronised=yes;stratum=4;pid=1"}
        .addTo(made, sub);
    const auto all = relationsOf(made);
    QCOMPARE(find(all, sourceClockOf(pub), hostClockOf(addressOf(client)), "ntp-status") != nullptr, found);
}

namespace
{

SourceId textSource(CaseBuilder& made)
{
    const SourceId text = made.console("capture.txt", 0, 2000);
    made.sourceRow(text).format = "packet-text";
    made.sourceRow(text).hasDate = false;
    made.sourceRow(text).utcOffsetSeconds.reset();
    return text;
}

void addNamed(CaseBuilder& made, SourceId text, double at, const std::string& kind, const std::string& from,
              const std::string& to)
{
    const double dayZero = static_cast<double>(-caseStartNs) * 1e-9 + 8 * 3600; // 14:00 UTC is 08:00
    made.event(text, dayZero + at, {kind, "", "", "", "version=4;src-name=" + from + ";dst-name=" + to});
}

/// The publisher polls two sources and answers a subscriber; printed on the publisher.
SourceId printedOnThePublisher(CaseBuilder& made)
{
    const SourceId text = textSource(made);
    for (int i = 0; i < 10; ++i) {
        const double t = 64.0 * i;
        for (const auto& [from, to, at] :
             {std::tuple("pub", "ntp1", t), {"pub", "ntp2", t + 13.5}, {"sub", "pub", t + 31.25}}) {
            addNamed(made, text, at, "ntp.client", from, to);
            addNamed(made, text, at + 0.001, "ntp.server", to, from);
        }
    }
    return text;
}

constexpr std::int64_t textToUtcNs = caseStartNs - 8 * 3600 * nsPerSecond;

} // namespace

void TestHostClocks::statusBesidePacketsAsText()
{
    CaseBuilder made;
    const SourceId text = printedOnThePublisher(made); // the last at 576, 589.5 and 607.25
    const SourceId pub = statusSource(made, "pub.txt");
    StatusText{.at = 620, .rows = {peerRow("10.9.9.9", 44), peerRow("10.9.9.8", 30)}}.addTo(made, pub);
    const SourceId sub = statusSource(made, "sub.txt");
    StatusText{.at = 630, .rows = {peerRow(client, 22, "", "10.9.9.7", 5)}}.addTo(made, sub);
    const SourceId stranger = statusSource(made, "stranger.txt");
    StatusText{.at = 630, .rows = {peerRow("10.9.9.9", 5), peerRow("10.9.9.8", 60)}}.addTo(made, stranger);
    const auto all = relationsOf(made);

    const auto* own = find(all, sourceClockOf(text), sourceClockOf(pub), "ntp-status");
    QVERIFY(own);
    QCOMPARE(own->differenceNs, textToUtcNs);
    QVERIFY(widthOf(*own) < 0.01);
    const auto* other = find(all, sourceClockOf(text), sourceClockOf(sub), "ntp-status");
    QVERIFY(other && other->lowNs <= textToUtcNs && textToUtcNs <= other->highNs);
    QVERIFY(widthOf(*other) > 1);
    const auto* host = find(all, sourceClockOf(text), hostClockOf(addressOf(client)), "ntp-status");
    QVERIFY(host);
    QCOMPARE(host->differenceNs, textToUtcNs);
    QVERIFY(!find(all, sourceClockOf(text), sourceClockOf(stranger), "ntp-status"));
}

/// A status that does not say its zone, and one whose answers came at another time of day.
void TestHostClocks::textOfAnotherDay()
{
    for (const std::string zone : {"", "local-offset-s=-18000"}) {
        CaseBuilder made;
        const SourceId text = printedOnThePublisher(made);
        const SourceId pub = statusSource(made, "pub.txt");
        StatusText{.at = 620, .rows = {peerRow("10.9.9.9", 44), peerRow("10.9.9.8", 30)}, .zone = zone}.addTo(
            made, pub);
        QVERIFY(!find(relationsOf(made), sourceClockOf(text), sourceClockOf(pub), "ntp-status"));
    }
}

void TestHostClocks::stops()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    Polls{}.addTo(made, capture);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(hostRelations(made.build(), {}, stop.get_token()).empty());
}

QTEST_GUILESS_MAIN(TestHostClocks)
#include "tst_hostclocks.moc"
