// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <clocale>

#include <QTest>

#include "models/base/bytes.h"
#include "models/base/sha256.h"
#include "models/import/importmonitor.h"
#include "models/import/recordreader.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"
#include "models/store/sourcewriter.h"
#include "tests/support/casefolder.h"
#include "tests/support/casesources.h"
#include "tests/support/packing.h"

using namespace whittle;
using namespace whittle::test;
using State = ImportOutcome::State;

namespace
{

const std::string& capture()
{
    static const std::string bytes = contentOf(sampleFolder() / "span-dc1.pcap").substr(0, 200'000);
    return bytes;
}

const std::string& trace()
{
    static const std::string bytes = [] {
        const std::string all = contentOf(sampleFolder() / "ccm00000012.txt");
        return all.substr(0, all.find('\n', 40'000) + 1);
    }();
    return bytes;
}

const std::string& console()
{
    static const std::string bytes = contentOf(sampleFolder() / "SEP001E7A24429A.log");
    return bytes;
}

std::string sha256(const std::string& bytes)
{
    Sha256 digest;
    digest.add(asBytes(bytes));
    return digest.finish();
}

} // namespace

/// Archives and compressed files on their way into a case.
class TestBundles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void encryptedMembersAreNamed();
    void brokenArchiveKeepsWhatCameBefore_data();
    void brokenArchiveKeepsWhatCameBefore();
    void brokenCompression();
    void bombsAreLeftOut();
    void tooManyMembersAndTooDeep();
    void emptyOnes();
    void brokenBeforeItsFirstMember();
    void aCaseInsideIsNoEvidence();
    void cancelledArchiveLeavesNothing();
    void cancelledReplacementKeepsTheOld();
    void namesThatPointOutside();
    void compressedFileIsOneSource_data();
    void compressedFileIsOneSource();
    void archives_data();
    void archives();
    void nestedArchives();
    void sameArchiveTwice();
    void sameContentPackedOtherwise();
    void membersAreReadAgain();
    void neighboursAreReadAgainInAnyOrder();
    void changedArchiveShowsNothingElse();
    void utf16();
    void windows1252();
    void forcedFormat();
    void forcedByName();
    void monitorShowsWhatIsRead();
    void originIsKept();

private:
    ImportOutcome add(const std::string& name, const std::string& bytes, const ImportOptions& options = {});

    std::unique_ptr<CaseFolder> m_folder;
    std::shared_ptr<CaseFile> m_file;
    std::unique_ptr<ImportMonitor> m_monitor;
};

void TestBundles::init()
{
    m_folder = std::make_unique<CaseFolder>();
    m_file = m_folder->newCase();
}

ImportOutcome TestBundles::add(const std::string& name, const std::string& bytes,
                               const ImportOptions& options)
{
    m_monitor = std::make_unique<ImportMonitor>();
    const fs::path path = m_folder->write(name, bytes);
    return importOne(*m_file, {path.filename().string(), path.string()}, *m_monitor, {}, options);
}

void TestBundles::encryptedMembersAreNamed()
{
    const auto outcome = add("a.zip", packed({{"x/t.txt", trace()}}, "zip", "zip:encryption=traditional"));
    QCOMPARE(outcome.state, State::Imported);
    QCOMPARE(summary(*m_file), std::string("a.zip archive none; "));
    QCOMPARE(problemsOf(*m_file, "a.zip"), std::string("import.member-encrypted 'x/t.txt'; "));
    QCOMPARE(outcome.problems.at(0).severity, Severity::DataLoss);
}

void TestBundles::brokenArchiveKeepsWhatCameBefore_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("filter");
    QTest::newRow("zip") << QStringLiteral("zip") << QString();
    QTest::newRow("tar") << QStringLiteral("ustar") << QString();
    QTest::newRow("tar.gz") << QStringLiteral("ustar") << QStringLiteral("gzip");
}

void TestBundles::brokenArchiveKeepsWhatCameBefore()
{
    QFETCH(QString, format);
    QFETCH(QString, filter);
    std::string bytes =
        packed({{"a.log", console()}, {"b.txt", trace()}, {"c.log", "c"}}, format.toStdString());
    if (!filter.isEmpty())
        bytes = compressed(bytes, filter.toStdString());
    const auto outcome = add("cut", bytes.substr(0, bytes.size() * 3 / 4));
    QCOMPARE(outcome.state, State::Imported);
    QCOMPARE(source(*m_file, "cut/a.log").format, std::string("phone-console"));
    QCOMPARE(problemsOf(*m_file, "cut/a.log").find("import.unreadable"), std::string::npos);
    const SourceRow cut = source(*m_file, "cut/b.txt");
    QVERIFY(cut.events > 0);
    QVERIFY2(problemsOf(cut).find("import.unreadable") != std::string::npos, problemsOf(cut).c_str());
    const std::string problems = problemsOf(*m_file, "cut");
    QVERIFY2(problems.starts_with("import.archive-broken"), problems.c_str());
    QVERIFY(outcome.problems.at(0).place.has_value());
}

void TestBundles::brokenCompression()
{
    const std::string bytes = compressed(trace());
    QCOMPARE(add("cut.txt.gz", bytes.substr(0, bytes.size() - 200)).state, State::Imported);
    const SourceRow row = source(*m_file, "cut.txt.gz");
    QCOMPARE(row.format, std::string("cucm-sdi"));
    QVERIFY(row.events > 0);
    QVERIFY(row.records > 0 && row.first && row.last); // what was learnt until there is kept
    QVERIFY(problemsOf(row).find("import.unreadable") != std::string::npos);
    const auto garbage = add("garbage.gz", "\x1F\x8B\x08 this is no gzip at all");
    QCOMPARE(garbage.state, State::Failed);
    QCOMPARE(garbage.error->code, ErrorCode::Malformed);
    QCOMPARE(sourcesOf(*m_file).size(), std::size_t{1});
}

void TestBundles::bombsAreLeftOut()
{
    ImportOptions options;
    options.limits.freeBytes = 1 << 20;
    options.limits.ratio = 100;
    const std::string zeros(8 << 20, '\0');
    const auto bomb = add("bomb.gz", compressed(zeros), options);
    QCOMPARE(bomb.state, State::Failed);
    QVERIFY(bomb.error->reason.find("100 times its size") != std::string::npos);
    QCOMPARE(add("b.zip", packed({{"bomb", zeros}, {"a.log", console()}}), options).state, State::Imported);
    QCOMPARE(summary(*m_file), std::string("b.zip archive none; b.zip/a.log phone-console events; "));
    QVERIFY(problemsOf(*m_file, "b.zip").starts_with("import.member-unreadable 'bomb' 'it unpacks to more"));
    const std::string inner = packed({{"zeros", zeros}});
    QCOMPARE(add("nested.zip", packed({{"inner.zip", inner}, {"c.txt", trace()}}), options).state,
             State::Imported);
    QVERIFY(problemsOf(*m_file, "nested.zip/inner.zip").starts_with("import.member-unreadable 'zeros'"));
    QCOMPARE(source(*m_file, "nested.zip/c.txt").format, std::string("cucm-sdi"));
    options.limits.totalBytes = 20'000;
    QCOMPARE(add("total.zip", packed({{"x.txt", trace() + "\n"}, {"y.txt", "y"}}), options).state,
             State::Imported);
    const std::string problems = problemsOf(*m_file, "total.zip");
    QVERIFY2(problems.find("'x.txt' 'it unpacks to more than 20000 bytes'") != std::string::npos,
             problems.c_str());
    QCOMPARE(source(*m_file, "total.zip/y.txt").path, std::string()); // nothing after it
}

void TestBundles::tooManyMembersAndTooDeep()
{
    ImportOptions options;
    options.limits.members = 2;
    add("many.zip", packed({{"a", "1"}, {"b", "2"}, {"c", "3"}}), options);
    QCOMPARE(summary(*m_file),
             std::string("many.zip archive none; many.zip/a unknown none; many.zip/b unknown none; "));
    QVERIFY(problemsOf(*m_file, "many.zip").starts_with("import.archive-too-large"));
    options = {};
    options.limits.depth = 3;
    std::string nested = packed({{"deep.log", console()}}, "ustar");
    for (int i = 0; i < 4; ++i)
        nested = packed({{"n" + std::to_string(i), nested}}, "ustar");
    add("deep.tar", nested, options);
    QVERIFY(problemsOf(*m_file, "deep.tar/n3/n2").find("packed more than 3 times over") != std::string::npos);
}

/// Whether there is a file in it nobody knows.
void TestBundles::brokenBeforeItsFirstMember()
{
    const std::string whole = packed({{"a.log", console()}}, "7zip");
    add("broken.7z", whole.substr(0, whole.size() - 10));
    const std::string problems = problemsOf(*m_file, "broken.7z");
    QVERIFY2(problems.starts_with("import.archive-broken"), problems.c_str());
    QVERIFY2(problems.find("import.archive-empty") == std::string::npos, problems.c_str());
}

void TestBundles::emptyOnes()
{
    add("empty.zip", packed({}));
    QCOMPARE(problemsOf(*m_file, "empty.zip"), std::string("import.archive-empty; "));
    add("folders.zip", packed({{"a/", ""}, {"a/b/", ""}}));
    QCOMPARE(problemsOf(*m_file, "folders.zip"), std::string("import.archive-empty; "));
    add("member.zip", packed({{"nothing.txt", ""}, {"a.log", console()}}));
    QCOMPARE(problemsOf(*m_file, "member.zip/nothing.txt"), std::string("import.empty-file; "));
    QVERIFY(source(*m_file, "member.zip/a.log").events > 0);
    add("nothing.gz", compressed(""));
    QCOMPARE(m_file->newReader().value()->sources()->size(), std::size_t{5}); // its content is there already
}

void TestBundles::aCaseInsideIsNoEvidence()
{
    m_folder->newCase("other.whittle").reset();
    add("a.zip", packed({{"other.whittle", contentOf(m_folder->path("other.whittle"))}}));
    QCOMPARE(summary(*m_file), std::string("a.zip archive none; "));
    const SourceRow row = source(*m_file, "a.zip");
    QVERIFY(problemsOf(row).starts_with("import.member-unreadable 'other.whittle' 'this is a Whittle case"));
    QCOMPARE(row.problems.at(0).severity, Severity::Notice);
}

void TestBundles::cancelledArchiveLeavesNothing()
{
    std::string big = capture();
    while (big.size() < (std::size_t{8} << 20))
        big += capture().substr(24);
    for (const bool compress : {false, true}) {
        const std::string tar = packed({{"a.log", console()}, {"b.pcap", big}}, "ustar");
        const fs::path path = m_folder->write("big.tar", compress ? compressed(tar) : tar);
        ImportMonitor monitor;
        std::stop_source stop;
        std::jthread canceller([&] {
            while (monitor.reading().path != "big.tar/b.pcap" || monitor.reading().events < 100)
                std::this_thread::yield();
            stop.request_stop();
        });
        const auto outcome = importOne(*m_file, {"big.tar", path.string()}, monitor, stop.get_token());
        QCOMPARE(outcome.state, State::Cancelled);
        QVERIFY(sourcesOf(*m_file).empty());
        QVERIFY(m_file->newReader().value()->eventCounts()->empty());
        const auto told = monitor.takeOver();
        QCOMPARE(told.size(), std::size_t{2}); // the member that was read, then that it is cancelled
        QCOMPARE(told.back().state, State::Cancelled);
        QCOMPARE(told.back().item.path, std::string("big.tar"));
    }
}

void TestBundles::cancelledReplacementKeepsTheOld()
{
    add("note.txt", "Dear Sir,\n");
    std::string big = capture();
    while (big.size() < (std::size_t{8} << 20))
        big += capture().substr(24);
    const fs::path path =
        m_folder->write("big.tar", packed({{"a.txt", "Dear Sir,\n"}, {"b.pcap", big}}, "ustar"));
    ImportOptions options;
    options.forced = {{"*/a.txt", "phone-console"}};
    ImportMonitor monitor;
    std::stop_source stop;
    std::jthread canceller([&] {
        while (monitor.reading().path != "big.tar/b.pcap" || monitor.reading().events < 100)
            std::this_thread::yield();
        stop.request_stop();
    });
    const auto outcome = importOne(*m_file, {"big.tar", path.string()}, monitor, stop.get_token(), options);
    QCOMPARE(outcome.state, State::Cancelled);
    QCOMPARE(sourcesOf(*m_file).size(), std::size_t{1});
    QCOMPARE(source(*m_file, "note.txt").format, std::string("unknown"));
}

void TestBundles::namesThatPointOutside()
{
    add("a.zip", packed({{"../../up.log", console()}, {"/etc/passwd", "root\n"}, {"b\n\x1b[2J", "x\n"}}));
    QCOMPARE(summary(*m_file),
             std::string("a.zip archive none; a.zip/../../up.log phone-console events; "
                         "a.zip/b\\x0a\\x1b[2J unknown none; a.zip/etc/passwd unknown none; "));
    QVERIFY(!fs::exists(m_folder->path("../up.log")) && !fs::exists(m_folder->path("up.log")));
}

void TestBundles::compressedFileIsOneSource_data()
{
    QTest::addColumn<QString>("filter");
    for (const char* filter : {"gzip", "bzip2", "xz", "zstd"})
        QTest::newRow(filter) << QString::fromLatin1(filter);
}

void TestBundles::compressedFileIsOneSource()
{
    QFETCH(QString, filter);
    const std::string bytes = compressed(capture(), filter.toStdString());
    const auto outcome = add("x.pcap.gz", bytes);
    QCOMPARE(outcome.state, State::Imported);
    const SourceRow row = source(*m_file, "x.pcap.gz");
    QCOMPARE(row.format, std::string("pcap"));
    QVERIFY(QString::fromStdString(row.formatReason).endsWith(QStringLiteral(", in %1").arg(filter)));
    QCOMPARE(row.sha256, sha256(bytes));
    QCOMPARE(row.contentSha256, sha256(capture()));
    QCOMPARE(row.bytes, std::uint64_t{bytes.size()});
    const auto plain = CaseFile::createTemporary().value();
    const auto direct = CaseFolder::import(*plain, m_folder->write("plain.pcap", capture()));
    QCOMPARE(row.events, direct.events);
    QCOMPARE(asText(rawRecord(*m_file, row.id, 200)->bytes),
             asText(rawRecord(*plain, direct.source, 200)->bytes));
}

void TestBundles::archives_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    const Members members{
        {"dir/", ""}, {"dir/a.log", console()}, {"dir/b.txt.gz", compressed(trace())}, {"c.pcap", capture()}};
    const auto row = [](const char* name, const std::string& bytes) {
        QTest::newRow(name) << QString::fromLatin1(name) << QByteArray::fromStdString(bytes);
    };
    row("a.zip", packed(members));
    row("a.tar", packed(members, "ustar"));
    row("a.tar.gz", compressed(packed(members, "pax")));
    row("a.tar.bz2", compressed(packed(members, "pax"), "bzip2"));
    row("a.tar.xz", compressed(packed(members, "pax"), "xz"));
    row("a.tar.zst", compressed(packed(members, "pax"), "zstd"));
    row("a.zip.gz.gz", compressed(compressed(packed(members))));
    row("a.7z", packed(members, "7zip"));
}

void TestBundles::archives()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    std::setlocale(LC_ALL, "C");
    const auto outcome = add(name.toStdString(), bytes.toStdString());
    const std::string at = name.toStdString();
    QCOMPARE(outcome.state, State::Imported);
    QCOMPARE(outcome.format, std::string("archive"));
    QCOMPARE(outcome.members, std::uint64_t{3});
    QVERIFY(outcome.problems.empty());
    QCOMPARE(summary(*m_file),
             at + " archive none; " + at + "/c.pcap pcap events; " + at + "/dir/a.log phone-console events; "
                 + at + "/dir/b.txt.gz cucm-sdi events; ");
    QCOMPARE(source(*m_file, at).sha256, sha256(bytes.toStdString()));
    QCOMPARE(source(*m_file, at).bytes, std::uint64_t(bytes.size()));
    QCOMPARE(source(*m_file, at).records, std::uint64_t{3});
    QCOMPARE(source(*m_file, at + "/dir/a.log").sha256, sha256(console()));
    QCOMPARE(source(*m_file, at + "/dir/b.txt.gz").sha256, sha256(compressed(trace())));
    QCOMPARE(m_monitor->takeOver().size(), std::size_t{3});
    QCOMPARE(m_monitor->progress.done(), std::uint64_t(bytes.size()));
    const std::string line = record(*m_file, at + "/dir/b.txt.gz", 3);
    QVERIFY(line.size() > 20 && trace().find("\n" + line) != std::string::npos);
}

void TestBundles::nestedArchives()
{
    const std::string inner = compressed(packed({{"t/b.txt", trace()}}, "ustar"), "xz");
    const std::string middle = packed({{"inner.txz", inner}, {"a.log", console()}});
    add("outer.tar", packed({{"middle.zip", middle}}, "pax"));
    QCOMPARE(summary(*m_file),
             std::string("outer.tar archive none; outer.tar/middle.zip archive none; "
                         "outer.tar/middle.zip/a.log phone-console events; "
                         "outer.tar/middle.zip/inner.txz archive none; "
                         "outer.tar/middle.zip/inner.txz/t/b.txt cucm-sdi events; "));
    QCOMPARE(source(*m_file, "outer.tar/middle.zip").sha256, sha256(middle));
    QCOMPARE(source(*m_file, "outer.tar/middle.zip/inner.txz").sha256, sha256(inner));
    QCOMPARE(source(*m_file, "outer.tar/middle.zip/inner.txz/t/b.txt").layers,
             std::string("member:0 member:0 xz member:0"));
    QVERIFY(!record(*m_file, "outer.tar/middle.zip/inner.txz/t/b.txt", 30).starts_with("!"));
}

void TestBundles::sameArchiveTwice()
{
    const std::string bytes = packed({{"a.log", console()}, {"b.txt", trace()}});
    add("a.zip", bytes);
    const auto again = add("elsewhere/b.zip", bytes);
    QCOMPARE(again.state, State::AlreadyInCase);
    QCOMPARE(again.problems.at(0).arguments.at(0), std::string("a.zip"));
    QVERIFY(m_monitor->takeOver().empty()); // not read twice
    QCOMPARE(sourcesOf(*m_file).size(), std::size_t{3});
    add("c.tar", packed({{"x.log", console()}}, "ustar"));
    QCOMPARE(m_monitor->takeOver().at(0).state, State::AlreadyInCase);
    QCOMPARE(sourcesOf(*m_file).size(), std::size_t{4});
}

void TestBundles::sameContentPackedOtherwise()
{
    add("x.pcap", capture());
    QCOMPARE(add("x.pcap.gz", compressed(capture())).state, State::AlreadyInCase);
    QCOMPARE(add("x.pcap.xz", compressed(capture(), "xz")).state, State::AlreadyInCase);
    QCOMPARE(add("y.txt.gz", compressed(trace())).state, State::Imported);
    QCOMPARE(add("y.txt", trace()).state, State::AlreadyInCase);
    QCOMPARE(sourcesOf(*m_file).size(), std::size_t{2});
}

void TestBundles::membersAreReadAgain()
{
    add("a.tar.gz", compressed(packed({{"a.log", console()}, {"b.pcap", capture()}}, "ustar")));
    const auto plain = CaseFile::createTemporary().value();
    const auto direct = CaseFolder::import(*plain, m_folder->write("plain.pcap", capture()));
    const SourceRow row = source(*m_file, "a.tar.gz/b.pcap");
    QCOMPARE(row.layers, std::string("gzip member:1"));
    for (const std::uint64_t frame : {1U, 17U, 500U, 3U})
        QCOMPARE(asText(rawRecord(*m_file, row.id, frame)->bytes),
                 asText(rawRecord(*plain, direct.source, frame)->bytes));
    QVERIFY(!rawRecord(*m_file, row.id, 1'000'000));
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(rawRecord(*m_file, row.id, 5, stop.get_token()).error().code, ErrorCode::Cancelled);
}

/// More than is kept of what was unpacked, forwards and backwards.
void TestBundles::neighboursAreReadAgainInAnyOrder()
{
    std::string lines = trace();
    const std::size_t first = static_cast<std::size_t>(std::ranges::count(lines, '\n'));
    std::size_t count = first;
    while (lines.size() < (std::size_t{24} << 20))
        lines += "filler line " + std::to_string(++count) + " " + std::string(300, 'x') + "\n";
    add("long.txt.gz", compressed(lines));
    const SourceRow row = source(*m_file, "long.txt.gz");
    QCOMPARE(row.records, std::uint64_t{count});
    const auto reader = m_file->newReader().value();
    RecordReader records;
    for (const std::size_t number :
         {count, first + 1, first + 40'000, first + 39'000, count - 5, first + 2}) {
        const auto found = records.record(*reader, row, number);
        QVERIFY2(found.hasValue(), found ? "" : toText(found.error()).c_str());
        QVERIFY(asText(found->bytes).starts_with("filler line " + std::to_string(number) + " "));
    }
    const auto context = rawContext(*m_file, row.id, first + 100, 3, 3);
    QCOMPARE(context->size(), std::size_t{7});
    QCOMPARE(context->front().number, std::uint64_t{first + 97});
}

void TestBundles::changedArchiveShowsNothingElse()
{
    add("a.zip", packed({{"a.log", console()}}));
    QVERIFY(!record(*m_file, "a.zip/a.log", 3).starts_with("!"));
    m_folder->write("a.zip", packed({{"a.log", trace()}}));
    QVERIFY(record(*m_file, "a.zip/a.log", 3).starts_with("!the evidence has changed"));
    fs::remove(m_folder->path("a.zip"));
    QVERIFY(record(*m_file, "a.zip/a.log", 3).starts_with("!the evidence is no longer there"));
}

void TestBundles::utf16()
{
    add("plain.log", console());
    const SourceRow plain = source(*m_file, "plain.log");
    for (const bool mark : {true, false}) {
        const auto file = m_folder->newCase(mark ? "mark.whittle" : "none.whittle");
        std::swap(m_file, const_cast<std::shared_ptr<CaseFile>&>(file));
        const std::string bytes = test::utf16(console(), mark, mark);
        add("wide.log", bytes);
        const SourceRow row = source(*m_file, "wide.log");
        QCOMPARE(row.format, plain.format);
        QCOMPARE(row.events, plain.events);
        QCOMPARE(row.sha256, sha256(bytes));
        QCOMPARE(row.bytes, std::uint64_t{bytes.size()});
        QVERIFY(QString::fromStdString(row.formatReason)
                    .endsWith(mark ? QStringLiteral(", in UTF-16, big-endian")
                                   : QStringLiteral(", in UTF-16, little-endian")));
        QVERIFY(record(*m_file, "wide.log", 40).find("NAK received") != std::string::npos);
        QCOMPARE(add("odd.log", bytes + "x").problems.back().id, std::string("import.utf-16-damaged"));
    }
}

void TestBundles::windows1252()
{
    add("a.log",
        "NOT 08:11:10.854439 DHCP: Restart - delay = 0\nNOT 08:11:11.854439 SCCP: connection to 10.1.1.1 "
        "lost, reason = gest\xF6rt \x80\n");
    std::string fields;
    (void)m_file->newReader().value()->forEachEvent({}, [&](const EventRow& row) {
        fields = row.fields;
        return true;
    });
    QVERIFY2(fields.find("reason=gest\xC3\xB6rt \xE2\x82\xAC") != std::string::npos, fields.c_str());
    QVERIFY(problemsOf(*m_file, "a.log").find("formats.windows-1252 '1' '2'") != std::string::npos);
    QVERIFY(record(*m_file, "a.log", 2).find("gest\xF6rt") != std::string::npos); // as it stands in the file
}

void TestBundles::forcedFormat()
{
    const auto first = add("note.txt", "Dear Sir,\nNOT 08:11:10.854439 DHCP: Restart - delay = 0\nyours\n");
    QCOMPARE(first.format, std::string("unknown"));
    ImportMonitor monitor;
    const fs::path path = m_folder->path("note.txt");
    const auto forced = importOne(*m_file, {"note.txt", path.string(), {}, "phone-console"}, monitor, {});
    QCOMPARE(forced.state, State::Imported);
    QCOMPARE(forced.format, std::string("phone-console"));
    QCOMPARE(forced.formatReason, std::string("chosen by the user"));
    QCOMPARE(forced.events, std::uint64_t{1});
    QCOMPARE(sourcesOf(*m_file).size(), std::size_t{1}); // in the place of the other
    QVERIFY(source(*m_file, "note.txt").formatChosen);
    QCOMPARE(add("note.txt", contentOf(path)).state, State::AlreadyInCase); // the choice is remembered
    QCOMPARE(source(*m_file, "note.txt").format, std::string("phone-console"));
    add("a.zip",
        packed({{"x", "no"}, {"memo.txt", "To whom\nNOT 08:11:10.854439 DHCP: Restart - delay = 0\nit\n"}}));
    const SourceRow member = source(*m_file, "a.zip/memo.txt");
    const auto again =
        importOne(*m_file, {member.path, member.location, collectedLayers(member.layers), "phone-console"},
                  monitor, {});
    QCOMPARE(again.state, State::Imported);
    QCOMPARE(source(*m_file, "a.zip/memo.txt").format, std::string("phone-console"));
    QCOMPARE(source(*m_file, "a.zip/memo.txt").layers, member.layers);
    QVERIFY(record(*m_file, "a.zip/memo.txt", 2).starts_with("NOT"));
}

void TestBundles::forcedByName()
{
    ImportOptions options;
    options.forced = {{"*/memo?.txt", "phone-console"}, {"*", "cucm-sdi"}};
    add("a.zip", packed({{"memo1.txt", "nothing\n"}, {"other.txt", "at all\n"}}), options);
    QCOMPARE(source(*m_file, "a.zip").format, std::string("archive"));
    QCOMPARE(source(*m_file, "a.zip/memo1.txt").format, std::string("phone-console"));
    QCOMPARE(source(*m_file, "a.zip/other.txt").format, std::string("cucm-sdi"));
}

void TestBundles::monitorShowsWhatIsRead()
{
    add("a.zip", packed({{"b.txt", trace()}}));
    const auto reading = m_monitor->reading();
    QCOMPARE(reading.path, std::string("a.zip/b.txt"));
    QCOMPARE(reading.format, std::string("cucm-sdi"));
    QCOMPARE(reading.events, source(*m_file, "a.zip/b.txt").events);
    QCOMPARE(reading.first.size(), std::min<std::size_t>(ImportMonitor::mostPreviewed, reading.events));
    QVERIFY(!reading.first.at(0).kind.empty() && reading.first.at(0).time.ns != 0);
}

void TestBundles::originIsKept()
{
    SourceOrigin origin{"cucm-pub", "10.1.1.10", "CCM", "11.5.1.16900-16", 2, 123, SourceTime{5}};
    auto writer = m_file->writer()->addSource("ccm.txt", "/ccm.txt");
    QVERIFY((*writer)->complete({.format = "cucm-sdi", .origin = origin}).hasValue());
    QVERIFY(source(*m_file, "ccm.txt").origin == origin);
    add("a.log", console());
    QVERIFY(source(*m_file, "a.log").origin == SourceOrigin{});
}

QTEST_GUILESS_MAIN(TestBundles)
#include "tst_bundles.moc"
