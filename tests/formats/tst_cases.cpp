// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>
#include <map>

#include "models/formats/formats.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// The labelled cases stand beside the source tree while Whittle is made, and nowhere else.
QString casesFolder()
{
    for (const char* place : {"/../shared/cases/dev", "/../../shared/cases/dev"}) {
        const QString folder = QStringLiteral(WHITTLE_SOURCE_DIR) + QLatin1String(place);
        if (QDir(folder).exists())
            return folder;
    }
    return {};
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// `sources` of the truth, by file.
QJsonObject truthOf(const QString& path)
{
    return QJsonDocument::fromJson(contents(path)).object().value(QLatin1String("sources")).toObject();
}

/// All evidence of the cases that the filter names, with the truth about it.
void forEach(const char* filter, const std::function<void(const QString&, const QJsonObject&)>& check)
{
    const QDir cases(casesFolder());
    for (const QString& name : cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QJsonObject truth = truthOf(cases.filePath(name + QStringLiteral("/truth.json")));
        const QDir evidence(cases.filePath(name + QStringLiteral("/evidence")));
        for (const QString& file : evidence.entryList({QLatin1String(filter)}, QDir::Files))
            check(evidence.filePath(file), truth.value(file).toObject());
    }
}

std::map<std::string, int> kindsOf(const Reading& reading)
{
    std::map<std::string, int> kinds;
    for (const std::string& kind : reading.sink.kinds)
        ++kinds[kind];
    return kinds;
}

} // namespace

class TestCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sdiCounts();
    void consoleCounts();
    void ntpStatus();
    void packetCounts();
    void dhcpServerCounts();
    void ntpLogsAreUnderstood();
    void everyFileIsSniffedRight();
};

void TestCases::initTestCase()
{
    if (casesFolder().isEmpty())
        QSKIP("the labelled cases are not here");
}

void TestCases::sdiCounts()
{
    static const std::map<QString, std::string> kinds{
        {QStringLiteral("ka"), "sccp.keepalive"},
        {QStringLiteral("kaack"), "sccp.keepalive-ack"},
        {QStringLiteral("register"), "sccp.register"},
        {QStringLiteral("regack"), "sccp.register-ack"},
        {QStringLiteral("alarm"), "sccp.alarm"},
        {QStringLiteral("newconn"), "trace.connection"},
        {QStringLiteral("timedate"), "sccp.time-date-res"},
        {QStringLiteral("reset"), "sccp.reset"},
        {QStringLiteral("unregister"), "sccp.unregister"},
    };
    int files = 0;
    forEach("ccm*.txt", [&](const QString& path, const QJsonObject& truth) {
        const Reading reading = readAll(cucmSdiFormat(), openFile(path.toStdString()).value());
        QVERIFY(reading.facts);
        auto got = kindsOf(reading);
        const QJsonObject counts = truth.value(QLatin1String("counts")).toObject();
        for (const auto& [name, kind] : kinds)
            QVERIFY2(got[kind] == counts.value(name).toInt(), qPrintable(path + QLatin1Char(' ') + name));
        int ends = 0;
        for (const char* name : {"tcpclosed", "katimeout", "dupreg"})
            ends += counts.value(QLatin1String(name)).toInt();
        QCOMPARE(got["trace.disconnect"], ends);
        for (const Problem& problem : reading.sink.problems)
            QVERIFY2(problem.id == "formats.records-not-of-interest",
                     qPrintable(path + QString::fromStdString(problem.id)));
        ++files;
    });
    QVERIFY(files > 0);
}

void TestCases::consoleCounts()
{
    int files = 0;
    forEach("SEP*.log", [&](const QString& path, const QJsonObject& truth) {
        const Reading reading = readText(phoneConsoleFormat(), contents(path).toStdString());
        int lines = 0;
        const QJsonObject counts = truth.value(QLatin1String("counts")).toObject();
        for (const auto& count : counts)
            lines += count.toInt();
        QVERIFY2(static_cast<int>(reading.sink.events.size()) == lines, qPrintable(path));
        QCOMPARE(reading.facts->records, static_cast<std::uint64_t>(lines));
        QVERIFY2(reading.sink.problems.empty(),
                 qPrintable(path + QString::fromStdString(reading.problemText())));
        ++files;
    });
    QVERIFY(files > 0);
}

void TestCases::ntpStatus()
{
    int files = 0;
    forEach("ntp_status*.txt", [&](const QString& path, const QJsonObject&) {
        const QByteArray bytes = contents(path);
        const Reading reading = readText(ntpStatusFormat(), bytes.toStdString());
        auto got = kindsOf(reading);
        QCOMPARE(got["ntp.system-status"], static_cast<int>(bytes.count("Current time in UTC")));
        int rows = 0;
        for (const QByteArray& line : bytes.split('\n'))
            rows += line.simplified().split(' ').size() == 10 && !line.contains("remote")
                && !line.contains("Current");
        QVERIFY2(got["ntp.peer-status"] == rows, qPrintable(path));
        QVERIFY2(reading.sink.problems.empty(),
                 qPrintable(path + QString::fromStdString(reading.problemText())));
        QVERIFY(!reading.facts->zoneName.empty());
        ++files;
    });
    QVERIFY(files > 0);
}

void TestCases::packetCounts()
{
    int files = 0;
    forEach("ntp_capture.txt", [&](const QString& path, const QJsonObject& truth) {
        const Reading reading = readText(packetTextFormat(), contents(path).toStdString());
        auto got = kindsOf(reading);
        const QJsonObject counts = truth.value(QLatin1String("counts")).toObject();
        QVERIFY2(got["ntp.client"] == counts.value(QLatin1String("ntp_client")).toInt(), qPrintable(path));
        QVERIFY2(got["ntp.server"] == counts.value(QLatin1String("ntp_server")).toInt(), qPrintable(path));
        QVERIFY2(reading.sink.problems.empty(),
                 qPrintable(path + QString::fromStdString(reading.problemText())));
        ++files;
    });
    QVERIFY(files > 0);
}

void TestCases::dhcpServerCounts()
{
    forEach("DhcpSrvLog*", [&](const QString& path, const QJsonObject& truth) {
        const Reading reading = readText(dhcpServerLogFormat(), contents(path).toStdString());
        auto got = kindsOf(reading);
        const QJsonObject counts = truth.value(QLatin1String("counts")).toObject();
        const auto count = [&](const char* name) { return counts.value(QLatin1String(name)).toInt(); };
        QVERIFY2(got["dhcp.ack"] == count("assign") + count("renew"), qPrintable(path));
        QVERIFY2(got["dhcp.nak"] == count("nak"), qPrintable(path));
        QVERIFY2(got["dhcp.log"] == count("nofree") + count("decline"), qPrintable(path));
        QVERIFY2(reading.sink.problems.empty(),
                 qPrintable(path + QString::fromStdString(reading.problemText())));
    });
}

void TestCases::ntpLogsAreUnderstood()
{
    forEach("ntp.log", [&](const QString& path, const QJsonObject&) {
        const QByteArray bytes = contents(path);
        const Reading reading = readText(ntpLogFormat(), bytes.toStdString());
        QCOMPARE(kindsOf(reading)["ntp.log"], static_cast<int>(bytes.count('\n')));
        QVERIFY2(reading.sink.problems.empty(),
                 qPrintable(path + QString::fromStdString(reading.problemText())));
    });
}

void TestCases::everyFileIsSniffedRight()
{
    forEach("*", [](const QString& path, const QJsonObject&) {
        const QString name = QFileInfo(path).fileName();
        const QByteArray head = contents(path).left(64 * 1024);
        for (const Format* format : textFormats()) {
            const bool ours = (format->id == "phone-console" && name.startsWith(QLatin1String("SEP")))
                || (format->id == "cucm-sdi" && name.startsWith(QLatin1String("ccm")))
                || (format->id == "packet-text" && name == QLatin1String("ntp_capture.txt"))
                || (format->id == "ntp-log" && name == QLatin1String("ntp.log"))
                || (format->id == "dhcp-server-log" && name.startsWith(QLatin1String("DhcpSrvLog")))
                || (format->id == "ntp-status" && name.startsWith(QLatin1String("ntp_status")));
            const Sniff sniff = format->sniff(asBytes({head.data(), static_cast<std::size_t>(head.size())}));
            QVERIFY2(ours ? sniff.confidence >= 80 : sniff.confidence == 0,
                     qPrintable(path + QLatin1Char(' ') + QString::fromStdString(sniff.reason)));
        }
    });
}

QTEST_APPLESS_MAIN(TestCases)
#include "tst_cases.moc"
