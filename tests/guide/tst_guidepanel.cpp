// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include "tests/guide/sampleanalysis.h"
#include "widgets/guide/guidepanel.h"
#include "widgets/guide/guidetext.h"
#include "widgets/shell/look/stylesheet.h"

using namespace whittle;

class TestGuidePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void choosesASymptom();
    void changesTheSymptom();
    void clickingAnswers();
    void keysAnswer();
    void doubleClickAnswersOnce();
    void backspaceTakesBack();
    void numberQuestionTakesNumbersOnly();
    void digitsInTheFieldAreNotAnswers();
    void typedNumberSurvivesAnotherLook();
    void otherQuestionCanBePicked();
    void whyIsFoldedOut();
    void eliminatedStandLastWithTheirReason();
    void evidenceIsLinked();
    void answersCanBeTakenBack();
    void evidenceOverrulesAnswers();
    void nothingLeftIsSaid();
    void provenCauseIsNarrowedFurther();
    void refinementIsStruckOutAndRevived();
    void withoutCaseItIsEmpty();
    void focusStaysOnTheAnswers();
    void commandIsCopied();
    void everyButtonHasAName();
    void pictures();

private:
    static QAbstractButton* button(const QWidget& panel, const QString& name)
    {
        return panel.findChild<QAbstractButton*>(name);
    }
    static bool shows(const QWidget& panel, const QString& text)
    {
        const auto labels = panel.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().contains(text); });
    }
};

namespace
{

/// The panel with an analysis in which these questions are next, in this order.
AnalysisPtr asking(const std::vector<std::string>& questions)
{
    auto made = std::make_shared<Analysis>(*sample::analysis());
    made->diagnosis.next.clear();
    for (const std::string& question : questions)
        made->diagnosis.next.push_back(
            {question, 0.8, 3, {{"yes", {"dhcp.nak", "dhcp.no-answer"}}, {"no", {"admin.reset"}}}});
    return made;
}

} // namespace

void TestGuidePanel::initTestCase()
{
    QVERIFY2(!sample::knowledge().symptoms.empty(), "resources/knowledge does not load");
}

void TestGuidePanel::choosesASymptom()
{
    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(sample::analysis({}, {}, ""));
    panel.show();
    QSignalSpy chosen(&panel, &GuidePanel::symptomChosen);
    QVERIFY(button(panel, QStringLiteral("symptom-phone-resets")));
    QTest::mouseClick(button(panel, QStringLiteral("symptom-phone-resets")), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("phone-resets"));
}

void TestGuidePanel::changesTheSymptom()
{
    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(sample::analysis());
    panel.show();
    QTest::mouseClick(button(panel, QStringLiteral("symptom")), Qt::LeftButton);
    QSignalSpy chosen(&panel, &GuidePanel::symptomChosen);
    QTest::mouseClick(button(panel, QStringLiteral("symptom-wrong-time")), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QVERIFY2(button(panel, QStringLiteral("symptom")), "the chooser closes again");
}

void TestGuidePanel::clickingAnswers()
{
    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(asking({"one-switch"}));
    panel.show();
    QSignalSpy answered(&panel, &GuidePanel::answered);
    QTest::mouseClick(button(panel, QStringLiteral("answer-no")), Qt::LeftButton);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered[0][0].toString(), QStringLiteral("one-switch"));
    QCOMPARE(answered[0][1].toString(), QStringLiteral("no"));
    QVERIFY(button(panel, QStringLiteral("answer-yes"))
                ->accessibleName()
                .contains(QStringLiteral("all but rules out: DHCP server")));
}

void TestGuidePanel::keysAnswer()
{
    const std::vector<std::pair<Qt::Key, QString>> keys{{Qt::Key_1, QStringLiteral("yes")},
                                                        {Qt::Key_2, QStringLiteral("no")},
                                                        {Qt::Key_N, QStringLiteral("unknown")}};
    for (const auto& [key, value] : keys) {
        GuidePanel panel(sample::knowledge());
        panel.setAnalysis(asking({"one-switch"}));
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        panel.setFocus();
        QSignalSpy answered(&panel, &GuidePanel::answered);
        QTest::keyClick(&panel, key);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered[0][1].toString(), value);
    }
}

void TestGuidePanel::doubleClickAnswersOnce()
{
    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(asking({"one-switch", "vpn"}));
    panel.show();
    connect(&panel, &GuidePanel::answered, &panel, [&panel] { panel.setAnalysis(asking({"vpn"})); });
    QSignalSpy answered(&panel, &GuidePanel::answered);
    QTest::mouseClick(button(panel, QStringLiteral("answer-yes")), Qt::LeftButton);
    QTest::mouseClick(button(panel, QStringLiteral("answer-yes")), Qt::LeftButton);
    QCOMPARE(answered.size(), 1);
    QTest::qWait(300);
    QTest::mouseClick(button(panel, QStringLiteral("answer-yes")), Qt::LeftButton);
    QCOMPARE(answered.size(), 2);
    QCOMPARE(answered[1][0].toString(), QStringLiteral("vpn"));
}

void TestGuidePanel::backspaceTakesBack()
{
    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(sample::analysis({}, {{"vpn", "no"}, {"one-subnet", "yes"}}));
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.setFocus();
    QSignalSpy takenBack(&panel, &GuidePanel::takenBack);
    QTest::keyClick(&panel, Qt::Key_Backspace);
    QCOMPARE(takenBack.size(), 1);
    QCOMPARE(takenBack[0][0].toString(), QStringLiteral("one-subnet"));
}

void TestGuidePanel::numberQuestionTakesNumbersOnly()
{
    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(asking({"lease-hours"}));
    panel.show();
    QVERIFY(!button(panel, QStringLiteral("answer-yes")));
    QVERIFY(shows(panel, QStringLiteral("hours")));
    auto* edit = panel.findChild<QLineEdit*>(QStringLiteral("number"));
    QVERIFY(edit);
    QSignalSpy answered(&panel, &GuidePanel::answered);
    QTest::keyClicks(edit, QStringLiteral("a day"));
    QCOMPARE(edit->text(), QString());
    QVERIFY(!button(panel, QStringLiteral("send"))->isEnabled());
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(answered.size(), 0);
    QTest::keyClicks(edit, QStringLiteral("72.5"));
    QVERIFY(button(panel, QStringLiteral("send"))->isEnabled());
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered[0][0].toString(), QStringLiteral("lease-hours"));
    QCOMPARE(answered[0][1].toString(), QStringLiteral("72.5"));
}

void TestGuidePanel::digitsInTheFieldAreNotAnswers()
{
    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(sample::analysis({}, {{"vpn", "no"}}));
    auto withNumber = std::make_shared<Analysis>(*asking({"lease-hours"}));
    withNumber->answers = {{"vpn", "no", 1}};
    panel.setAnalysis(withNumber);
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    auto* edit = panel.findChild<QLineEdit*>(QStringLiteral("number"));
    edit->setFocus();
    QSignalSpy answered(&panel, &GuidePanel::answered);
    QSignalSpy takenBack(&panel, &GuidePanel::takenBack);
    QTest::keyClicks(edit, QStringLiteral("121"));
    QTest::keyClick(edit, Qt::Key_Backspace);
    QCOMPARE(edit->text(), QStringLiteral("12"));
    QCOMPARE(answered.size(), 0);
    QCOMPARE(takenBack.size(), 0);
}

void TestGuidePanel::typedNumberSurvivesAnotherLook()
{
    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(asking({"lease-hours"}));
    panel.show();
    QTest::keyClicks(panel.findChild<QLineEdit*>(QStringLiteral("number")), QStringLiteral("36"));
    panel.setTheme(Theme::darkTheme());
    QCOMPARE(panel.findChild<QLineEdit*>(QStringLiteral("number"))->text(), QStringLiteral("36"));
    panel.setAnalysis(asking({"period-hours"}));
    QCOMPARE(panel.findChild<QLineEdit*>(QStringLiteral("number"))->text(), QString());
}

void TestGuidePanel::otherQuestionCanBePicked()
{
    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(asking({"one-switch", "vpn", "display-dark"}));
    panel.show();
    QVERIFY(!button(panel, QStringLiteral("pick-vpn")));
    QTest::mouseClick(button(panel, QStringLiteral("fold-others")), Qt::LeftButton);
    QVERIFY(!button(panel, QStringLiteral("pick-one-switch")));
    QTest::mouseClick(button(panel, QStringLiteral("pick-vpn")), Qt::LeftButton);
    const QString text = GuideText(sample::knowledge()).words().questionText("vpn");
    QCOMPARE(panel.findChild<QLabel*>(QStringLiteral("question"))->text(), text);
    QSignalSpy answered(&panel, &GuidePanel::answered);
    QTest::mouseClick(button(panel, QStringLiteral("answer-unknown")), Qt::LeftButton);
    QCOMPARE(answered[0][0].toString(), QStringLiteral("vpn"));
    QCOMPARE(answered[0][1].toString(), QStringLiteral("unknown"));
}

void TestGuidePanel::whyIsFoldedOut()
{
    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(asking({"one-switch", "vpn"}));
    panel.show();
    QVERIFY(!panel.findChild<QLabel*>(QStringLiteral("gain")));
    QTest::mouseClick(button(panel, QStringLiteral("why")), Qt::LeftButton);
    QVERIFY(panel.findChild<QLabel*>(QStringLiteral("gain")));
    QTest::mouseClick(button(panel, QStringLiteral("why")), Qt::LeftButton);
    QVERIFY(!panel.findChild<QLabel*>(QStringLiteral("gain")));
}

void TestGuidePanel::eliminatedStandLastWithTheirReason()
{
    auto made = std::make_shared<Analysis>(*sample::analysis(sample::clearingOutcomes()));
    made->diagnosis.suspects = {
        {"dhcp.nak", 0.5, 0.7, SuspectState::Suspect, {}},
        {"admin.reset",
         0.2,
         0,
         SuspectState::Eliminated,
         {{"reset-commanded", "reset-commanded", true, false, -9}}},
        {"network.vlan-change", 0.1, 0, SuspectState::Eliminated, {{"same-office", "", false, false, -9}}},
        {"cucm.restart", 0.2, 0.3, SuspectState::Weakened, {}}};
    const auto order = boardOrder(made->diagnosis);
    QCOMPARE(order[1]->cause, std::string("cucm.restart"));
    QCOMPARE(order[2]->cause, std::string("admin.reset"));

    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(made);
    panel.show();
    QVERIFY(button(panel, QStringLiteral("suspect:admin.reset"))->font().strikeOut());
    QVERIFY(!button(panel, QStringLiteral("suspect:dhcp.nak"))->font().strikeOut());
    QVERIFY(shows(panel, QStringLiteral("✕ No reset from CUCM before any of the losses.")));
    QVERIFY(
        shows(panel, QStringLiteral("✕ you answered: no to ‘Are all phones that suffer in one office?’")));
    QSignalSpy takenBack(&panel, &GuidePanel::takenBack);
    QTest::mouseClick(button(panel, QStringLiteral("link-network.vlan-change")), Qt::LeftButton);
    QCOMPARE(takenBack.size(), 1);
    QCOMPARE(takenBack[0][0].toString(), QStringLiteral("same-office"));
}

void TestGuidePanel::evidenceIsLinked()
{
    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(sample::analysis(sample::clearingOutcomes()));
    panel.show();
    QAbstractButton* link = button(panel, QStringLiteral("cited-lease-hours"));
    QVERIFY(link);
    QCOMPARE(link->text(), QStringLiteral("72 · frame 204"));
    QSignalSpy selected(&panel, &GuidePanel::eventSelected);
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0][0].value<EventRef>(), sample::frame(1, 204));
    QCOMPARE(selected[0][1].value<CaseTime>(), sample::at("2009-02-27T14:11:10.899Z"));
}

void TestGuidePanel::answersCanBeTakenBack()
{
    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(sample::analysis({}, {{"vpn", "no"}, {"one-subnet", "yes"}}));
    panel.show();
    QSignalSpy takenBack(&panel, &GuidePanel::takenBack);
    QTest::mouseClick(button(panel, QStringLiteral("back-vpn")), Qt::LeftButton);
    QCOMPARE(takenBack[0][0].toString(), QStringLiteral("vpn"));
}

void TestGuidePanel::evidenceOverrulesAnswers()
{
    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(sample::analysis(sample::clearingOutcomes(), {{"lease-hours", "24"}}));
    QVERIFY(shows(panel, QStringLiteral("The evidence says 72")));
}

void TestGuidePanel::nothingLeftIsSaid()
{
    GuidePanel panel(sample::knowledge());
    auto made = std::make_shared<Analysis>(*sample::analysis());
    made->diagnosis.next.clear();
    made->diagnosis.verdict = Verdict::Undetermined;
    panel.setAnalysis(made);
    auto* label = panel.findChild<QLabel*>(QStringLiteral("nothing-left"));
    QVERIFY(label);
    QVERIFY(label->text().contains(QStringLiteral("No question is left")));
}

namespace
{

/// As whoever owns the case: keeps the answers and analyses anew.
void play(GuidePanel& panel, std::vector<Answer>& answers)
{
    const auto show = [&panel, &answers] {
        panel.setAnalysis(sample::analysis(sample::refusedRenewals()->outcomes, answers));
    };
    QObject::connect(&panel, &GuidePanel::answered, &panel,
                     [&answers, show](const QString& question, const QString& value) {
                         answers.push_back({question.toStdString(), value.toStdString()});
                         show();
                     });
    QObject::connect(&panel, &GuidePanel::takenBack, &panel, [&answers, show](const QString& question) {
        std::erase_if(answers, [&](const Answer& a) { return a.question == question.toStdString(); });
        show();
    });
    show();
    panel.resize(360, 900);
    panel.show();
}

/// Longer than a double click.
constexpr int settledMs = 270;

} // namespace

void TestGuidePanel::provenCauseIsNarrowedFurther()
{
    std::vector<Answer> answers;
    GuidePanel panel(sample::knowledge());
    play(panel, answers);
    QVERIFY(panel.findChild<QWidget*>(QStringLiteral("refinement-dhcp.nak")));
    QVERIFY(shows(panel, QStringLiteral("Why does the server refuse?")));
    QVERIFY(button(panel, QStringLiteral("suspect:dhcp.nak.scope-changed")));
    QVERIFY(!panel.findChild<QLabel*>(QStringLiteral("nothing-left")));
    QVERIFY(shows(panel, QStringLiteral("Was the DHCP server's scope changed or restored lately?")));
    const QString yes = button(panel, QStringLiteral("answer-yes"))->accessibleName();
    QVERIFY2(yes.contains(QStringLiteral("leaves: Scope changed")), qPrintable(yes));

    QVERIFY(!button(
        panel, QStringLiteral("suspect:other.dhcp.nak"))); // folded away, so that the question is in view
    QTest::mouseClick(button(panel, QStringLiteral("fold-board")), Qt::LeftButton);
    QTest::mouseClick(button(panel, QStringLiteral("suspect:other.dhcp.nak")), Qt::LeftButton);
    QCOMPARE(panel.findChildren<QWidget*>(QStringLiteral("details")).size(), 1);

    int asked = 0;
    while (auto* none = button(panel, QStringLiteral("answer-unknown"))) {
        QVERIFY(++asked < 20);
        QTest::mouseClick(none, Qt::LeftButton);
        QTest::qWait(settledMs);
    }
    QVERIFY(asked > 3);
    QVERIFY(shows(panel, QStringLiteral("The cause is proven. No question is left")));
}

void TestGuidePanel::refinementIsStruckOutAndRevived()
{
    std::vector<Answer> answers;
    GuidePanel panel(sample::knowledge());
    play(panel, answers);
    const QString partner = QStringLiteral("suspect:dhcp.nak.failover-partner");
    QVERIFY(!button(panel, partner)->font().strikeOut());
    QTest::mouseClick(button(panel, QStringLiteral("answer-yes")), Qt::LeftButton); // the scope was changed
    QTest::qWait(settledMs);
    QVERIFY2(!button(panel, partner)->font().strikeOut(), "one person strikes nobody out");
    QTest::mouseClick(button(panel, QStringLiteral("fold-others")), Qt::LeftButton);
    QTest::mouseClick(button(panel, QStringLiteral("pick-two-dhcp-servers")), Qt::LeftButton);
    QTest::mouseClick(button(panel, QStringLiteral("answer-no")), Qt::LeftButton);
    QTest::qWait(settledMs);
    QVERIFY(button(panel, partner)->font().strikeOut());
    QVERIFY(shows(panel, QStringLiteral("✕ you answered: no to ‘Do two DHCP servers serve")));
    QTest::mouseClick(button(panel, QStringLiteral("link-dhcp.nak.failover-partner")), Qt::LeftButton);
    QVERIFY(!button(panel, partner)->font().strikeOut());
    QCOMPARE(answers.size(), std::size_t{1});
}

void TestGuidePanel::withoutCaseItIsEmpty()
{
    GuidePanel panel(sample::knowledge());
    QVERIFY(shows(panel, QStringLiteral("No case is open.")));
    panel.setAnalysis(sample::analysis());
    panel.setAnalysis(nullptr);
    QVERIFY(shows(panel, QStringLiteral("No case is open.")));
}

void TestGuidePanel::focusStaysOnTheAnswers()
{
    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(asking({"one-switch"}));
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    button(panel, QStringLiteral("answer-no"))->setFocus();
    panel.setAnalysis(asking({"vpn"}));
    QVERIFY(button(panel, QStringLiteral("answer-no"))->hasFocus());
}

void TestGuidePanel::commandIsCopied()
{
    Knowledge knowledge = sample::knowledge();
    for (Question& question : knowledge.questions)
        question.how = "On the router: `show ip dhcp binding <address>`.";
    GuidePanel panel(knowledge);
    panel.setAnalysis(asking({"vpn"}));
    panel.show();
    auto* how = panel.findChild<QLabel*>(QStringLiteral("how"));
    QVERIFY(how);
    QCOMPARE(how->accessibleName(), QStringLiteral("On the router: show ip dhcp binding <address>."));
    how->setFocus();
    QTest::keyClick(how, Qt::Key_Tab); // to the only command
    QTest::keyClick(how, Qt::Key_Return);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("show ip dhcp binding <address>"));
}

void TestGuidePanel::everyButtonHasAName()
{
    GuidePanel panel(sample::knowledge());
    panel.setAnalysis(sample::refusedRenewals());
    panel.show();
    for (const QAbstractButton* each : panel.findChildren<QAbstractButton*>()) {
        QVERIFY2(!each->accessibleName().isEmpty() || !each->text().isEmpty(),
                 qPrintable(each->objectName()));
        QVERIFY2(each->focusPolicy() != Qt::NoFocus, qPrintable(each->objectName()));
    }
}

/// For the eye: with WHITTLE_PICTURES set to a folder, what the panel looks like is saved there.
void TestGuidePanel::pictures()
{
    const QString folder = qEnvironmentVariable("WHITTLE_PICTURES");
    if (folder.isEmpty())
        QSKIP("WHITTLE_PICTURES is not set");
    QApplication::setStyle(QStringLiteral("Fusion"));
    const auto save = [&](const AnalysisPtr& analysis, const Theme& theme, const QString& name, QSize size,
                          const QStringList& open = {}) {
        qApp->setPalette(theme.palette());
        qApp->setStyleSheet(styleSheet(theme));
        GuidePanel panel(sample::knowledge());
        panel.setTheme(theme);
        panel.setAnalysis(analysis);
        panel.resize(size);
        panel.show();
        for (const QString& each : open)
            button(panel, each)->click();
        QTest::qWait(30);
        QVERIFY(panel.grab().save(folder + QLatin1Char('/') + name));
    };
    const AnalysisPtr half = sample::analysis(sample::clearingOutcomes(),
                                              {{"vpn", "no"}, {"same-office", "yes"}, {"lease-hours", "24"}});
    save(half, Theme::light(), QStringLiteral("guide-light.png"), {360, 1300});
    save(half, Theme::darkTheme(), QStringLiteral("guide-dark.png"), {360, 1300});
    save(half, Theme::light(), QStringLiteral("guide-open.png"), {360, 2300},
         {QStringLiteral("why"), QStringLiteral("fold-others"), QStringLiteral("fold-board"),
          QStringLiteral("suspect:dhcp.nak")});
    save(half, Theme::light(), QStringLiteral("guide-wide.png"), {620, 1000});
    save(sample::refusedRenewals(), Theme::light(), QStringLiteral("guide-confirmed.png"), {360, 1300});
    save(sample::refusedRenewals(), Theme::darkTheme(), QStringLiteral("guide-confirmed-dark.png"),
         {360, 1300});
    const AnalysisPtr refined = sample::analysis(sample::refusedRenewals()->outcomes,
                                                 {{"dhcp-scope-changed-lately", "yes"},
                                                  {"two-dhcp-servers", "no"},
                                                  {"refused-address-of-another", "no"}});
    save(refined, Theme::light(), QStringLiteral("guide-refined.png"), {360, 1400});
    save(refined, Theme::darkTheme(), QStringLiteral("guide-refined-dark.png"), {360, 1400});
    save(asking({"lease-hours", "vpn"}), Theme::darkTheme(), QStringLiteral("guide-number.png"), {360, 900});
    save(sample::analysis({}, {}, ""), Theme::light(), QStringLiteral("guide-symptoms.png"), {360, 800});
}

QTEST_MAIN(TestGuidePanel)
#include "tst_guidepanel.moc"
