// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>
#include <random>
#include <set>

#include <sys/stat.h>
#include <unistd.h>

#include <QRegularExpression>
#include <QTest>

#include "models/base/bytes.h"
#include "models/import/importer.h"
#include "models/narrowing/wording.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"
#include "tests/support/casefolder.h"
#include "tests/support/unprivileged.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

std::size_t sourcesIn(const CaseFile& file)
{
    return file.newReader().value()->sources()->size();
}

/// "id id …" of the problems.
std::string ids(const ImportOutcome& outcome)
{
    std::string text;
    for (const Problem& problem : outcome.problems)
        text += (text.empty() ? "" : " ") + problem.id;
    return text;
}

std::size_t argumentCount(const std::string& message)
{
    const auto names = placeholders(message);
    return std::set<std::string>(names.begin(), names.end()).size();
}

std::string textOf(const Result<RawRecord>& record)
{
    return record ? std::string(asText(record->bytes)) : "error: " + toText(record.error());
}

Collected collect(const std::vector<std::string>& arguments)
{
    Progress progress;
    return collectEvidence(arguments, progress, {});
}

std::string shortTrace()
{
    const std::string all = contentOf(sampleFolder() / "ccm00000012.txt");
    return all.substr(0, all.find('\n', 40'000) + 1);
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

    const Knowledge m_knowledge = productKnowledge();

    /// Every problem has words, with a place for each of its arguments.
    bool worded(const ImportOutcome& outcome) const
    {
        return std::ranges::all_of(outcome.problems, [&](const Problem& problem) {
            const auto found = m_knowledge.messages.find(problem.id);
            return found != m_knowledge.messages.end()
                && argumentCount(found->second) == problem.arguments.size();
        });
    }

private Q_SLOTS:
    void whatCannotBeRead();
    void readOnlyCase();
    void aCaseIsNoEvidence();
    void strangeContent_data();
    void strangeContent();
    void cutCaptureKeepsWhatCameBefore();
    void damagedCapturesAreWorded();
    void cancelledLeavesNoTrace();
    void lookingForTheSameBytesIsAJobToo();
    void vanishingFileKeepsWhatWasRead();
    void formats_data();
    void formats();
    void sameBytesTwice();
    void rowsSayWhatWasRead();
    void collectsFilesAndFolders();
    void collectsWithoutPermission();
    void collectingIsCancelledAtTheNextEntry();
    void casesAreNotCollected();
    void linesAndFrames();
    void contextOfALine();
    void changedEvidenceShowsTheCopy();
    void everyMessageHasWords();
};

void TestImport::whatCannotBeRead()
{
    const CaseFolder folder;
    const auto file = folder.newCase();
    const auto missing = CaseFolder::import(*file, folder.path("missing.pcap"));
    QCOMPARE(missing.state, ImportOutcome::State::Failed);
    QCOMPARE(missing.error->code, ErrorCode::NotFound);
    QCOMPARE(missing.error->subject, std::string("missing.pcap"));
    fs::create_directory(folder.path("folder"));
    QCOMPARE(CaseFolder::import(*file, folder.path("folder")).error->code, ErrorCode::Unsupported);
    QCOMPARE(::mkfifo(folder.path("pipe").c_str(), 0600), 0);
    QCOMPARE(CaseFolder::import(*file, folder.path("pipe")).error->code, ErrorCode::Unsupported);
    QCOMPARE(sourcesIn(*file), std::size_t{0});
}

void TestImport::readOnlyCase()
{
    const CaseFolder folder;
    const auto writing = folder.newCase();
    fs::copy_file(folder.path("case.whittle"), folder.path("copy.whittle"));
    QVERIFY(writing->copyTo(folder.path("copy.whittle").string()).hasValue());
    ::chmod(folder.path("copy.whittle").c_str(), 0400);
    const Unprivileged unprivileged;
    const auto file = CaseFile::open(folder.path("copy.whittle").string());
    QVERIFY(file.hasValue() && (*file)->isReadOnly());
    const auto outcome = CaseFolder::import(**file, sampleFolder() / "ccm00000012.txt");
    QCOMPARE(outcome.state, ImportOutcome::State::Failed);
    QCOMPARE(outcome.error->code, ErrorCode::NoPermission);
}

void TestImport::aCaseIsNoEvidence()
{
    const CaseFolder folder;
    folder.newCase("other.whittle").reset();
    const auto file = folder.newCase();
    const auto outcome = CaseFolder::import(*file, folder.path("other.whittle"));
    QCOMPARE(outcome.error->code, ErrorCode::Unsupported);
    QCOMPARE(CaseFolder::import(*file, folder.path("case.whittle")).error->code,
             ErrorCode::Unsupported); // nor itself
}

void TestImport::strangeContent_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("problems");
    QByteArray garbage(100'000, ' ');
    std::mt19937 random(1);
    for (char& c : garbage)
        c = static_cast<char>(random());
    const QByteArray trace = QByteArray::fromStdString(shortTrace());
    const auto unknown = QStringLiteral("unknown");
    const auto notKnown = QStringLiteral("import.unknown-format");
    QTest::newRow("empty") << "a.pcap" << QByteArray() << unknown << "import.empty-file";
    QTest::newRow("garbage") << "a.bin" << garbage << unknown << notKnown;
    QTest::newRow("garbage called .PCAP")
        << "A.PCAP" << garbage << unknown << "import.unknown-format import.name-promises-other";
    QTest::newRow("one byte") << "a.txt" << QByteArray("x") << unknown << notKnown;
    QTest::newRow("zeros") << "a.txt" << QByteArray(10'000, '\0') << unknown << notKnown;
    QTest::newRow("a letter") << "a.txt" << QByteArray("Dear Sir,\n\nyour phones reset.\n") << unknown
                              << notKnown;
    QTest::newRow("magic number alone") << "a.pcap" << QByteArray::fromHex("d4c3b2a1") << "pcap"
                                        << "capture.header-cut capture.empty";
    QTest::newRow("trace called .pcap") << "a.pcap" << trace << "cucm-sdi"
                                        << "*import.name-promises-other";
    QTest::newRow("trace called .zip") << "a.zip" << trace << "cucm-sdi"
                                       << "*import.name-promises-other";
    QTest::newRow("trace called .reg") << "a.reg" << trace << "cucm-sdi"
                                       << "*import.name-promises-other";
}

void TestImport::strangeContent()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    QFETCH(QString, problems);
    const CaseFolder folder;
    const auto file = folder.newCase();
    const auto outcome = CaseFolder::import(*file, folder.write(name.toStdString(), bytes.toStdString()));
    QCOMPARE(outcome.state, ImportOutcome::State::Imported);
    QCOMPARE(QString::fromStdString(outcome.format), format);
    QVERIFY(!outcome.formatReason.empty());
    const QString found = QString::fromStdString(ids(outcome));
    QVERIFY2(problems.startsWith(u'*') ? found.contains(problems.mid(1)) : found == problems,
             qPrintable(found));
    QVERIFY(worded(outcome));
    QCOMPARE(sourcesIn(*file), std::size_t{1}); // also what nobody can read is kept as a source
}

void TestImport::cutCaptureKeepsWhatCameBefore()
{
    const CaseFolder folder;
    const auto file = folder.newCase();
    const std::string whole = contentOf(sampleFolder() / "span-dc1.pcap");
    const auto outcome =
        CaseFolder::import(*file, folder.write("cut.pcap", whole.substr(0, whole.size() / 2)));
    QCOMPARE(outcome.state, ImportOutcome::State::Imported);
    QVERIFY(outcome.events > 1000);
    QVERIFY(ids(outcome).find("capture.record-cut") != std::string::npos);
    QVERIFY(worded(outcome));
    QVERIFY(std::ranges::any_of(
        outcome.problems, [](const Problem& problem) { return problem.severity == Severity::DataLoss; }));
}

void TestImport::damagedCapturesAreWorded()
{
    const CaseFolder folder;
    const auto file = folder.newCase();
    const std::string whole = contentOf(sampleFolder() / "span-dc1.pcap").substr(0, 60'000);
    std::mt19937 random(3);
    for (int round = 0; round < 40; ++round) {
        std::string damaged = whole.substr(0, 1 + random() % whole.size());
        for (unsigned hits = random() % 30; hits > 0; --hits)
            damaged[random() % damaged.size()] = static_cast<char>(random());
        const auto outcome =
            CaseFolder::import(*file, folder.write("d" + std::to_string(round) + ".pcap", damaged));
        QCOMPARE(outcome.state, ImportOutcome::State::Imported);
        QVERIFY2(worded(outcome), ids(outcome).c_str());
    }
}

void TestImport::cancelledLeavesNoTrace()
{
    const CaseFolder folder;
    const auto file = folder.newCase();
    const fs::path capture = sampleFolder() / "span-dc1.pcap";
    std::stop_source before;
    before.request_stop();
    QCOMPARE(CaseFolder::import(*file, capture, before.get_token()).state, ImportOutcome::State::Cancelled);
    for (const int microseconds : {100, 1000, 3000, 10'000, 30'000}) {
        std::stop_source stop;
        std::jthread clock([&] {
            std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
            stop.request_stop();
        });
        const auto outcome = CaseFolder::import(*file, capture, stop.get_token());
        QVERIFY(outcome.state == ImportOutcome::State::Cancelled
                || outcome.state == ImportOutcome::State::Imported);
        if (outcome.state == ImportOutcome::State::Imported)
            QVERIFY(file->writer()->removeSource(outcome.source).hasValue());
        QCOMPARE(sourcesIn(*file), std::size_t{0});
        QVERIFY(file->newReader().value()->eventCounts()->empty());
    }
}

/// A file of a size that the case has is hashed first, which takes its time too.
void TestImport::lookingForTheSameBytesIsAJobToo()
{
    const CaseFolder folder;
    const auto file = folder.newCase();
    const fs::path capture = sampleFolder() / "span-dc1.pcap";
    CaseFolder::import(*file, capture);
    ImportMonitor monitor;
    const Progress& progress = monitor.progress;
    const EvidenceItem again{"again.pcap", capture.string()};
    QCOMPARE(importOne(*file, again, monitor, {}).state, ImportOutcome::State::AlreadyInCase);
    QCOMPARE(progress.total(), std::uint64_t{fs::file_size(capture)});
    QCOMPARE(progress.done(), progress.total());
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(importOne(*file, again, monitor, stop.get_token()).state, ImportOutcome::State::Cancelled);
}

/// The log is cut by whoever writes it, in the middle of being read.
void TestImport::vanishingFileKeepsWhatWasRead()
{
    const CaseFolder folder;
    const auto file = folder.newCase();
    std::string trace;
    const std::string some = shortTrace();
    while (trace.size() < (std::size_t{24} << 20))
        trace += some;
    const fs::path evidence = folder.write("ccm.txt", trace);
    ImportMonitor monitor;
    const Progress& progress = monitor.progress;
    std::jthread cutter([&](const std::stop_token& stop) {
        while (progress.done() == 0 && !stop.stop_requested())
            std::this_thread::yield();
        fs::resize_file(evidence, std::size_t{9} << 20);
    });
    const auto outcome = importOne(*file, {"ccm.txt", evidence.string()}, monitor, {});
    QCOMPARE(outcome.state, ImportOutcome::State::Imported);
    if (ids(outcome).find("import.vanished") == std::string::npos)
        QSKIP("the file was read before it could be cut");
    QVERIFY(outcome.events > 0);
    QVERIFY(worded(outcome));
    const auto sources = file->newReader().value()->sources();
    QVERIFY(sources->at(0).first && sources->at(0).last);
}

void TestImport::formats_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    QTest::newRow("capture") << "span-dc1.pcap"
                             << "pcap";
    QTest::newRow("console") << "SEP001E7A24429A.log"
                             << "phone-console";
    QTest::newRow("trace") << "ccm00000012.txt"
                           << "cucm-sdi";
    QTest::newRow("status") << "ntp-status-cucm-pub.txt"
                            << "ntp-status";
}

/// By its bytes, whatever it is called.
void TestImport::formats()
{
    QFETCH(QString, name);
    QFETCH(QString, format);
    const CaseFolder folder;
    const auto file = folder.newCase();
    fs::copy_file(sampleFolder() / name.toStdString(), folder.path("evidence"));
    const auto outcome = CaseFolder::import(*file, folder.path("evidence"));
    QCOMPARE(outcome.state, ImportOutcome::State::Imported);
    QCOMPARE(QString::fromStdString(outcome.format), format);
    QVERIFY(formatById(outcome.format) != nullptr);
    QVERIFY(outcome.events > 0);
    QVERIFY(worded(outcome));
}

void TestImport::sameBytesTwice()
{
    const CaseFolder folder;
    const auto file = folder.newCase();
    const fs::path first = folder.write("ccm.txt", shortTrace());
    const auto one = CaseFolder::import(*file, first);
    const auto two = CaseFolder::import(*file, folder.write("elsewhere/copy.log", shortTrace()));
    QCOMPARE(two.state, ImportOutcome::State::AlreadyInCase);
    QVERIFY(two.source == one.source);
    QCOMPARE(ids(two), std::string("import.already-in-case"));
    QVERIFY(worded(two));
    std::string other = shortTrace();
    other[100] ^= 1; // the same size
    QCOMPARE(CaseFolder::import(*file, folder.write("other.txt", other)).state,
             ImportOutcome::State::Imported);
    QCOMPARE(sourcesIn(*file), std::size_t{2});
}

void TestImport::rowsSayWhatWasRead()
{
    const CaseFolder folder;
    const auto file = folder.newCase();
    CaseFolder::import(*file, sampleFolder() / "ccm00000012.txt");
    const SourceRow row = file->newReader().value()->sources()->at(0);
    QCOMPARE(row.bytes, std::uint64_t{fs::file_size(sampleFolder() / "ccm00000012.txt")});
    QCOMPARE(row.sha256.size(), std::size_t{64});
    QCOMPARE(row.unit, PlaceUnit::Line);
    QVERIFY(row.records > 0 && row.first && row.last && *row.first < *row.last);
    QCOMPARE(row.coverage.size(), std::size_t{1});
    QVERIFY(row.modifiedNs != 0);
}

void TestImport::collectsFilesAndFolders()
{
    const CaseFolder folder;
    folder.write("bundle/b.txt", "b");
    folder.write("bundle/a/deep/c.txt", "c");
    folder.write("bundle/.hidden", "h");
    folder.write("single.log", "s");
    fs::create_directory_symlink("..", folder.path("bundle/up")); // would go round for ever
    fs::create_symlink("b.txt", folder.path("bundle/link.txt"));
    fs::create_directory(folder.path("bundle/empty"));
    const auto paths = [&](const std::vector<std::string>& arguments) {
        std::string text;
        for (const EvidenceItem& item : collect(arguments).items)
            text += (text.empty() ? "" : " ") + item.path;
        return QString::fromStdString(text);
    };
    const QString bundle = QStringLiteral("bundle/.hidden bundle/a/deep/c.txt bundle/b.txt bundle/link.txt");
    QCOMPARE(paths({folder.path("bundle").string()}), bundle);
    QCOMPARE(paths({folder.path("bundle").string() + "/"}), bundle);
    QCOMPARE(paths({folder.path("bundle").string() + "/."}), bundle);
    QCOMPARE(paths({folder.path("bundle/a/..").string()}), bundle);
    QCOMPARE(paths({folder.path("single.log").string(), folder.path("bundle/b.txt").string()}),
             QStringLiteral("b.txt single.log"));
    const auto before = fs::current_path();
    fs::current_path(folder.path("bundle"));
    QCOMPARE(paths({"."}), bundle);
    QCOMPARE(paths({"a"}), QStringLiteral("a/deep/c.txt"));
    fs::current_path(before);
    const Collected missing =
        collect({folder.path("nothing").string(), folder.path("single.log").string() + "/x", ""});
    QVERIFY(missing.items.empty() || missing.unreadable.size() >= 2);
    QCOMPARE(missing.unreadable.at(0).error->code, ErrorCode::NotFound);
    QCOMPARE(missing.unreadable.at(1).error->code, ErrorCode::NotFound);
}

void TestImport::collectsWithoutPermission()
{
    const Unprivileged unprivileged;
    const CaseFolder folder;
    folder.write("bundle/secret/a.txt", "a");
    folder.write("bundle/b.txt", "b");
    fs::permissions(folder.path("bundle/secret"), fs::perms::none);
    const Collected collected = collect({folder.path("bundle").string()});
    fs::permissions(folder.path("bundle/secret"), fs::perms::owner_all);
    QCOMPARE(collected.items.size(), std::size_t{1});
    QCOMPARE(collected.unreadable.at(0).item.path, std::string("bundle/secret"));
    QCOMPARE(collected.unreadable.at(0).error->code, ErrorCode::NoPermission);
}

void TestImport::collectingIsCancelledAtTheNextEntry()
{
    const CaseFolder folder;
    for (int i = 0; i < 100; ++i)
        folder.write("bundle/" + std::to_string(i), "x");
    Progress progress;
    QCOMPARE(collectEvidence({folder.path("bundle").string()}, progress, {}).items.size(), std::size_t{100});
    QCOMPARE(progress.done(), std::uint64_t{100});
    std::stop_source stop;
    stop.request_stop();
    const Collected none = collectEvidence({folder.path("bundle").string()}, progress, stop.get_token());
    QVERIFY(none.items.empty() && none.unreadable.empty());
}

/// The folder that evidence is kept in is where its case is kept too.
void TestImport::casesAreNotCollected()
{
    const CaseFolder folder;
    fs::create_directory(folder.path("bundle"));
    const auto open = folder.newCase("bundle/open.whittle");
    folder.newCase("bundle/other.whittle").reset();
    folder.write("bundle/other.whittle-journal", "left behind");
    folder.write("bundle/notes-wal", "nobody's journal");
    QVERIFY(fs::exists(folder.path("bundle/open.whittle-wal")));
    const Collected collected = collect({folder.path("bundle").string()});
    QVERIFY(collected.unreadable.empty());
    QCOMPARE(collected.items.size(), std::size_t{2});
    QCOMPARE(collected.items[0].path, std::string("bundle/notes-wal"));
    QCOMPARE(collected.items[1].path, std::string("bundle/other.whittle")); // named, when it is to be read
    const auto outcome = CaseFolder::import(*open, folder.path("bundle/other.whittle"));
    QVERIFY(outcome.error->reason.find("a Whittle case, not evidence") != std::string::npos);
}

void TestImport::linesAndFrames()
{
    const CaseFolder folder;
    const auto file = folder.newCase();
    const auto console = CaseFolder::import(*file, sampleFolder() / "SEP001E7A24429A.log").source;
    const auto capture = CaseFolder::import(*file, sampleFolder() / "span-dc1.pcap").source;
    QVERIFY(textOf(rawRecord(*file, console, 40)).find("NAK received") != std::string::npos);
    QCOMPARE(rawRecord(*file, console, 0).error().code, ErrorCode::NotFound);
    QVERIFY(!rawRecord(*file, console, 1'000'000));
    QVERIFY(!rawRecord(*file, SourceId{99}, 1));
    const auto frame = rawRecord(*file, capture, 4342);
    QVERIFY(frame.hasValue() && !frame->fromCase);
    QVERIFY(asText(frame->bytes).find("lease not found") != std::string_view::npos);
    QVERIFY(rawRecord(*file, capture, 14'751).hasValue()); // the last one
    QVERIFY(!rawRecord(*file, capture, 14'752));
}

void TestImport::contextOfALine()
{
    const CaseFolder folder;
    const auto file = folder.newCase();
    const auto source = CaseFolder::import(*file, sampleFolder() / "SEP001E7A24429A.log").source;
    const auto numbers = [&](std::uint64_t number, unsigned before, unsigned after) {
        QString text;
        const auto records = rawContext(*file, source, number, before, after);
        for (const RawRecord& record : records ? *records : std::vector<RawRecord>())
            text += QString::number(record.number) + u' ';
        return text;
    };
    QCOMPARE(numbers(40, 2, 1), QStringLiteral("38 39 40 41 "));
    QCOMPARE(numbers(1, 5, 1), QStringLiteral("1 2 "));
    QCOMPARE(numbers(40, 0, 0), QStringLiteral("40 "));
    const auto rows = file->newReader().value()->sources();
    const std::uint64_t last = rows->at(0).records;
    QCOMPARE(numbers(last, 1, 5), QStringLiteral("%1 %2 ").arg(last - 1).arg(last));
    QVERIFY(numbers(last + 1, 1, 1).isEmpty());
}

void TestImport::changedEvidenceShowsTheCopy()
{
    const CaseFolder folder;
    const auto file = folder.newCase();
    const fs::path evidence = folder.write("ccm.txt", shortTrace());
    const auto source = CaseFolder::import(*file, evidence).source;
    const auto original = rawRecord(*file, source, 5);
    QVERIFY(original.hasValue());
    QVERIFY(file->writer()->addCitations({{{source, {PlaceUnit::Line, 5}, 0}, original->bytes}}).hasValue());
    std::string changed = shortTrace();
    std::ranges::replace(changed, '0', '1');
    folder.write("ccm.txt", changed);
    fs::last_write_time(evidence, fs::file_time_type::clock::now() + std::chrono::hours(1));
    const auto copy = rawRecord(*file, source, 5);
    QVERIFY(copy.hasValue() && copy->fromCase);
    QCOMPARE(textOf(copy), textOf(original));
    QCOMPARE(rawRecord(*file, source, 6).error().code, ErrorCode::Vanished);
    fs::remove(evidence);
    QCOMPARE(textOf(rawRecord(*file, source, 5)), textOf(original));
    QCOMPARE(rawRecord(*file, source, 6).error().code, ErrorCode::NotFound);
}

/// Whoever makes up a problem must give it words.
void TestImport::everyMessageHasWords()
{
    const QRegularExpression id(QStringLiteral("\"((?:import|capture|formats|clocks|limit)\\.[a-z0-9-]+)\""));
    std::set<std::string> used;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(WHITTLE_SOURCE_DIR) / "models")) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h")
            continue;
        const QString text = QString::fromStdString(contentOf(entry.path()));
        for (auto found = id.globalMatch(text); found.hasNext();)
            used.insert(found.next().captured(1).toStdString());
    }
    QVERIFY(used.contains("import.vanished") && used.contains("capture.record-cut"));
    for (const std::string& one : used) {
        const bool mayBeAnExample = one.starts_with("limit."); // a comment lists some
        QVERIFY2(mayBeAnExample || m_knowledge.messages.contains(one), one.c_str());
    }
    for (const auto& [one, words] : m_knowledge.messages)
        QVERIFY2(used.contains(one), (one + " is used nowhere").c_str());
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
