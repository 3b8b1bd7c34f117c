// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/folder.h"
#include "tests/app/program.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTest>

using namespace whittle::test;

/// `whittle events` on the sample: what is listed, in which form, and what is left out on request.
class TestEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void headerAndColumns();
    void trainsAreExpanded();
    void orderIsThatOfTheSources();
    void formatsSayTheSame();
    void kinds_data();
    void kinds();
    void sources();
    void devices();
    void search();
    void timesAreCorrected();
    void withoutTime();
    void nothingWanted();
    void sameListWhateverSurrounds();
    void closedPipe();
    void readOnlyCase();
    void noCase_data();
    void noCase();

private:
    using Row = QStringList; ///< the eight columns
    QByteArray list(const QStringList& options) const;
    QList<Row> rows(const QStringList& options) const;
    static QList<Row> fromCsv(const QByteArray& csv);

    Folder m_folder;
    QString m_case;
    QJsonObject m_analysis;
};

namespace
{

const QByteArray header = "time\tkind\tsource\tat\tdevice\tsrc\tdst\tfields";
enum Column { Time, Kind, Source, At, Device, Src, Dst, Fields };

} // namespace

void TestEvents::initTestCase()
{
    m_case = m_folder.file("sample.whittle");
    COMPARE_CODE(runWhittle({"analyze", sample(), "--case", m_case, "--json", m_folder.file("sample.json")}),
                 0);
    m_analysis = object(m_folder.read("sample.json"));
    QVERIFY(!m_analysis.isEmpty());
}

QByteArray TestEvents::list(const QStringList& options) const
{
    const Run run = runWhittle(QStringList{"events", m_case} + options);
    if (run.code != 0 || !run.err.isEmpty())
        qWarning("exit code %d: %s", run.code, run.err.constData());
    return run.code == 0 ? run.out : QByteArray();
}

QList<TestEvents::Row> TestEvents::rows(const QStringList& options) const
{
    QList<Row> all;
    const QByteArray out = list(options);
    if (!out.startsWith(header + '\n') || !out.endsWith('\n'))
        qWarning("no header, or no end: %s", out.left(100).constData());
    for (const QByteArray& line :
         out.sliced(header.size() + 1).chopped(out.size() > header.size() + 1).split('\n')) {
        if (!line.isEmpty())
            all << QString::fromUtf8(line).split('\t');
    }
    return all;
}

void TestEvents::headerAndColumns()
{
    static const QRegularExpression time(R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$)");
    static const QRegularExpression kind(R"(^[a-z0-9]+\.[a-z0-9.-]+$)");
    static const QRegularExpression place(R"(^(frame|line|offset) [1-9]\d*$)");
    static const QRegularExpression address(R"(^$|^(\d+\.\d+\.\d+\.\d+|\[[0-9a-f:]+\])(:\d+)?$)");
    static const QRegularExpression fields(R"(^$|^[a-z0-9-]+=[^;\t]*(;[a-z0-9-]+=[^;\t]*)*$)");
    const auto all = rows({});
    QVERIFY(all.size() > 20'000);
    for (const Row& row : all) {
        QCOMPARE(row.size(), 8);
        const bool fits = time.match(row[Time]).hasMatch() && kind.match(row[Kind]).hasMatch()
            && place.match(row[At]).hasMatch() && address.match(row[Src]).hasMatch()
            && address.match(row[Dst]).hasMatch() && fields.match(row[Fields]).hasMatch();
        QVERIFY2(fits, qPrintable(row.join('\t')));
    }
}

void TestEvents::trainsAreExpanded()
{
    QMap<QString, int> counted;
    for (const Row& row : rows({}))
        ++counted[row[Kind]];
    const QJsonObject expected = m_analysis["event_counts"].toObject();
    QCOMPARE(counted.keys(), expected.keys());
    for (const QString& kind : counted.keys())
        QCOMPARE(counted[kind], expected[kind].toInt());
    QCOMPARE(counted["sccp.keepalive"] > 5'000, true);
    qint64 sum = 0;
    for (const QJsonObject& source : objects(m_analysis["sources"]))
        sum += source["events"].toInteger();
    QCOMPARE(sum, rows({}).size());
}

/// Source after source; within one, as its records stand.
void TestEvents::orderIsThatOfTheSources()
{
    QStringList seen;
    qint64 last = 0;
    for (const Row& row : rows({})) {
        if (seen.isEmpty() || seen.last() != row[Source]) {
            QVERIFY(!seen.contains(row[Source]));
            seen << row[Source];
            last = 0;
        }
        const qint64 at = row[At].section(' ', 1).toLongLong();
        QVERIFY2(at >= last, qPrintable(row.join('\t')));
        last = at;
    }
    QVERIFY(seen.size() >= 3);
}

/// RFC 4180.
QList<TestEvents::Row> TestEvents::fromCsv(const QByteArray& csv)
{
    QList<Row> all;
    Row row;
    QString cell;
    bool quoted = false;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            cell += c;
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            row << std::exchange(cell, {});
        } else if (!quoted && c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
            row << std::exchange(cell, {});
            all << std::exchange(row, {});
            ++i;
        } else {
            cell += c;
        }
    }
    return all;
}

void TestEvents::formatsSayTheSame()
{
    const auto tsv = rows({});
    QCOMPARE(rows({"--format", "tsv"}), tsv);
    auto csv = fromCsv(list({"--format", "csv"}));
    QCOMPARE(csv.takeFirst().join('\t').toUtf8(), header);
    QCOMPARE(csv, tsv);
    const auto lines = list({"--format", "jsonl"}).trimmed().split('\n');
    QCOMPARE(lines.size(), tsv.size());
    const QStringList names = QString::fromUtf8(header).split('\t');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QJsonObject line = object(lines[i]);
        QCOMPARE(line.size(), 8);
        for (int column = Time; column < Fields; ++column)
            QCOMPARE(line[names[column]].toString(), tsv[i][column]);
        QStringList fields;
        for (const QString& field : tsv[i][Fields].split(';', Qt::SkipEmptyParts)) {
            QCOMPARE(line["fields"][field.section('=', 0, 0)].toString(), field.section('=', 1));
            fields << field.section('=', 0, 0);
        }
        QCOMPARE(line["fields"].toObject().size(), fields.size());
    }
}

void TestEvents::kinds_data()
{
    QTest::addColumn<QStringList>("globs");
    QTest::addColumn<QString>("pattern");
    QTest::newRow("one") << QStringList{"dhcp.nak"} << "dhcp\\.nak";
    QTest::newRow("glob") << QStringList{"dhcp.*"} << "dhcp\\..*";
    QTest::newRow("two") << QStringList{"dhcp.n?k", "ntp.*"} << "dhcp\\.n.k|ntp\\..*";
    QTest::newRow("trains too") << QStringList{"*keepalive*"} << ".*keepalive.*";
    QTest::newRow("all") << QStringList{"*"} << ".*";
    QTest::newRow("none") << QStringList{"dhcp"} << "dhcp";
    QTest::newRow("case matters") << QStringList{"DHCP.*"} << "DHCP\\..*";
}

void TestEvents::kinds()
{
    QFETCH(QStringList, globs);
    QFETCH(QString, pattern);
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
    QStringList options;
    for (const QString& glob : globs)
        options << "--kind" << glob;
    auto expected = rows({});
    erase_if(expected, [&](const Row& row) { return !expression.match(row[Kind]).hasMatch(); });
    QCOMPARE(rows(options), expected);
}

void TestEvents::sources()
{
    auto expected = rows({});
    erase_if(expected, [](const Row& row) { return !row[Source].endsWith(".pcap"); });
    QVERIFY(!expected.isEmpty());
    QCOMPARE(rows({"--source", "*.pcap"}), expected);
    QCOMPARE(rows({"--source", "warehouse/span-dc1.pcap"}), expected);
    QCOMPARE(rows({"--source", "span"}).size(), 0);
}

void TestEvents::devices()
{
    const QString device = "SEP001E7A24429A";
    const auto of = rows({"--device", device});
    QVERIFY(!of.isEmpty());
    QStringList sources;
    for (const Row& row : of) {
        QCOMPARE(row[Device], device);
        if (!sources.contains(row[Source]))
            sources << row[Source];
    }
    QCOMPARE(sources.size(), 3); // found in capture, trace and console alike
    QCOMPARE(rows({"--device", "SEP000000000000"}).size(), 0);
    QCOMPARE(rows({"--device", device, "--kind", "dhcp.nak", "--source", "*.pcap"}).size(), 3);
}

void TestEvents::search()
{
    const auto found = rows({"--search", "LEASE not FOUND"});
    QVERIFY(!found.isEmpty());
    for (const Row& row : found)
        QVERIFY2(row.join('\t').contains("lease not found", Qt::CaseInsensitive), qPrintable(row.join('\t')));
    QCOMPARE(rows({"--search", "no such words"}).size(), 0);
}

/// The times of a finding are corrected, so that they find the cited line, whose own clock is half a minute
/// away.
void TestEvents::timesAreCorrected()
{
    int compared = 0;
    for (const QJsonObject& cited : objects(objects(m_analysis["findings"]).constFirst()["evidence"])) {
        const QString time = cited["time"].toString();
        const auto source = objects(m_analysis["sources"])[cited["source"].toInt() - 1];
        const auto listed = rows({"--from", time, "--to", time, "--source", source["path"].toString()});
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed.first()[At], cited["at"].toString());
        const double offset = source["clock"]["offset_s"].toDouble();
        const auto shown = QDateTime::fromString(listed.first()[Time].left(23) + 'Z', Qt::ISODateWithMs);
        const auto corrected = QDateTime::fromString(time.left(23) + 'Z', Qt::ISODateWithMs);
        QVERIFY(qAbs(double(corrected.msecsTo(shown)) / 1000 - offset) < 10); // it drifts
        compared += qAbs(offset) > 20;
    }
    QVERIFY(compared > 0);
    const auto all = rows({});
    QCOMPARE(rows({"--from", "2000-01-01", "--to", "2030-01-01T00:00:00+01:00"}), all);
    const QString middle = "2009-03-01T00:00:00Z";
    QCOMPARE(rows({"--to", "2009-02-28T23:59:59.999999999Z"}).size() + rows({"--from", middle}).size(),
             all.size());
}

/// A registry export says nothing of when: the cell is empty, and no span of time holds it.
void TestEvents::withoutTime()
{
    const QTemporaryDir folder;
    QFile export_(folder.filePath("w32time.reg"));
    QVERIFY(export_.open(QIODevice::WriteOnly));
    export_.write("REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Config]"
                  "\r\n\"LocalClockDispersion\"=dword:00000000\r\n");
    export_.close();
    const QString file = folder.filePath("undated.whittle");
    COMPARE_CODE(runWhittle({"analyze", export_.fileName(), "--case", file, "--import-only"}), 0);
    const Run all = runWhittle({"events", file});
    QVERIFY(all.out.contains("\n\tregistry.value\t"));
    for (const QString option : {"--from", "--to"})
        QCOMPARE(runWhittle({"events", file, option, "2009-02-27T14:11:10Z"}).out, header + '\n');
}

void TestEvents::nothingWanted()
{
    QCOMPARE(list({"--from", "2030-01-01"}), header + '\n');
    QCOMPARE(list({"--from", "2030-01-01", "--format", "csv"}),
             QByteArray(header).replace('\t', ',') + "\r\n");
    QCOMPARE(runWhittle({"events", m_case, "--from", "2030-01-01", "--format", "jsonl"}).out, QByteArray());
}

void TestEvents::sameListWhateverSurrounds()
{
    const QByteArray expected = list({});
    const Surroundings around{"/", {{"TZ", "Asia/Kolkata"}, {"LC_ALL", "de_DE.UTF-8"}, {"HOME", ""}}};
    QCOMPARE(runWhittle({"events", m_case}, around).out, expected);
}

/// Whoever reads may have enough. The case is closed properly all the same.
void TestEvents::closedPipe()
{
    for (const char* words :
         {"events sample.whittle", "events sample.whittle --format jsonl", "verify sample.whittle",
          "analyze sample.whittle", "analyze sample.whittle --json /dev/stdout"}) {
        const QString line = QStringLiteral("{ \"$W\" %1; echo \"code $?\" >&2; } | true").arg(words);
        const Run run = shell(line, m_folder.path());
        QCOMPARE(run.err, QByteArray("code 0\n"));
    }
    QCOMPARE(m_folder.names(), QStringList({"sample.json", "sample.whittle"}));
}

void TestEvents::readOnlyCase()
{
    const Folder folder;
    const QString copy = folder.file("copy.whittle");
    QVERIFY(QFile::copy(m_case, copy));
    QFile::setPermissions(copy, QFile::ReadOwner);
    const QByteArray expected = list({});
    QCOMPARE(runWhittle({"events", copy}).out, expected);
}

void TestEvents::noCase_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << "/no/such.whittle"
                             << "/no/such.whittle";
    QTest::newRow("a capture") << sample("span-dc1.pcap") << "not a Whittle case";
    QTest::newRow("a folder") << sample() << sample();
    QTest::newRow("a device") << "/dev/zero"
                              << "not a regular file";
}

void TestEvents::noCase()
{
    QFETCH(QString, path);
    QFETCH(QString, says);
    for (const char* verb : {"events", "verify"}) {
        const Run run = runWhittle({verb, path});
        COMPARE_CODE(run, 1);
        QCOMPARE(run.out, QByteArray());
        QVERIFY2(run.err.contains(says.toUtf8()), run.err);
    }
}

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
