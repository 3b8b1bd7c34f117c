// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include "tests/guide/sampleanalysis.h"
#include "widgets/findings/citedline.h"
#include "widgets/findings/findingrow.h"
#include "widgets/findings/findingspanel.h"
#include "widgets/shell/look/stylesheet.h"

using namespace whittle;

class TestFindingsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worstStandsFirst();
    void citedLineIsSelectedByClick();
    void moreLinesUnfold();
    void clearedStandBelow();
    void notObservableIsSaid();
    void emptyIsSaidHonestly();
    void arrowsWalkAndEnterOpens();
    void spaceUnfoldsTheRow();
    void copiesTheFocusedRow();
    void copiesAllWithoutFocus();
    void devicesLeadToTheirPage();
    void everythingHasAName();
    void pictures();

private:
    static QList<FindingRow*> rows(const QWidget& panel) { return panel.findChildren<FindingRow*>(); }
    static QString title(const FindingRow* row)
    {
        return row->findChild<QLabel*>(QStringLiteral("title"))->text();
    }
    static QString side(const FindingRow* row)
    {
        return row->findChild<QLabel*>(QStringLiteral("side"))
            ->text()
            .remove(QRegularExpression(QStringLiteral("<[^>]*>"))); // the links of devices
    }
};

void TestFindingsPanel::worstStandsFirst()
{
    FindingsPanel panel(sample::knowledge());
    panel.setAnalysis(sample::refusedRenewals());
    QCOMPARE(panel.count(), 3);
    const auto all = rows(panel);
    QVERIFY(title(all[0]).contains(QStringLiteral("10.2.1.5 refuses renewals")));
    QCOMPARE(side(all[0]), QStringLiteral("5 phones · 11 times"));
    QVERIFY(all[0]->accessibleName().startsWith(QStringLiteral("Error, ")));
    QVERIFY(all[1]->accessibleName().startsWith(QStringLiteral("Warning, ")));
    QVERIFY(all[2]->accessibleName().startsWith(QStringLiteral("Information, ")));
    QCOMPARE(side(all[2]), QStringLiteral("SEP0021A0E08D93 · 3 times"));
}

void TestFindingsPanel::citedLineIsSelectedByClick()
{
    FindingsPanel panel(sample::knowledge());
    panel.setAnalysis(sample::refusedRenewals());
    panel.show();
    QSignalSpy selected(&panel, &FindingsPanel::eventSelected);
    auto* line = rows(panel)[0]->findChildren<CitedLine*>().at(1);
    QVERIFY(line->accessibleName().startsWith(QStringLiteral("SEP001E7A24429A.log line 6: 1213: NOT")));
    QTest::mouseClick(line, Qt::LeftButton);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0][0].value<EventRef>(), sample::line(2, 6));
    QCOMPARE(selected[0][1].value<CaseTime>(), sample::at("2009-02-27T14:11:10.899614Z"));
}

void TestFindingsPanel::moreLinesUnfold()
{
    FindingsPanel panel(sample::knowledge());
    panel.setAnalysis(sample::refusedRenewals());
    panel.show();
    QCOMPARE(rows(panel)[0]->findChildren<CitedLine*>().size(), 3);
    auto* more = rows(panel)[0]->findChild<QAbstractButton*>(QStringLiteral("more"));
    QCOMPARE(more->text(), QStringLiteral("8 more"));
    QTest::mouseClick(more, Qt::LeftButton);
    QCOMPARE(rows(panel)[0]->findChildren<CitedLine*>().size(), 11);
}

void TestFindingsPanel::clearedStandBelow()
{
    FindingsPanel panel(sample::knowledge());
    panel.setAnalysis(sample::refusedRenewals());
    const auto all = rows(panel);
    const auto reset = std::ranges::find_if(all, [](const FindingRow* row) {
        return title(row).startsWith(QStringLiteral("No reset from CUCM"));
    });
    QVERIFY(reset != all.end());
    QVERIFY(reset - all.begin() > 2);
    QCOMPARE(side(*reset), QStringLiteral("clears: Somebody reset the phones in CUCM"));
}

void TestFindingsPanel::notObservableIsSaid()
{
    FindingsPanel panel(sample::knowledge());
    panel.setAnalysis(sample::analysis({sample::outcome("connection-reset", CheckResult::NotObservable),
                                        sample::outcome("reset-commanded", CheckResult::No)}));
    panel.show();
    auto* row = panel.findChild<FindingRow*>(QStringLiteral("not-observable"));
    QVERIFY(row);
    QCOMPARE(title(row), QStringLiteral("1 check could not be answered from this evidence"));
    QVERIFY(row->plainText().contains(QStringLiteral("Did a TCP reset end the registration?")));
}

void TestFindingsPanel::emptyIsSaidHonestly()
{
    FindingsPanel panel(sample::knowledge());
    const auto text = [&panel] { return panel.findChild<QLabel*>(QStringLiteral("empty"))->text(); };
    panel.setAnalysis(sample::analysis({sample::outcome("reset-commanded", CheckResult::No)}));
    QCOMPARE(text(), QStringLiteral("No check found anything wrong in this evidence."));
    const auto ended =
        std::make_shared<Analysis>(*sample::analysis({sample::outcome("reset-commanded", CheckResult::No)}));
    ended->devices.emplace_back().registrations.resize(2);
    ended->devices[0].registrations[0].ended = RegistrationEnd::Moved;
    ended->devices[0].registrations[1].began = RegistrationBegin::Fallback;
    panel.setAnalysis(ended);
    QCOMPARE(text(), QStringLiteral("No check found anything wrong in this evidence."));
    const auto moved = std::make_shared<Analysis>(*ended);
    moved->devices[0].registrations[1].began = RegistrationBegin::Register;
    panel.setAnalysis(moved);
    QVERIFY(text().startsWith(QStringLiteral("1 registration ended, and no check can say why.")));
    panel.setAnalysis(sample::analysis({sample::outcome("reset-commanded", CheckResult::NotObservable)}));
    QVERIFY(text().startsWith(QStringLiteral("This evidence could not answer any check.")));
    auto without = std::make_shared<Analysis>(*sample::analysis());
    without->sources.clear();
    panel.setAnalysis(without);
    QVERIFY(text().startsWith(QStringLiteral("There is no evidence yet.")));
    panel.setAnalysis(nullptr);
    QCOMPARE(panel.count(), 0);
}

void TestFindingsPanel::arrowsWalkAndEnterOpens()
{
    FindingsPanel panel(sample::knowledge());
    panel.setAnalysis(sample::refusedRenewals());
    panel.resize(900, 400);
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.setFocus();
    QTest::keyClick(&panel, Qt::Key_Down);
    QVERIFY(rows(panel)[0]->hasFocus());
    QTest::keyClick(QGuiApplication::focusObject() ? qobject_cast<QWidget*>(QGuiApplication::focusObject())
                                                   : &panel,
                    Qt::Key_Down);
    auto* line = rows(panel)[0]->findChildren<CitedLine*>().first();
    QVERIFY(line->hasFocus());
    QSignalSpy selected(&panel, &FindingsPanel::eventSelected);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0][0].value<EventRef>(), sample::frame(1, 20411));
    QTest::keyClick(line, Qt::Key_Up);
    QVERIFY(rows(panel)[0]->hasFocus());
    QTest::keyClick(rows(panel)[0], Qt::Key_End);
    QVERIFY(rows(panel).last()->hasFocus());
}

void TestFindingsPanel::spaceUnfoldsTheRow()
{
    FindingsPanel panel(sample::knowledge());
    panel.setAnalysis(sample::refusedRenewals());
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    rows(panel)[0]->setFocus();
    QTest::keyClick(rows(panel)[0], Qt::Key_Space);
    QCOMPARE(rows(panel)[0]->findChildren<CitedLine*>().size(), 11);
    QVERIFY2(rows(panel)[0]->hasFocus(), "the focus stays on the row");
}

void TestFindingsPanel::copiesTheFocusedRow()
{
    FindingsPanel panel(sample::knowledge());
    panel.setAnalysis(sample::refusedRenewals());
    panel.setTimes(TimeText::forZone(QStringLiteral("America/Chicago")));
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    rows(panel)[0]->setFocus();
    QTest::keySequence(rows(panel)[0], QKeySequence::Copy);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(
        QStringLiteral("2009-02-27 08:11:10.899  span-dc1.pcap frame 20411  DHCPNAK from 10.2.1.5")));
    QVERIFY(!copied.contains(QStringLiteral("half of the")));
}

void TestFindingsPanel::copiesAllWithoutFocus()
{
    FindingsPanel panel(sample::knowledge());
    panel.setAnalysis(sample::refusedRenewals());
    panel.show();
    QTest::keySequence(&panel, QKeySequence::Copy);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(QStringLiteral("Resets come every 36 hours")));
    QVERIFY(copied.contains(QStringLiteral("No reset from CUCM")));
}

void TestFindingsPanel::devicesLeadToTheirPage()
{
    FindingsPanel panel(sample::knowledge());
    panel.setAnalysis(sample::refusedRenewals());
    panel.show();
    QSignalSpy chosen(&panel, &FindingsPanel::deviceChosen);
    auto* only = rows(panel)[2]->findChild<QLabel*>(QStringLiteral("side"));
    QVERIFY(only->text().contains(QStringLiteral("href=\"SEP0021A0E08D93\"")));
    Q_EMIT only->linkActivated(QStringLiteral("SEP0021A0E08D93"));
    QCOMPARE(chosen.size(), 1);
    QVERIFY(!rows(panel)[0]->findChild<QLabel*>(QStringLiteral("devices"))); // there is no room yet
    QTest::mouseDClick(rows(panel)[0], Qt::LeftButton);
    QVERIFY(rows(panel)[0]
                ->findChild<QLabel*>(QStringLiteral("devices"))
                ->text()
                .contains(QStringLiteral("href=\"SEP")));
}

void TestFindingsPanel::everythingHasAName()
{
    FindingsPanel panel(sample::knowledge());
    panel.setAnalysis(sample::refusedRenewals());
    for (const QWidget* each : panel.findChildren<QWidget*>()) {
        if (each->focusPolicy() == Qt::StrongFocus)
            QVERIFY2(!each->accessibleName().isEmpty(), each->metaObject()->className());
    }
}

/// For the eye: with WHITTLE_PICTURES set to a folder, what the panel looks like is saved there.
void TestFindingsPanel::pictures()
{
    const QString folder = qEnvironmentVariable("WHITTLE_PICTURES");
    if (folder.isEmpty())
        QSKIP("WHITTLE_PICTURES is not set");
    QApplication::setStyle(QStringLiteral("Fusion"));
    const auto save = [&](const Theme& theme, const QString& name, QSize size) {
        qApp->setPalette(theme.palette());
        qApp->setStyleSheet(styleSheet(theme));
        FindingsPanel panel(sample::knowledge());
        panel.setTheme(theme);
        panel.setAnalysis(sample::refusedRenewals());
        panel.resize(size);
        panel.show();
        QTest::qWait(30);
        QVERIFY(panel.grab().save(folder + QLatin1Char('/') + name));
    };
    save(Theme::light(), QStringLiteral("findings-light.png"), {1000, 260});
    save(Theme::darkTheme(), QStringLiteral("findings-dark.png"), {1000, 420});
    save(Theme::light(), QStringLiteral("findings-wide.png"), {1600, 480});
    save(Theme::light(), QStringLiteral("findings-narrow.png"), {480, 420});
}

QTEST_MAIN(TestFindingsPanel)
#include "tst_findingspanel.moc"
