// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>

#include <sys/stat.h>

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include "models/store/casefile.h"
#include "tests/session/testknowledge.h"
#include "tests/support/unprivileged.h"
#include "widgets/import/importpanel.h"
#include "widgets/import/importrow.h"
#include "widgets/session/session.h"

using namespace whittle;
namespace fs = std::filesystem;

/// A folder in which everything is wrong that can be, dropped on the window. Each file is told by name, in
/// plain words; the one that is well is read.
class TestBadEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void told_data();
    void told();
    void theRestIsRead();
    void nameThatIsNotUtf8GivenByItself();
    void openCaseIsNotTold();
    void cleanupTestCase();

private:
    fs::path path(const std::string& name) const { return fs::path(m_folder.path().toStdString()) / name; }
    void write(const std::string& name, const std::string& bytes) const
    {
        fs::create_directories(path(name).parent_path());
        std::ofstream(path(name), std::ios::binary) << bytes;
    }
    void makeFolder() const;
    QString textOf(const std::string& name) const;

    QTemporaryDir m_folder;
    std::unique_ptr<Words> m_words;
    std::unique_ptr<Session> m_session;
};

namespace
{

std::string sample(const char* name)
{
    std::ifstream file(test::sampleFolder().toStdString() + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool allOver(const ImportQueue& queue)
{
    return !queue.isBusy() && !queue.jobs().empty()
        && std::ranges::all_of(queue.jobs(), [](const ImportJob& job) { return job.isOver(); });
}

} // namespace

void TestBadEvidence::makeFolder() const
{
    const std::string console = sample("SEP001E7A24429A.log");
    write("d/good.log", console);
    write("d/empty.pcap", "");
    write("d/cut.pcap", sample("span-dc1.pcap").substr(0, 50'000));
    write("d/text.pcap", "Dear Sir,\n\nyour phones reset.\n");
    write("d/gone.log", "gone when it is read");
    write("d/locked/a.log", console);
    write("d/locked.log", console);
    fs::permissions(path("d/locked"), fs::perms::none);
    fs::permissions(path("d/locked.log"), fs::perms::none);
    fs::create_symlink("nothing", path("d/broken"));
    fs::create_symlink("loop", path("d/loop"));
    QCOMPARE(::mkfifo(path("d/pipe").c_str(), 0600), 0);
    write("d/new\nline.log", "a");
    write("d/bell\a.log", "bb");
    write("d/exe\u202egol.exe", "ccc");
    write("d/<b>bold</b>.log", "dddd");
    write("d/latin\xe4.log", "eeeee");
    QVERIFY(CaseFile::create(path("d/other.whittle").string()).hasValue());
    QVERIFY(CaseFile::create(path("d/own.whittle").string()).hasValue());
}

void TestBadEvidence::initTestCase()
{
    const test::Unprivileged unprivileged;
    makeFolder();
    m_words = std::make_unique<Words>(test::productKnowledge(), Words::Language::English);
    Engine engine;
    engine.collect = [gone = path("d/gone.log")](const std::vector<std::string>& arguments,
                                                 Progress& progress, const std::stop_token& stop) {
        Collected found = collectEvidence(arguments, progress, stop);
        fs::remove(gone);
        return found;
    };
    m_session = std::make_unique<Session>(test::productKnowledge(),
                                          m_folder.filePath(QStringLiteral("cases")), engine);
    m_session->openCase(m_folder.filePath(QStringLiteral("d/own.whittle")));
    QTRY_VERIFY(m_session->isOpen());
    m_session->addEvidence({m_folder.filePath(QStringLiteral("d"))});
    QTRY_VERIFY_WITH_TIMEOUT(allOver(m_session->imports()), 20000);
    fs::permissions(path("d/locked"), fs::perms::owner_all);
}

/// All that the row of that file shows.
QString TestBadEvidence::textOf(const std::string& name) const
{
    for (const ImportJob& job : m_session->imports().jobs()) {
        if (job.item.path != name)
            continue;
        ImportRow row(*m_words);
        row.show(job, Theme::light());
        QStringList texts;
        for (const QLabel* label : row.findChildren<QLabel*>())
            texts << label->text();
        return texts.join(u'|');
    }
    return QStringLiteral("no such job");
}

void TestBadEvidence::told_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* shown, const char* message) {
        QTest::newRow(shown) << QByteArray(name) << QString::fromUtf8(shown) << QString::fromUtf8(message);
    };
    row("d/empty.pcap", "d/empty.pcap", "The file is empty.");
    row("d/cut.pcap", "d/cut.pcap", "frame 544: The file ends in the middle of a record");
    row("d/text.pcap", "d/text.pcap", "The format is not known");
    row("d/gone.log", "d/gone.log", "There is nothing of that name: d/gone.log.");
    row("d/locked", "d/locked", "You are not allowed to do that there: d/locked.");
    row("d/locked.log", "d/locked.log", "You are not allowed to do that there: d/locked.log.");
    row("d/broken", "d/broken", "This is a link to something that is not there.");
    row("d/loop", "d/loop", "The link leads back to itself.");
    row("d/pipe", "d/pipe", "This is a pipe, not a file.");
    row("d/new\nline.log", "d/new\\x0aline.log", "The format is not known");
    row("d/bell\a.log", "d/bell\\x07.log", "The format is not known");
    row("d/exe\u202egol.exe", "d/exe\\u202egol.exe", "The format is not known");
    row("d/<b>bold</b>.log", "d/<b>bold</b>.log", "The format is not known");
    row("d/latin\xe4.log", "d/latin\\xe4.log", "The format is not known");
    row("d/other.whittle", "d/other.whittle", "This is a Whittle case, not evidence. Open it instead.");
}

void TestBadEvidence::told()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, shown);
    QFETCH(QString, message);
    const QString text = textOf(name.toStdString());
    QVERIFY2(text.contains(shown) && text.contains(message), qPrintable(text));
}

void TestBadEvidence::theRestIsRead()
{
    QVERIFY2(textOf("d/good.log").contains(QStringLiteral("events")), qPrintable(textOf("d/good.log")));
}

void TestBadEvidence::openCaseIsNotTold()
{
    for (const ImportJob& job : m_session->imports().jobs())
        QVERIFY2(!job.item.path.starts_with("d/own.whittle"), job.item.path.c_str());
}

/// What drops a file hands its name over as text.
void TestBadEvidence::nameThatIsNotUtf8GivenByItself()
{
    const QString name = m_folder.filePath(QStringLiteral("d/latin\ufffd.log"));
    m_session->addEvidence({name});
    const std::string shown = QStringLiteral("latin\ufffd.log").toStdString();
    QTRY_VERIFY(textOf(shown).contains(QStringLiteral("add the folder that it is in")));
}

/// Qt does not remove what it cannot name.
void TestBadEvidence::cleanupTestCase()
{
    m_session.reset();
    fs::remove_all(path("d"));
}

QTEST_MAIN(TestBadEvidence)
#include "tst_badevidence.moc"
