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

/// What the truth counts in a trace, and what it is here.
const std::map<QString, std::string>& traceKinds()
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
    return kinds;
}

/// Compares a trace of CallManager with the truth about it; empty when they agree.
QString traceDifference(const Format& format, const QString& path, const QJsonObject& truth)
{
    const Reading reading = readAll(format, openFile(path.toStdString()).value());
    if (!reading.facts)
        return path;
    auto got = kindsOf(reading);
    const QJsonObject counts = truth.value(QLatin1String("counts")).toObject();
    const auto counted = [&](std::initializer_list<const char*> names) {
        int sum = 0;
        for (const char* name : names)
            sum += counts.value(QLatin1String(name)).toInt();
        return sum;
    };
    for (const auto& [name, kind] : traceKinds()) {
        if (got[kind] != counts.value(name).toInt())
            return path + QLatin1Char(' ') + name;
    }
    if (got["trace.disconnect"] != counted({"tcpclosed", "katimeout", "dupreg", "sipclosed"}))
        return path + QStringLiteral(" disconnect");
    int sip = 0;
    for (const auto& [kind, count] : got)
        sip += kind.starts_with("sip.") ? count : 0;
    if (sip != counted({"sipin", "sipout"}))
        return path + QStringLiteral(" sip");
    for (const Problem& problem : reading.sink.problems) {
        if (problem.id != "formats.records-not-of-interest")
            return path + QString::fromStdString(problem.id);
    }
    return {};
}

} // namespace

class TestCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sdiCounts();
    void sdlCounts();
    void syslogCounts();
    void consoleCounts();
    void ntpStatus();
    void sipCounts_data();
    void sipCounts();
    void everyFileIsReadWhole_data();
    void everyFileIsReadWhole();
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
    int files = 0;
    forEach("ccm*.txt", [&](const QString& path, const QJsonObject& truth) {
        QCOMPARE(traceDifference(cucmSdiFormat(), path, truth), QString());
        ++files;
    });
    QVERIFY(files > 0);
}

void TestCases::sdlCounts()
{
    int files = 0;
    forEach("SDL*.txt", [&](const QString& path, const QJsonObject& truth) {
        QCOMPARE(traceDifference(cucmSdlFormat(), path, truth), QString());
        ++files;
    });
    QVERIFY(files > 0);
}

void TestCases::syslogCounts()
{
    int files = 0;
    forEach("syslog.txt", [&](const QString& path, const QJsonObject& truth) {
        const Reading reading = readAll(syslogFormat(), openFile(path.toStdString()).value());
        QVERIFY(reading.facts);
        const QJsonObject counts = truth.value(QLatin1String("counts")).toObject();
        int alarms = 0;
        for (const auto& count : counts)
            alarms += count.toInt();
        QVERIFY2(static_cast<int>(reading.sink.events.size()) == alarms, qPrintable(path));
        QCOMPARE(reading.problemText(), std::string());
        QCOMPARE(reading.facts->utcOffsetSeconds, std::optional(0));
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

void TestCases::sipCounts_data()
{
    QTest::addColumn<QByteArray>("files");
    QTest::addColumn<bool>("isOcs"); // whose truth tells what came from what went
    QTest::newRow("ocs") << QByteArray("ocs_sipstack.txt") << true;
    QTest::newRow("cups") << QByteArray("esp*.txt") << false;
}

void TestCases::sipCounts()
{
    QFETCH(QByteArray, files);
    QFETCH(bool, isOcs);
    const Format& format = isOcs ? ocsSipStackFormat() : cupsSipProxyFormat();
    int read = 0;
    forEach(files.constData(), [&](const QString& path, const QJsonObject& truth) {
        const Reading reading = readText(format, contents(path).toStdString());
        std::map<QString, int> got;
        for (const std::string& event : reading.sink.events) {
            if (!event.starts_with("sip."))
                continue;
            const auto field = [&](const char* name) {
                const auto at = event.find(std::string(name) + "=");
                return at == event.npos
                    ? std::string()
                    : event.substr(event.find('=', at) + 1, event.find(';', at) - event.find('=', at) - 1);
            };
            const std::string what = field("method").empty() ? field("status") : field("method");
            ++got[QString::fromStdString(isOcs ? "ocs_" + field("direction") + "_" + what : what)];
        }
        const QJsonObject counts = truth.value(QLatin1String("counts")).toObject();
        for (auto count = counts.begin(); count != counts.end(); ++count)
            QVERIFY2(got[count.key()] == count.value().toInt(), qPrintable(path + u' ' + count.key()));
        QVERIFY2(static_cast<qsizetype>(got.size()) == counts.size(), qPrintable(path));
        ++read;
    });
    QVERIFY(read > 0);
}

void TestCases::everyFileIsReadWhole_data()
{
    QTest::addColumn<QByteArray>("files");
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("ocs") << QByteArray("ocs_sipstack.txt") << QByteArray("ocs-sipstack");
    QTest::newRow("cups") << QByteArray("esp*.txt") << QByteArray("cups-sipproxy");
    QTest::newRow("versions") << QByteArray("versions.txt") << QByteArray("show-version");
    QTest::newRow("installs") << QByteArray("install_log*") << QByteArray("install-log");
    QTest::newRow("sites") << QByteArray("deployment.json") << QByteArray("site");
}

void TestCases::everyFileIsReadWhole()
{
    QFETCH(QByteArray, files);
    QFETCH(QByteArray, format);
    int read = 0;
    forEach(files.constData(), [&](const QString& path, const QJsonObject&) {
        for (const Format* one : textFormats()) {
            if (one->id != format.toStdString())
                continue;
            const Reading reading = readText(*one, contents(path).toStdString());
            QVERIFY2(!reading.sink.events.empty() && reading.sink.ordered, qPrintable(path));
            QVERIFY2(reading.sink.problems.empty(),
                     qPrintable(path + QString::fromStdString(reading.problemText())));
            ++read;
        }
    });
    QVERIFY(read > 0);
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
                || (format->id == "cucm-sdl" && name.startsWith(QLatin1String("SDL")))
                || (format->id == "cti-trace" && name.startsWith(QLatin1String("cti")))
                || (format->id == "syslog" && name == QLatin1String("syslog.txt"))
                || (format->id == "ntp-status" && name.startsWith(QLatin1String("ntp_status")))
                || (format->id == "packet-text" && name == QLatin1String("ntp_capture.txt"))
                || (format->id == "ntp-log" && name == QLatin1String("ntp.log"))
                || (format->id == "dhcp-server-log" && name.startsWith(QLatin1String("DhcpSrvLog")))
                || (format->id == "ocs-sipstack" && name == QLatin1String("ocs_sipstack.txt"))
                || (format->id == "cups-sipproxy" && name.startsWith(QLatin1String("esp")))
                || (format->id == "show-version" && name == QLatin1String("versions.txt"))
                || (format->id == "install-log" && name.startsWith(QLatin1String("install_log")))
                || (format->id == "site" && name == QLatin1String("deployment.json"));
            const Sniff sniff = format->sniff(asBytes({head.data(), static_cast<std::size_t>(head.size())}));
            QVERIFY2(ours ? sniff.confidence >= 80 : sniff.confidence == 0,
                     qPrintable(path + QLatin1Char(' ') + QString::fromStdString(sniff.reason)));
        }
    });
}

QTEST_APPLESS_MAIN(TestCases)
#include "tst_cases.moc"
