// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/folder.h"
#include "tests/app/program.h"
#include "tests/capture/packetbuilder.h"
#include "tests/support/unprivileged.h"

#include <array>

#include <QElapsedTimer>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace whittle::test;

/// Evidence that is not what it should be, given along with some that is, to a case that holds some already.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void badFile_data();
    void badFile();
    void captureCutAtEveryPlace();
    void notRegular_data();
    void notRegular();
    void folderLoop();
    void folderWithoutPermission();
    void hugeAndEmpty_data();
    void hugeAndEmpty();
    void lineEndsDoNotMatter();
    void fileThatShrinks();

private:
    struct Outcome {
        int code = -1;
        QByteArray err{};
        QJsonObject source{}; ///< that of the bad file
    };
    Outcome analyzeAlong(const Folder& folder, const QString& name) const;

    Folder m_folder;
    QByteArray m_case; ///< with the NTP status of the sample in it
};

namespace
{

QByteArray bytes(const Buffer& buffer)
{
    return {reinterpret_cast<const char*>(buffer.data()), static_cast<qsizetype>(buffer.size())};
}

/// Three frames of NTP.
QByteArray goodCapture()
{
    return bytes(pcap({ntpFrame(1), ntpFrame(2), ntpFrame(3)}));
}

/// A pcap record that claims to hold so many bytes.
QByteArray recordClaiming(std::uint32_t captured, std::uint32_t original = 90)
{
    return bytes(le32(1'000) + le32(0) + le32(captured) + le32(original) + ntpFrame());
}

QByteArray blockClaiming(std::uint32_t length)
{
    const PcapngBuilder builder;
    return bytes(builder.section() + builder.interface(1) + builder.enhanced(0, 1'000'000, ntpFrame())
                 + le32(6) + le32(length) + zeros(40));
}

QByteArray utf16(const QByteArray& text, bool bom)
{
    const QString characters = QString::fromUtf8(text);
    QByteArray wide = bom ? QByteArray("\xff\xfe") : QByteArray();
    wide += QByteArray(reinterpret_cast<const char*>(characters.utf16()), characters.size() * 2);
    return wide;
}

} // namespace

void TestBadInput::initTestCase()
{
    COMPARE_CODE(
        runWhittle({"analyze", sample("ntp-status-cucm-pub.txt"), "--case", m_folder.file("a.whittle")}), 0);
    m_case = m_folder.read("a.whittle");
}

/// What becomes of one file. A good one beside it must be read, and the case must keep what it had and stay
/// sound.
TestBadInput::Outcome TestBadInput::analyzeAlong(const Folder& folder, const QString& name) const
{
    folder.write("a.whittle", m_case);
    folder.write("good.pcap", bytes(pcap({ntpFrame(77)})));
    const Run run = runWhittle({"analyze", name, "good.pcap", "--case", "a.whittle", "--json", "out.json"},
                               {folder.path()});
    Outcome outcome{run.code, run.err};
    bool goodIsThere = false;
    bool oldIsThere = false;
    const QJsonObject analysis = object(folder.read("out.json"));
    for (const QJsonObject& source : objects(analysis["sources"])) {
        const QString path = source["path"].toString();
        if (path == QFileInfo(name).fileName())
            outcome.source = source;
        goodIsThere = goodIsThere || (path == "good.pcap" && source["events"].toInt() == 1);
        oldIsThere = oldIsThere || (path == "ntp-status-cucm-pub.txt" && source["events"].toInt() == 4);
    }
    if (!goodIsThere || !oldIsThere)
        return {-2, "other evidence is lost: " + run.err};
    const Run verified = runWhittle({"verify", "a.whittle"}, {folder.path()});
    return verified.out.endsWith("The case is sound.\n") ? outcome : Outcome{-3, verified.out};
}

void TestBadInput::badFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("events");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* what, const char* name, const QByteArray& content, int code,
                        const char* format, int events, const char* says) {
        QTest::newRow(what) << QString::fromLatin1(name) << content << code << QString::fromLatin1(format)
                            << events << QString::fromLatin1(says);
    };
    const QByteArray header = goodCapture().first(24);
    const QByteArray frame = goodCapture().sliced(24, 106);
    const QByteArray console = bytesOf(sample("SEP001E7A24429A.log")).first(4'000);
    row("empty", "empty.pcap", {}, 3, "unknown", 0, "empty");
    row("text called a capture", "text.pcap", "Dear colleague,\nhere is the capture.\n", 3, "unknown", 0,
        "not known");
    row("console called a capture", "console.pcap", console, 0, "phone-console", -1, "phone-console");
    row("capture called a log", "capture.log", goodCapture(), 0, "pcap", 3, "");
    row("program called a log", "program.log", bytesOf(QStringLiteral(WHITTLE_PROGRAM)).first(100'000), 3,
        "unknown", 0, "not known");
    row("NUL bytes", "nul.txt", QByteArray(5'000, '\0'), 3, "unknown", 0, "not known");
    row("one byte", "one.txt", "x", 3, "unknown", 0, "not known");
    row("magic alone", "magic.pcap", header.first(4), 3, "pcap", 0, "4 bytes");
    row("capture without a frame", "none.pcap", header, 0, "pcap", 0, "no frame");
    row("record of 4 GB", "a.pcap", header + frame + recordClaiming(0xffffffff), 3, "pcap", 1, "frame 2");
    row("record of 2 GB", "a.pcap", header + frame + recordClaiming(0x7fffffff), 3, "pcap", 1, "frame 2");
    row("record of 1 MB", "a.pcap", header + frame + recordClaiming(1'000'000), 3, "pcap", 1, "frame 2");
    row("record longer than the frame was", "a.pcap", header + frame + recordClaiming(90, 4), 0, "pcap", 2,
        "");
    row("record of nothing", "a.pcap", header + bytes(le32(1) + le32(0) + le32(0) + le32(0)) + frame, 0,
        "pcap", 1, "");
    row("block of nothing", "a.pcapng", blockClaiming(0), 3, "pcapng", 1, "frame 2");
    row("block of 3", "a.pcapng", blockClaiming(3), 3, "pcapng", 1, "frame 2");
    row("block of 13", "a.pcapng", blockClaiming(13), 3, "pcapng", 1, "frame 2");
    row("block of 4 GB", "a.pcapng", blockClaiming(0xfffffffc), 3, "pcapng", 1, "frame 2");
    row("garbage behind the frames", "a.pcap", goodCapture() + QByteArray(1'000, '\xff'), 3, "pcap", 3,
        "frame 4");
    row("text behind the frames", "a.pcap", goodCapture() + console, 3, "pcap", 3, "frame 4");
    row("console with NULs in it", "nul.log", console + QByteArray(500, '\0') + '\n' + console, 0,
        "phone-console", -1, "");
    row("Windows-1252", "a.log", console + "NOT 08:11:10.878180 DHCP: Caf\xe9 \x93quoted\x94\n", 0,
        "phone-console", -1, "");
    row(
        "random", "random.bin",
        [] {
            QByteArray random(200'000, '\0');
            std::uint32_t state = 1;
            for (char& c : random)
                c = static_cast<char>((state = state * 1'664'525 + 1'013'904'223) >> 24);
            return random;
        }(),
        3, "unknown", 0, "not known");
}

void TestBadInput::badFile()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    const Folder folder;
    folder.write(name, content);
    const Outcome outcome = analyzeAlong(folder, name);
    QTEST(outcome.code, "code");
    QTEST(outcome.source["format"].toString(), "format");
    QCOMPARE(outcome.source["bytes"].toInt(), int(content.size()));
    QFETCH(int, events);
    QVERIFY(events < 0 ? outcome.source["events"].toInt() > 0 : outcome.source["events"].toInt() == events);
    if (says.isEmpty())
        return;
    QVERIFY2(outcome.err.contains(says.toUtf8()), outcome.err);
    QVERIFY2(outcome.err.contains(name.toUtf8()), outcome.err);
    QVERIFY(!outcome.source["problems"].toArray().isEmpty());
}

/// All frames before the cut are read; that there is a cut is said unless it lies between two.
void TestBadInput::captureCutAtEveryPlace()
{
    const QByteArray whole = goodCapture();
    const auto record = (whole.size() - 24) / 3;
    for (qsizetype size = 1; size < whole.size(); size += 7) {
        const Folder folder;
        folder.write("cut.pcap", whole.first(size));
        const Outcome outcome = analyzeAlong(folder, "cut.pcap");
        const bool between = size >= 24 && (size - 24) % record == 0;
        const QByteArray at = QByteArray::number(size);
        QVERIFY2(outcome.code == (between ? 0 : 3), at + ' ' + outcome.err);
        QCOMPARE(outcome.source["format"].toString(), size < 4 ? "unknown" : "pcap");
        QCOMPARE(outcome.source["events"].toInt(), size < 24 ? 0 : int((size - 24) / record));
        QVERIFY2(between || outcome.err.contains("cut.pcap"), at + ' ' + outcome.err);
        const QByteArray place = "frame " + QByteArray::number((size - 24) / record + 1);
        QVERIFY2(between || size < 24 || outcome.err.contains(place), at + ' ' + outcome.err);
    }
}

void TestBadInput::notRegular_data()
{
    QTest::addColumn<QString>("make"); ///< in a shell, "x" being the name
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("FIFO") << "mkfifo x"
                          << "x"
                          << "This is a pipe, not a file";
    QTest::newRow("FIFO in a folder") << "mkdir d; mkfifo d/x"
                                      << "d"
                                      << "This is a pipe, not a file";
    QTest::newRow("endless device") << ":"
                                    << "/dev/zero"
                                    << "This is a device, not a file";
    QTest::newRow("dangling link") << "ln -s nowhere x"
                                   << "x"
                                   << "This is a link to something that is not there";
    QTest::newRow("dangling link in a folder") << "mkdir d; ln -s nowhere d/x"
                                               << "d"
                                               << "This is a link to something that is not there";
    QTest::newRow("link to itself") << "ln -s x x"
                                    << "x"
                                    << "The link leads back to itself";
    QTest::newRow("missing") << ":"
                             << "missing.pcap"
                             << "No such file";
    QTest::newRow("below a file") << ": > f"
                                  << "f/x"
                                  << "Not a directory";
    QTest::newRow("name too long") << ":" << QString(300, 'n') << "too long";
    QTest::newRow("another case") << "cp a.whittle x; : "
                                  << "x"
                                  << "Whittle case";
}

void TestBadInput::notRegular()
{
    QFETCH(QString, make);
    QFETCH(QString, name);
    QFETCH(QString, says);
    const Folder folder;
    folder.write("a.whittle", m_case);
    COMPARE_CODE(shell(make, folder.path()), 0);
    const Outcome outcome = analyzeAlong(folder, name);
    QVERIFY2(outcome.code == 3, QByteArray::number(outcome.code) + outcome.err);
    QVERIFY2(outcome.err.contains(says.toUtf8()), outcome.err);
    const Run alone = runWhittle({"analyze", name, "--case", "new.whittle"}, {folder.path()});
    const bool isCase = says == "Whittle case";
    COMPARE_CODE(alone, 1);
    QVERIFY(!folder.has("new.whittle"));
    QVERIFY(!isCase || alone.err.contains(says.toUtf8()));
}

void TestBadInput::folderLoop()
{
    const Folder folder;
    COMPARE_CODE(shell("mkdir -p d/e; ln -s .. d/e/up; ln -s ../d d/self", folder.path()), 0);
    folder.write("d/e/deep.pcap", goodCapture());
    const Outcome outcome = analyzeAlong(folder, "d");
    QVERIFY2(outcome.code == 0, outcome.err);
    const auto sources = objects(object(folder.read("out.json"))["sources"]);
    QCOMPARE(sources.size(), 3);
    QCOMPARE(sources[0]["path"].toString(), "d/e/deep.pcap");
}

void TestBadInput::folderWithoutPermission()
{
    const whittle::test::Unprivileged unprivileged;
    const Folder folder;
    folder.write("d/secret/a.pcap", goodCapture());
    folder.write("d/b.pcap", goodCapture());
    QFile::setPermissions(folder.file("d/secret"), {});
    const Outcome outcome = analyzeAlong(folder, "d");
    QFile::setPermissions(folder.file("d/secret"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY2(outcome.code == 3, outcome.err);
    QVERIFY2(outcome.err.contains("d/secret") && outcome.err.contains("Permission denied"), outcome.err);
}

void TestBadInput::hugeAndEmpty_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("front");
    QTest::addColumn<QByteArray>("filling");
    QTest::addColumn<int>("megabytes");
    QTest::addColumn<int>("code");
    const QByteArray console = bytesOf(sample("SEP001E7A24429A.log")).first(4'000);
    const QByteArray trace = bytesOf(sample("ccm00000012.txt")).first(20'000);
    QTest::newRow("zeros") << "zeros.pcap" << QByteArray() << QByteArray() << 200 << 3;
    QTest::newRow("zeros behind a capture") << "zeros.pcap" << goodCapture() << QByteArray() << 200 << -1;
    QTest::newRow("zeros behind a console") << "zeros.log" << console << QByteArray() << 200 << -1;
    QTest::newRow("a line of 50 MB") << "line.log" << QByteArray() << QByteArray("x") << 50 << 3;
    QTest::newRow("a line of 50 MB in a console") << "line.log" << console << QByteArray("NOT ") << 50 << -1;
    QTest::newRow("a line of 50 MB in a trace")
        << "line.txt" << trace << QByteArray("02/27/2009 08:00") << 50 << -1;
    QTest::newRow("lines of nothing") << "lines.txt" << trace << QByteArray("\n") << 20 << -1;
}

/// None of it takes long, and none of it much memory.
void TestBadInput::hugeAndEmpty()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, front);
    QFETCH(QByteArray, filling);
    QFETCH(int, megabytes);
    QFETCH(int, code);
    const Folder folder;
    const qint64 size = qint64(megabytes) << 20;
    if (filling.isEmpty()) {
        folder.write(name, front);
        QVERIFY(QFile::resize(folder.file(name), size));
    } else {
        folder.write(name, front + filling.repeated((size - front.size()) / filling.size()));
    }
    QElapsedTimer timer;
    timer.start();
    const Outcome outcome = analyzeAlong(folder, name);
    QVERIFY2(code < 0 ? outcome.code == 0 || outcome.code == 3 : outcome.code == code,
             QByteArray::number(outcome.code) + outcome.err.left(2'000));
    QVERIFY2(outcome.err.count('\n') < 200, "a flood of messages");
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    if (!front.isEmpty())
        QVERIFY(outcome.source["events"].toInt() > 0);
}

void TestBadInput::lineEndsDoNotMatter()
{
    for (const char* name : {"SEP001E7A24429A.log", "ccm00000012.txt", "ntp-status-cucm-pub.txt"}) {
        const QByteArray text = bytesOf(sample(name)).replace("\r\n", "\n");
        QList<int> events;
        for (const QByteArray& content : {text, QByteArray(text).replace("\n", "\r\n"), text.chopped(1),
                                          "\xef\xbb\xbf" + text, utf16(text, true), utf16(text, false)}) {
            const Folder folder;
            folder.write("a.txt", content);
            const Run run = runWhittle({"analyze", "a.txt", "--json", "out.json"}, {folder.path()});
            QVERIFY2(run.code == 0 || run.code == 3, run.err);
            const auto source = objects(object(folder.read("out.json"))["sources"]).constFirst();
            const int count = source["events"].toInt();
            QVERIFY2(count > 0 || run.code == 3, "what cannot be read is told");
            events << count;
        }
        QVERIFY(events[0] > 0);
        for (int i = 1; i < 4; ++i)
            QVERIFY2(events[i] == events[0],
                     qPrintable(QStringLiteral("%1: variant %2: %3 of %4")
                                    .arg(name)
                                    .arg(i)
                                    .arg(events[i])
                                    .arg(events[0])));
    }
}

/// What was read stays, and the rest of the evidence is read; that something is gone is said.
void TestBadInput::fileThatShrinks()
{
    const Folder folder;
    QByteArray big = goodCapture().first(24);
    const QByteArray frames = goodCapture().sliced(24).repeated(1'000);
    QFile file(folder.file("big.pcap"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(big);
    for (int i = 0; i < 500; ++i)
        file.write(frames);
    file.close();
    QProcess process;
    folder.write("good.pcap", goodCapture());
    start(process, {"analyze", "big.pcap", "good.pcap", "--case", "case.whittle", "--json", "out.json"},
          {folder.path()});
    while (process.state() != QProcess::NotRunning && !folder.has("case.whittle-wal"))
        process.waitForFinished(1);
    QVERIFY(QFile::resize(folder.file("big.pcap"), 1'000));
    const Run run = finish(process);
    if (run.code == 0)
        QSKIP("it was read before it shrank");
    COMPARE_CODE(run, 3);
    QVERIFY2(run.err.contains("big.pcap"), run.err);
    const Run verified = runWhittle({"verify", "case.whittle"}, {folder.path()});
    QVERIFY2(verified.out.endsWith("The case is sound.\n"), verified.out);
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
