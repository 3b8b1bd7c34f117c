// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

// Both in the manner of the traces that Cisco shows in its documents; numbers and names are of this test.

constexpr std::string_view sdl =
    "00004385.000 |07:28:30.000 |FileHead |UTC:-05:00,Date: 2016/08/13, AppName: TFTP, AppId: 600, "
    "AppNodeId: 1, AppVersion: CUCM Install=9.1.2.10000-28 Build=x, HostName: cm9, HostIPAddress: "
    "198.51.100.1, AppStartTime: 2016/08/13 07:27:59, FileNumber: 3, TraceVer: 3.0\n"
    "00004389.000 |07:28:32.738 |AppInfo  |   TID[e71f5b70] TFTPEngine::getRequest[0xf4d26318](), server "
    "socket(24) INFO:: File Requested CTLSEP2834A2823B58.tlv\n"
    "00004392.000 |07:28:32.738 |AppInfo  |TFTPEngine::isReadRequest[0xf4d26318~5~192.0.2.11~51909], "
    "[CTLSEP2834A2823B58.tlv] opcode(1), Mode(octet), Serving Count(0)\n"
    "00004406.000 |07:28:32.739 |AppInfo  |TFTPCache::FindMatching(SEP2834A2823B58), Not Found\n"
    "00004410.000 |07:28:32.739 |AppInfo  |INFO: TFTPEngine::sendNAK[0xf4d26318~5~192.0.2.11~51909], "
    "File[CTLSEP2834A2823B58.tlv], Error(1)\n"
    "00004415.004 |07:28:32.946 |AppInfo  |HTTPServer::listening_SdlConnectionInd - Maximum serving count "
    "for HTTP connection is  = 2500\n"
    "00004417.000 |07:28:32.946 |SdlSig   |SdlReassociateInd                      |wait                      "
    "     |HTTPConnection(1,600,26,4)       |SdlTCPConnection(1,600,14,64)    |1,600,12,1.44^*^*             "
    "           |*TraceFlagOverrode\n"
    "00004417.002 |07:28:32.946 |AppInfo  |   HTTPConnection::wait_SdlReassociateInd Received "
    "ReassociateIndication from 192.0.2.11\n"
    "00004418.000 |07:28:32.946 |SdlSig   |SdlDataInd                             |wait                      "
    "     |HTTPConnection(1,600,26,4)       |SdlTCPConnection(1,600,14,64)    |1,600,14,64.2^*^*             "
    "           |*TraceFlagOverrode\n"
    "00004418.003 |07:28:32.946 |AppInfo  |   HTTPConnection::wait_SdlDataInd Printing the HTTPRequest : "
    "msgBuffer size [64] --: GET /ITLSEP2834A2823B58.tlv HTTP/1.1\n"
    "Host:198.51.100.0:6970\n"
    "\n"
    "\n"
    "00004420.000 |07:28:32.946 |SdlSig   |FileRequest                            |wait                      "
    "     |ServeDynamicFile(1,600,23,1)     |ServeFile(1,600,22,1)            |1,600,14,64.2^*^*             "
    "           |*TraceFlagOverrode\n"
    "00004420.002 |07:28:32.946 |AppInfo  |   ServeDynamicFile::wait_FileRequest Received File request for "
    "the dynamic file ITLSEP2834A2823B58.tlv\n"
    "00004420.011 |07:28:32.946 |AppInfo  |   ServeDynamicFile::FindAndServe File Not Found - 404 - Failure\n"
    "00004499.000 |20:56:50.807 |AppInfo  |TFTPEngine::isReadRequest[0xb384bde0 192.0.2.12~59499], "
    "[SEP001E7A24429A.cnf.xml] opcode(1), Mode(octet), Serving Count(3000)\n"
    "00004500.000 |20:56:50.807 |AppInfo  | TID[b44f0b70] TFTPServer::recvMessage0x8954318 sockets:8 Reached "
    "max count, returning 503\n";

constexpr std::string_view sdlEvents =
    "trace.file-head 2016-08-13T07:28:30.000000000Z line 1 - 198.51.100.1 - "
    "application=TFTP;node=1;version=9.1.2.10000-28;host=cm9;address=198.51.100.1;service-start=2016-08-13T07"
    ":27:59;file-number=3;utc-offset-s=-18000\n"
    "tftp.read-request 2016-08-13T07:28:32.738000000Z line 3 SEP2834A2823B58 192.0.2.11:51909 198.51.100.1 "
    "file=CTLSEP2834A2823B58.tlv;address=192.0.2.11;port=51909;mode=octet;serving-count=0\n"
    "tftp.error 2016-08-13T07:28:32.739000000Z line 5 SEP2834A2823B58 198.51.100.1 192.0.2.11:51909 "
    "code=1;file=CTLSEP2834A2823B58.tlv;address=192.0.2.11;port=51909\n"
    "tftp.read-request 2016-08-13T07:28:32.946000000Z line 10 SEP2834A2823B58 192.0.2.11 198.51.100.1 "
    "file=ITLSEP2834A2823B58.tlv;address=192.0.2.11;transport=http\n"
    "tftp.error 2016-08-13T07:28:32.946000000Z line 16 SEP2834A2823B58 198.51.100.1 192.0.2.11 "
    "code=404;file=ITLSEP2834A2823B58.tlv;address=192.0.2.11;transport=http\n"
    "tftp.read-request 2016-08-13T20:56:50.807000000Z line 17 SEP001E7A24429A 192.0.2.12:59499 198.51.100.1 "
    "file=SEP001E7A24429A.cnf.xml;address=192.0.2.12;port=59499;mode=octet;serving-count=3000\n"
    "tftp.busy 2016-08-13T20:56:50.807000000Z line 18 - - - code=503;serving-count=3000;max-count=3000\n";

constexpr std::string_view sdi =
    "01/14/2011 16:17:11.800 TFTP|TFTPEngine::isReadRequest[0x944cfe0~137~10.10.210.200~3300], [CTLFile.tlv] "
    "opcode(1), Mode(octet), Serving Count(1)\n"
    "01/14/2011 16:17:11.806 TFTP|TFTPCache::FindMatching(IPCTEST2), Found[ipctest2.cnf.xml]\n"
    "01/14/2011 16:17:11.806 TFTP|TFTPEngine::sendNAK[0x944cfe0~137~10.10.210.200~3300], File[CTLFile.tlv], "
    "Error(1)\n"
    "01/14/2011 16:17:12.806 TFTP|TFTPEngine::sendNAK[garbage, File[\n";

constexpr std::string_view sdiEvents =
    "tftp.read-request 2011-01-14T16:17:11.800000000Z line 1 - 10.10.210.200:3300 - "
    "file=CTLFile.tlv;address=10.10.210.200;port=3300;mode=octet;serving-count=1\n"
    "tftp.error 2011-01-14T16:17:11.806000000Z line 3 - - 10.10.210.200:3300 "
    "code=1;file=CTLFile.tlv;address=10.10.210.200;port=3300\n";

} // namespace

class TestTftpTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutAtEveryByte();
    void everyByteReplaced();
    void windowsLineEnds();
    void sdlForm();
    void sdiForm();
    void clientOfAnotherConnection();
};

/// Whatever is missing at the end: no crash, and what was read before stays the same.
void TestTftpTrace::cutAtEveryByte()
{
    for (std::size_t length = 0; length <= sdl.size(); ++length) {
        const Reading reading = readText(tftpTraceFormat(), sdl.substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY(reading.sink.ordered);
        for (std::size_t i = 0; i + 2 < reading.sink.events.size(); ++i)
            QVERIFY(sdlEvents.find(reading.sink.events[i] + '\n') != std::string_view::npos);
        tftpTraceFormat().sniff(asBytes(sdl.substr(0, length)));
    }
}

void TestTftpTrace::everyByteReplaced()
{
    constexpr std::string_view wrong("\0|>]\n:", 6);
    std::string text(sdl);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char kept = std::exchange(text[i], wrong[i % wrong.size()]);
        QVERIFY(readText(tftpTraceFormat(), text).facts);
        text[i] = kept;
    }
}

void TestTftpTrace::windowsLineEnds()
{
    std::string text;
    for (const char c : sdl)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(readText(tftpTraceFormat(), text).eventText(), std::string(sdlEvents));
}

void TestTftpTrace::sdlForm()
{
    const Reading reading = readText(tftpTraceFormat(), sdl);
    QCOMPARE(reading.eventText(), std::string(sdlEvents));
    QCOMPARE(reading.problemText(), std::string("info formats.records-not-of-interest - '8' '3'\n"));
    QCOMPARE(reading.facts->origin.application, std::string("TFTP"));
    QCOMPARE(reading.facts->utcOffsetSeconds, std::optional(-18000));
    QVERIFY(reading.facts->limits.empty());
}

/// What names neither a file nor a client tells nothing.
void TestTftpTrace::sdiForm()
{
    const Reading reading = readText(tftpTraceFormat(), sdi);
    QCOMPARE(reading.eventText(), std::string(sdiEvents));
    QCOMPARE(reading.problemText(), std::string("info formats.records-not-of-interest - '2' '0'\n"));
    QCOMPARE(reading.facts->origin.application, std::string("TFTP"));
}

/// A file that is not there is that of the connection on which it was asked for.
void TestTftpTrace::clientOfAnotherConnection()
{
    const auto request = [](const char* number, const char* file) {
        const std::string row = std::string("0000440") + number
            + ".000 |07:28:32.946 |SdlSig |SdlDataInd |wait "
              "|HTTPConnection(1,600,26,4) |SdlTCPConnection(1,600,14,"
            + number + ") |1,600,14," + number + ".2^*^* |x\n";
        return row + "0000440" + number
            + ".003 |07:28:32.946 |AppInfo |HTTPConnection::wait_SdlDataInd Printing the HTTPRequest : --: "
              "GET /"
            + file + " HTTP/1.1\n";
    };
    const Reading reading =
        readText(tftpTraceFormat(),
                 request("1", "a.xml") + request("2", "b.xml")
                     + "00004420.000 |07:28:32.946 |SdlSig |FileRequest |wait |ServeDynamicFile(1,600,23,1) "
                       "|ServeFile(1,600,22,1) |1,600,14,1.2^*^* |x\n"
                       "00004420.011 |07:28:32.946 |AppInfo |ServeDynamicFile::FindAndServe File Not Found - "
                       "404 - Failure\n");
    QCOMPARE(reading.sink.events.size(), std::size_t{3});
    QCOMPARE(reading.sink.events[2],
             std::string("tftp.error 1970-01-01T07:28:32.946000000Z line 6 - - - "
                         "code=404;file=a.xml;transport=http"));
}

QTEST_APPLESS_MAIN(TestTftpTrace)
#include "tst_tftptrace.moc"
