// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/folder.h"
#include "tests/app/program.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>

#include <unistd.h>

using namespace whittle::test;

/// What a shell sees: words, exit codes, files that appear whole or not at all.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksWithoutDisplayAndEnvironment_data();
    void speaksWithoutDisplayAndEnvironment();
    void wrongUsage_data();
    void wrongUsage();
    void nothingToOpenIsSaid();
    void failureWritesNothing_data();
    void failureWritesNothing();
    void pdfThatFailsTakesJsonWithIt();
    void outputThatWasThereIsReplacedWhole();
    void linkToOutputStaysLink();
    void outputOverEvidenceIsRefused();
    void quietIsQuiet();
    void pdfSaysNothing();
    void fullDiskIsTold_data();
    void fullDiskIsTold();
    void oddNamesOfFiles();
    void caseAndOutputsAreNoEvidence();
    void emptyFolderIsSaid();
    void interruptedImportLeavesNothing();
    void killedImportLeavesNothing();

private:
    static QString bigCapture(const Folder& folder);
    static void waitForImport(const Folder& folder, QProcess& process);
};

void TestCommandLine::speaksWithoutDisplayAndEnvironment_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("says");
    QTest::newRow("version") << "--version"
                             << "whittle ";
    QTest::newRow("help") << "--help"
                          << "whittle analyze [EVIDENCE...]";
    QTest::newRow("short help") << "-h"
                                << "whittle verify CASE";
    QTest::newRow("help of a command") << "analyze --help"
                                       << "whittle analyze [EVIDENCE...]";
    QTest::newRow("answers alone") << "analyze --symptom phone-resets"
                                   << "Phones reset";
}

void TestCommandLine::speaksWithoutDisplayAndEnvironment()
{
    QFETCH(QString, words);
    QFETCH(QString, says);
    const Run run = shell("exec env -i \"$W\" " + words);
    COMPARE_CODE(run, 0);
    QCOMPARE(run.err, QByteArray());
    QVERIFY2(run.out.contains(says.toUtf8()), run.out);
}

void TestCommandLine::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QStringList& words, const char* says) {
        QTest::newRow(name) << words << QString::fromLatin1(says);
    };
    row("option", {"analyze", "--colour"}, "no option --colour");
    row("option of another command", {"verify", "--json", "x"}, "verify takes one case");
    row("no value", {"analyze", "--json"}, "--json needs a value");
    row("empty value", {"analyze", "--case", ""}, "--case needs a value");
    row("symptom", {"analyze", "--symptom", "phones-reset"}, "phones-reset");
    row("question", {"analyze", "--answer", "is-it-raining=yes"}, "is-it-raining");
    row("answer", {"analyze", "--answer", "periodic=maybe"}, "maybe");
    row("no answer", {"analyze", "--answer", "periodic"}, "periodic");
    row("number", {"analyze", "--answer", "period-hours=often"}, "often");
    row("events without a case", {"events"}, "name one case");
    row("events of two cases", {"events", "a", "b"}, "name one case");
    row("format", {"events", "a", "--format", "xml"}, "xml");
    row("time", {"events", "a", "--from", "yesterday"}, "yesterday");
    row("day that is none", {"events", "a", "--to", "2009-02-30T00:00:00Z"}, "2009-02-30");
    row("verify without a case", {"verify"}, "verify takes one case");
    row("verb of a later version", {"report", "a"}, "no command");
    row("no verb at all", {"frobnicate"}, "no command and no file \"frobnicate\"");
    row("option of the window", {"--colour"}, "no option --colour");
}

void TestCommandLine::wrongUsage()
{
    QFETCH(QStringList, words);
    QFETCH(QString, says);
    const Run run = runWhittle(words);
    COMPARE_CODE(run, 2);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.startsWith("whittle: ") && run.err.contains(says.toUtf8()), run.err);
    QCOMPARE(run.err.count('\n'), 1);
}

void TestCommandLine::nothingToOpenIsSaid()
{
    const Folder folder;
    for (const QStringList& words :
         {QStringList{"./frobnicate"}, QStringList{"no/such.pcap", "case.whittle"}}) {
        const Run run = runWhittle(words, {folder.path()});
        COMPARE_CODE(run, 1);
        QCOMPARE(run.err, "whittle: " + words.first().toUtf8() + ": there is no such file or folder\n");
    }
    folder.write("there", "x");
    const Run run = runWhittle({"there"}, {folder.path()});
    COMPARE_CODE(run, 1);
    QVERIFY2(run.err.contains("no display"), run.err);
}

void TestCommandLine::failureWritesNothing_data()
{
    QTest::addColumn<QStringList>("outputs");
    QTest::addColumn<QString>("says");
    QTest::newRow("JSON, no folder") << QStringList{"--json", "none/out.json"} << "none/out.json";
    QTest::newRow("JSON is a folder") << QStringList{"--json", "."} << "folder";
    QTest::newRow("JSON, full disk") << QStringList{"--json", "/dev/full"} << "/dev/full";
    QTest::newRow("PDF, no folder") << QStringList{"--pdf", "none/out.pdf"} << "none/out.pdf";
    QTest::newRow("PDF, full disk") << QStringList{"--pdf", "/dev/full"} << "/dev/full";
    QTest::newRow("JSON into a system folder") << QStringList{"--json", "/proc/out.json"} << "/proc/out.json";
    QTest::newRow("nothing readable") << QStringList{"missing.pcap", "--json", "out.json"} << "missing.pcap";
}

void TestCommandLine::failureWritesNothing()
{
    QFETCH(QStringList, outputs);
    QFETCH(QString, says);
    const Folder folder;
    QStringList words{"analyze", "--case", "new.whittle"};
    if (!outputs.first().endsWith(QLatin1String("pcap")))
        words << sample("ntp-status-cucm-pub.txt");
    const Run run = runWhittle(words + outputs, {folder.path()});
    COMPARE_CODE(run, 1);
    QVERIFY2(run.err.contains(says.toUtf8()), run.err);
    QCOMPARE(folder.names(), QStringList());
}

void TestCommandLine::pdfThatFailsTakesJsonWithIt()
{
    const Folder folder;
    folder.write("old.json", QByteArray("old"));
    for (const char* name : {"old.json", "new.json"}) {
        const Run run =
            runWhittle({"analyze", sample(), "--json", QString::fromLatin1(name), "--pdf", "/dev/full"},
                       {folder.path()});
        COMPARE_CODE(run, 1);
    }
    QCOMPARE(folder.names(), QStringList{"old.json"});
    QCOMPARE(folder.read("old.json"), QByteArray("old"));
}

void TestCommandLine::outputThatWasThereIsReplacedWhole()
{
    const Folder folder;
    const QString path = folder.write("out.json", QByteArray(1 << 20, 'x'));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    COMPARE_CODE(runWhittle({"analyze", sample(), "--json", path}), 0);
    QVERIFY(!object(folder.read("out.json")).isEmpty());
    QVERIFY(!(QFile::permissions(path) & QFile::ReadOther));
    QCOMPARE(folder.names(), QStringList{"out.json"});
}

void TestCommandLine::linkToOutputStaysLink()
{
    const Folder folder;
    folder.write("real.json", QByteArray("old"));
    QVERIFY(QFile::link("real.json", folder.file("link.json")));
    COMPARE_CODE(runWhittle({"analyze", sample(), "--json", "link.json"}, {folder.path()}), 0);
    QVERIFY(QFileInfo(folder.file("link.json")).isSymLink());
    QVERIFY(folder.read("real.json").startsWith('{'));
}

void TestCommandLine::outputOverEvidenceIsRefused()
{
    const Folder folder;
    const QByteArray evidence = bytesOf(sample("ntp-status-cucm-pub.txt"));
    folder.write("ntp.txt", evidence);
    const Run run = runWhittle({"analyze", "ntp.txt", "--json", "./ntp.txt"}, {folder.path()});
    COMPARE_CODE(run, 2);
    QCOMPARE(folder.read("ntp.txt"), evidence);
}

void TestCommandLine::quietIsQuiet()
{
    const Folder folder;
    for (int i = 0; i < 2; ++i) { // new, then all known already
        const Run run = runWhittle(
            {"analyze", "--quiet", sample(), "--case", "a.whittle", "--json", "a.json"}, {folder.path()});
        COMPARE_CODE(run, 0);
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(run.err, QByteArray());
    }
    const Run gap =
        runWhittle({"analyze", "--quiet", sample(), "missing.pcap", "--json", "a.json"}, {folder.path()});
    COMPARE_CODE(gap, 3);
    QVERIFY2(gap.err.contains("missing.pcap"), "what is missing is said all the same");
}

void TestCommandLine::pdfSaysNothing()
{
    const Folder folder;
    const Run run = runWhittle({"analyze", sample(), "--pdf", folder.file("a.pdf")});
    COMPARE_CODE(run, 0);
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(run.err, QByteArray());
    QVERIFY(folder.read("a.pdf").startsWith("%PDF-"));
    QVERIFY(folder.read("a.pdf").trimmed().endsWith("%%EOF"));
}

void TestCommandLine::fullDiskIsTold_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("analyze") << "analyze case.whittle";
    QTest::newRow("events") << "events case.whittle";
    QTest::newRow("verify") << "verify case.whittle";
    QTest::newRow("help") << "--help";
}

void TestCommandLine::fullDiskIsTold()
{
    QFETCH(QString, words);
    const Folder folder;
    COMPARE_CODE(
        runWhittle({"analyze", sample(), "--case", "case.whittle", "--json", "a.json"}, {folder.path()}), 0);
    const Run run = shell(QStringLiteral("\"$W\" %1 > /dev/full").arg(words), folder.path());
    COMPARE_CODE(run, 1);
    QVERIFY2(run.err.contains("No space left"), run.err);
}

void TestCommandLine::oddNamesOfFiles()
{
    const Folder folder;
    folder.write("ntp.txt", bytesOf(sample("ntp-status-cucm-pub.txt")));
    const auto script = QStringLiteral(R"sh(
        name="$(printf 'a b\377\nc\033[2J')"
        mkdir "$name" && cp ntp.txt "$name/$name.txt" && : > "$name/empty"
        "$W" analyze "$name" --case "$name.whittle" --json "$name.json"; echo $?
        mv "$name.json" plain.json
        "$W" events "$name.whittle" --format jsonl > events.jsonl; echo $?
        "$W" verify "$name.whittle"; echo $?
        rm -rf "$name"*)sh"); // Qt could not
    const Run run = shell(script, folder.path());
    COMPARE_CODE(run, 0);
    QVERIFY2(run.out.startsWith("3\n0\n"), run.out); // the empty file
    QVERIFY2(run.out.endsWith("The case is sound.\n0\n"), run.out);
    QVERIFY2(!run.err.contains('\x1b') && !run.out.contains('\x1b'), "a name drives the terminal");
    QVERIFY2(run.err.contains("a b\\xff\\x0ac\\x1b[2J/empty"), run.err);
    const auto json = object(folder.read("plain.json"));
    QCOMPARE(json[QLatin1String("sources")].toArray().size(), 2);
    for (const QByteArray& line : folder.read("events.jsonl").trimmed().split('\n'))
        QVERIFY2(!object(line).isEmpty(), line);
    QVERIFY(!folder.names().contains("a b"));
}

void TestCommandLine::caseAndOutputsAreNoEvidence()
{
    const Folder folder;
    folder.write("ntp.txt", bytesOf(sample("ntp-status-cucm-pub.txt")));
    QByteArray first;
    for (int i = 0; i < 3; ++i) {
        const Run run = runWhittle(
            {"analyze", ".", "--case", "a.whittle", "--json", "a.json", "--pdf", "a.pdf"}, {folder.path()});
        COMPARE_CODE(run, 0);
        const QByteArray json = folder.read("a.json");
        QCOMPARE(object(json)[QLatin1String("sources")].toArray().size(), 1);
        QVERIFY(first.isEmpty() || first == json);
        first = json;
    }
    QCOMPARE(folder.names(), QStringList({"a.json", "a.pdf", "a.whittle", "ntp.txt"}));
}

void TestCommandLine::emptyFolderIsSaid()
{
    const Folder folder;
    const Run run = runWhittle({"analyze", folder.path()});
    COMPARE_CODE(run, 0);
    QVERIFY2(run.err.contains("no file"), run.err);
}

/// The frames of the sample over and over: enough to be in the middle of it for a while.
QString TestCommandLine::bigCapture(const Folder& folder)
{
    const QByteArray capture = bytesOf(sample("span-dc1.pcap"));
    QFile file(folder.file("big.pcap"));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(capture.first(24));
    for (int i = 0; i < 300; ++i)
        file.write(capture.sliced(24));
    return file.fileName();
}

/// Until the case has grown by what is being read: some events are in it by then.
void TestCommandLine::waitForImport(const Folder& folder, QProcess& process)
{
    const auto size = [&](const char* name) {
        return QFileInfo(folder.file(QString::fromLatin1(name))).size();
    };
    QElapsedTimer timer;
    timer.start();
    while (process.state() != QProcess::NotRunning && timer.elapsed() < 30'000) {
        if (size("case.whittle-wal") > 100'000)
            return;
        process.waitForFinished(2);
    }
}

void TestCommandLine::interruptedImportLeavesNothing()
{
    const Folder folder;
    const QString big = bigCapture(folder);
    COMPARE_CODE(
        runWhittle({"analyze", sample("ntp-status-cucm-pub.txt"), "--case", "case.whittle"}, {folder.path()}),
        0);
    for (const int number : {SIGINT, SIGTERM}) {
        QProcess process;
        start(process, {"analyze", big, "--case", "case.whittle", "--json", "out.json"}, {folder.path()});
        waitForImport(folder, process);
        ::kill(static_cast<pid_t>(process.processId()), number);
        const Run run = finish(process);
        COMPARE_CODE(run, 130);
        QCOMPARE(folder.names(), QStringList({"big.pcap", "case.whittle"}));
        const Run verified = runWhittle({"verify", "case.whittle"}, {folder.path()});
        COMPARE_CODE(verified, 0);
        QCOMPARE(verified.out.count('\n'), 2); // the one source, and that all is sound
    }
    QProcess process; // a new case is not left behind
    QFile::remove(folder.file("case.whittle"));
    start(process, {"analyze", big, "--case", "case.whittle"}, {folder.path()});
    waitForImport(folder, process);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    COMPARE_CODE(finish(process), 130);
    QCOMPARE(folder.names(), QStringList{"big.pcap"});
}

void TestCommandLine::killedImportLeavesNothing()
{
    const Folder folder;
    const QString big = bigCapture(folder);
    COMPARE_CODE(
        runWhittle({"analyze", sample("ntp-status-cucm-pub.txt"), "--case", "case.whittle"}, {folder.path()}),
        0);
    QProcess process;
    start(process, {"analyze", big, "--case", "case.whittle"}, {folder.path()});
    waitForImport(folder, process);
    process.kill();
    COMPARE_CODE(finish(process), 128 + SIGKILL);
    const Run verified = runWhittle({"verify", "case.whittle"}, {folder.path()});
    COMPARE_CODE(verified, 0);
    QCOMPARE(verified.out.count('\n'), 2);
    COMPARE_CODE(runWhittle({"analyze", sample(), "--case", "case.whittle"}, {folder.path()}), 0);
    COMPARE_CODE(runWhittle({"verify", "case.whittle"}, {folder.path()}), 0);
    QCOMPARE(folder.names(), QStringList({"big.pcap", "case.whittle"}));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
