// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/folder.h"
#include "tests/app/program.h"

#include <QRegularExpression>
#include <QTest>

using namespace whittle::test;

/// `whittle spans` on the sample: what lasted how long, in which form.
class TestSpans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void kinds_data();
    void kinds();
    void openOnesHaveNoEnd();
    void formatsSayTheSame();
    void usage_data();
    void usage();
    void noCase();

private:
    QList<QStringList> rows(const QString& kind) const;

    Folder m_folder;
    QString m_case;
};

namespace
{

const QByteArray header = "kind\tdevice\tpeer\tfrom\tto\tbegan\tended\tsource\tat\tfields";
enum Column { Kind, Device, Peer, From, To, Began, Ended, Source, At, Fields };

} // namespace

void TestSpans::initTestCase()
{
    m_case = m_folder.file("sample.whittle");
    COMPARE_CODE(runWhittle({"analyze", sample(), "--case", m_case}), 0);
}

QList<QStringList> TestSpans::rows(const QString& kind) const
{
    const Run run = runWhittle({"spans", m_case, "--kind", kind});
    if (run.code != 0 || !run.err.isEmpty() || !run.out.startsWith(header + '\n'))
        qWarning("exit code %d: %s", run.code, run.err.constData());
    QList<QStringList> all;
    for (const QByteArray& line : run.out.sliced(qMin(run.out.size(), header.size() + 1)).split('\n')) {
        if (!line.isEmpty())
            all.append(QString::fromUtf8(line).split(u'\t'));
    }
    return all;
}

void TestSpans::kinds_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("device");
    QTest::addColumn<QString>("ended"); ///< one that the sample has
    QTest::addColumn<QString>("field");
    QTest::newRow("registration") << "registration"
                                  << "SEP001E7A24429A"
                                  << "address-lost"
                                  << "protocol=sccp";
    QTest::newRow("lease") << "lease"
                           << "SEP001E7A24429A"
                           << "refused"
                           << "address=10.2.";
    QTest::newRow("ntp") << "ntp"
                         << "10.2.1.10"
                         << ""
                         << "polls=";
    QTest::newRow("dialog") << "dialog"
                            << "SEP001E7A24429A"
                            << "tcp-reset"
                            << "connection=";
}

void TestSpans::kinds()
{
    QFETCH(QString, kind);
    QFETCH(QString, device);
    QFETCH(QString, ended);
    QFETCH(QString, field);
    const auto all = rows(kind);
    bool found = false;
    const QRegularExpression time(QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z$"));
    for (const QStringList& row : all) {
        QCOMPARE(row.size(), qsizetype{10});
        QCOMPARE(row[Kind], kind);
        QVERIFY2(time.match(row[From]).hasMatch(), qPrintable(row[From]));
        QVERIFY(row[To].isEmpty() || row[To] >= row[From]);
        found = found
            || (row[Device] == device && row[Ended] == ended && row[Fields].contains(field)
                && !row[Peer].isEmpty());
    }
    QVERIFY2(found, qPrintable(all.isEmpty() ? QString() : all.first().join(u'|')));
}

void TestSpans::openOnesHaveNoEnd()
{
    int open = 0;
    for (const QStringList& row : rows("registration")) {
        QCOMPARE(row[To].isEmpty(), row[Ended] == QLatin1String("evidence-ended"));
        open += row[To].isEmpty();
    }
    QVERIFY(open > 0);
}

void TestSpans::formatsSayTheSame()
{
    const auto tsv = rows("lease");
    const Run lines = runWhittle({"spans", m_case, "--kind", "lease", "--format", "jsonl"});
    const Run csv = runWhittle({"spans", m_case, "--kind", "lease", "--format", "csv"});
    COMPARE_CODE(lines, 0);
    COMPARE_CODE(csv, 0);
    QCOMPARE(lines.out.count('\n'), tsv.size());
    QCOMPARE(csv.out.count("\r\n"), tsv.size() + 1);
    const QJsonObject first = QJsonDocument::fromJson(lines.out.left(lines.out.indexOf('\n'))).object();
    QCOMPARE(first.value("device").toString(), tsv.first()[Device]);
    QVERIFY(first.value("fields").toObject().contains("address"));
}

void TestSpans::usage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no kind") << QStringList{};
    QTest::newRow("another kind") << QStringList{"--kind", "boot"};
    QTest::newRow("another format") << QStringList{"--kind", "ntp", "--format", "xml"};
    QTest::newRow("another case") << QStringList{"--kind", "ntp", "two.whittle"};
}

void TestSpans::usage()
{
    QFETCH(QStringList, words);
    const Run run = runWhittle(QStringList{"spans", m_case} + words);
    QCOMPARE(run.code, 2);
    QVERIFY(run.out.isEmpty() && !run.err.isEmpty());
}

void TestSpans::noCase()
{
    const Run run = runWhittle({"spans", m_folder.file("none.whittle"), "--kind", "lease"});
    QCOMPARE(run.code, 1);
    QVERIFY(run.out.isEmpty() && run.err.contains("none.whittle"));
}

QTEST_GUILESS_MAIN(TestSpans)
#include "tst_spans.moc"
