// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr unsigned phonePort = 49'160;
constexpr unsigned serverPort = 6'970;

Buffer toServer(std::uint32_t sequence, const Buffer& payload, unsigned flags = flag::ack)
{
    return ethernet(ipv4(6, 1, 9, tcp(phonePort, serverPort, sequence, flags, payload)));
}

Buffer toPhone(std::uint32_t sequence, const Buffer& payload, unsigned flags = flag::ack)
{
    return ethernet(ipv4(6, 9, 1, tcp(serverPort, phonePort, sequence, flags, payload)));
}

RecordingSink read(const std::vector<Buffer>& frames)
{
    RecordingSink sink;
    (void)readAll(pcapFormat(), pcap(frames), sink);
    return sink;
}

const Buffer request = text("GET /SEP001E7A24429A.cnf.xml HTTP/1.1\r\nHost: 10.1.1.1:6970\r\n"
                            "User-Agent: Cisco-CP8841/12.8\r\n\r\n");
const Buffer notFound = text("HTTP/1.1 404 Not Found\r\nServer: \r\nContent-Length: 0\r\n\r\n");

Buffer found(std::size_t length, std::size_t here)
{
    return text("HTTP/1.1 200 OK\r\nServer: tomcat\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n")
        + Buffer(here, std::byte{'x'});
}

std::uint32_t size(const Buffer& buffer)
{
    return static_cast<std::uint32_t>(buffer.size());
}

} // namespace

class TestHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestAndAnswer();
    void answerWithFile();
    void longBodyIsPassedOver();
    void severalInASegment();
    void splitAnywhere();
    void cutByTheCapture();
    void endlessHeaders();
    void hostileLengths_data();
    void hostileLengths();
    void noHttp();
};

void TestHttp::requestAndAnswer()
{
    const auto sink = read({toServer(100, request), toPhone(500, notFound)});
    QCOMPARE(sink.kinds(), "1 http.get, 2 http.response");
    QCOMPARE(sink.events[0].fields,
             "file=SEP001E7A24429A.cnf.xml;host=10.1.1.1:6970;user-agent=Cisco-CP8841/12.8");
    QCOMPARE(sink.events[0].device, "SEP001E7A24429A");
    QCOMPARE(sink.events[1].fields, "status=404;reason=Not Found;bytes=0");
    QCOMPARE(sink.events[1].device, "");
    QCOMPARE(toText(sink.events[1].source), "10.0.0.9:6970");
}

void TestHttp::answerWithFile()
{
    QCOMPARE(read({toPhone(500, found(20, 20))}).events.at(0).fields,
             "status=200;reason=OK;bytes=20;server=tomcat");
}

void TestHttp::longBodyIsPassedOver()
{
    const Buffer answer = found(3'000, 1'000);
    const Buffer body(1'000, std::byte{'G'});
    const auto sink =
        read({toPhone(499, {}, flag::syn), toPhone(500, answer), toPhone(500 + size(answer), body),
              toPhone(1'500 + size(answer), body), toPhone(2'500 + size(answer), notFound)});
    QCOMPARE(sink.kinds(), "1 tcp.syn, 2 http.response, 5 http.response");
    QCOMPARE(sink.problemIds(), "");
}

void TestHttp::severalInASegment()
{
    QCOMPARE(read({toServer(100, request + text("HEAD /a HTTP/1.1\r\n\r\n") + request)}).kinds(),
             "1 http.get, 1 http.head, 1 http.get");
    QCOMPARE(read({toPhone(100, found(5, 5) + notFound)}).kinds(), "1 http.response, 1 http.response");
    QCOMPARE(
        read({toServer(100, text("POST /x HTTP/1.1\r\nContent-Length: 3\r\n\r\nGETPUT /y HTTP/1.1\r\n\r\n"))})
            .kinds(),
        "1 http.post, 1 http.put");
}

void TestHttp::splitAnywhere()
{
    for (std::size_t at = 1; at < request.size(); ++at) {
        const Buffer rest(request.begin() + std::ptrdiff_t(at), request.end());
        const auto sink = read({toServer(99, {}, flag::syn), toServer(100, front(request, at)),
                                toServer(100 + std::uint32_t(at), rest)});
        QCOMPARE(sink.kinds(), "1 tcp.syn, 3 http.get");
    }
}

void TestHttp::cutByTheCapture()
{
    const Buffer whole = toServer(100, request);
    const std::size_t headers = whole.size() - request.size();
    for (std::size_t length = headers; length < whole.size(); ++length) {
        RecordingSink sink;
        QVERIFY(readAll(pcapFormat(), pcapHeader() + pcapRecord({front(whole, length), 1, 0, size(whole)}),
                        sink));
        QCOMPARE(sink.events.size(), length >= headers + 16 ? 1U : 0U);
    }
}

void TestHttp::endlessHeaders()
{
    std::vector<Buffer> frames{toServer(99, {}, flag::syn), toServer(100, text("GET /a HTTP/1.1\r\n"))};
    std::uint32_t sequence = 117;
    for (int i = 0; i < 30; ++i, sequence += 1'000)
        frames.push_back(toServer(sequence, Buffer(1'000, std::byte{'x'})));
    frames.push_back(toServer(sequence, request));
    QCOMPARE(read(frames).kinds(), "1 tcp.syn, 19 http.get, 33 http.get");
}

void TestHttp::hostileLengths_data()
{
    QTest::addColumn<QByteArray>("length");
    QTest::newRow("negative") << QByteArray("-5");
    QTest::newRow("64 bits") << QByteArray("18446744073709551615");
    QTest::newRow("more") << QByteArray("99999999999999999999999");
    QTest::newRow("text") << QByteArray("all");
}

void TestHttp::hostileLengths()
{
    QFETCH(QByteArray, length);
    const Buffer lying = text("HTTP/1.1 200 OK\r\nContent-Length: " + length.toStdString() + "\r\n\r\n");
    const auto sink = read({toPhone(100, lying + notFound)});
    QCOMPARE(sink.kinds(), "1 http.response, 1 http.response");
    QCOMPARE(sink.events[0].fields, "status=200;reason=OK");
}

void TestHttp::noHttp()
{
    const auto sink = read({toServer(99, {}, flag::syn), toServer(100, hex({0x16, 3, 1, 0, 5})),
                            toPhone(500, text("HTTP/1.1 abc\r\n\r\n"))});
    QCOMPARE(sink.kinds(), "1 tcp.syn");
}

QTEST_APPLESS_MAIN(TestHttp)
#include "tst_http.moc"
