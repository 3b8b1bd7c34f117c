// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QTest>

#include "models/events/ntpnames.h"
#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr double era = 3'444'731'200.0; // an NTP second of 2009, exact in binary

std::string stamp(double seconds)
{
    const auto whole = static_cast<std::uint64_t>(seconds);
    const auto fraction =
        static_cast<std::uint64_t>(std::llround((seconds - static_cast<double>(whole)) * 4294967296.0));
    return QStringLiteral("0x%1").arg(whole << 32 | fraction, 16, 16, QLatin1Char('0')).toStdString();
}

struct Exchange {
    double t1 = era;
    double t2 = era;
    double t3 = era;
    double originate = era;
    double sent = 10;
    double received = 10;
    std::string more = "stratum=2";
};

constexpr const char* client = "10.2.1.10:123";
constexpr const char* server = "172.20.8.10:123";

void ask(CaseBuilder& made, SourceId source, double at, double t1, const std::string& more = "")
{
    made.event(source, at, {"ntp.client", "", client, server, "version=4;" + more + "transmit=" + stamp(t1)});
}

void add(CaseBuilder& made, SourceId source, const Exchange& exchange)
{
    ask(made, source, exchange.sent, exchange.t1);
    made.event(source, exchange.received,
               {"ntp.server", "", server, client,
                exchange.more + ";originate=" + stamp(exchange.originate) + ";receive=" + stamp(exchange.t2)
                    + ";transmit=" + stamp(exchange.t3)});
}

/// A poll every 64 s from `from` on, one for each letter: 'y' answered, 'n' not, 'u' of no use.
void polls(CaseBuilder& made, SourceId source, double from, const std::string& letters)
{
    double at = from;
    for (const char letter : letters) {
        const double t1 = era + at;
        const std::string more = letter == 'u' ? "leap=3;stratum=0;refid=INIT;kiss=INIT" : "leap=0;stratum=2";
        if (letter == 'n')
            ask(made, source, at, t1);
        else
            add(made, source,
                {.t1 = t1,
                 .t2 = t1,
                 .t3 = t1,
                 .originate = t1,
                 .sent = at,
                 .received = at + 0.04,
                 .more = more});
        at += 64;
    }
}

/// Of a capture in text: "cm6-pub.ntp > ntp-sj1.ntp: v4 client strat 3 poll 10 prec -18".
void text(CaseBuilder& made, SourceId source, double at, const std::string& kind, const std::string& from,
          const std::string& to, const std::string& stratum = "2")
{
    made.event(source, at,
               {"ntp." + kind, "", "", "",
                "version=4;stratum=" + stratum + ";poll=10;src-name=" + from + ";dst-name=" + to});
}

/// "*171.68.10.80 64.103.34.14 2 u 921 1024 377 38.233 3.336 1.182"
std::string row(const std::string& tally, const std::string& remote, const std::string& refid, int stratum,
                const std::string& when, int poll, const std::string& reach, const std::string& rest)
{
    return "tally=" + tally + ";remote=" + remote + ";refid=" + refid + ";stratum=" + std::to_string(stratum)
        + ";type=u;" + (when.empty() ? "" : "when-s=" + when + ";") + "poll-s=" + std::to_string(poll)
        + ";reach=" + reach + ";" + rest;
}

void report(CaseBuilder& made, SourceId source, double at, const std::string& fields)
{
    made.event(source, at, {.kind = "ntp.peer-status", .fields = fields});
}

const std::string plainRest = "delay-ms=40.1;offset-ms=0.2;jitter-ms=0.5";

NtpAssociation between(const std::vector<NtpAssociation>& all, const std::string& from, const std::string& to)
{
    const auto found = std::ranges::find_if(all, [&](const NtpAssociation& one) {
        return toText(one.client) == from && toText(one.server) == to;
    });
    return found == all.end() ? NtpAssociation() : *found;
}

/// The same on clocks that are known to the millisecond.
std::vector<NtpAssociation> aligned(const CaseBuilder& made)
{
    const CaseEvents events = made.build();
    ClockSet clocks;
    for (const SourceRow& row : events.sources)
        clocks.add(
            {.source = row.id,
             .zoneBasis = Basis::Stated,
             .correction = SourceClock::Correction{0, -1'000'000, 1'000'000, 0, {}, 9, "matched-events"}});
    return ntpAssociations(events, clocks, Coverage(events, clocks));
}

std::string outcomes(const NtpAssociation& association)
{
    std::string letters;
    for (const NtpPoll& poll : association.polls)
        letters += "?nuy"[static_cast<int>(poll.outcome)];
    return letters;
}

/// What one source shows of one client, which asks every 62 to 66 s.
NtpTalk talkOf(std::int64_t source, std::uint32_t seed, std::size_t polls, bool isStamped)
{
    static const EventRow request;
    NtpTalk talk{.source = SourceId{source}};
    if (isStamped) {
        talk.client.address = *IpAddress::fromText("10.2.1.10");
        talk.server.address = *IpAddress::fromText("172.20.8.10");
    }
    std::minstd_rand random(seed);
    CaseTime at = caseAt(0);
    for (std::size_t i = 0; i < polls; ++i) {
        talk.exchanges.push_back({.request = &request, .at = at});
        if (isStamped)
            talk.exchanges.back().stamp = i;
        at = at + std::chrono::milliseconds(62000 + random() % 4000);
    }
    return talk;
}

std::string hosts(const std::vector<NtpAssociation>& associations)
{
    std::string all;
    for (const NtpAssociation& one : associations)
        all += (all.empty() ? "" : " ") + toText(one.client) + ">" + toText(one.server);
    return all;
}

} // namespace

class TestNtpAssociations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noArithmetic_data();
    void noArithmetic();
    void rfcVector();
    void clientFarAhead();
    void overTheEndOfTheEra();
    void answerCountsOnce();
    void severalCapturesAreOne();
    void nobodyWatchedForAnAnswer();
    void registerOfReach_data();
    void registerOfReach();
    void registerKnowsOfGaps();
    void statesChange();
    void kissOfDeath();
    void namesOfTextByRhythm();
    void namesOfShortTextsByAllOfThem();
    void namesOfManyPolls();
    void namesAfterAStop();
    void namesOfTextBySite();
    void namesStayNames();
    void textAnswerTooLate();
    void answersAlone();
    void symmetricPeers();
    void broadcast();
    void statusBelongsToItsClient();
    void statusOfOneOfTwoSubscribers();
    void statusOfNobodyKnown();
    void statusOfWhoIsFollowed();
    void statusNamesServersOfText();
    void statusWithTheOffsetOfOneClient();
    void promptNamesTheNode();
};

void TestNtpAssociations::noArithmetic_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("outcome");
    const QByteArray good = QByteArray::fromStdString("stratum=2;originate=" + stamp(era)
                                                      + ";receive=" + stamp(era) + ";transmit=" + stamp(era));
    QTest::newRow("nobody asked that") << QByteArray(good).replace(QByteArray::fromStdString(stamp(era)),
                                                                   QByteArray::fromStdString(stamp(era + 1)))
                                       << QByteArray("n");
    QTest::newRow("short stamps") << QByteArray("stratum=2;originate=0x1;receive=0x2;transmit=0x3")
                                  << QByteArray("n");
    QTest::newRow("receive is null") << QByteArray::fromStdString(
        "stratum=2;originate=" + stamp(era) + ";receive=0x0000000000000000;transmit=" + stamp(era))
                                     << QByteArray("y");
    QTest::newRow("transmit is null") << QByteArray::fromStdString(
        "stratum=2;originate=" + stamp(era) + ";receive=" + stamp(era) + ";transmit=0x0000000000000000")
                                      << QByteArray("y");
}

void TestNtpAssociations::noArithmetic()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, outcome);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    ask(made, capture, 10, era);
    made.event(capture, 11, {"ntp.server", "", server, client, fields.toStdString()});
    const Judged judged(made);
    QCOMPARE(judged.ntp.size(), std::size_t{1});
    QCOMPARE(outcomes(judged.ntp[0]), outcome.toStdString());
    QVERIFY(!judged.ntp[0].polls[0].offset && !judged.ntp[0].polls[0].delay);
}

/// T1 0.000, T2 0.120, T3 0.121, T4 0.041: offset 0.100, delay 0.040 (RFC 5905 §8).
void TestNtpAssociations::rfcVector()
{
    CaseBuilder made;
    add(made, made.capture("a.pcap", 0, 100),
        {.t2 = era + 0.120,
         .t3 = era + 0.121,
         .sent = 10,
         .received = 10.041,
         .more = "version=4;stratum=2;leap=0;poll=6;refid=10.9.9.9;root-delay-s=0.5;root-dispersion-s=0.25"});
    const Judged judged(made);
    const NtpAssociation found = between(judged.ntp, "10.2.1.10", "172.20.8.10");
    QCOMPARE(found.polls.size(), std::size_t{1});
    const NtpPoll& poll = found.polls[0];
    QVERIFY(std::abs(*poll.offset - 0.100) < 1e-6);
    QVERIFY(std::abs(*poll.delay - 0.040) < 1e-6);
    QVERIFY(std::abs(*poll.roundTrip - 0.041) < 1e-6);
    QCOMPARE(*poll.rootDelay, 0.5);
    QCOMPARE(*poll.rootDispersion, 0.25);
    QVERIFY(found.from == caseAt(10) && found.to == caseAt(10));
    const NtpState* state = stateAt(found, true, caseAt(20));
    QVERIFY(state);
    QCOMPARE(state->stratum, std::optional(2));
    QCOMPARE(state->refid, std::string("10.9.9.9"));
    QCOMPARE(state->version, std::optional(4));
    QCOMPARE(state->poll, std::optional(6));
}

void TestNtpAssociations::clientFarAhead()
{
    CaseBuilder made;
    add(made, made.capture("a.pcap", 0, 100),
        {.t2 = era - 3600, .t3 = era - 3600, .sent = 10, .received = 10.002});
    const Judged judged(made);
    QVERIFY(std::abs(*judged.ntp.at(0).polls[0].offset + 3600.001) < 1e-6);
}

/// 7 February 2036, 06:28:16: the seconds begin again at zero.
void TestNtpAssociations::overTheEndOfTheEra()
{
    CaseBuilder made;
    const double last = 4294967295.5;
    add(made, made.capture("a.pcap", 0, 100),
        {.t1 = last, .t2 = 0.5, .t3 = 0.5, .originate = last, .sent = 10, .received = 10});
    const Judged judged(made);
    QVERIFY(std::abs(*judged.ntp.at(0).polls[0].offset - 1) < 1e-6);
}

void TestNtpAssociations::answerCountsOnce()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    add(made, capture, {});
    made.event(capture, 10.5,
               {"ntp.server", "", server, client,
                "stratum=2;originate=" + stamp(era) + ";receive=" + stamp(era) + ";transmit=" + stamp(era)});
    QCOMPARE(outcomes(Judged(made).ntp.at(0)), std::string("y"));
}

/// Each knows how long it waited, and pairs only its own packets; that at the client waited longest.
void TestNtpAssociations::severalCapturesAreOne()
{
    CaseBuilder made;
    const SourceId atServer = made.capture("a.pcap", 0, 100);
    add(made, atServer, {.t2 = era + 0.120, .t3 = era + 0.121, .sent = 10, .received = 10.002});
    const SourceId atClient = made.capture("b.pcap", 0, 100);
    made.setAhead(atClient, 77);
    add(made, atClient, {.t2 = era + 0.120, .t3 = era + 0.121, .sent = 10, .received = 10.041});
    const SourceId half = made.capture("c.pcap", 0, 100);
    ask(made, half, 10, era);
    const Judged judged(made);
    QCOMPARE(judged.ntp.size(), std::size_t{1});
    QCOMPARE(outcomes(judged.ntp[0]), std::string("y"));
    QVERIFY(std::abs(*judged.ntp[0].polls[0].roundTrip - 0.041) < 1e-6);
    QCOMPARE(raw(judged.ntp[0].polls[0].ref.source), raw(atClient));
}

void TestNtpAssociations::nobodyWatchedForAnAnswer()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    ask(made, capture, 50, era);
    ask(made, capture, 99.5, era + 50);
    QCOMPARE(outcomes(Judged(made).ntp.at(0)), std::string("n?")); // it ends half a second after the second
    CoverageLimit filter;
    filter.id = "limit.filter";
    filter.arguments = {"src host 10.2.1.10 and udp port 123"};
    made.sourceRow(capture).limits.push_back(filter);
    QCOMPARE(outcomes(Judged(made).ntp.at(0)), std::string("??"));
    made.sourceRow(capture).limits.back().arguments = {"port 123"};
    QCOMPARE(outcomes(Judged(made).ntp.at(0)), std::string("n?"));
}

void TestNtpAssociations::registerOfReach_data()
{
    QTest::addColumn<QByteArray>("letters");
    QTest::addColumn<QByteArray>("reach");
    const auto row = [](const char* letters, const char* reach) {
        QTest::newRow(letters) << QByteArray(letters) << QByteArray(reach);
    };
    row("yyyyyyyy", "377");
    row("nyyyyyyyy", "377"); // the ninth is forgotten
    row("yyyyyyyn", "376");
    row("yyynyyyy", "357");
    row("nnnnnnnn", "0");
    row("uuuuuuuu", "0"); // answered, and never taken
    row("nnnnnuuy", "1");
    row("yny", "5/3");
}

void TestNtpAssociations::registerOfReach()
{
    QFETCH(QByteArray, letters);
    QFETCH(QByteArray, reach);
    CaseBuilder made;
    polls(made, made.capture("a.pcap", 0, 1000), 10, letters.toStdString());
    const Judged judged(made);
    QCOMPARE(toText(reachAt(judged.ntp.at(0), caseAt(1000))), reach.toStdString());
}

void TestNtpAssociations::registerKnowsOfGaps()
{
    CaseBuilder made;
    polls(made, made.capture("a.pcap", 0, 600), 10, "yyyyyyyy");
    polls(made, made.capture("b.pcap", 1000, 2000), 1010, "yyy");
    const Judged judged(made);
    QCOMPARE(toText(reachAt(judged.ntp.at(0), caseAt(600))), std::string("377"));
    QCOMPARE(toText(reachAt(judged.ntp.at(0), caseAt(2000))), std::string("7/3"));
    QCOMPARE(toText(reachAt(judged.ntp.at(0), caseAt(0))), std::string("0/0"));
}

void TestNtpAssociations::statesChange()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    polls(made, capture, 10, "uuyy");
    const Judged judged(made);
    const NtpAssociation& found = judged.ntp.at(0);
    QCOMPARE(found.states.size(), std::size_t{3}); // of the client, and two of the server
    const NtpState* first = stateAt(found, true, caseAt(80));
    QCOMPARE(first->kiss, std::string("INIT"));
    QCOMPARE(first->leap, std::optional(3));
    QVERIFY(first->from == caseAt(10) && first->to == caseAt(74));
    QCOMPARE(stateAt(found, true, caseAt(200))->stratum, std::optional(2));
    QVERIFY(!stateAt(found, true, caseAt(0)));
}

void TestNtpAssociations::kissOfDeath()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    add(made, capture, {.received = 10.01, .more = "leap=3;stratum=0;refid=RATE;kiss=RATE"});
    const Judged judged(made);
    QCOMPARE(outcomes(judged.ntp.at(0)), std::string("u"));
    QCOMPARE(stateAt(judged.ntp[0], true, caseAt(20))->kiss, std::string("RATE"));
}

/// The same packets beside: the clock of the node is 1.2 s behind, and nothing else tells who ntp1 is.
void TestNtpAssociations::namesOfTextByRhythm()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    const SourceId node = made.trace("ntp_capture.txt", 0, 1000);
    double at = 20;
    for (const double step : {63.2, 65.01, 64.44, 66.2, 63.9}) {
        add(made, capture, {.t1 = era + at, .originate = era + at, .sent = at, .received = at + 0.04});
        text(made, node, at - 1.2, "client", "cm6-pub", "ntp1", "3");
        text(made, node, at - 1.16, "server", "ntp1", "cm6-pub");
        at += step;
    }
    text(made, node, at - 1.2, "client", "cm6-pub", "ntp1", "3"); // behind what the capture shows
    text(made, node, at, "client", "cm6-sub", "cm6-pub", "4");
    const Judged judged(made);
    QCOMPARE(hosts(judged.ntp), std::string("cm6-sub>10.2.1.10 10.2.1.10>172.20.8.10"));
    QCOMPARE(outcomes(judged.ntp[1]), std::string("yyyyyn"));
}

/// Two polls of each: one interval alone may be an accident, three with one shift are none.
void TestNtpAssociations::namesOfShortTextsByAllOfThem()
{
    const auto hostsOf = [](int talks) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, 1000);
        const SourceId node = made.trace("ntp_capture.txt", 0, 1000);
        for (int i = 0; i < talks; ++i) {
            const std::string number = std::to_string(i + 1);
            for (const double at : {20.0 + i, 84.0 + i * 1.7}) {
                made.event(capture, at,
                           {"ntp.client", "", client, "172.20.8." + number + ":123",
                            "version=4;transmit=" + stamp(era + at)});
                text(made, node, at - 1.2, "client", "cm6-pub", "ntp" + number);
            }
        }
        return hosts(Judged(made).ntp);
    };
    QCOMPARE(hostsOf(3), std::string("10.2.1.10>172.20.8.1 10.2.1.10>172.20.8.2 10.2.1.10>172.20.8.3"));
    QVERIFY(hostsOf(2).find("cm6-pub>ntp1") != std::string::npos);
}

/// Four clients for days: of what nobody else shows, each interval has likenesses by accident. Work that grew
/// with their square would take longer than the test may.
void TestNtpAssociations::namesOfManyPolls()
{
    constexpr std::size_t texts = 4;
    std::vector<NtpTalk> talks;
    for (std::uint32_t i = 0; i < texts; ++i)
        talks.push_back(talkOf(1, i + 1, 4000, false));
    for (std::uint32_t i = 0; i < 30; ++i)
        talks.push_back(talkOf(2, i + 100, 83, true));
    const auto strange = sameTalks(talks);
    QVERIFY(std::ranges::none_of(strange, [](const auto& same) { return same.has_value(); }));
    talks.push_back(talkOf(2, 1, 40, true));
    const auto same = sameTalks(talks);
    QVERIFY(same[0] && same[0]->other == texts + 30);
}

void TestNtpAssociations::namesAfterAStop()
{
    const std::vector<NtpTalk> talks = {talkOf(1, 1, 20, false), talkOf(2, 1, 20, true)};
    std::stop_source stop;
    QVERIFY(sameTalks(talks, stop.get_token())[0]);
    stop.request_stop();
    QVERIFY(!sameTalks(talks, stop.get_token())[0]);
}

void TestNtpAssociations::namesOfTextBySite()
{
    CaseBuilder made;
    const SourceId node = made.trace("ntp_capture.txt", 0, 1000);
    text(made, node, 10, "client", "cm6-sub", "cm6-pub");
    made.event(made.trace("site.json", 0, 0), 0,
               {.kind = "site.node", .fields = "role=pub;host=cm6-pub;ip=10.1.1.10"});
    QCOMPARE(hosts(Judged(made).ntp), std::string("cm6-sub>10.1.1.10"));
}

/// Phones that ask every 64 s exactly are not told apart by that.
void TestNtpAssociations::namesStayNames()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    const SourceId node = made.trace("ntp_capture.txt", 0, 2000);
    polls(made, capture, 10, std::string(20, 'y'));
    for (int i = 0; i < 20; ++i)
        text(made, node, 10 + 64 * i, "client", "phone", "cm6-pub");
    QCOMPARE(hosts(Judged(made).ntp), std::string("phone>cm6-pub 10.2.1.10>172.20.8.10"));
}

/// The round trip of the seed: 08:56:18.270720 to .308956.
void TestNtpAssociations::textAnswerTooLate()
{
    CaseBuilder made;
    const SourceId node = made.trace("ntp_capture.txt", 0, 1000);
    text(made, node, 18.270720, "client", "cm6-pub", "ntp-sj1", "3");
    text(made, node, 18.308956, "server", "ntp-sj1", "cm6-pub", "2");
    text(made, node, 100, "client", "cm6-pub", "ntp-sj1", "3");
    text(made, node, 102, "server", "ntp-sj1", "cm6-pub", "2");
    const Judged judged(made);
    QCOMPARE(outcomes(judged.ntp.at(0)), std::string("yn"));
    QVERIFY(std::abs(*judged.ntp[0].polls[0].roundTrip - 0.038236) < 1e-9);
    QVERIFY(!judged.ntp[0].polls[0].offset);
}

/// A capture that shows one direction.
void TestNtpAssociations::answersAlone()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    for (int i = 0; i < 3; ++i)
        made.event(capture, 10 + i * 64.0,
                   {"ntp.server", "", server, client, "stratum=2;originate=" + stamp(era + i)});
    const Judged judged(made);
    QCOMPARE(hosts(judged.ntp), std::string("10.2.1.10>172.20.8.10"));
    QCOMPARE(outcomes(judged.ntp[0]), std::string("yyy"));
}

void TestNtpAssociations::symmetricPeers()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    const auto say = [&](double at, const char* from, const char* to, double t1, double originate) {
        made.event(
            capture, at,
            {"ntp.symmetric-active", "", from, to,
             "stratum=3;originate=" + stamp(originate) + ";receive=" + stamp(t1) + ";transmit=" + stamp(t1)});
    };
    say(10, client, server, era + 1, era);
    say(20, server, client, era + 2, era + 1);
    say(30, client, server, era + 3, era + 2);
    const Judged judged(made);
    QCOMPARE(hosts(judged.ntp), std::string("10.2.1.10>172.20.8.10 172.20.8.10>10.2.1.10"));
    QCOMPARE(outcomes(judged.ntp[0]), std::string("yn"));
    QCOMPARE(outcomes(judged.ntp[1]), std::string("y"));
    QVERIFY(judged.ntp[0].mode == NtpMode::Symmetric);
}

void TestNtpAssociations::broadcast()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    for (int i = 0; i < 2; ++i)
        made.event(capture, 10 + i * 64.0,
                   {"ntp.broadcast", "", server, "10.2.1.255:123", "stratum=2;transmit=" + stamp(era + i)});
    const Judged judged(made);
    QCOMPARE(hosts(judged.ntp), std::string("10.2.1.255>172.20.8.10"));
    QCOMPARE(toText(judged.ntp[0].mode), std::string_view("broadcast"));
    QCOMPARE(outcomes(judged.ntp[0]), std::string("yy"));
}

void TestNtpAssociations::statusBelongsToItsClient()
{
    CaseBuilder made;
    polls(made, made.capture("a.pcap", 0, 1000), 10, "yyyyyyyy");
    const SourceId status = made.trace("status.txt", 0, 1000);
    made.event(status, 500,
               {.kind = "ntp.peer-status",
                .fields = "tally=rejected;remote=127.127.1.0;refid=.LOCL.;stratum=10;type=l;"
                          "when-s=9;poll-s=64;reach=377;"
                    + plainRest});
    report(made, status, 500, row("system-peer", "172.20.8.10", ".GPS.", 1, "42", 64, "377", plainRest));
    const Judged judged(made);
    QCOMPARE(hosts(judged.ntp), std::string("10.2.1.10>127.127.1.0 10.2.1.10>172.20.8.10"));
    const NtpAssociation& found = judged.ntp[1];
    QCOMPARE(found.reports.size(), std::size_t{1});
    const NtpReport& one = found.reports[0];
    QVERIFY(one.at == caseAt(500) && isFollowed(one));
    QCOMPARE(one.refid, std::string("GPS"));
    QCOMPARE(one.reach, 0377);
    QCOMPARE(one.when, std::optional(std::chrono::seconds(42)));
    QCOMPARE(one.delay, 40.1);
    QCOMPARE(one.offset, 0.2);
    QCOMPARE(one.jitter, 0.5);
    QVERIFY(found.to == caseAt(500));
}

/// Both ask the publisher: the column `when` tells whose output it is.
void TestNtpAssociations::statusOfOneOfTwoSubscribers()
{
    for (const auto& [when, whose] : {std::pair("42", "10.2.1.10"), std::pair("20", "10.2.1.11")}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, 1000);
        polls(made, capture, 10, "yyyyyyyyyy"); // 458, 522
        for (int i = 0; i < 9; ++i) {
            const double at = 32 + i * 64; // 480, 544
            made.event(capture, at,
                       {"ntp.client", "", "10.2.1.11:123", server, "transmit=" + stamp(era + at)});
            made.event(capture, at + 0.01,
                       {"ntp.server", "", server, "10.2.1.11:123", "stratum=2;originate=" + stamp(era + at)});
        }
        report(made, made.trace("status.txt", 0, 1000), 500,
               row("system-peer", "172.20.8.10", "10.9.9.9", 2, when, 64, "377", plainRest));
        QCOMPARE(between(aligned(made), whose, "172.20.8.10").reports.size(), std::size_t{1});
    }
}

void TestNtpAssociations::statusOfNobodyKnown()
{
    CaseBuilder made;
    polls(made, made.capture("a.pcap", 0, 1000), 10, "yyyyyyyyyy");
    const SourceId status = made.trace("status.txt", 0, 1000);
    // It heard the server at 497, when the client that is seen did not.
    report(made, status, 500, row("system-peer", "172.20.8.10", "10.9.9.9", 2, "3", 64, "377", plainRest));
    QCOMPARE(hosts(aligned(made)), std::string("source 2>172.20.8.10 10.2.1.10>172.20.8.10"));
    // Where nobody knows how the clocks differ, it is that of the only one who asked.
    QCOMPARE(hosts(Judged(made).ntp), std::string("10.2.1.10>172.20.8.10"));
}

/// Two subscribers, and nobody knows how the clocks differ.
void TestNtpAssociations::statusWithTheOffsetOfOneClient()
{
    for (const auto& [offset, whose] : {std::pair("12.0", "10.2.1.11"), std::pair("8.0", "")}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, 1000);
        const std::string clients[] = {"10.2.1.10:123", "10.2.1.11:123"};
        for (int i = 0; i < 2; ++i) {
            const std::string t1 = stamp(era + i);
            const std::string t2 = stamp(era + i + (i == 0 ? 0.004 : 0.012) + 0.0005);
            made.event(capture, 10 + i, {"ntp.client", "", clients[i], server, "transmit=" + t1});
            made.event(capture, 10 + i + 0.001,
                       {"ntp.server", "", server, clients[i],
                        "stratum=2;originate=" + t1 + ";receive=" + t2 + ";transmit=" + t2});
        }
        report(made, made.trace("status.txt", 0, 1000), 500,
               row("system-peer", "172.20.8.10", "10.9.9.9", 2, "42", 64, "377",
                   "delay-ms=1.000;offset-ms=" + std::string(offset) + ";jitter-ms=0.5"));
        QCOMPARE(between(Judged(made).ntp, whose, "172.20.8.10").reports.size(), std::size_t(*whose ? 1 : 0));
    }
}

/// The publisher follows the clock at 192.0.2.12; the subscriber shows who at stratum 2 does that.
void TestNtpAssociations::statusOfWhoIsFollowed()
{
    CaseBuilder made;
    const SourceId publisher = made.trace("a.txt", 0, 1000);
    const SourceId subscriber = made.trace("b.txt", 0, 1000);
    report(made, publisher, 500, row("system-peer", "192.0.2.12", ".GPS.", 1, "7", 64, "377", plainRest));
    made.event(publisher, 500, {.kind = "ntp.system-status", .fields = "synchronised=yes;stratum=2"});
    report(made, subscriber, 500,
           row("system-peer", "10.20.1.10", "192.0.2.12", 2, "9", 64, "377", plainRest));
    QCOMPARE(hosts(Judged(made).ntp), std::string("source 2>10.20.1.10 10.20.1.10>192.0.2.12"));
}

/// Only names in the packets, only addresses in the table: the seed's nodes, at one time.
void TestNtpAssociations::statusNamesServersOfText()
{
    CaseBuilder made;
    const SourceId node = made.trace("ntp_capture.txt", 0, 2000);
    text(made, node, 78.270720, "client", "cm6-pub", "ntp-sj1", "3");
    text(made, node, 78.308956, "server", "ntp-sj1", "cm6-pub", "2");
    text(made, node, 11.0, "client", "cm6-pub", "ntp-sj2", "3");
    text(made, node, 11.037756, "server", "ntp-sj2", "cm6-pub", "2");
    text(made, node, 1500, "client", "cm6-sub", "cm6-pub", "4");
    const SourceId status = made.trace("status.txt", 0, 2000);
    report(made, status, 999,
           row("system-peer", "171.68.10.80", "64.103.34.14", 2, "921", 1024, "377",
               "delay-ms=38.233;offset-ms=3.336;jitter-ms=1.182"));
    report(made, status, 999,
           row("candidate", "171.68.10.150", "10.81.254.202", 2, "988", 1024, "377",
               "delay-ms=37.044;offset-ms=3.252;jitter-ms=12.236"));
    QCOMPARE(hosts(Judged(made).ntp),
             std::string("cm6-pub>171.68.10.80 cm6-pub>171.68.10.150 cm6-sub>cm6-pub"));
}

void TestNtpAssociations::promptNamesTheNode()
{
    CaseBuilder made;
    const SourceId status = made.trace("status.txt", 0, 1000);
    report(made, status, 500,
           row("system-peer", "172.20.8.10", "10.9.9.9", 2, "3", 64, "377", plainRest + ";node=cucm-pub"));
    QCOMPARE(hosts(Judged(made).ntp), std::string("cucm-pub>172.20.8.10"));
}

QTEST_APPLESS_MAIN(TestNtpAssociations)
#include "tst_ntpassociations.moc"
