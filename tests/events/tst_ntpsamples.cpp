// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

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
    std::string stratum = "2";
};

void add(CaseBuilder& made, SourceId source, const Exchange& exchange)
{
    made.event(source, exchange.sent,
               {"ntp.client", "", "10.2.1.10:123", "172.20.8.10:123", "transmit=" + stamp(exchange.t1)});
    made.event(source, exchange.received,
               {"ntp.server", "", "172.20.8.10:123", "10.2.1.10:123",
                "stratum=" + exchange.stratum + ";originate=" + stamp(exchange.originate)
                    + ";receive=" + stamp(exchange.t2) + ";transmit=" + stamp(exchange.t3)});
}

} // namespace

class TestNtpSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noSample_data();
    void noSample();
    void rfcVector();
    void clientFarAhead();
    void overTheEndOfTheEra();
    void answerCountsOnce();
    void captureMayStandAnywhere();
};

void TestNtpSamples::noSample_data()
{
    QTest::addColumn<QByteArray>("fields");
    const QByteArray good = QByteArray::fromStdString("stratum=2;originate=" + stamp(era)
                                                      + ";receive=" + stamp(era) + ";transmit=" + stamp(era));
    QTest::newRow("nobody asked that") << QByteArray(good).replace(QByteArray::fromStdString(stamp(era)),
                                                                   QByteArray::fromStdString(stamp(era + 1)));
    QTest::newRow("no fields") << QByteArray();
    QTest::newRow("short stamps") << QByteArray("stratum=2;originate=0x1;receive=0x2;transmit=0x3");
    QTest::newRow("receive is null") << QByteArray::fromStdString(
        "stratum=2;originate=" + stamp(era) + ";receive=0x0000000000000000;transmit=" + stamp(era));
    QTest::newRow("transmit is null") << QByteArray::fromStdString(
        "stratum=2;originate=" + stamp(era) + ";receive=" + stamp(era) + ";transmit=0x0000000000000000");
    QTest::newRow("no stratum") << QByteArray(good).mid(10);
}

void TestNtpSamples::noSample()
{
    QFETCH(QByteArray, fields);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    made.event(capture, 10, {"ntp.client", "", "10.2.1.10:123", "172.20.8.10:123", "transmit=" + stamp(era)});
    made.event(capture, 11, {"ntp.server", "", "172.20.8.10:123", "10.2.1.10:123", fields.toStdString()});
    QVERIFY(Judged(made).ntp.empty());
}

/// T1 0.000, T2 0.120, T3 0.121, T4 0.041: offset 0.100, delay 0.040 (RFC 5905 §8).
void TestNtpSamples::rfcVector()
{
    CaseBuilder made;
    add(made, made.capture("a.pcap", 0, 100),
        {.t2 = era + 0.120, .t3 = era + 0.121, .sent = 10, .received = 10.041});
    const Judged judged(made);
    QCOMPARE(judged.ntp.size(), std::size_t{1});
    QVERIFY(std::abs(judged.ntp[0].offsetSeconds - 0.100) < 1e-6);
    QVERIFY(std::abs(judged.ntp[0].delaySeconds - 0.040) < 1e-6);
    QCOMPARE(judged.ntp[0].stratum, 2);
    QCOMPARE(toText(judged.ntp[0].client), std::string("10.2.1.10"));
    QCOMPARE(toText(judged.ntp[0].server), std::string("172.20.8.10"));
}

void TestNtpSamples::clientFarAhead()
{
    CaseBuilder made;
    add(made, made.capture("a.pcap", 0, 100),
        {.t2 = era - 3600, .t3 = era - 3600, .sent = 10, .received = 10.002});
    const Judged judged(made);
    QVERIFY(std::abs(judged.ntp.at(0).offsetSeconds + 3600.001) < 1e-6);
}

/// 7 February 2036, 06:28:16: the seconds begin again at zero.
void TestNtpSamples::overTheEndOfTheEra()
{
    CaseBuilder made;
    const double last = 4294967295.5;
    add(made, made.capture("a.pcap", 0, 100),
        {.t1 = last, .t2 = 0.5, .t3 = 0.5, .originate = last, .sent = 10, .received = 10});
    const Judged judged(made);
    QVERIFY(std::abs(judged.ntp.at(0).offsetSeconds - 1) < 1e-6);
}

void TestNtpSamples::answerCountsOnce()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    add(made, capture, {});
    made.event(capture, 10.5,
               {"ntp.server", "", "172.20.8.10:123", "10.2.1.10:123",
                "stratum=2;originate=" + stamp(era) + ";receive=" + stamp(era) + ";transmit=" + stamp(era)});
    QCOMPARE(Judged(made).ntp.size(), std::size_t{1});
}

/// Two captures of one exchange, one at the client: each knows how long it waited, and pairs only its own
/// packets.
void TestNtpSamples::captureMayStandAnywhere()
{
    CaseBuilder made;
    const Exchange exchange{.t2 = era + 0.120, .t3 = era + 0.121, .sent = 10, .received = 10.041};
    add(made, made.capture("a.pcap", 0, 100), exchange);
    const SourceId second = made.capture("b.pcap", 0, 100);
    made.setAhead(second, 77);
    add(made, second, exchange);
    const Judged judged(made);
    QCOMPARE(judged.ntp.size(), std::size_t{2});
    QVERIFY(std::abs(judged.ntp[0].offsetSeconds - judged.ntp[1].offsetSeconds) < 1e-6);
}

QTEST_APPLESS_MAIN(TestNtpSamples)
#include "tst_ntpsamples.moc"
