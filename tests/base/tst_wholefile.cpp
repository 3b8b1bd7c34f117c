// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "models/base/wholefile.h"

using namespace whittle;

/// Files appear whole or not at all.
class TestWholeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void writesNewOnes();
    void replacesWhatWasThere();
    void allOrNone();
    void killedWhileWriting_data();
    void killedWhileWriting();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void linkStaysALink();

private:
    std::string path(const char* name) const
    {
        return m_folder->filePath(QString::fromUtf8(name)).toStdString();
    }
    QByteArray read(const char* name) const
    {
        QFile file(m_folder->filePath(QString::fromUtf8(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWholeFile::writesNewOnes()
{
    const std::string zeros(100'000, '\0');
    const WholeFile files[] = {{path("a"), "one"}, {path("b"), zeros}, {path("empty"), ""}};
    QVERIFY(writeWholeFiles(files).hasValue());
    QCOMPARE(read("a"), QByteArray("one"));
    QCOMPARE(read("b"), QByteArray::fromStdString(zeros));
    QCOMPARE(names(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("empty")}));
}

void TestWholeFile::replacesWhatWasThere()
{
    QVERIFY(writeWholeFile(path("a"), "a longer text that was there").hasValue());
    QCOMPARE(::chmod(path("a").c_str(), 0640), 0);
    QVERIFY(writeWholeFile(path("a"), "new").hasValue());
    QCOMPARE(read("a"), QByteArray("new"));
    struct stat status {
    };
    QCOMPARE(::stat(path("a").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0640U); // whoever could read it still can
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
}

void TestWholeFile::allOrNone()
{
    QVERIFY(writeWholeFile(path("a"), "old").hasValue());
    const WholeFile files[] = {{path("a"), "new"}, {path("no/such/folder"), "x"}};
    QVERIFY(!writeWholeFiles(files).hasValue());
    QCOMPARE(read("a"), QByteArray("old"));
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
}

void TestWholeFile::killedWhileWriting_data()
{
    QTest::addColumn<bool>("killed");
    QTest::newRow("killed by a signal") << true;
    QTest::newRow("refused by the system") << false;
}

void TestWholeFile::killedWhileWriting()
{
    QFETCH(bool, killed);
    QVERIFY(writeWholeFile(path("a"), "old").hasValue());
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, killed ? SIG_DFL : SIG_IGN);
        const rlimit none{0, 0};
        ::setrlimit(RLIMIT_CORE, &none);
        const rlimit small{4096, 4096};
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto written = writeWholeFile(path("a"), std::string(100'000, 'x'));
        ::_exit(written.hasValue() ? 0 : 9);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(killed ? WIFSIGNALED(status) : WEXITSTATUS(status) == 9);
    QCOMPARE(read("a"), QByteArray("old"));
    QCOMPARE(names(), QStringList{QStringLiteral("a")});
}

void TestWholeFile::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a folder") << QStringLiteral(".") << int(ErrorCode::Io) << QStringLiteral("is a folder");
    QTest::newRow("no folder") << QStringLiteral("no/such") << int(ErrorCode::NotFound)
                               << QStringLiteral("No such file or directory");
    QTest::newRow("through a file") << QStringLiteral("file/x") << int(ErrorCode::NotFound)
                                    << QStringLiteral("Not a directory");
    QTest::newRow("a full disk") << QStringLiteral("/dev/full") << int(ErrorCode::DiskFull)
                                 << QStringLiteral("No space left on device");
}

void TestWholeFile::saysWhatIsWrong()
{
    QFETCH(QString, name);
    QFETCH(int, code);
    QFETCH(QString, reason);
    QVERIFY(writeWholeFile(path("file"), "x").hasValue());
    const std::string target = QDir(m_folder->path()).filePath(name).toStdString();
    const auto written = writeWholeFile(target, "x");
    QVERIFY(!written.hasValue());
    QCOMPARE(int(written.error().code), code);
    QCOMPARE(written.error().subject, target);
    QCOMPARE(written.error().reason, reason.toStdString());
    QCOMPARE(names(), QStringList{QStringLiteral("file")});
}

void TestWholeFile::linkStaysALink()
{
    QVERIFY(writeWholeFile(path("real"), "old").hasValue());
    QCOMPARE(::symlink("real", path("link").c_str()), 0);
    QVERIFY(writeWholeFile(path("link"), "new").hasValue());
    QVERIFY(QFileInfo(QString::fromStdString(path("link"))).isSymLink());
    QCOMPARE(read("real"), QByteArray("new"));
}

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_wholefile.moc"
