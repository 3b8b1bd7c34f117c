// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/folder.h"
#include "tests/app/program.h"

#include <array>

#include <QStandardPaths>
#include <QTest>

using namespace whittle::test;

/// `whittle verify`, and what the other commands do with a case that is not what it should be.
class TestVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sound();
    void changedEvidence();
    void lostEvidence();
    void overwritten_data();
    void overwritten();
    void cutOff_data();
    void cutOff();
    void foreign_data();
    void foreign();
    void rowsThatAreGone();
    void inUseByAnother();

private:
    static void put(QByteArray& bytes, qsizetype at, const QByteArray& what)
    {
        bytes.replace(at, what.size(), what);
    }

    Folder m_folder;
    QByteArray m_bytes; ///< of a sound case
    QByteArray m_verified; ///< what verify says of it
    QMap<QByteArray, QByteArray> m_said; ///< what the other commands say
};

void TestVerify::initTestCase()
{
    QDir().mkpath(m_folder.file("evidence"));
    for (const QString& name : QDir(sample()).entryList(QDir::Files))
        QVERIFY(QFile::copy(sample() + '/' + name, m_folder.file("evidence/" + name)));
    COMPARE_CODE(runWhittle({"analyze", m_folder.file("evidence"), "--case", m_folder.file("a.whittle")}), 0);
    m_bytes = m_folder.read("a.whittle");
    QVERIFY(m_bytes.startsWith("SQLite format 3"));
    m_verified = runWhittle({"verify", m_folder.file("a.whittle")}).out;
    for (const char* verb : {"events", "analyze"})
        m_said[verb] = runWhittle({verb, m_folder.file("a.whittle")}).out;
}

void TestVerify::sound()
{
    const Run run = runWhittle({"verify", m_folder.file("a.whittle")});
    COMPARE_CODE(run, 0);
    QCOMPARE(run.out.count("evidence unchanged"), 4);
    QVERIFY(run.out.endsWith("The case is sound.\n"));
    QCOMPARE(run.err, QByteArray());
}

void TestVerify::changedEvidence()
{
    QByteArray console = m_folder.read("evidence/SEP001E7A24429A.log");
    console[1000] = console[1000] == 'x' ? 'y' : 'x';
    const QByteArray before = m_folder.read("evidence/SEP001E7A24429A.log");
    m_folder.write("evidence/SEP001E7A24429A.log", console);
    const Run run = runWhittle({"verify", m_folder.file("a.whittle")});
    m_folder.write("evidence/SEP001E7A24429A.log", before);
    COMPARE_CODE(run, 3);
    QCOMPARE(run.out.count("evidence CHANGED"), 1);
    QVERIFY(run.out.contains("The case is sound."));
}

void TestVerify::lostEvidence()
{
    const QString name = m_folder.file("evidence/ccm00000012.txt");
    QVERIFY(QFile::rename(name, name + ".away"));
    const Run run = runWhittle({"verify", m_folder.file("a.whittle")});
    const Run analyzed = runWhittle({"analyze", m_folder.file("a.whittle")});
    QVERIFY(QFile::rename(name + ".away", name));
    COMPARE_CODE(run, 3);
    QCOMPARE(run.out.count("evidence not there"), 1);
    COMPARE_CODE(analyzed, 0); // all that is cited is in the case
}

void TestVerify::overwritten_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("bytes");
    for (const int at : {16, 18, 20, 24, 28, 36, 44, 56, 92, 96, 100, 103, 105, 108})
        QTest::addRow("header, byte %d", at) << at << 1;
    const auto size = int(m_bytes.size());
    for (int i = 0; i < 48; ++i)
        QTest::addRow("64 bytes at %d/48", i) << int(qint64(size) * i / 48 / 64 * 64 + 128) << 64;
    for (int i = 0; i < 60; ++i)
        QTest::addRow("one byte at %d/60", i) << int(qint64(size) * i / 60 + 37 * i % 4096) << 1;
    for (int i = 1; i < 16; ++i)
        QTest::addRow("a page at %d/16", i) << int(qint64(size) * i / 16 / 4096 * 4096) << 4096;
}

void TestVerify::overwritten()
{
    QFETCH(int, at);
    QFETCH(int, bytes);
    const Folder folder;
    const char filler = std::array{'\0', '\xff', '\x5a'}[std::size_t(at / 64 % 3)];
    QByteArray damaged = m_bytes;
    put(damaged, at, QByteArray(bytes, filler));
    const QString path = folder.write("damaged.whittle", damaged);
    const Run verified = runWhittle({"verify", path});
    QVERIFY2(verified.code == 0 || verified.code == 1,
             qPrintable(QString::number(verified.code) + verified.err));
    QVERIFY2(verified.code != 1 || verified.out.contains("The case is damaged.")
                 || verified.err.startsWith("whittle: "),
             verified.out + verified.err);
    QCOMPARE(folder.read("damaged.whittle"), damaged); // looked at, not touched
    // Bytes in which nothing is kept may be anything: then all that can be read is as it was.
    const bool sound = verified.code == 0;
    QVERIFY2(!sound || verified.out == m_verified, verified.out);
    for (const char* verb : {"events", "analyze"}) {
        const Run run = runWhittle({verb, path});
        QVERIFY2(run.code == 0 || run.code == 1 || run.code == 3,
                 qPrintable(QString::number(run.code) + run.err));
        QVERIFY2(run.code != 1 || !run.err.isEmpty(), "it fails without a word");
        QVERIFY2(!sound || run.out == m_said.value(verb),
                 "what can be read has changed, and verify is silent");
        folder.write("damaged.whittle", damaged);
    }
}

void TestVerify::cutOff_data()
{
    QTest::addColumn<int>("bytes");
    for (const int bytes : {0, 1, 15, 16, 99, 100, 101, 512, 4095, 4096, 4097, 20'000})
        QTest::addRow("%d bytes", bytes) << bytes;
    QTest::newRow("half") << int(m_bytes.size() / 2);
    QTest::newRow("all but a page") << int(m_bytes.size() - 4096);
    QTest::newRow("all but one") << int(m_bytes.size() - 1);
}

void TestVerify::cutOff()
{
    QFETCH(int, bytes);
    const Folder folder;
    const QString path = folder.write("cut.whittle", m_bytes.first(bytes));
    for (const char* verb : {"verify", "events", "analyze"}) {
        const Run run = runWhittle({verb, path});
        // To `analyze`, what has no whole header is evidence in an unknown format.
        const bool evidence = bytes < 100 && qstrcmp(verb, "analyze") == 0;
        const bool nearlyWhole = bytes > m_bytes.size() - 8192 && qstrcmp(verb, "verify") != 0;
        if (nearlyWhole && run.code == 0)
            continue; // what is missing was not asked for
        COMPARE_CODE(run, evidence ? 3 : 1);
        QVERIFY2((run.err + run.out).contains(evidence ? "cut.whittle" : "amaged")
                     || run.err.startsWith("whittle: "),
                 run.err + run.out);
    }
}

void TestVerify::foreign_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QByteArray newer = m_bytes;
    put(newer, 60, QByteArray("\0\0\0\x63", 4));
    QTest::newRow("later version") << newer << "later Whittle";
    QByteArray other = m_bytes;
    put(other, 68, QByteArray("\0\0\0\0", 4));
    QTest::newRow("another program's database") << other << "not a Whittle case";
    QByteArray none = m_bytes;
    put(none, 60, QByteArray("\0\0\0\0", 4));
    QTest::newRow("no version") << none << "version";
    QTest::newRow("text") << QByteArray("Dear diary,\n") << "not a Whittle case";
    QTest::newRow("zeros") << QByteArray(10'000, '\0') << "not a Whittle case";
    QTest::newRow("empty") << QByteArray() << "not a Whittle case";
}

void TestVerify::foreign()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const Folder folder;
    const QString path = folder.write("foreign.whittle", bytes);
    for (const QStringList& words :
         {QStringList{"verify", path}, QStringList{"events", path},
          QStringList{"analyze", sample(), "--case", path, "--json", folder.file("out.json")}}) {
        const Run run = runWhittle(words);
        COMPARE_CODE(run, 1);
        QVERIFY2(run.err.contains(says.toUtf8()), run.err);
        QCOMPARE(folder.names(), QStringList{"foreign.whittle"});
        QCOMPARE(folder.read("foreign.whittle"), bytes);
    }
}

/// Whole as a database, and yet not all is there that was.
void TestVerify::rowsThatAreGone()
{
    if (QStandardPaths::findExecutable("sqlite3").isEmpty()
        && QStandardPaths::findExecutable("python3").isEmpty())
        QSKIP("nothing to change a database with");
    const Folder folder;
    folder.write("a.whittle", m_bytes);
    const Run changed =
        shell("python3 -c \"import sqlite3; d = sqlite3.connect('a.whittle'); "
              "d.execute('DELETE FROM event_block WHERE place IN (SELECT place FROM event_block LIMIT 5)'); d.commit()\"",
              folder.path());
    if (changed.code != 0)
        QSKIP(changed.err);
    const Run run = runWhittle({"verify", "a.whittle"}, {folder.path()});
    COMPARE_CODE(run, 1);
    QVERIFY2(run.out.contains("DAMAGED"), run.out);
}

void TestVerify::inUseByAnother()
{
    const Folder folder;
    folder.write("a.whittle", m_bytes);
    const Run run =
        shell(R"(flock -x -n a.whittle sh -c '"$W" verify a.whittle && "$W" analyze a.whittle --json a.json'
                             flock -x -n a.whittle "$W" analyze /dev/null a.whittle --answer periodic=yes; echo "code $?")",
              folder.path());
    QVERIFY2(run.out.contains("sound"), run.out + run.err);
    QVERIFY2(run.err.contains("another Whittle has it open"), run.err);
    QVERIFY2(run.out.endsWith("code 1\n"), run.out);
    QVERIFY(!object(folder.read("a.json")).isEmpty());
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
