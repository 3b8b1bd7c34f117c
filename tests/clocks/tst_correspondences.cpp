// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>
#include <random>

#include <QTest>

#include "models/clocks/align.h"
#include "models/clocks/matching.h"
#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr std::int64_t ms = 1'000'000;

/// What is seen, and where: the sources are a capture and what the row says.
struct Way {
    std::string format{};
    Made here{}; ///< in the capture
    Made there{}; ///< in the other
    double late = 0; ///< s: how much later the other has it
    bool exact = false;
};

const std::string phone = "10.2.20.7:51000";
const std::string node = "10.2.1.11:5060";
const std::string registerFields = "method=REGISTER;call-id=a@10.2.20.7;cseq=101 REGISTER;expires=3600";

std::vector<std::pair<const char*, Way>> ways()
{
    const std::string name = phoneOf(7);
    return {
        {"SIP request, received",
         {"cucm-sdi",
          {"sip.register", name, phone, node, registerFields},
          {"sip.register", name, phone, "10.2.1.11", registerFields},
          0.001,
          true}},
        {"DHCP at a server",
         {"dhcp-server-log",
          {"dhcp.ack", "", "", "", macFieldOf(7) + ";xid=0x00000001"},
          {"dhcp.ack", "", "", "", macFieldOf(7)},
          -0.001,
          false}},
        {"DHCP at the phone",
         {"phone-console",
          {"dhcp.ack", "", "", "", macFieldOf(7) + ";xid=0x00000001"},
          {"dhcp.ack", name, "", "", ""},
          0.001,
          false}},
        {"SCCP in a trace",
         {"cucm-sdi",
          {"sccp.register", name, "10.2.20.7:50001", CaseBuilder::node, "message-id=0x0001"},
          {"sccp.register", name, "10.2.20.7", "10.2.1.11", "message-id=0x0001"},
          0.001,
          false}},
        {"SCCP of a phone without a name",
         {"cucm-sdi",
          {"sccp.keepalive", "", "10.2.20.7:50001", CaseBuilder::node, "message-id=0x0000"},
          {"sccp.keepalive", name, "10.2.20.7", "10.2.1.11", "message-id=0x0000"},
          0.001,
          false}},
        {"TFTP at the phone",
         {"phone-console",
          {"tftp.read-request", name, "10.2.20.7:50002", "10.2.1.10:69", "file=a.cnf.xml"},
          {"tftp.read-request", name, "", "10.2.1.10", "file=a.cnf.xml"},
          -0.001,
          false}},
        {"connecting",
         {"phone-console",
          {"tcp.syn", name, "10.2.20.7:50003", CaseBuilder::node, "seq=1"},
          {"phone.connecting", name, "", CaseBuilder::node, ""},
          -0.001,
          false}},
        {"connecting by SIP",
         {"phone-console",
          {"tcp.syn", name, "10.2.20.7:50003", node, "seq=1"},
          {"sip.register", name, "", "10.2.1.11", "method=REGISTER"},
          -0.001,
          false}},
        {"giving up on a server",
         {"phone-console",
          {"tcp.fin", name, "10.2.20.7:50003", node, "seq=1"},
          {"phone.register-timeout", name, "", "10.2.1.11", ""},
          -0.001,
          false}},
        {"connection at the server",
         {"cucm-sdi",
          {"tcp.syn", name, "10.2.20.7:50003", CaseBuilder::node, "seq=1"},
          {"trace.connection", name, "10.2.20.7:50003", "10.2.1.11", "handle=1"},
          0.001,
          false}},
        {"reset by the server",
         {"phone-console",
          {"tcp.rst", name, CaseBuilder::node, "10.2.20.7:50003", "seq=1"},
          {"phone.connection-lost", name, "", "10.2.1.11", "reason=CM-reset-TCP"},
          0.001,
          false}},
        {"connection at a proxy",
         {"cups-sipproxy",
          {"tcp.syn", "", "10.3.1.20:41000", "10.2.1.40:5060", "seq=1"},
          {"trace.sip-proxy-connection", "", "10.3.1.20:41000", "", ""},
          0.001,
          true}},
        {"SIP without its header fields",
         {"cucm-sdi",
          {"sip.register", "", phone, node, "method=REGISTER"},
          {"sip.register", name, phone, "10.2.1.11", registerFields},
          0.001,
          false}},
        {"refused connection",
         {"ocs-sipstack",
          {"tcp.rst", "", "10.2.1.40:5060", "10.3.1.20:4000", "seq=0"},
          {"trace.ocs-connection", "", "", "10.2.1.40:5060", ""},
          0.001,
          false}},
        {"alarm registered",
         {"syslog",
          {"sccp.register-ack", name, CaseBuilder::node, "10.2.20.7:50001", "message-id=0x0081"},
          {"alarm.device-registered", name, "", "", "node=sub"},
          0.001,
          false}},
        {"alarm unregistered",
         {"syslog",
          {"tcp.fin", name, "10.2.20.7:50003", CaseBuilder::node, "seq=1"},
          {"alarm.device-unregistered", name, "", "", "node=sub;reason=8"},
          0.001,
          false}},
        {"login at CTIManager",
         {"cti-trace",
          {"tcp.syn", "", "10.2.1.40:41639", "10.2.1.10:2748", "seq=1"},
          {"cti.provider-open", "", "10.2.1.40", "10.2.1.10", ""},
          0.001,
          false}},
    };
}

} // namespace

class TestCorrespondences : public QObject
{
    Q_OBJECT

    static SourceId other(CaseBuilder& made, const std::string& format)
    {
        const SourceId source = made.trace("other", 0, 7200);
        made.sourceRow(source).format = format;
        made.sourceRow(source).resolutionNs = ms;
        return source;
    }

private Q_SLOTS:
    void eachKindTells_data();
    void eachKindTells();
    void legsOfAProxyAreNotConfused();
    void oneExactMessageIsEnough();
    void portsOfServersAreNoProof();
    void keepalivesOnePeriodOffStayAmbiguous();
    void jitterOfKeepalivesTells();
    void capturesOfDifferentDaysShareNothing();
    void effectsComeAfterCauses();
    void anySite();
    void burstsDaysApart();
    void oneHostsLinesOfALogWidenIt();
    void excludedSourcesStayOut();
    void keepalivesAreAskedForLast();
};

void TestCorrespondences::eachKindTells_data()
{
    QTest::addColumn<int>("row");
    int row = 0;
    for (const auto& [name, way] : ways())
        QTest::newRow(name) << row++;
}

/// Seen four times at odd moments in both, with 42.5 s between the clocks.
void TestCorrespondences::eachKindTells()
{
    QFETCH(int, row);
    Way way = ways()[static_cast<std::size_t>(row)].second;
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 7200);
    const SourceId source = other(made, way.format);
    int round = 0;
    for (const double at : {100.0, 1234.5, 3456.7, 6789.1}) {
        // transactions and connections are never the same twice
        const std::string number = ";cseq=" + std::to_string(++round) + " REGISTER";
        const auto renumbered = [&](Made one) {
            if (const auto found = one.fields.find(";cseq=101 REGISTER"); found != std::string::npos)
                one.fields.replace(found, 18, number);
            if (const auto found = one.fields.find("xid=0x0000000"); found != std::string::npos)
                one.fields[found + 13] = static_cast<char>('0' + round);
            return one;
        };
        made.event(capture, at, renumbered(way.here));
        made.event(source, at + way.late, renumbered(way.there));
    }
    made.setAhead(source, 42.5);
    const CaseEvents events = made.build();
    const auto moments = momentsOf(events, Identity(findJoins(events)));
    const auto found = relationOf({moments.at(capture), 1}, {moments.at(source), ms});
    QVERIFY(found);
    QCOMPARE(found->pairs >= 4, true);
    QVERIFY(found->lowNs <= nsOf(42.5) && nsOf(42.5) <= found->highNs);
    QVERIFY(std::abs(found->differenceNs - nsOf(42.5)) < 100 * ms);
    QCOMPARE(found->basis, std::string(way.exact ? "matched-messages" : "matched-events"));
}

/// The log of a proxy has each message twice: from the client, and on to the server 45 ms later.
void TestCorrespondences::legsOfAProxyAreNotConfused()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    const SourceId proxy = other(made, "ocs-sipstack");
    const std::string fields = "method=INVITE;call-id=x;cseq=1 INVITE";
    made.event(capture, 50.0451, {"sip.invite", "", "10.3.1.20:4000", "10.2.1.40:5060", fields});
    made.event(proxy, 50, {"sip.invite", "", "10.3.30.50:2000", "", fields + ";direction=incoming"});
    made.event(proxy, 50.045, {"sip.invite", "", "", "10.2.1.40:5060", fields + ";direction=outgoing"});
    const CaseEvents events = made.build();
    const auto moments = momentsOf(events, Identity(findJoins(events)));
    const auto pairs = pairUp({moments.at(capture), 1}, {moments.at(proxy), ms});
    QCOMPARE(pairs.size(), std::size_t{1});
    QVERIFY(std::abs(pairs[0].differenceNs()) < ms);
}

void TestCorrespondences::oneExactMessageIsEnough()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    const SourceId second = made.capture("b.pcap", 0, 100);
    for (const SourceId source : {capture, second})
        made.event(source, 50, {"sip.register", phoneOf(7), phone, node, registerFields});
    made.setAhead(second, -86'400);
    const CaseEvents events = made.build();
    const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
    const SourceClock* clock = alignment.clocks.clock(alignment.reference == capture ? second : capture);
    QVERIFY(clock->correction);
    QCOMPARE(clock->correction->basis, std::string("matched-messages"));
    QCOMPARE(clock->correction->pairs, 1);
    QVERIFY(std::abs(std::abs(clock->correction->offsetNs) - nsPerDay) < 100 * ms);
}

namespace
{

/// Keepalives of four phones every 30 s, each with that much jitter, as two sources have them.
std::pair<std::vector<Moment>, std::vector<Moment>> keepalives(double jitter, double ahead)
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 3000);
    const SourceId trace = made.trace("b", 0, 3000);
    for (int number = 1; number <= 4; ++number) {
        double at = 3.7 * number;
        for (int i = 0; i < 40; ++i) {
            made.event(capture, at,
                       {"sccp.keepalive", phoneOf(number), made.phoneEnd(number, 50'000), CaseBuilder::node,
                        "message-id=0x0000"});
            made.event(trace, at + 0.0003, {"sccp.keepalive", phoneOf(number), "", "", "message-id=0x0000"});
            at += 30 + jitter * ((i * 7 + number * 3) % 11 - 5) / 5;
        }
    }
    made.setAhead(trace, ahead);
    const CaseEvents events = made.build();
    auto moments = momentsOf(events, Identity(findJoins(events)));
    return {std::move(moments[capture]), std::move(moments[trace])};
}

} // namespace

/// A port that the caller's system chose is that of one connection; its own SIP port is that of many.
void TestCorrespondences::portsOfServersAreNoProof()
{
    for (const bool isChosen : {true, false}) {
        const std::string caller = isChosen ? "10.3.1.20:41000" : "10.3.1.20:5060";
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, 7200);
        const SourceId proxy = other(made, "cups-sipproxy");
        made.event(capture, 100, {"tcp.syn", "", caller, "10.2.1.40:5060", "seq=1"});
        made.event(proxy, 100.001, {"trace.sip-proxy-connection", "", caller, "", ""});
        made.setAhead(proxy, 42.5);
        const CaseEvents events = made.build();
        const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
        QCOMPARE(alignment.clocks.clock(proxy)->correction.has_value(), isChosen);
    }
}

void TestCorrespondences::keepalivesOnePeriodOffStayAmbiguous()
{
    const auto [capture, trace] = keepalives(0, 17);
    QVERIFY(!relationOf({capture, 1}, {trace, 1}));
}

void TestCorrespondences::jitterOfKeepalivesTells()
{
    const auto [capture, trace] = keepalives(0.04, 17);
    const auto found = relationOf({capture, 1}, {trace, 1});
    QVERIFY(found);
    QVERIFY(std::abs(found->differenceNs - nsOf(17)) < 200 * ms);
    QVERIFY(found->lowNs <= nsOf(17) && nsOf(17) <= found->highNs);
}

/// The same phones on the same day of two weeks: much in common and no moment.
void TestCorrespondences::capturesOfDifferentDaysShareNothing()
{
    CaseBuilder made;
    const SourceId first = made.capture("a.pcap", 0, 1000);
    const SourceId second = made.capture("b.pcap", 700'000, 701'000);
    for (int number = 1; number <= 8; ++number) {
        made.registers(first, 60.0 * number, number, 50'000 + number);
        made.registers(second, 700'000 + 60.0 * number, number, 51'000 + number);
        made.dhcp(first, 60.0 * number - 3, number, "ack", "xid=0x0000000" + std::to_string(number));
        made.dhcp(second, 700'000 + 60.0 * number - 3, number, "ack",
                  "xid=0x0000100" + std::to_string(number));
    }
    const CaseEvents events = made.build();
    const auto moments = momentsOf(events, Identity(findJoins(events)));
    QVERIFY(!relationOf({moments.at(first), 1}, {moments.at(second), 1}));
}

/// On one clock, no record of what was received stands before that of its sending.
void TestCorrespondences::effectsComeAfterCauses()
{
    for (const double delay : {0.0002, 0.014, 0.08}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, 2000); // at the phones
        const SourceId trace = made.trace("b", 0, 2000);
        for (int i = 0; i < 30; ++i) {
            const std::string fields = "call-id=c" + std::to_string(i) + ";cseq=1 REGISTER";
            const double at = 60.0 * i + (i * 7 % 10);
            made.event(capture, at, {"sip.register", phoneOf(7), phone, node, fields});
            made.event(trace, at + delay, {"sip.register", phoneOf(7), phone, "10.2.1.11", fields});
            made.event(trace, at + delay + 0.01,
                       {"sip.response", "", "10.2.1.11", phone, fields + ";status=200"});
            made.event(capture, at + 2 * delay + 0.01,
                       {"sip.response", "", node, phone, fields + ";status=200"});
        }
        made.setAhead(trace, -3600 + 12.345);
        const CaseEvents events = made.build();
        const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
        const SourceClock* clock = alignment.clocks.clock(trace);
        QVERIFY(alignment.reference == capture && clock && clock->correction);
        const double error = static_cast<double>(clock->correction->offsetNs) * 1e-9 + 3600 - 12.345;
        QVERIFY(std::abs(error) <= delay);
        QVERIFY(clock->correction->lowNs <= nsOf(-3600 + 12.345)
                && nsOf(-3600 + 12.345) <= clock->correction->highNs);
        QVERIFY2(clock->correction->highNs - clock->correction->lowNs <= nsOf(3 * delay) + 5 * ms,
                 std::to_string(clock->correction->highNs - clock->correction->lowNs).c_str());
    }
}

namespace
{

/// A phone, its console, a capture beside it, one beside the server, and the server's trace, with clocks and
/// delays of any kind.
struct AnySite {
    static constexpr int count = 4; // in the order in which a request passes them
    struct Clock {
        double offset = 0;
        double ppm = 0;
        double step = 1e-6;
        double shows(double t) const { return std::floor((t + offset + ppm * 1e-6 * t) / step) * step; }
    };

    CaseBuilder made;
    std::array<SourceId, count> sources{};
    std::array<Clock, count> clocks{};
    std::array<double, count - 1> delays{};
    std::vector<std::array<double, count>> requests; ///< when each has it, by its own clock
    std::mt19937_64 random;

    explicit AnySite(unsigned seed)
        : random(seed)
    {
        sources = {made.console(phoneOf(7) + ".log", 0, 3000), made.capture("a.pcap", 0, 3000),
                   made.capture("b.pcap", 0, 3000), made.trace("c", 0, 3000)};
        const double longest = 2e-3 * std::pow(40, between(0, 1));
        delays = {between(0, 0.0005), between(0, longest), between(0, 0.001)};
        for (int i = 0; i < count; ++i) {
            clocks[at(i)] = {between(-300, 300) * std::pow(1000, between(0, 1)), between(-60, 60),
                             i == 0 || i == 3 ? 1e-3 : 1e-6};
        }
        made.sourceRow(sources[0]).resolutionNs = made.sourceRow(sources[3]).resolutionNs = ms;
        for (double t = between(5, 20); t < 2900; t += between(20, 200))
            registers(t);
    }

    static std::size_t at(int i) { return static_cast<std::size_t>(i); }
    double between(double low, double high)
    {
        return std::uniform_real_distribution<double>(low, high)(random);
    }
    double passing(std::size_t hop)
    {
        return delays[hop] + std::exponential_distribution<double>(1000)(random);
    }

    void registers(double t)
    {
        const std::string fields = "call-id=c" + std::to_string(t) + ";cseq=1 REGISTER";
        std::array<double, count> seen{};
        for (int i = 0; i < count; ++i) {
            seen[at(i)] = clocks[at(i)].shows(t);
            const std::string to = i == 3 ? "10.2.1.11" : node;
            made.event(sources[at(i)], seen[at(i)],
                       i == 0 ? Made{"sip.register", phoneOf(7), "", "10.2.1.11", "method=REGISTER"}
                              : Made{"sip.register", phoneOf(7), phone, to, fields});
            t += i < 3 ? passing(at(i)) : 0.02;
        }
        requests.push_back(seen);
        for (int i = count - 1; i >= 0; --i) {
            const std::string from = i == 3 ? "10.2.1.11" : node;
            made.event(sources[at(i)], clocks[at(i)].shows(t),
                       i == 0 ? Made{"phone.registered", phoneOf(7), "", "10.2.1.11", ""}
                              : Made{"sip.response", "", from, phone, fields + ";status=200"});
            t += i > 0 ? passing(at(i - 1)) : 0;
        }
    }
};

} // namespace

/// The truth is inside, and in merged order no request is received before it is sent (as far as times cut to
/// ms tell).
void TestCorrespondences::anySite()
{
    for (unsigned seed = 1; seed <= 100; ++seed) {
        const AnySite site(seed);
        const CaseEvents events = site.made.build();
        const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
        const auto reference = std::ranges::find(site.sources, alignment.reference) - site.sources.begin();
        const AnySite::Clock& right = site.clocks[static_cast<std::size_t>(reference)];
        for (std::size_t i = 0; i < AnySite::count; ++i) {
            const auto& correction = alignment.clocks.clock(site.sources[i])->correction;
            QVERIFY2(correction, std::to_string(seed).c_str());
            const double shown = static_cast<double>(correction->middle.ns - caseStartNs) * 1e-9;
            const double t = i == static_cast<std::size_t>(reference)
                ? 1500
                : (shown - site.clocks[i].offset) / (1 + site.clocks[i].ppm * 1e-6);
            const double truth =
                site.clocks[i].offset + site.clocks[i].ppm * 1e-6 * t - right.offset - right.ppm * 1e-6 * t;
            QVERIFY2(correction->lowNs <= nsOf(truth) + 1000 && nsOf(truth) - 1000 <= correction->highNs,
                     (std::to_string(seed) + ": " + std::to_string(truth)).c_str());
        }
        for (const auto& request : site.requests) {
            for (std::size_t i = 1; i < AnySite::count; ++i) {
                const auto on = [&](std::size_t j) {
                    return alignment.clocks.at(site.sources[j], {caseStartNs + nsOf(request[j])});
                };
                const std::int64_t slack = i == 1 ? 8 * ms : 3 * ms; // consoles write some ms late
                QVERIFY2((on(i) - on(i - 1)).count() > -slack,
                         (std::to_string(seed) + ", " + std::to_string(i)).c_str());
            }
        }
    }
}

/// A phone restarts every 36 hours and asks again 4 s later: over the silence between, drift moves the clock
/// by more than that.
void TestCorrespondences::burstsDaysApart()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 500'000);
    const SourceId console = made.console("SEP.log", 0, 500'000);
    const double ppm = -47e-6;
    for (int round = 0; round < 4; ++round) {
        double at = 1000 + 129'600.0 * round + 311 * round * round;
        for (const char* kind :
             {"dhcp.discover", "dhcp.discover", "dhcp.offer", "dhcp.request", "dhcp.ack"}) {
            const bool asks = kind == std::string("dhcp.discover");
            made.event(capture, at,
                       {kind, "", "", "", macFieldOf(7) + ";xid=0x0000000" + std::to_string(round)});
            made.event(console, at * (1 + ppm) + 33.5, {kind, phoneOf(7), "", "", ""});
            at += asks ? 4 + 0.3 * round : 0.05;
        }
    }
    const CaseEvents events = made.build();
    const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
    const auto& correction = alignment.clocks.clock(console)->correction;
    QVERIFY(correction);
    QVERIFY(std::abs(correction->driftPpm - ppm * 1e6) < 1);
    const double middle = static_cast<double>(correction->middle.ns - caseStartNs) * 1e-9;
    const double truth = 33.5 + ppm * (middle - 33.5) / (1 + ppm);
    QVERIFY(correction->lowNs <= nsOf(truth) && nsOf(truth) <= correction->highNs);
    QVERIFY(correction->highNs - correction->lowNs < 100 * ms);
}

/// Whose clock the log's own host has, the lines of another do not tell.
void TestCorrespondences::oneHostsLinesOfALogWidenIt()
{
    for (const bool both : {false, true}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, 2000);
        const SourceId syslog = other(made, "syslog");
        for (int number = 1; number <= 6; ++number) {
            const double at = 250.0 * number + number * number;
            made.registers(capture, at, number, 50'000);
            const std::string node = both && number % 2 == 0 ? "node=pub" : "node=sub";
            made.event(syslog, at + 0.05, {"alarm.device-registered", phoneOf(number), "", "", node});
        }
        const CaseEvents events = made.build();
        const Alignment alignment = alignClocks(events, Identity(findJoins(events)));
        const auto& correction = alignment.clocks.clock(syslog)->correction;
        QVERIFY(correction);
        QVERIFY(std::abs(correction->offsetNs) < 100 * ms);
        QCOMPARE(correction->highNs - correction->lowNs > 60 * nsPerSecond, !both);
    }
}

void TestCorrespondences::excludedSourcesStayOut()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 90'000);
    const SourceId trace = made.trace("b.txt", 0, 90'000);
    for (const SourceId source : {capture, trace}) {
        for (const double at : {100.0, 7'000.0, 23'000.0, 31'000.0, 77'000.0})
            made.registers(source, at, 7, 50'000);
    }
    const CaseEvents events = made.build();
    const Identity identity(findJoins(events));
    QVERIFY(alignClocks(events, identity).clocks.clock(trace)->correction);
    ClockWishes wishes;
    wishes.excluded.insert(trace);
    const auto told = [&](const ClockSet&) { return wishes; };
    QVERIFY(!alignClocks(events, identity, {}, told).clocks.clock(trace)->correction);
    wishes.excluded = {capture};
    const Alignment without = alignClocks(events, identity, {}, told);
    QVERIFY(without.reference == trace);
    QVERIFY(!without.clocks.clock(capture)->correction);
}

/// A capture and a trace that have nothing but keepalives in common.
void TestCorrespondences::keepalivesAreAskedForLast()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 3000);
    const SourceId trace = made.trace("b", 0, 3000);
    made.event(capture, 1, {"dhcp.ack", "", "", "", macFieldOf(9)});
    for (int number = 1; number <= 4; ++number) {
        made.train(capture, number, 30, 40, {"sccp.keepalive", phoneOf(number), "", "", "message-id=0x0000"});
        made.train(trace, number, 30, 40, {"sccp.keepalive", phoneOf(number), "", "", "message-id=0x0000"});
    }
    made.setAhead(trace, 9);
    const CaseEvents events = made.build();
    const Identity identity(findJoins(events));
    int asked = 0;
    const TrainTimes times = [&](const TrainRow& train) {
        ++asked;
        std::vector<SourceTime> all;
        for (std::uint32_t i = 0; i < train.count; ++i)
            all.push_back(train.first.time + Nanoseconds(i * train.intervalNs + (i * i * 7 % 23) * 4 * ms));
        return all;
    };
    QVERIFY(!alignClocks(events, identity).clocks.clock(trace)->correction);
    const Alignment alignment = alignClocks(events, identity, {}, {}, times);
    QCOMPARE(asked, 8);
    QVERIFY(alignment.clocks.clock(trace)->correction);
    QVERIFY(std::abs(alignment.clocks.clock(trace)->correction->offsetNs - nsOf(9)) < 200 * ms);
}

QTEST_APPLESS_MAIN(TestCorrespondences)
#include "tst_correspondences.moc"
