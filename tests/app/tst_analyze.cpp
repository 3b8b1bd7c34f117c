// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/folder.h"
#include "tests/app/jsonshape.h"
#include "tests/app/program.h"

#include <QTest>

using namespace whittle::test;

/// `whittle analyze`: what it says of the sample, and that it always says the same.
class TestAnalyze : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleIsConfirmed();
    void jsonIsAsTheInterfacesSay_data();
    void jsonIsAsTheInterfacesSay();
    void probabilitiesSumToOne();
    void sameBytesWhateverTheOrder();
    void sameBytesWhateverSurrounds_data();
    void sameBytesWhateverSurrounds();
    void caseGrows();
    void importOnlyIsJudgedLater();
    void importOnlyNeedsACase();
    void caseGivenAsEvidence();
    void caseThatIsKeptSaysTheSame();
    void unreadEvidenceIsListed();
    void spellingOfAMissingPathDoesNotShow();
    void outputsOverwriteNothingOfValue_data();
    void outputsOverwriteNothingOfValue();
    void answersAlone();
    void laterAnswerCounts();
    void answersAreKept();
    void gapsCountAgain();

private:
    static QByteArray json(const QStringList& words, int code = 0, const Surroundings& around = {});
    static QJsonObject suspect(const QJsonObject& analysis, const QString& cause);
};

/// What `--json` gives for these words.
QByteArray TestAnalyze::json(const QStringList& words, int code, const Surroundings& around)
{
    const Folder folder;
    const QString path = folder.file("out.json");
    const Run run = runWhittle(QStringList{"analyze"} + words + QStringList{"--json", path}, around);
    if (run.code != code)
        qWarning("exit code %d: %s", run.code, run.err.constData());
    return run.code == code ? folder.read("out.json") : QByteArray();
}

QJsonObject TestAnalyze::suspect(const QJsonObject& analysis, const QString& cause)
{
    for (const QJsonObject& one : objects(analysis["diagnosis"]["suspects"])) {
        if (one["cause"] == cause)
            return one;
    }
    return {};
}

void TestAnalyze::sampleIsConfirmed()
{
    const auto analysis = object(json({sample()}));
    QCOMPARE(analysis["case"]["symptom"].toString(), "phone-resets");
    const auto diagnosis = analysis["diagnosis"].toObject();
    QCOMPARE(diagnosis["verdict"].toString(), "confirmed");
    QCOMPARE(diagnosis["devices"].toArray().size(), 5);
    QCOMPARE(diagnosis["suspects"][0]["cause"].toString(), "dhcp.nak");
    QCOMPARE(diagnosis["suspects"][0]["state"].toString(), "confirmed");
    QVERIFY(diagnosis["suspects"][0]["probability"].toDouble() > 0.95);
    const auto finding = analysis["findings"][0].toObject();
    QCOMPARE(finding["cause"].toString(), "dhcp.nak");
    QCOMPARE(finding["severity"].toString(), "error");
    QVERIFY(!finding["evidence"].toArray().isEmpty());
    const auto sources = analysis["sources"].toArray();
    QStringList paths;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        paths << sources[i]["path"].toString();
        QCOMPARE(sources[i]["id"].toInt(), int(i) + 1);
        const bool knowsPhones = sources[i]["format"].toString() != "ntp-status";
        QVERIFY(!knowsPhones || sources[i]["clock"].isObject());
    }
    QCOMPARE(paths,
             QStringList({"warehouse/SEP001E7A24429A.log", "warehouse/ccm00000012.txt",
                          "warehouse/ntp-status-cucm-pub.txt", "warehouse/span-dc1.pcap"}));
}

void TestAnalyze::jsonIsAsTheInterfacesSay_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::newRow("sample") << QStringList{sample()} << 0;
    for (const char* name :
         {"SEP001E7A24429A.log", "ccm00000012.txt", "ntp-status-cucm-pub.txt", "span-dc1.pcap"})
        QTest::newRow(name) << QStringList{sample(name)} << 0;
    QTest::newRow("answers alone") << QStringList{"--symptom", "phone-resets", "--answer", "periodic=yes"}
                                   << 0;
    QTest::newRow("nothing at all") << QStringList{} << 0;
    QTest::newRow("unknown format") << QStringList{"/bin/sh"} << 3;
}

void TestAnalyze::jsonIsAsTheInterfacesSay()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    const auto analysis = object(json(words, code));
    QVERIFY(!analysis.isEmpty());
    const QStringList faults = analysisFaults(analysis);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

void TestAnalyze::probabilitiesSumToOne()
{
    for (const QStringList& words :
         {QStringList{sample()}, QStringList{"--symptom", "phone-resets", "--answer", "phone-reboots=no"}}) {
        const auto analysis = object(json(words));
        double sum = 0;
        double before = 1;
        bool other = false;
        for (const QJsonObject& one : objects(analysis["diagnosis"]["suspects"])) {
            const double probability = one["probability"].toDouble();
            QVERIFY(probability <= before);
            before = probability;
            sum += probability;
            other = other || one["cause"].toString() == "other";
            QVERIFY(one["cause"].toString() != "none");
        }
        QVERIFY(other);
        QVERIFY2(std::abs(sum - 1) < 1e-4, qPrintable(QString::number(sum, 'g', 9)));
    }
}

void TestAnalyze::sameBytesWhateverTheOrder()
{
    QStringList files{sample("SEP001E7A24429A.log"), sample("ccm00000012.txt"),
                      sample("ntp-status-cucm-pub.txt"), sample("span-dc1.pcap")};
    const QByteArray first = json(files);
    QVERIFY(!first.isEmpty());
    std::sort(files.begin(), files.end());
    for (int i = 0; i < 5; ++i) {
        for (int step = 0; step < 5; ++step)
            std::next_permutation(files.begin(), files.end());
        QCOMPARE(json(files), first);
    }
    QStringList withMissing{"no-such-b.pcap", files[0], "/dev/zero", "no-such-a.pcap"};
    const QByteArray gaps = json(withMissing, 3);
    QVERIFY(!gaps.isEmpty());
    std::reverse(withMissing.begin(), withMissing.end());
    QCOMPARE(json(withMissing, 3), gaps);
}

void TestAnalyze::sameBytesWhateverSurrounds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    for (const char* zone : {"Asia/Kolkata", "America/Chicago", "Australia/Lord_Howe", ":/etc/nonsense"})
        QTest::addRow("TZ=%s", zone) << "TZ" << QString::fromLatin1(zone);
    for (const char* locale : {"C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "nonsense"})
        QTest::addRow("LC_ALL=%s", locale) << "LC_ALL" << QString::fromLatin1(locale);
    QTest::newRow("language") << "LANGUAGE"
                              << "de";
    QTest::newRow("no home") << "HOME"
                             << "";
    QTest::newRow("no path") << "PATH"
                             << "";
}

void TestAnalyze::sameBytesWhateverSurrounds()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const QByteArray expected = json({sample()});
    QVERIFY(!expected.isEmpty());
    QCOMPARE(json({sample()}, 0, {{}, {{name, value}}}), expected);
    QCOMPARE(json({"warehouse"}, 0, {sample() + "/..", {{name, value}}}), expected);
    QCOMPARE(json({"../warehouse/."}, 0, {sample(), {{name, value}}}), expected);
}

void TestAnalyze::caseGrows()
{
    const Folder folder;
    const QString file = folder.file("a.whittle");
    const auto count = [](const QByteArray& json) { return object(json)["sources"].toArray().size(); };
    QCOMPARE(count(json({sample("span-dc1.pcap"), "--case", file})), 1);
    const QByteArray whole = json({sample(), "--case", file});
    QCOMPARE(count(whole), 4);
    QCOMPARE(json({sample(), "--case", file}), whole);
    folder.write("copy/of-the-same.txt", bytesOf(sample("ccm00000012.txt")));
    QByteArray withCopy = json({folder.file("copy"), "--case", file});
    QVERIFY(withCopy.contains("\"copies\": [\n        \"copy/of-the-same.txt\"\n      ]"));
    QCOMPARE(withCopy.replace("[\n        \"copy/of-the-same.txt\"\n      ]", "[]"), whole);
    QCOMPARE(count(json({folder.file("copy"), sample("span-dc1.pcap")})), 2);
    COMPARE_CODE(runWhittle({"verify", file}), 0);
}

void TestAnalyze::importOnlyIsJudgedLater()
{
    const Folder folder;
    const QString file = folder.file("a.whittle");
    const Run imported = runWhittle({"analyze", sample(), "--case", file, "--import-only"});
    COMPARE_CODE(imported, 0);
    QVERIFY2(imported.out.isEmpty(), imported.out);
    QCOMPARE(json({file}), json({sample()}));
}

void TestAnalyze::importOnlyNeedsACase()
{
    const Folder folder;
    COMPARE_CODE(runWhittle({"analyze", sample(), "--import-only"}), 2);
    const QStringList words{"analyze", sample(), "--case", folder.file("a.whittle"), "--import-only"};
    COMPARE_CODE(runWhittle(words + QStringList{"--json", folder.file("a.json")}), 2);
    QVERIFY(!QFile::exists(folder.file("a.whittle")));
}

void TestAnalyze::caseGivenAsEvidence()
{
    const Folder folder;
    const QString file = folder.file("a.whittle");
    const QByteArray whole = json({sample(), "--case", file});
    QCOMPARE(json({file}), whole);
    QCOMPARE(json({file, "--case", file}), whole);
    QCOMPARE(json({file, "missing"}, 3).isEmpty(), false);
    const Run two = runWhittle({"analyze", folder.path()});
    COMPARE_CODE(two, 1); // a case in a folder is no evidence, and there is nothing else
    QVERIFY2(two.err.contains("a.whittle"), two.err);
}

void TestAnalyze::caseThatIsKeptSaysTheSame()
{
    const Folder folder;
    const QByteArray without = json({sample()});
    QCOMPARE(json({sample(), "--case", folder.file("a.whittle")}), without);
    QStringList files{"ntp-status-cucm-pub.txt", "span-dc1.pcap", "SEP001E7A24429A.log", "ccm00000012.txt"};
    QByteArray last;
    QDir().mkpath(folder.file("warehouse"));
    for (const QString& name : files) { // one after the other, in an order of its own
        QFile::copy(sample() + '/' + name, folder.file("warehouse/" + name));
        last = json({folder.file("warehouse"), "--case", folder.file("b.whittle")});
    }
    QCOMPARE(last, without);
}

void TestAnalyze::unreadEvidenceIsListed()
{
    const auto analysis = object(json({sample("span-dc1.pcap"), "/dev/zero", "missing.pcap"}, 3));
    QStringList paths;
    for (const QJsonObject& source : objects(analysis["sources"])) {
        paths << source["path"].toString();
        const bool read = source["path"].toString() == "span-dc1.pcap";
        QCOMPARE(source["problems"].toArray().isEmpty(), read);
    }
    QCOMPARE(paths, QStringList({"missing.pcap", "span-dc1.pcap", "zero"}));
    for (const QJsonObject& finding : objects(analysis["findings"])) // 1 is what could not be read
        for (const QJsonObject& cited : objects(finding["evidence"]))
            QCOMPARE(cited["source"].toInt(), 2);
}

void TestAnalyze::spellingOfAMissingPathDoesNotShow()
{
    const Folder folder;
    folder.write("there/ntp.txt", bytesOf(sample("ntp-status-cucm-pub.txt")));
    const QByteArray absolute = json({folder.file("there"), folder.file("there/missing.pcap")}, 3);
    const Run relative = runWhittle(
        {"analyze", "./there/../there/missing.pcap", "there/", "--json", "a.json"}, {folder.path()});
    COMPARE_CODE(relative, 3);
    QCOMPARE(folder.read("a.json"), absolute);
    QVERIFY(absolute.contains("\"path\": \"missing.pcap\""));
}

void TestAnalyze::outputsOverwriteNothingOfValue_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("case") << QStringList{"--json", "a.whittle"};
    QTest::newRow("journal") << QStringList{"--pdf", "a.whittle-wal"};
    QTest::newRow("evidence") << QStringList{"--json", "evidence.log"};
    QTest::newRow("each other") << QStringList{"--json", "out", "--pdf", "./out"};
}

void TestAnalyze::outputsOverwriteNothingOfValue()
{
    QFETCH(QStringList, words);
    Folder folder;
    folder.write("evidence.log", bytesOf(sample("SEP001E7A24429A.log")));
    const QString file = folder.file("a.whittle");
    QCOMPARE(runWhittle({"analyze", folder.file("evidence.log"), "--case", file, "--quiet"}).code, 0);
    const QByteArray before = bytesOf(file);
    for (qsizetype i = 1; i < words.size(); i += 2)
        words[i] = folder.file(words[i]);
    const auto run = runWhittle(QStringList{"analyze", folder.file("evidence.log"), "--case", file} + words);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains("would overwrite"), run.err.constData());
    QCOMPARE(bytesOf(file), before);
    QVERIFY(!QFile::exists(folder.file("out")));
}

void TestAnalyze::answersAlone()
{
    const QStringList symptom{"--symptom", "phone-resets"};
    const auto before = object(json(symptom));
    QCOMPARE(before["sources"].toArray().size(), 0);
    QVERIFY(before["case"]["reference_clock"].isNull());
    QVERIFY(!before["next"]["questions"].toArray().isEmpty());
    const auto dark =
        object(json(symptom + QStringList{"--answer", "phone-reboots=yes", "--answer", "display-dark=yes"}));
    QVERIFY(suspect(dark, "phone.power-loss")["probability"].toDouble()
            > suspect(before, "phone.power-loss")["probability"].toDouble());
    for (const QJsonObject& question : objects(dark["next"]["questions"]))
        QVERIFY(question["id"].toString() != "display-dark");
    const auto unknown = object(json(symptom + QStringList{"--answer", "periodic=unknown"}));
    QCOMPARE(unknown["diagnosis"]["suspects"], before["diagnosis"]["suspects"]);
}

void TestAnalyze::laterAnswerCounts()
{
    const QStringList symptom{"--symptom", "phone-resets"};
    const auto yes = json(symptom + QStringList{"--answer", "periodic=yes"});
    QCOMPARE(json(symptom + QStringList{"--answer", "periodic=no", "--answer", "periodic=yes"}), yes);
    QVERIFY(json(symptom + QStringList{"--answer", "periodic=no"}) != yes);
    const QStringList two{"--answer", "periodic=yes", "--answer", "all-phones=no"};
    const QStringList turned{"--answer", "all-phones=no", "--answer", "periodic=yes"};
    const auto probability = [](const QByteArray& analysis) {
        return objects(object(analysis)["diagnosis"]["suspects"]).constFirst().value("probability");
    };
    QCOMPARE(probability(json(symptom + two)), probability(json(symptom + turned)));
}

void TestAnalyze::answersAreKept()
{
    const Folder folder;
    const QString file = folder.file("a.whittle");
    const QByteArray first = json({"--case", file, "--symptom", "phone-resets", "--answer", "period-hours=36",
                                   "--answer", "lease-hours=72"});
    QCOMPARE(json({file}), first);
    QVERIFY(!first.isEmpty());
}

void TestAnalyze::gapsCountAgain()
{
    const Folder folder;
    folder.write("cut.pcap", bytesOf(sample("span-dc1.pcap")).first(10'000));
    const QStringList words{folder.file("cut.pcap"), "--case", folder.file("a.whittle")};
    const QByteArray first = json(words, 3);
    QVERIFY(!first.isEmpty());
    QCOMPARE(json(words, 3), first); // known already, and still cut
    const Run run = runWhittle({"analyze", folder.file("a.whittle")});
    COMPARE_CODE(run, 3);
    QVERIFY2(run.err.contains("cut.pcap"), run.err);
}

QTEST_GUILESS_MAIN(TestAnalyze)
#include "tst_analyze.moc"
