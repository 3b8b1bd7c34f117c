// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

#include <sys/resource.h>

#include "models/base/wholefile.h"
#include "models/report/report.h"
#include "models/report/words.h"
#include "models/timeline/timetext.h"
#include "tests/report/reportsample.h"

using namespace whittle;

namespace
{

/// Stands for the timeline: a frame, bars and words in the fonts of a window.
void paintSomething(QPainter& painter, const QRectF& area)
{
    painter.setPen(Qt::darkGray);
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5));
    for (int lane = 0; lane < 5; ++lane) {
        const QRectF bar(area.left() + 130, area.top() + 20 + lane * 50, area.width() - 150, 18);
        painter.fillRect(bar, QColor(0x2f, 0x7f, 0xd6));
        painter.drawText(QPointF(area.left() + 8, bar.bottom() - 4),
                         QStringLiteral("SEP001E7A2442%1").arg(90 + lane));
    }
}

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Page by page, as a reader would search it.
QStringList pagesOf(const QString& pdf)
{
    QProcess process;
    process.start(QStringLiteral("pdftotext"),
                  {QStringLiteral("-layout"), QStringLiteral("-enc"), QStringLiteral("UTF-8"), pdf,
                   QStringLiteral("-")});
    process.waitForFinished();
    QStringList pages = QString::fromUtf8(process.readAllStandardOutput()).split(u'\f');
    pages.removeLast();
    return pages;
}

bool hasPdfToText()
{
    return !QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty();
}

Report reportOf(const Analysis& analysis, const Knowledge& knowledge)
{
    const Words words(knowledge, Words::Language::English);
    return buildReport(analysis, words, TimeText::forZone(QStringLiteral("America/Chicago")),
                       {{}, 0.5, paintSomething});
}

Analysis withManyFindings(int count)
{
    Analysis analysis = reportsample::analysis();
    analysis.findings.assign(static_cast<std::size_t>(count), reportsample::refusals(14));
    return analysis;
}

/// Everything as long as a German engineer would write it.
void lengthen(std::string& text)
{
    if (!text.empty())
        text += " Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft: "
                "Adressverlängerungsverweigerungsbenachrichtigung in der Netzwerkinfrastrukturüberwachung";
}

Knowledge longWorded()
{
    Knowledge knowledge = reportsample::knowledge();
    for (Cause& cause : knowledge.causes) {
        lengthen(cause.title);
        lengthen(cause.explanation);
        lengthen(cause.nextStep);
    }
    for (Question& question : knowledge.questions) {
        lengthen(question.text);
        lengthen(question.why);
        lengthen(question.how);
    }
    for (CheckText& check : knowledge.checks) {
        lengthen(check.question);
        lengthen(check.title);
        lengthen(check.explanation);
        lengthen(check.nextStep);
        lengthen(check.clears);
    }
    for (Collectable& collectable : knowledge.collect) {
        lengthen(collectable.what);
        lengthen(collectable.how);
    }
    lengthen(knowledge.symptoms.front().title);
    return knowledge;
}

Analysis longNamed()
{
    Analysis analysis = reportsample::analysis();
    lengthen(analysis.title);
    for (AnalysedSource& source : analysis.sources)
        source.row.path = "evidence/ein-ordner-mit-einem-sehr-langen-namen/und_noch_einer_ohne_trennstriche/"
            + source.row.path;
    return analysis;
}

} // namespace

class TestPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void missingFolder();
    void folderWithoutPermission();
    void pathThroughAFile();
    void pathIsAFolder();
    void fullDisk();
    void failedWriteLeavesTheOldFile();
    void replacesAnOlderFile();
    void firstPageTellsTheAnswer();
    void quotesAndFingerprintsCanBeSearched();
    void everyPageHasItsNumber();
    void headerOfATableIsRepeated();
    void hostileEvidenceIsShownAsEscapes();
    void lineLongerThanPagesIsWrapped();
    void longWordsFit();
    void emptyReportHasOnePage();
    void saysWhoMadeIt();

private:
    QString path(const char* name = "report.pdf") const { return m_folder.filePath(QLatin1String(name)); }
    /// Where WHITTLE_KEEP_PDF names a folder, the PDF is kept there to be looked at.
    void keep(const char* name) const;

    QTemporaryDir m_folder;
};

void TestPdf::init()
{
    QVERIFY(m_folder.isValid());
    QFile::remove(path());
}

void TestPdf::keep(const char* name) const
{
    const QString folder = qEnvironmentVariable("WHITTLE_KEEP_PDF");
    if (folder.isEmpty())
        return;
    const QString target = folder + u'/' + QLatin1String(name) + QStringLiteral(".pdf");
    QFile::remove(target);
    QVERIFY(QFile::copy(path(), target));
}

void TestPdf::missingFolder()
{
    const auto written = writePdf(Report{}, m_folder.filePath(QStringLiteral("no/such/report.pdf")));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::NotFound);
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("no"))));
}

void TestPdf::folderWithoutPermission()
{
    const QString folder = m_folder.filePath(QStringLiteral("locked"));
    QVERIFY(QDir().mkdir(folder));
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner);
    const bool mayAnyway = QFileInfo(folder).isWritable();
    const auto written =
        mayAnyway ? Result<void>() : writePdf(Report{}, folder + QStringLiteral("/report.pdf"));
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    if (mayAnyway)
        QSKIP("this user may write everywhere");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::NoPermission);
    QVERIFY(QDir(folder).isEmpty());
}

void TestPdf::pathThroughAFile()
{
    const QString file = m_folder.filePath(QStringLiteral("file"));
    QVERIFY(writeWholeFile(file.toStdString(), "x"));
    const auto written = writePdf(Report{}, file + QStringLiteral("/report.pdf"));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::NotFound);
    QCOMPARE(readAll(file), QByteArray("x"));
}

void TestPdf::pathIsAFolder()
{
    const auto written = writePdf(Report{}, m_folder.path());
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Io);
}

void TestPdf::fullDisk()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("there is no /dev/full here");
    const auto written = writePdf(Report{}, QStringLiteral("/dev/full"));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::DiskFull);
    QVERIFY(!written.error().remedy.empty());
    QVERIFY(!QFileInfo(QStringLiteral("/dev/full")).isFile());
}

void TestPdf::failedWriteLeavesTheOldFile()
{
    QVERIFY(writeWholeFile(path().toStdString(), "an older report"));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{4096, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto written = writePdf(reportOf(reportsample::analysis(), reportsample::knowledge()), path());
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Io);
    QCOMPARE(readAll(path()), QByteArray("an older report"));
    const QStringList others = QDir(m_folder.path()).entryList({QStringLiteral("report.pdf*")}, QDir::Files);
    QCOMPARE(others, QStringList{QStringLiteral("report.pdf")});
}

void TestPdf::replacesAnOlderFile()
{
    QVERIFY(writeWholeFile(path().toStdString(), "an older report"));
    QVERIFY(writePdf(Report{}, path()));
    QVERIFY(readAll(path()).startsWith("%PDF-"));
}

void TestPdf::firstPageTellsTheAnswer()
{
    if (!hasPdfToText())
        QSKIP("pdftotext (poppler-utils) is not installed");
    QVERIFY(writePdf(reportOf(reportsample::analysis(), reportsample::knowledge()), path()));
    keep("sample");
    const QString first = pagesOf(path()).value(0);
    for (const char* text :
         {"Warehouse phones reset", "Confirmed: DHCP server refuses the renewal", "(proven by the",
          "SEP001E7A24429A", "2009-02-27 07:11", "America/Chicago", "evidence/span-dc1.pcap"})
        QVERIFY2(first.contains(QLatin1String(text)), text);
}

void TestPdf::quotesAndFingerprintsCanBeSearched()
{
    if (!hasPdfToText())
        QSKIP("pdftotext (poppler-utils) is not installed");
    QVERIFY(writePdf(reportOf(reportsample::analysis(), reportsample::knowledge()), path()));
    const QString text = pagesOf(path()).join(u'\n');
    for (const char* wanted :
         {"NOT 08:11:10.899614 DHCP: NAK received from 10.2.1.5", reportsample::hashOf(1),
          reportsample::hashOf(2), reportsample::hashOf(3), "span-dc1.pcap, frame 20411",
          "2009-02-27 08:11:10.899", "37 matched events", "The last record is cut: 54 of 60 bytes.",
          "and 9 more", "Confirmed", "Fingerprints"})
        QVERIFY2(text.contains(QLatin1String(wanted)), wanted);
    QVERIFY2(!text.contains(QChar(0xfb00)) && !text.contains(QChar(0xfb01)),
             "ligatures are lost to a search");
}

void TestPdf::everyPageHasItsNumber()
{
    if (!hasPdfToText())
        QSKIP("pdftotext (poppler-utils) is not installed");
    QVERIFY(writePdf(reportOf(withManyFindings(12), reportsample::knowledge()), path()));
    keep("many");
    const QStringList pages = pagesOf(path());
    QVERIFY(pages.size() > 3);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const QString footer = QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages.size());
        QVERIFY2(pages[i].contains(footer), qPrintable(footer));
        QVERIFY(pages[i].trimmed().endsWith(footer));
    }
}

void TestPdf::headerOfATableIsRepeated()
{
    if (!hasPdfToText())
        QSKIP("pdftotext (poppler-utils) is not installed");
    Report report;
    Table table{{{QStringLiteral("Questionheader"), 0.5}, {QStringLiteral("Answer"), 0.5}}, {}};
    for (int i = 0; i < 120; ++i)
        table.rows.push_back({QStringLiteral("question %1").arg(i), QStringLiteral("yes")});
    report.blocks = {Heading{1, QStringLiteral("Answers")}, table};
    QVERIFY(writePdf(report, path()));
    const QStringList pages = pagesOf(path());
    QVERIFY(pages.size() > 1);
    for (const QString& page : pages)
        QVERIFY(page.contains(QLatin1String("Questionheader")));
}

void TestPdf::hostileEvidenceIsShownAsEscapes()
{
    if (!hasPdfToText())
        QSKIP("pdftotext (poppler-utils) is not installed");
    Analysis analysis = reportsample::analysis();
    analysis.title = "evil \x1b[31m\xe2\x80\xae title";
    Finding& finding = analysis.findings.front();
    finding.parameters["server"] = "<b>\x07{count}</b>";
    finding.evidence[0].text = "bell \x07 escape \x1b[2J nul ";
    finding.evidence[0].text += '\0';
    finding.evidence[0].text +=
        " not utf-8 \xff\xc3( override \xe2\x80\xae reversed \"quoted\" \xe4\xb8\xad\n";
    QVERIFY(writePdf(reportOf(analysis, reportsample::knowledge()), path()));
    keep("hostile");
    const QString text = pagesOf(path()).join(u'\n');
    for (const char* wanted :
         {"bell \\x07 escape \\x1b[2J nul \\x00 not utf-8 \\xff\\xc3( override \\u202e reversed",
          "evil \\x1b[31m\\u202e title", "<b>\\x07{count}</b>"})
        QVERIFY2(text.contains(QLatin1String(wanted)), wanted);
    QVERIFY(!text.contains(QChar(0x202e)));
}

void TestPdf::lineLongerThanPagesIsWrapped()
{
    Report report;
    report.title = QStringLiteral("A long line");
    QString line;
    for (int i = 0; line.size() < 100'000; ++i)
        line += QStringLiteral("word%1,").arg(i);
    report.blocks = {Quotation{QStringLiteral("trace.txt, line 1"), line}};
    QVERIFY(writePdf(report, path()));
    if (!hasPdfToText())
        QSKIP("pdftotext (poppler-utils) is not installed");
    QString text = pagesOf(path()).join(QString());
    text.remove(QRegularExpression(QStringLiteral("A long line +\\d+ / \\d+")));
    text.remove(QRegularExpression(QStringLiteral("\\s")));
    keep("line");
    QVERIFY(text.contains(line));
}

void TestPdf::longWordsFit()
{
    QVERIFY(writePdf(reportOf(longNamed(), longWorded()), path()));
    keep("long");
    if (!hasPdfToText())
        QSKIP("pdftotext (poppler-utils) is not installed");
    const QStringList pages = pagesOf(path());
    for (qsizetype i = 0; i < pages.size(); ++i)
        QVERIFY(pages[i].contains(QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages.size())));
}

void TestPdf::emptyReportHasOnePage()
{
    QVERIFY(writePdf(Report{}, path()));
    if (!hasPdfToText())
        QSKIP("pdftotext (poppler-utils) is not installed");
    QCOMPARE(pagesOf(path()).size(), 1);
}

void TestPdf::saysWhoMadeIt()
{
    Report report;
    report.title = QStringLiteral("Warehouse");
    QVERIFY(writePdf(report, path()));
    const QByteArray bytes = readAll(path());
    const auto utf16 = [](const QString& text) {
        QByteArray out("\xfe\xff");
        for (const QChar c : text)
            out += QByteArray(1, static_cast<char>(c.unicode() >> 8)) + static_cast<char>(c.unicode() & 0xff);
        return out;
    };
    QVERIFY(bytes.contains(utf16(QStringLiteral("Whittle " WHITTLE_VERSION))));
    QVERIFY(bytes.contains(utf16(QStringLiteral("Warehouse"))));
}

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
