// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/import/importmonitor.h"
#include "tests/support/casefolder.h"
#include "tests/support/casesources.h"
#include "tests/support/packing.h"

using namespace whittle;
using namespace whittle::test;
using State = ImportOutcome::State;

namespace
{

/// Some thousand lines of a console, no two alike.
const std::string& console()
{
    static const std::string lines = [] {
        std::string text = contentOf(sampleFolder() / "SEP001E7A24429A.log");
        for (int i = 0; i < 20'000; ++i)
            text += "NOT 08:11:10.854439 DHCP: line " + std::to_string(i * 7919 % 100'003) + "\n";
        return text;
    }();
    return lines;
}

} // namespace

/// Bundles that break off, go on behind their end, or are damaged: what there is is read, the rest is told.
class TestBrokenBundles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cutStreamIsReadToItsEnd_data() { filters(); }
    void cutStreamIsReadToItsEnd();
    void cutStreamBehindABomb();
    void whatFollowsAStreamIsTold_data() { filters(); }
    void whatFollowsAStreamIsTold();
    void whatFollowsAPackedArchiveIsTold_data();
    void whatFollowsAPackedArchiveIsTold();
    void tarsBehindEachOther();
    void damagedTarGoesOn();
    void tarWithSomethingBehind();

private:
    static void filters()
    {
        QTest::addColumn<QString>("filter");
        for (const char* filter : {"gzip", "bzip2", "xz", "zstd"})
            QTest::newRow(filter) << QString::fromLatin1(filter);
    }
    static std::string pack(const std::string& bytes)
    {
        QFETCH(QString, filter);
        return compressed(bytes, filter.toStdString());
    }
    ImportOutcome add(const std::string& name, const std::string& bytes)
    {
        return CaseFolder::import(*m_file, m_folder->write(name, bytes));
    }

    std::unique_ptr<CaseFolder> m_folder;
    std::shared_ptr<CaseFile> m_file;
};

void TestBrokenBundles::init()
{
    m_folder = std::make_unique<CaseFolder>();
    m_file = m_folder->newCase();
}

void TestBrokenBundles::cutStreamIsReadToItsEnd()
{
    const std::string packed = pack(console() + console());
    QCOMPARE(add("cut.log", packed.substr(0, packed.size() - packed.size() / 4)).state, State::Imported);
    const SourceRow row = source(*m_file, "cut.log");
    QCOMPARE(row.format, std::string("phone-console"));
    QVERIFY(row.records > 0 && row.first && row.last);
    const std::string problems = problemsOf(row);
    QVERIFY2(problems.find("import.unreadable 'offset " + std::to_string(packed.size() - packed.size() / 4))
                 != std::string::npos,
             problems.c_str());
    QVERIFY(problems.find("data break off") != std::string::npos);
    for (const std::uint64_t number : {row.records - 1, std::uint64_t{1}, row.records}) {
        const std::string line = record(*m_file, "cut.log", number);
        QVERIFY2(!line.starts_with("!") && console().find(line) != std::string::npos, line.c_str());
    }
}

/// What was too much of one member takes nothing from the next.
void TestBrokenBundles::cutStreamBehindABomb()
{
    const std::string cut = compressed(console()).substr(0, 60'000);
    const std::string bomb = compressed(std::string(std::size_t{4} << 20, 'x'));
    ImportOptions options;
    options.limits.freeBytes = 1 << 20;
    options.limits.ratio = 100;
    const fs::path path = m_folder->write("x.tar", packed({{"bomb", bomb}, {"cut", cut}}, "ustar"));
    ImportMonitor monitor;
    importOne(*m_file, {"x.tar", path.string()}, monitor, {}, options);
    QVERIFY(problemsOf(*m_file, "x.tar").find("import.member-unreadable 'bomb'") != std::string::npos);
    QCOMPARE(summary(*m_file), std::string("x.tar archive none; x.tar/cut phone-console events; "));
    QVERIFY(problemsOf(*m_file, "x.tar/cut").find("data break off") != std::string::npos);
}

void TestBrokenBundles::whatFollowsAStreamIsTold()
{
    const std::string packed = pack(console());
    QCOMPARE(add("x.log", packed + std::string(16, '\0') + "and so on").state, State::Imported);
    const SourceRow row = source(*m_file, "x.log");
    QVERIFY(row.records > 20'000);
    const std::string expected =
        "import.unreadable 'offset " + std::to_string(packed.size() + 16) + "' '9 bytes behind the last ";
    QVERIFY2(problemsOf(row).find(expected) != std::string::npos, problemsOf(row).c_str());
    add("padded.log", pack(console() + "end\n") + std::string(512, '\0'));
    QCOMPARE(problemsOf(*m_file, "padded.log").find("import."), std::string::npos);
}

void TestBrokenBundles::whatFollowsAPackedArchiveIsTold_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("filter");
    for (const char* format : {"zip", "pax"}) {
        for (const char* filter : {"gzip", "bzip2", "xz", "zstd"})
            QTest::addRow("%s in %s", format, filter)
                << QString::fromLatin1(format) << QString::fromLatin1(filter);
    }
}

void TestBrokenBundles::whatFollowsAPackedArchiveIsTold()
{
    QFETCH(QString, format);
    const std::string packed = pack(test::packed({{"a.log", console()}}, format.toStdString()));
    QVERIFY(add("whole", packed).problems.empty());
    m_file = m_folder->newCase("other.whittle");
    add("more", packed + "rubbish");
    QVERIFY(source(*m_file, "more/a.log").events > 0);
    const std::string problems = problemsOf(*m_file, "more");
    QVERIFY2(problems.find("7 bytes behind the last ") != std::string::npos, problems.c_str());
    QVERIFY2(problems.find("offset " + std::to_string(packed.size())) != std::string::npos, problems.c_str());
    QCOMPARE(source(*m_file, "more").problems.size(), std::size_t{1});
}

void TestBrokenBundles::tarsBehindEachOther()
{
    const std::string one = packed({{"a.log", console()}}, "ustar");
    const std::string two = packed({{"b.log", console() + "more\n"}}, "pax");
    add("both.tar", one + two);
    QCOMPARE(summary(*m_file),
             std::string("both.tar archive none; both.tar/a.log phone-console events; "
                         "both.tar/b.log phone-console events; "));
    QVERIFY(source(*m_file, "both.tar").problems.empty());
    QVERIFY(!record(*m_file, "both.tar/b.log", 20'000).starts_with("!"));
}

void TestBrokenBundles::damagedTarGoesOn()
{
    std::string bytes = packed({{"a", "one\n"}, {"b", "two\n"}, {"c.log", console()}}, "ustar");
    bytes.replace(1024, 100, std::string(100, 'x')); // the header of b
    add("damaged.tar", bytes);
    QCOMPARE(summary(*m_file),
             std::string("damaged.tar archive none; damaged.tar/a unknown none; "
                         "damaged.tar/c.log phone-console events; "));
    const SourceRow row = source(*m_file, "damaged.tar");
    QCOMPARE(problemsOf(row), std::string("import.archive-damaged; "));
    QCOMPARE(row.problems.at(0).place->number, std::uint64_t{1024});
    QVERIFY(!record(*m_file, "damaged.tar/c.log", 5).starts_with("!"));
}

void TestBrokenBundles::tarWithSomethingBehind()
{
    const std::string tar = packed({{"a.log", console()}}, "ustar");
    add("a.tar", tar + std::string(3000, 'x'));
    QVERIFY(source(*m_file, "a.tar/a.log").events > 0);
    const SourceRow row = source(*m_file, "a.tar");
    QVERIFY2(problemsOf(row).starts_with("import.archive-damaged; "), problemsOf(row).c_str());
    const std::uint64_t at = row.problems.at(0).place->number;
    QVERIFY(at + 10'240 >= tar.size() && at <= tar.size());
}

QTEST_GUILESS_MAIN(TestBrokenBundles)
#include "tst_brokenbundles.moc"
