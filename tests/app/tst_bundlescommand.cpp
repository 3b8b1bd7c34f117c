// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/folder.h"
#include "tests/app/program.h"
#include "tests/support/packing.h"

#include <QTest>

using namespace whittle::test;

/// `whittle analyze` and `whittle verify` with evidence in archives.
class TestBundlesCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leftOutMembersAreNamed();
    void archiveSaysWhatItsFilesSay();
    void formatIsChosen_data();
    void formatIsChosen();
    void formatForNothingIsTold();
    void formatOfAKnownMember();
    void limitsComeFromTheSettings();
    void verifyFindsTheMembers();
    void copiesAreNamed();
    void companionsAreNoLoss();

private:
    static std::string content(const char* name) { return bytesOf(sample(name)).toStdString(); }
    static std::string sampleZip()
    {
        Members members;
        for (const char* name :
             {"SEP001E7A24429A.log", "ccm00000012.txt", "ntp-status-cucm-pub.txt", "span-dc1.pcap"})
            members.push_back({std::string("w/") + name, content(name)});
        return packed(members);
    }
    static void write(const Folder& folder, const char* name, const std::string& bytes)
    {
        QVERIFY(!folder.write(QString::fromLatin1(name), QByteArray::fromStdString(bytes)).isEmpty());
    }
};

void TestBundlesCommand::leftOutMembersAreNamed()
{
    const Folder folder;
    const std::string log = content("SEP001E7A24429A.log");
    write(folder, "locked.zip", packed({{"a.log", log}}, "zip", "zip:encryption=traditional"));
    write(folder, "cut.tar",
          packed({{"a.log", log}, {"b.log", log + "x"}}, "ustar").substr(0, log.size() + 3000));
    const Run run = runWhittle(
        {"analyze", folder.file("locked.zip"), folder.file("cut.tar"), "--json", folder.file("out.json")});
    COMPARE_CODE(run, 3);
    QVERIFY(run.err.contains("locked.zip: The member a.log is encrypted"));
    QVERIFY(run.err.contains("cut.tar, offset "));
    const auto sources = objects(object(folder.read("out.json"))["sources"]);
    QCOMPARE(sources.size(), 4); // the archives, and the members of one of them
    QCOMPARE(sources[0]["path"].toString(), "cut.tar");
    QCOMPARE(sources[0]["format"].toString(), "archive");
    QCOMPARE(sources[0]["problems"][0]["severity"].toString(), "data-loss");
    QVERIFY(sources[0]["problems"][0]["at"].toString().startsWith("offset "));
    QCOMPARE(sources[1]["path"].toString(), "cut.tar/a.log");
    QVERIFY(sources[3]["problems"][0]["message"].toString().contains("is encrypted"));
}

void TestBundlesCommand::archiveSaysWhatItsFilesSay()
{
    const Folder folder;
    write(folder, "w.zip", sampleZip());
    const Run run = runWhittle({"analyze", folder.file("w.zip"), "--json", folder.file("out.json")});
    COMPARE_CODE(run, 0);
    const auto analysis = object(folder.read("out.json"));
    QCOMPARE(analysis["diagnosis"]["verdict"].toString(), "confirmed");
    QCOMPARE(analysis["diagnosis"]["suspects"][0]["cause"].toString(), "dhcp.nak");
    QCOMPARE(analysis["sources"].toArray().size(), 5);
    QCOMPARE(analysis["case"]["reference_clock"].toString(), "w.zip/w/span-dc1.pcap");
    QVERIFY(!analysis["findings"][0]["evidence"][0]["text"].toString().isEmpty());
}

void TestBundlesCommand::formatIsChosen_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<int>("code");
    QTest::newRow("no such format") << "*=nonsense" << 2;
    QTest::newRow("no format at all") << "a.txt" << 2;
    QTest::newRow("by path") << "a.txt=phone-console" << 0;
    QTest::newRow("by glob") << "*.txt=phone-console" << 0;
}

void TestBundlesCommand::formatIsChosen()
{
    QFETCH(QString, option);
    QFETCH(int, code);
    const Folder folder;
    write(folder, "a.txt", "Dear Sir,\nNOT 08:11:10.854439 DHCP: Restart - delay = 0\nyours\n");
    const Run run =
        runWhittle({"analyze", folder.file("a.txt"), "--format", option, "--json", folder.file("out.json")});
    COMPARE_CODE(run, code);
    if (code != 0)
        return;
    const auto source = object(folder.read("out.json"))["sources"][0].toObject();
    QCOMPARE(source["format"].toString(), "phone-console");
    QCOMPARE(source["format_reason"].toString(), "chosen by the user");
    QCOMPARE(source["events"].toInt(), 1);
}

void TestBundlesCommand::formatForNothingIsTold()
{
    const Folder folder;
    write(folder, "a.log", content("SEP001E7A24429A.log"));
    const Run run = runWhittle({"analyze", folder.file("a.log"), "--format", "*.log=phone-console",
                                "--format", "b*=syslog", "--quiet"});
    COMPARE_CODE(run, 3);
    QCOMPARE(run.err, QByteArray("--format b*: none of the files that were read is called so\n"));
    const Run fits = runWhittle({"analyze", folder.file("a.log"), "--format", "*.log=phone-console"});
    COMPARE_CODE(fits, 0);
}

void TestBundlesCommand::formatOfAKnownMember()
{
    const Folder folder;
    const std::string memo = "Sir,\nNOT 08:11:10.854439 DHCP: Restart - delay = 0\nyours\n";
    write(folder, "a.zip", packed({{"memo.txt", memo}, {"other.txt", "x\n"}}));
    const QStringList words{"analyze", folder.file("a.zip"), "--case", folder.file("c.whittle"),
                            "--import-only"};
    Run run = runWhittle(words);
    COMPARE_CODE(run, 3); // two texts of no format
    run = runWhittle(words + QStringList{"--format", "a.zip/memo.txt=phone-console"});
    COMPARE_CODE(run, 0);
    run = runWhittle({"events", folder.file("c.whittle")});
    COMPARE_CODE(run, 0);
    QCOMPARE(run.out.count('\n'), 2); // the header and one event
    QVERIFY(run.out.contains("a.zip/memo.txt"));
}

void TestBundlesCommand::limitsComeFromTheSettings()
{
    const Folder folder;
    write(folder, "w.zip", sampleZip());
    write(folder, "Whittle/whittle/whittle.ini", "[bundles]\nmembers=2\nratio=nonsense\n");
    Surroundings around;
    around.variables.insert("XDG_CONFIG_HOME", folder.path());
    const Run run = runWhittle({"analyze", folder.file("w.zip"), "--json", folder.file("out.json")}, around);
    COMPARE_CODE(run, 3);
    QVERIFY2(run.err.contains("it has more than 2 members"), run.err.constData());
}

void TestBundlesCommand::verifyFindsTheMembers()
{
    const Folder folder;
    write(folder, "w.zip", sampleZip());
    write(folder, "x.log.gz", compressed(content("SEP001E7A24429A.log") + "\n"));
    COMPARE_CODE(runWhittle({"analyze", folder.file("w.zip"), folder.file("x.log.gz"), "--case",
                             folder.file("c.whittle"), "--quiet"}),
                 0);
    Run run = runWhittle({"verify", folder.file("c.whittle")});
    COMPARE_CODE(run, 0);
    QCOMPARE(run.out.count("evidence unchanged"), 6);
    write(folder, "w.zip", packed({{"other", "bytes"}}));
    run = runWhittle({"verify", folder.file("c.whittle")});
    COMPARE_CODE(run, 3);
    QCOMPARE(run.out.count("evidence CHANGED"), 5);
    QVERIFY(QFile::remove(folder.file("w.zip")));
    QCOMPARE(runWhittle({"verify", folder.file("c.whittle")}).out.count("evidence not there"), 5);
}

void TestBundlesCommand::copiesAreNamed()
{
    const Folder folder;
    const std::string log = content("SEP001E7A24429A.log");
    write(folder, "e/a.log", log);
    write(folder, "e/b.log.gz", compressed(log));
    write(folder, "e/c.zip", packed({{"d.log", log}, {"e.txt", content("ntp-status-cucm-pub.txt")}}));
    const auto copies = [&] {
        QStringList texts;
        for (const QJsonObject& source : objects(object(folder.read("out.json"))["sources"]))
            texts << source["path"].toString() + ":" + source["copies"].toVariant().toStringList().join(',');
        return texts.join(' ');
    };
    const QString expected = "e/a.log:e/b.log.gz,e/c.zip/d.log e/c.zip: e/c.zip/e.txt:";
    const Run first = runWhittle({"analyze", folder.file("e"), "--case", folder.file("c.whittle"), "--json",
                                  folder.file("out.json")});
    COMPARE_CODE(first, 0);
    QCOMPARE(copies(), expected);
    const Run again = runWhittle({"analyze", folder.file("e/a.log"), "--case", folder.file("c.whittle"),
                                  "--json", folder.file("out.json")});
    COMPARE_CODE(again, 0);
    QVERIFY(!copies().contains(','));
}

void TestBundlesCommand::companionsAreNoLoss()
{
    const Folder folder;
    write(folder, "e.zip",
          packed({{"sdl/SDL001_100.index", "1;2\n"}, {"a.log", content("SEP001E7A24429A.log")}}));
    const Run run = runWhittle({"analyze", folder.file("e.zip"), "--json", folder.file("out.json")});
    COMPARE_CODE(run, 0);
    const auto index = objects(object(folder.read("out.json"))["sources"]).at(2);
    QCOMPARE(index["path"].toString(), "e.zip/sdl/SDL001_100.index");
    QVERIFY(index["problems"][0]["message"].toString().contains("index of a folder of SDL traces"));
    QCOMPARE(index["problems"][0]["severity"].toString(), "notice");
}

QTEST_GUILESS_MAIN(TestBundlesCommand)
#include "tst_bundlescommand.moc"
