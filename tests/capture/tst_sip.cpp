// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr unsigned serverPort = 5060;
constexpr unsigned phonePort = 49'152;

Buffer datagram(const Buffer& payload, unsigned from = serverPort, unsigned to = serverPort)
{
    return ethernet(ipv4(17, 1, 9, udp(from, to, payload)));
}

Buffer segment(std::uint32_t sequence, const Buffer& payload, unsigned flags = flag::ack,
               unsigned toPort = serverPort)
{
    return ethernet(ipv4(6, 1, 9, tcp(phonePort, toPort, sequence, flags, payload)));
}

RecordingSink read(const std::vector<Buffer>& frames)
{
    RecordingSink sink;
    (void)readAll(pcapFormat(), pcap(frames), sink);
    return sink;
}

Buffer message(const std::string& method, const std::string& body = {}, const std::string& more = {})
{
    return text(method + " sip:10.0.0.9 SIP/2.0\r\nCall-ID: 1@10.0.0.1\r\nCSeq: 1 " + method + "\r\n" + more
                + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
}

std::uint32_t size(const Buffer& buffer)
{
    return static_cast<std::uint32_t>(buffer.size());
}

} // namespace

class TestSip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneDatagramOneEvent();
    void datagramCutAnywhere();
    void keepalives_data();
    void keepalives();
    void notSip();
    void brokenFirstLines_data();
    void brokenFirstLines();
    void brokenFirstLineInAStream();
    void headerIsNoFirstLine();
    void anyPort();
    void severalInASegment();
    void splitAnywhere();
    void keepalivesBetweenMessages();
    void withoutContentLength();
    void hostileLengths_data();
    void hostileLengths();
    void bodyWithAStartLine();
    void beginsAgainBehindAGap();
    void joinsInTheMiddle();
    void lateSegmentBeforeTheLastLineEnd();
    void segmentsCutByTheCapture();
    void endlessHeaders();
    void otherProtocolOnThePort();
};

void TestSip::oneDatagramOneEvent()
{
    const auto sink = read({datagram(message("OPTIONS", "body") + message("INVITE"))});
    QCOMPARE(sink.kinds(), "1 sip.options");
    QCOMPARE(sink.events[0].fields, "method=OPTIONS;call-id=1@10.0.0.1;cseq=1 OPTIONS");
    QCOMPARE(toText(sink.events[0].source), "10.0.0.1:5060");
    QVERIFY(!sink.events[0].repeats);
    QCOMPARE(sink.problemIds(), "");
}

void TestSip::datagramCutAnywhere()
{
    const Buffer whole = datagram(message("SUBSCRIBE", "", "Event: dialog\r\n"));
    constexpr std::size_t firstLineAt = 14 + 20 + 8;
    constexpr std::size_t firstLineBytes = std::string_view("SUBSCRIBE sip:10.0.0.9 SIP/2.0").size();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        RecordingSink sink;
        QVERIFY(readAll(pcapFormat(), pcapHeader() + pcapRecord({front(whole, length), 1, 0, size(whole)}),
                        sink));
        QCOMPARE(sink.events.size(), length >= firstLineAt + firstLineBytes ? 1U : 0U);
    }
}

void TestSip::keepalives_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("line ends") << QByteArray("\r\n\r\n\r\n");
    QTest::newRow("NULs") << QByteArray(4, '\0');
    QTest::newRow("letters") << QByteArray("jaK");
    QTest::newRow("STUN") << QByteArray::fromHex("000100002112a442000102030405060708090a0b");
}

void TestSip::keepalives()
{
    QFETCH(QByteArray, payload);
    const auto sink = read({datagram(text(payload.toStdString()))});
    QCOMPARE(sink.kinds(), "");
    QCOMPARE(sink.problemIds(), "");
}

void TestSip::notSip()
{
    const auto sink = read({datagram(text("GET / HTTP/1.1\r\n\r\n"))});
    QCOMPARE(sink.kinds(), "");
    QCOMPARE(sink.problemIds(), "capture.malformed");
}

void TestSip::brokenFirstLines_data()
{
    QTest::addColumn<QByteArray>("kinds");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("isBroken");
    const auto row = [](const char* line, const char* kinds, const char* method, bool isBroken) {
        QTest::newRow(line) << QByteArray(kinds) << QByteArray(method) << isBroken;
    };
    row("INVITE sip:x SIP/2.0 ", "1 sip.invite", "INVITE", false);
    row("FOO sip:x SIP/2.0", "1 sip.foo", "FOO", false);
    row("invite sip:x SIP/2.0", "1 sip.other", "invite", true);
    row("IN<V>ITE sip:x SIP/2.0", "1 sip.other", "IN<V>ITE", true);
    row("!interesting-Method0123456789_*+`.%indeed'~ sip:x SIP/2.0", "1 sip.other",
        "!interesting-Method0123456789_*+`.%indeed'~", true); // RFC 4475 section 3.1.1.2
    row("INVITE SIP/2.0", "1 capture.malformed", "INVITE", true);
    row("INVITE  SIP/2.0", "1 capture.malformed", "INVITE", true);
    row("INVITE sip:x SIP/7.0", "1 capture.malformed", "INVITE", true);
    row("INVITE sip:x y SIP/2.0", "1 capture.malformed", "INVITE", true);
    row("INVITE sip:x", "1 capture.malformed", "INVITE", true); // its headers tell
    row(" INVITE sip:x SIP/2.0", "1 capture.malformed", "(none)", true);
    row("SIP/2.0 99999 x", "1 capture.malformed", "(none)", true);
    row("SIP/2.0 20012 x", "1 capture.malformed", "(none)", true);
    row("SIP/2.0 99 x", "1 capture.malformed", "(none)", true);
    row("SIP/2.0", "1 capture.malformed", "(none)", true);
    row("SIP/2.0 000 x", "1 capture.malformed", "(none)", true);
    row("SIP/2.0 200", "1 sip.response", "(none)", false);
    row("SIP/2.0 700 x", "1 sip.response", "(none)", false);
}

void TestSip::brokenFirstLines()
{
    QFETCH(QByteArray, kinds);
    QFETCH(QByteArray, method);
    QFETCH(bool, isBroken);
    const std::string line = QTest::currentDataTag();
    const Buffer sent = text(line + "\r\nCall-ID: a@b\r\nCSeq: 7 INVITE\r\nContent-Length: 0\r\n\r\n");
    for (const Buffer& frame : {datagram(sent), segment(100, message("ACK") + sent)}) {
        const bool inStream = frame != datagram(sent);
        const auto sink = read({frame});
        QCOMPARE(sink.kinds(), (inStream ? "1 sip.ack, " : "") + kinds.toStdString());
        QCOMPARE(sink.events.back().value("method"), method.toStdString());
        QCOMPARE(sink.events.back().value("call-id"), std::string("a@b"));
        QCOMPARE(sink.events.back().value("cseq"), std::string("7 INVITE"));
        QCOMPARE(sink.problemIds(), std::string(isBroken ? "capture.sip-malformed" : ""));
        if (isBroken)
            QCOMPARE(sink.problems[0].place, (Place{PlaceUnit::Frame, 1}));
    }
}

/// Wherever it is split, and what follows it is read.
void TestSip::brokenFirstLineInAStream()
{
    const Buffer broken = text("REGISTER SIP/2.0\r\nContent-Length: 2\r\n\r\nab");
    const Buffer both = broken + message("ACK");
    for (std::size_t at = 1; at < both.size(); ++at) {
        const Buffer rest(both.begin() + std::ptrdiff_t(at), both.end());
        const auto sink = read({segment(99, {}, flag::syn), segment(100, front(both, at)),
                                segment(100 + std::uint32_t(at), rest)});
        QCOMPARE(sink.kinds(),
                 at < broken.size() ? "1 tcp.syn, 3 capture.malformed, 3 sip.ack"
                                    : "1 tcp.syn, 2 capture.malformed, 3 sip.ack");
        QCOMPARE(sink.events[1].value("first-line"), std::string("REGISTER SIP/2.0"));
        QCOMPARE(sink.problemIds(), "capture.sip-malformed");
    }
}

void TestSip::headerIsNoFirstLine()
{
    const auto sink = read({datagram(text("Via: SIP/2.0/UDP 10.0.0.1\r\nMax-Forwards: 70\r\n\r\n"))});
    QCOMPARE(sink.kinds(), "");
    QCOMPARE(sink.problemIds(), "capture.malformed");
}

void TestSip::anyPort()
{
    const auto sink =
        read({datagram(message("NOTIFY"), 51'234, 49'999), datagram(text("NOTIFY me of it"), 51'234, 49'999),
              segment(100, message("REGISTER"), flag::ack, 5'070)});
    QCOMPARE(sink.kinds(), "1 sip.notify, 3 sip.register");
    QCOMPARE(sink.problemIds(), "");
}

void TestSip::severalInASegment()
{
    const auto sink = read({segment(100, message("INVITE", "v=0\r\n") + message("ACK") + message("BYE"))});
    QCOMPARE(sink.kinds(), "1 sip.invite, 1 sip.ack, 1 sip.bye");
}

void TestSip::splitAnywhere()
{
    const Buffer both = message("INVITE", "v=0\r\n") + message("ACK");
    for (std::size_t at = 1; at < both.size(); ++at) {
        const Buffer rest(both.begin() + std::ptrdiff_t(at), both.end());
        const auto sink = read({segment(99, {}, flag::syn), segment(100, front(both, at)),
                                segment(100 + std::uint32_t(at), rest)});
        const std::size_t first = message("INVITE", "v=0\r\n").size();
        QCOMPARE(sink.kinds(),
                 at < first ? "1 tcp.syn, 3 sip.invite, 3 sip.ack" : "1 tcp.syn, 2 sip.invite, 3 sip.ack");
        QCOMPARE(sink.problemIds(), "");
    }
}

void TestSip::keepalivesBetweenMessages()
{
    const Buffer ping = text("\r\n\r\n");
    const Buffer first = message("OPTIONS");
    const auto sink = read({segment(99, {}, flag::syn), segment(100, ping), segment(104, first + ping),
                            segment(104 + size(first) + 4, ping + message("ACK"))});
    QCOMPARE(sink.kinds(), "1 tcp.syn, 3 sip.options, 4 sip.ack");
    QCOMPARE(sink.problemIds(), "");
}

void TestSip::withoutContentLength()
{
    const Buffer bare = text("OPTIONS sip:a SIP/2.0\nCSeq: 1 OPTIONS\n\n");
    QCOMPARE(read({segment(100, bare + bare)}).kinds(), "1 sip.options, 1 sip.options");
}

void TestSip::hostileLengths_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::newRow("negative") << QByteArray("-1");
    QTest::newRow("no number") << QByteArray("many");
    QTest::newRow("64 bits") << QByteArray("18446744073709551615");
    QTest::newRow("more than is believed") << QByteArray("65537");
}

void TestSip::hostileLengths()
{
    QFETCH(QByteArray, length);
    const Buffer lying = text("INVITE sip:a SIP/2.0\r\nContent-Length: " + length.toStdString() + "\r\n\r\n");
    QCOMPARE(read({segment(100, lying + message("ACK"))}).kinds(), "1 sip.invite, 1 sip.ack");
}

void TestSip::bodyWithAStartLine()
{
    const Buffer notify = message("NOTIFY", "SIP/2.0 200 OK\r\n", "Content-Type: message/sipfrag\r\n");
    QCOMPARE(read({datagram(notify)}).kinds(), "1 sip.notify");
    QCOMPARE(read({segment(100, notify + message("BYE"))}).kinds(), "1 sip.notify, 1 sip.bye");
}

void TestSip::beginsAgainBehindAGap()
{
    const Buffer lost = message("INVITE", std::string(3'000, 'x'));
    const auto sink = read({segment(99, {}, flag::syn), segment(100, front(lost, 1'000)),
                            segment(2'100, Buffer(lost.begin() + 2'000, lost.end())),
                            segment(100 + size(lost), message("BYE"))});
    QCOMPARE(sink.kinds(), "1 tcp.syn, 3 tcp.gap, 4 sip.bye");
}

/// Split within the empty line behind the headers, and the second half comes first.
void TestSip::lateSegmentBeforeTheLastLineEnd()
{
    const Buffer both = message("OPTIONS") + message("ACK");
    const std::size_t end = message("OPTIONS").size();
    for (std::size_t at = end - 4; at < end; ++at) {
        const Buffer rest(both.begin() + std::ptrdiff_t(at), both.end());
        const auto sink = read({segment(99, {}, flag::syn), segment(100 + std::uint32_t(at), rest),
                                segment(100, front(both, at))});
        QCOMPARE(sink.kinds(), "1 tcp.syn, 2 tcp.gap, 2 sip.ack, 3 sip.options, 3 tcp.out-of-order");
        QCOMPARE(sink.problemIds(), "");
    }
}

void TestSip::joinsInTheMiddle()
{
    const auto sink = read({segment(100, text("the end of a body")), segment(117, message("BYE"))});
    QCOMPARE(sink.kinds(), "2 sip.bye");
    QCOMPARE(sink.problemIds(), "");
    QCOMPARE(read({segment(100, text("bodyEnd") + message("BYE")), segment(500, message("ACK"))}).kinds(),
             "2 sip.ack");
}

void TestSip::segmentsCutByTheCapture()
{
    const Buffer whole = segment(100, message("REGISTER", "", "Expires: 3600\r\n"));
    const Buffer next = segment(100 + size(message("REGISTER", "", "Expires: 3600\r\n")), message("ACK"));
    RecordingSink sink;
    QVERIFY(readAll(pcapFormat(),
                    pcapHeader() + pcapRecord({front(whole, 110), 1, 0, size(whole)}) + pcapRecord({next}),
                    sink));
    QCOMPARE(sink.kinds(), "1 sip.register, 2 sip.ack");
    QCOMPARE(sink.problemIds(), "capture.frames-cut");
}

void TestSip::endlessHeaders()
{
    std::vector<Buffer> frames{segment(99, {}, flag::syn), segment(100, text("INVITE sip:a SIP/2.0\r\n"))};
    std::uint32_t sequence = 122;
    for (int i = 0; i < 70; ++i, sequence += 1'000)
        frames.push_back(segment(sequence, text(std::string(1'000, 'x'))));
    frames.push_back(segment(sequence, message("BYE")));
    const auto sink = read(frames);
    QCOMPARE(sink.kinds(), "1 tcp.syn, 73 sip.bye");
}

void TestSip::otherProtocolOnThePort()
{
    const auto sink =
        read({segment(99, {}, flag::syn), segment(100, text("GET / HTTP/1.1\r\nHost: a\r\n\r\n"))});
    QCOMPARE(sink.kinds(), "1 tcp.syn");
    QCOMPARE(sink.problemIds(), "");
}

QTEST_APPLESS_MAIN(TestSip)
#include "tst_sip.moc"
