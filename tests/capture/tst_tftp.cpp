// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/capture/tftp.h"
#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr unsigned phonePort = 49'155;
constexpr unsigned serverPort = 32'771;

Buffer toServer(const Buffer& payload, unsigned port = 69)
{
    return ethernet(ipv4(17, 1, 9, udp(phonePort, port, payload)));
}

Buffer toPhone(const Buffer& payload)
{
    return ethernet(ipv4(17, 9, 1, udp(serverPort, phonePort, payload)));
}

/// Text in which '|' stands for NUL.
Buffer withNuls(std::string characters)
{
    std::ranges::replace(characters, '|', '\0');
    return text(characters);
}

Buffer request(unsigned opcode, const std::string& rest)
{
    return be16(opcode) + withNuls(rest);
}

Buffer block(unsigned number, std::size_t bytes)
{
    return be16(3) + be16(number) + zeros(bytes);
}

Buffer acknowledgement(unsigned number)
{
    return be16(4) + be16(number);
}

const Buffer readConfig = request(1, "SEP001E7A24429A.cnf.xml|octet|");

RecordingSink read(const std::vector<Buffer>& frames)
{
    RecordingSink sink;
    (void)readAll(pcapFormat(), pcap(frames), sink);
    return sink;
}

} // namespace

class TestTftp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void malformed_data();
    void malformed();
    void readRequestWithOptions();
    void writeRequest();
    void cutAnywhere();
    void transferFromAnotherPort();
    void largeBlocks();
    void grantedBlockSize_data();
    void grantedBlockSize();
    void eachRequestHasItsBlockSize();
    void blockNumbersBeginAnew_data();
    void blockNumbersBeginAnew();
    void errors();
    void optionsAccepted();
    void lockStepWriting();
    void portIsUsedOtherwiseLater();
    void portsThatNeverAsked();
    void phonesOfFiles_data();
    void phonesOfFiles();
};

void TestTftp::malformed_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("opcode 0") << QByteArray("\0\0a\0octet\0", 10);
    QTest::newRow("opcode 7") << QByteArray("\0\7a\0octet\0", 10);
    QTest::newRow("opcode cut") << QByteArray("\0", 1);
    QTest::newRow("no file") << QByteArray("\0\1\0octet\0", 9);
    QTest::newRow("binary file") << QByteArray("\0\1\x01\xff\0octet\0", 11);
    QTest::newRow("no mode") << QByteArray("\0\1file", 6);
    QTest::newRow("other mode") << QByteArray("\0\1file\0secret\0", 14);
    QTest::newRow("data without block") << QByteArray("\0\3\0", 3);
}

void TestTftp::malformed()
{
    QFETCH(QByteArray, payload);
    const auto sink = read({toServer(text(payload.toStdString()))});
    QCOMPARE(sink.kinds(), "");
    QCOMPARE(sink.problemIds(), "capture.malformed");
}

void TestTftp::readRequestWithOptions()
{
    const auto sink = read({toServer(request(
        1,
        "SEP001E7A24429A.cnf.xml|OCTET|blksize|1428|TSize|0|x-other|1|timeout|5|windowsize|4|multicast||"))});
    QCOMPARE(sink.kinds(), "1 tftp.read-request");
    QCOMPARE(sink.events[0].fields,
             "file=SEP001E7A24429A.cnf.xml;mode=OCTET;blksize=1428;tsize=0;timeout=5;windowsize=4");
    QCOMPARE(sink.events[0].device, "SEP001E7A24429A");
    QCOMPARE(toText(sink.events[0].source), "10.0.0.1:49155");
    QCOMPARE(toText(sink.events[0].destination), "10.0.0.9:69");
}

void TestTftp::writeRequest()
{
    const auto sink = read({toServer(request(2, "backup;1|netascii|"))});
    QCOMPARE(sink.kinds(), "1 tftp.write-request");
    QCOMPARE(sink.events[0].fields, "file=backup%3B1;mode=netascii");
    QCOMPARE(sink.events[0].device, "");
}

void TestTftp::cutAnywhere()
{
    const Buffer ask = toServer(readConfig);
    for (const Buffer& answer : {toPhone(block(1, 20)), toPhone(acknowledgement(0)),
                                 toPhone(be16(5) + be16(1) + withNuls("File not found|")),
                                 toPhone(request(6, "blksize|1428|")), ask}) {
        for (std::size_t length = 42; length < answer.size(); ++length) {
            RecordingSink sink;
            const auto original = static_cast<std::uint32_t>(answer.size());
            QVERIFY(readAll(pcapFormat(),
                            pcapHeader() + pcapRecord({ask})
                                + pcapRecord({front(answer, length), 2, 0, original}),
                            sink));
            QCOMPARE(sink.events.size(), length >= 46 || (length >= 45 && answer == ask) ? 2U : 1U);
        }
    }
}

void TestTftp::transferFromAnotherPort()
{
    const auto sink =
        read({toServer(readConfig), toPhone(block(1, 512)), toServer(acknowledgement(1), serverPort),
              toPhone(block(2, 512)), toServer(acknowledgement(2), serverPort), toPhone(block(3, 10)),
              toServer(acknowledgement(3), serverPort)});
    QCOMPARE(sink.kinds(), "1 tftp.read-request, 2 tftp.data, 3 tftp.ack, 6 tftp.data");
    QCOMPARE(sink.events[1].fields, "block=1;bytes=512");
    QCOMPARE(sink.events[2].fields, "block=1");
    QCOMPARE(sink.events[3].fields, "block=3;bytes=10;last=yes");
    QCOMPARE(toText(sink.events[3].source), "10.0.0.9:32771");
    QCOMPARE(sink.problemIds(), "");
}

void TestTftp::largeBlocks()
{
    const auto sink = read(
        {toServer(readConfig), toPhone(block(1, 1'428)), toPhone(block(2, 1'428)), toPhone(block(3, 900))});
    QCOMPARE(sink.kinds(), "1 tftp.read-request, 2 tftp.data, 4 tftp.data");
    QCOMPARE(sink.events[2].fields, "block=3;bytes=900;last=yes");
}

void TestTftp::grantedBlockSize_data()
{
    QTest::addColumn<QByteArray>("granted");
    QTest::addColumn<int>("full");
    QTest::addColumn<int>("last");
    QTest::newRow("larger") << QByteArray("blksize|1428|") << 1428 << 1024;
    QTest::newRow("smaller") << QByteArray("blksize|128|") << 128 << 127;
    QTest::newRow("odd") << QByteArray("tsize|7|BLKSIZE|601|") << 601 << 512;
    QTest::newRow("whole blocks") << QByteArray("blksize|1024|") << 1024 << 0;
    QTest::newRow("not granted") << QByteArray("tsize|7|") << 512 << 511;
}

void TestTftp::grantedBlockSize()
{
    QFETCH(QByteArray, granted);
    QFETCH(int, full);
    QFETCH(int, last);
    const auto bytes = static_cast<std::size_t>(full);
    const auto sink = read({toServer(request(1, "a|octet|blksize|4096|")),
                            toPhone(request(6, granted.toStdString())), toPhone(block(1, bytes)),
                            toPhone(block(2, bytes)), toPhone(block(3, static_cast<std::size_t>(last)))});
    QCOMPARE(sink.kinds(), "1 tftp.read-request, 2 tftp.oack, 3 tftp.data, 5 tftp.data");
    QCOMPARE(sink.events[2].fields, "block=1;bytes=" + std::to_string(full));
    QCOMPARE(sink.events[3].fields, "block=3;bytes=" + std::to_string(last) + ";last=yes");
}

void TestTftp::eachRequestHasItsBlockSize()
{
    const auto sink =
        read({toServer(request(1, "a|octet|blksize|128|")), toPhone(request(6, "blksize|128|")),
              toPhone(block(1, 100)), toServer(readConfig), toPhone(block(1, 512)), toPhone(block(2, 128))});
    QCOMPARE(sink.events[2].fields, "block=1;bytes=100;last=yes");
    QCOMPARE(sink.events[4].fields, "block=1;bytes=512");
    QCOMPARE(sink.events[5].fields, "block=2;bytes=128;last=yes");
}

void TestTftp::blockNumbersBeginAnew_data()
{
    QTest::addColumn<unsigned>("first");
    QTest::newRow("at 0") << 0U;
    QTest::newRow("at 1") << 1U;
}

void TestTftp::blockNumbersBeginAnew()
{
    QFETCH(unsigned, first);
    std::vector<Buffer> frames{toServer(readConfig), toPhone(request(6, "blksize|8|"))};
    for (unsigned number = 1; number <= 0xFFFF; ++number)
        frames.push_back(toPhone(block(number, 8)));
    for (unsigned number = first; number < 4; ++number) {
        frames.push_back(toPhone(block(number, 8)));
        frames.push_back(toServer(acknowledgement(number), serverPort));
    }
    frames.push_back(toPhone(block(4, 7)));
    const auto sink = read(frames);
    QCOMPARE(sink.kinds(),
             "1 tftp.read-request, 2 tftp.oack, 3 tftp.data, " + std::to_string(frames.size())
                 + " tftp.data");
    QCOMPARE(sink.events[3].fields, "block=4;bytes=7;last=yes");
}

void TestTftp::errors()
{
    const auto sink = read({toServer(readConfig), toPhone(be16(5) + be16(1) + withNuls("File not found|")),
                            toPhone(be16(5) + be16(0))});
    QCOMPARE(sink.kinds(), "1 tftp.read-request, 2 tftp.error, 3 tftp.error");
    QCOMPARE(sink.events[1].fields, "code=1;message=File not found");
    QCOMPARE(sink.events[2].fields, "code=0");
}

void TestTftp::optionsAccepted()
{
    const auto sink = read({toServer(readConfig), toPhone(request(6, "blksize|1428|tsize|12345|")),
                            toServer(acknowledgement(0), serverPort)});
    QCOMPARE(sink.kinds(), "1 tftp.read-request, 2 tftp.oack, 3 tftp.ack");
    QCOMPARE(sink.events[1].fields, "blksize=1428;tsize=12345");
    QCOMPARE(sink.events[2].fields, "block=0");
}

void TestTftp::lockStepWriting()
{
    const auto sink = read({toServer(request(2, "a|octet|")), toPhone(acknowledgement(0)),
                            toServer(block(1, 3), serverPort), toPhone(acknowledgement(1))});
    QCOMPARE(sink.kinds(), "1 tftp.write-request, 2 tftp.ack, 3 tftp.data, 4 tftp.ack");
}

void TestTftp::portIsUsedOtherwiseLater()
{
    const auto sink = read({toServer(readConfig), toPhone(hex({0x80, 0, 0, 1}) + zeros(160))});
    QCOMPARE(sink.kinds(), "1 tftp.read-request");
    QCOMPARE(sink.problemIds(), "");
}

void TestTftp::portsThatNeverAsked()
{
    QCOMPARE(read({toPhone(block(1, 512))}).kinds(), "");
}

void TestTftp::phonesOfFiles_data()
{
    QTest::addColumn<QByteArray>("phone");
    QTest::newRow("SEP001E7A24429A.cnf.xml.sgn") << QByteArray("SEP001E7A24429A");
    QTest::newRow("SEP001e7a24429a.cnf") << QByteArray("SEP001E7A24429A");
    QTest::newRow("CTLSEP001E7A24429A.tlv") << QByteArray("SEP001E7A24429A");
    QTest::newRow("/ITLSEP001E7A24429A.tlv") << QByteArray("SEP001E7A24429A");
    QTest::newRow("XMLDefault.cnf.xml") << QByteArray();
    QTest::newRow("SEP001E7A") << QByteArray();
    QTest::newRow("SEPARATOR-LINES.xml") << QByteArray();
}

void TestTftp::phonesOfFiles()
{
    QFETCH(QByteArray, phone);
    QCOMPARE(phoneOfFile(QTest::currentDataTag()), phone.toStdString());
}

QTEST_APPLESS_MAIN(TestTftp)
#include "tst_tftp.moc"
