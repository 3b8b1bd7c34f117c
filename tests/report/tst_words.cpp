// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLocale>
#include <QTranslator>
#include <QtTest>

#include "models/report/visibletext.h"
#include "models/report/words.h"
#include "tests/report/reportsample.h"

using namespace whittle;

namespace
{

/// Marks what goes through it with the context, as a pseudo-locale does.
class Marker : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        return QStringLiteral("[%1:%2]").arg(QString::fromUtf8(context), QString::fromUtf8(source));
    }
};

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); }

    void missingParameterIsVisible();
    void valuesAreNotFilledAgain();
    void otherBracesStay();
    void unknownIdsAreToldAsThemselves();
    void findingNamesItsDevices();
    void findingFallsBackOnItsCause();
    void clearedOnlyWhereTheAnswerIsNo();
    void whatAVerdictRestsOn();
    void englishIsNeverTranslated();
    void translatedUsesBothContexts();
    void numbersFollowTheLanguage();
    void problemHasItsArguments();
    void oneIsSingular();
    void reasonsAreTranslatedByPhrases();
    void namesAreNoReasons();
    void errorTellsWhatWhereWhyAndWhatToDo();
    void everyErrorHasAHeadline();
    void kinds_data();
    void kinds();
    void clockBasis();
    void percentNeverPretends();
    void longListsAreCut();
    void hiddenCharactersAreShown_data();
    void hiddenCharactersAreShown();
    void visibleTextIsLeftAlone();

private:
    const Knowledge m_knowledge = reportsample::knowledge();
    const Words m_words{m_knowledge, Words::Language::English};
};

void TestWords::missingParameterIsVisible()
{
    QCOMPARE(m_words.fill("server {server}, {count} times", {{"count", "3"}}),
             QStringLiteral("server «?», 3 times"));
    Finding finding;
    finding.check = "dhcp-refused";
    QCOMPARE(m_words.findingTitle(finding),
             QStringLiteral("DHCP server «?» refuses renewals at half of the lease"));
}

void TestWords::valuesAreNotFilledAgain()
{
    QCOMPARE(m_words.fill("{a}", {{"a", "{b} %1 {a}"}, {"b", "no"}}), QStringLiteral("{b} %1 {a}"));
}

void TestWords::otherBracesStay()
{
    for (const char* text : {"{", "}", "{}", "a { b } c", "{\"key\": 1}", "{{", "tail {open"})
        QCOMPARE(m_words.fill(text), QLatin1String(text));
}

void TestWords::unknownIdsAreToldAsThemselves()
{
    Finding finding;
    finding.check = "no-such\x1b";
    QCOMPARE(m_words.findingTitle(finding), QStringLiteral("no-such\\x1b"));
    QCOMPARE(m_words.findingExplanation(finding), QString());
    QCOMPARE(m_words.findingNextStep(finding), QString());
    QCOMPARE(m_words.causeTitle("no.such"), QStringLiteral("no.such"));
    QCOMPARE(m_words.causeInstruction("no.such"), QString());
    QCOMPARE(m_words.questionText("no-such"), QStringLiteral("no-such"));
    QCOMPARE(m_words.symptomTitle("no-such"), QStringLiteral("no-such"));
    QCOMPARE(m_words.kind("no.such"), QStringLiteral("no.such"));
    QCOMPARE(m_words.problem({Severity::Notice, "no.such", std::nullopt, {"a", "b"}}),
             QStringLiteral("no.such a b"));
    QCOMPARE(m_words.causeTitle("other"), QStringLiteral("Something else"));
}

void TestWords::findingNamesItsDevices()
{
    QCOMPARE(m_words.findingExplanation(reportsample::refusals(14)),
             QStringLiteral("14 renewals of SEP001E7A24429A, SEP0015C6E5749B were answered with DHCPNAK: the "
                            "server was there and "
                            "said no."));
    QCOMPARE(m_words.findingWouldRefute(reportsample::refusals(14)),
             QStringLiteral("an ACK to a renewal in the same span."));
}

void TestWords::findingFallsBackOnItsCause()
{
    Finding finding = reportsample::leaseAdvice();
    QCOMPARE(m_words.findingNextStep(finding), QString());
    finding.cause = "dhcp.nak";
    QVERIFY(m_words.findingNextStep(finding).startsWith(QLatin1String("On the DHCP server")));
}

void TestWords::clearedOnlyWhereTheAnswerIsNo()
{
    CheckOutcome outcome = reportsample::outcome("reset-commanded", CheckResult::No);
    outcome.parameters = {{"count", "5"}};
    QCOMPARE(m_words.cleared(outcome), QStringLiteral("no Reset from CUCM before any of the 5."));
    outcome.result = CheckResult::NotObservable;
    QCOMPARE(m_words.cleared(outcome), QString());
    QCOMPARE(m_words.cleared(reportsample::outcome("phones-powered-up", CheckResult::No)), QString());
}

void TestWords::whatAVerdictRestsOn()
{
    Diagnosis diagnosis;
    diagnosis.verdict = Verdict::Likely;
    QCOMPARE(m_words.firmness(diagnosis), QStringLiteral("This is firm: no single answer carries it."));
    diagnosis.dependsOn = {"periodic"};
    const QString question = m_words.questionText("periodic");
    QCOMPARE(m_words.firmness(diagnosis),
             QStringLiteral("This depends on what is known of: “%1”").arg(question));
    diagnosis.verdict = Verdict::Undetermined;
    QCOMPARE(m_words.firmness(diagnosis), QString());
}

void TestWords::englishIsNeverTranslated()
{
    Marker marker;
    QCoreApplication::installTranslator(&marker);
    QCOMPARE(m_words.causeTitle("dhcp.nak"), QStringLiteral("DHCP server refuses the renewal"));
    QCOMPARE(m_words.verdict(Verdict::Likely), QStringLiteral("Likely"));
    QCOMPARE(m_words.kind("sccp.keepalive-ack"), QStringLiteral("KeepAlive answer"));
    QCOMPARE(m_words.number(14'391), QStringLiteral("14,391"));
    QCOMPARE(m_words.answer("36.5"), QStringLiteral("36.5"));
    QCoreApplication::removeTranslator(&marker);
}

void TestWords::translatedUsesBothContexts()
{
    Marker marker;
    QCoreApplication::installTranslator(&marker);
    const Words translated(m_knowledge, Words::Language::Translated);
    QCOMPARE(translated.causeTitle("dhcp.nak"),
             QStringLiteral("[knowledge:DHCP server refuses the renewal]"));
    QCOMPARE(translated.verdict(Verdict::Likely), QStringLiteral("[Words:Likely]"));
    QCOMPARE(translated.kind("dhcp.nak"), QStringLiteral("[Words:DHCPNAK]"));
    QCOMPARE(translated.fill("{n} times", {{"n", "3"}}), QStringLiteral("[knowledge:3 times]"));
    QCOMPARE(translated.fill(""), QString());
    QCoreApplication::removeTranslator(&marker);
}

void TestWords::numbersFollowTheLanguage()
{
    const Words translated(m_knowledge, Words::Language::Translated);
    QCOMPARE(translated.number(14'391), QStringLiteral("14.391"));
    QCOMPARE(translated.answer("36.5"), QStringLiteral("36,5"));
}

void TestWords::problemHasItsArguments()
{
    QCOMPARE(m_words.problem({Severity::DataLoss, "capture.record-cut", std::nullopt, {"54", "60"}}),
             QStringLiteral("The last record is cut: 54 of 60 bytes."));
    QCOMPARE(m_words.problem({Severity::DataLoss, "capture.record-cut", std::nullopt, {"54"}}),
             QStringLiteral("The last record is cut: 54 of «?» bytes."));
}

void TestWords::oneIsSingular()
{
    const auto lines = [this](const char* count) {
        return m_words.fill("{0} {0:line is|lines are} cut, {1:reason}", {{"0", count}, {"1", "at its end"}});
    };
    QCOMPARE(lines("1"), QStringLiteral("1 line is cut, at its end"));
    QCOMPARE(lines("0"), QStringLiteral("0 lines are cut, at its end"));
    QCOMPARE(lines("11"), QStringLiteral("11 lines are cut, at its end"));
}

void TestWords::reasonsAreTranslatedByPhrases()
{
    const std::string text =
        "11 of the first 12 lines match; it could also be syslog: the first line matches";
    QCOMPARE(m_words.reason(text), QString::fromStdString(text));
    Marker marker;
    QCoreApplication::installTranslator(&marker);
    const Words translated(m_knowledge, Words::Language::Translated);
    QCOMPARE(translated.reason(text),
             QStringLiteral("[knowledge:[knowledge:11 of the first 12 lines match]; it could also be syslog: "
                            "[knowledge:the first line matches]]"));
    QCOMPARE(translated.reason("of an older case"), QStringLiteral("of an older case"));
    QVERIFY(translated.error({ErrorCode::Malformed, "the first line matches"})
                .endsWith(QLatin1String("[knowledge:the first line matches].")));
    QCOMPARE(m_words.reason(text), QString::fromStdString(text));
    QCoreApplication::removeTranslator(&marker);
}

void TestWords::namesAreNoReasons()
{
    Marker marker;
    QCoreApplication::installTranslator(&marker);
    const Words translated(m_knowledge, Words::Language::Translated);
    const std::string name = "the first line matches";
    QCOMPARE(
        translated.problem({Severity::DataLoss, "member-unreadable", {}, {name, name}}),
        QStringLiteral("[knowledge:The member the first line matches: [knowledge:the first line matches].]"));
    QCoreApplication::removeTranslator(&marker);
}

void TestWords::errorTellsWhatWhereWhyAndWhatToDo()
{
    QCOMPARE(m_words.error(
                 {ErrorCode::Truncated, "needs 4 bytes, got 2", "a.pcap", "frame 12", "copy the file again"}),
             QStringLiteral(
                 "The data end too early: a.pcap, frame 12. Needs 4 bytes, got 2. Copy the file again."));
    QCOMPARE(m_words.error({ErrorCode::Cancelled, ""}), QStringLiteral("Cancelled."));
    QCOMPARE(m_words.error({ErrorCode::Malformed, "what?", "", "byte 3"}),
             QStringLiteral("The data contradict their own format: byte 3. What?"));
}

void TestWords::everyErrorHasAHeadline()
{
    QSet<QString> headlines;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Usage); ++code)
        headlines << m_words.error({static_cast<ErrorCode>(code), ""});
    QVERIFY(!headlines.contains(QString()));
    QCOMPARE(headlines.size(), static_cast<qsizetype>(ErrorCode::Usage) + 1);
}

void TestWords::kinds_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("dhcp.nak") << QStringLiteral("DHCPNAK");
    QTest::newRow("sccp.register") << QStringLiteral("Register");
    QTest::newRow("sccp.register-ack") << QStringLiteral("Registration accepted");
    QTest::newRow("ntp.server") << QStringLiteral("NTP answer");
    QTest::newRow("tcp.rst") << QStringLiteral("TCP connection reset (RST)");
    QTest::newRow("alarm.device-unregistered") << QStringLiteral("Alarm: device unregistered");
    QTest::newRow("trace.service-start") << QStringLiteral("CUCM service starts");
    QTest::newRow("sip.register") << QStringLiteral("SIP REGISTER");
    QTest::newRow("sccp.0x0155") << QStringLiteral("sccp.0x0155");
}

void TestWords::kinds()
{
    QFETCH(QString, name);
    QCOMPARE(m_words.kind(QTest::currentDataTag()), name);
}

void TestWords::clockBasis()
{
    SourceClock::Correction correction;
    correction.basis = "matched-events";
    correction.pairs = 37;
    QCOMPARE(m_words.clockBasis(correction), QStringLiteral("37 matched events"));
    correction.pairs = 1;
    QCOMPARE(m_words.clockBasis(correction), QStringLiteral("one matched event"));
    correction.basis = "matched-messages";
    QCOMPARE(m_words.clockBasis(correction), QStringLiteral("one matched message"));
    correction.pairs = 37;
    QCOMPARE(m_words.clockBasis(correction), QStringLiteral("37 matched messages"));
    correction.basis = "reference";
    QCOMPARE(m_words.clockBasis(correction), QStringLiteral("reference clock"));
    correction.basis = "cause-and-effect";
    correction.pairs = 4;
    QCOMPARE(m_words.clockBasis(correction), QStringLiteral("cause and effect (4)"));
    SourceClock clock;
    clock.correction = correction;
    QCOMPARE(m_words.clockBasis(clock), QStringLiteral("cause and effect (4)"));
    clock.steps.resize(1);
    QCOMPARE(m_words.clockBasis(clock), QStringLiteral("cause and effect (4), set while it recorded"));
    clock.steps.resize(2);
    QCOMPARE(m_words.clockBasis(clock),
             QStringLiteral("cause and effect (4), set 2 times while it recorded"));
}

void TestWords::percentNeverPretends()
{
    QCOMPARE(m_words.percent(0.9999), QStringLiteral("> 99\u00a0%"));
    QCOMPARE(m_words.percent(1), QStringLiteral("100\u00a0%"));
    QCOMPARE(m_words.percent(0.0001), QStringLiteral("< 1\u00a0%"));
    QCOMPARE(m_words.percent(0), QStringLiteral("0\u00a0%"));
    QCOMPARE(m_words.percent(0.914), QStringLiteral("91\u00a0%"));
    QCOMPARE(m_words.likelihood(0.99), QStringLiteral("almost certain"));
    QCOMPARE(m_words.likelihood(0.01), QStringLiteral("very unlikely"));
}

void TestWords::longListsAreCut()
{
    QCOMPARE(m_words.list({"a", "b"}, 2), QStringLiteral("a, b"));
    QCOMPARE(m_words.list({"a", "%2", "c", "d"}, 2), QStringLiteral("a, %2 and 2 more"));
    QCOMPARE(m_words.list({}), QString());
}

void TestWords::hiddenCharactersAreShown_data()
{
    using namespace std::string_literals;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nul") << QByteArray("a\0b", 3) << QStringLiteral("a\\x00b");
    QTest::newRow("escape") << QByteArray("\x1b[2J") << QStringLiteral("\\x1b[2J");
    QTest::newRow("C1") << QByteArray("\xc2\x9b") << QStringLiteral("\\x9b");
    QTest::newRow("line end within") << QByteArray("a\nb\r\n") << QStringLiteral("a\\x0ab");
    QTest::newRow("tab") << QByteArray("ab\tc") << QStringLiteral("ab      c");
    QTest::newRow("right-to-left override") << QByteArray("\xe2\x80\xae") << QStringLiteral("\\u202e");
    QTest::newRow("zero width") << QByteArray("\xe2\x80\x8b") << QStringLiteral("\\u200b");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf") << QStringLiteral("\\ufeff");
    QTest::newRow("tag") << QByteArray("\xf3\xa0\x81\x81") << QStringLiteral("\\U000e0041");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QStringLiteral("\\xc0\\xaf");
    QTest::newRow("overlong in three") << QByteArray("\xe0\x80\xaf") << QStringLiteral("\\xe0\\x80\\xaf");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QStringLiteral("\\xed\\xa0\\x80");
    QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80")
                                    << QStringLiteral("\\xf4\\x90\\x80\\x80");
    QTest::newRow("cut") << QByteArray("a\xe2\x82") << QStringLiteral("a\\xe2\\x82");
    QTest::newRow("good") << QByteArray("Zürich 中 😀") << QStringLiteral("Zürich 中 😀");
}

void TestWords::hiddenCharactersAreShown()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, shown);
    QCOMPARE(visibleText(std::string_view{bytes.constData(), static_cast<std::size_t>(bytes.size())}), shown);
}

void TestWords::visibleTextIsLeftAlone()
{
    const QString once = visibleText(std::string_view{"a\x1b \xff \t\xe2\x80\xae"});
    QCOMPARE(visibleText(once), once);
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
