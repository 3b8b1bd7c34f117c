// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

#include "tests/guide/sampleanalysis.h"
#include "tests/support/sampleanalysis.h"
#include "widgets/device/devicehtml.h"
#include "widgets/device/devicepanel.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// Of the first link to that event.
QTextCursor linkAt(const QTextBrowser& page, const EventRef& ref)
{
    for (QTextBlock block = page.document()->begin(); block.isValid(); block = block.next()) {
        for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
            if (!piece.fragment().charFormat().anchorHref().startsWith(linkTo(ref)))
                continue;
            QTextCursor cursor(page.document());
            cursor.setPosition(piece.fragment().position() + 2);
            return cursor;
        }
    }
    return {};
}

} // namespace

class TestDevicePanel : public QObject
{
    Q_OBJECT

    std::unique_ptr<DevicePanel> m_panel;

    QTextBrowser& page() const { return *m_panel->findChild<QTextBrowser*>(); }
    QComboBox& chooser() const { return *m_panel->findChild<QComboBox*>(); }

private Q_SLOTS:
    void init()
    {
        m_panel = std::make_unique<DevicePanel>(sample::knowledge());
        m_panel->resize(870, 600);
        m_panel->setAnalysis(sampleAnalysis());
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup() { m_panel.reset(); }

    void beginsWithWhoSuffersMost()
    {
        QCOMPARE(m_panel->device(), std::string("SEP001E7A24429A"));
        QVERIFY(chooser().currentText().startsWith(QStringLiteral("SEP001E7A24429A")));
        QVERIFY(page().toPlainText().contains(QStringLiteral("00:1e:7a:24:42:9a")));
    }

    void pressedProofIsSelected()
    {
        QSignalSpy selected(m_panel.get(), &DevicePanel::eventSelected);
        const QTextCursor link = linkAt(page(), sampleNak(0, 0));
        QVERIFY(!link.isNull());
        page().setTextCursor(link);
        page().ensureCursorVisible();
        QTest::mouseClick(page().viewport(), Qt::LeftButton, {}, page().cursorRect(link).center());
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected[0][0].value<EventRef>(), sampleNak(0, 0));
        QCOMPARE(selected[0][1].value<CaseTime>(), sampleAt(36.02));
    }

    void linksAreFollowedByKeyboard()
    {
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        QSignalSpy selected(m_panel.get(), &DevicePanel::eventSelected);
        page().setFocus();
        QTest::keyClick(&page(), Qt::Key_Tab); // to the first link
        QTest::keyClick(&page(), Qt::Key_Return);
        QCOMPARE(selected.size(), 1);
    }

    void typedNameIsChosen()
    {
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        QSignalSpy selected(m_panel.get(), &DevicePanel::eventSelected);
        m_panel->choose();
        QLineEdit* field = chooser().lineEdit();
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("0e08d9"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(m_panel->device(), std::string("SEP0021A0E08D93"));
        QVERIFY(field->text().startsWith(QStringLiteral("SEP0021A0E08D93")));
        QVERIFY(page().toPlainText().contains(QStringLiteral("00:21:a0:e0:8d:93")));
        QCOMPARE(selected.size(), 0);
    }

    void typedAddressIsChosenAndNonsenseIsNot()
    {
        m_panel->choose();
        QLineEdit* field = chooser().lineEdit();
        field->setText(QStringLiteral("10.2.16.41"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_panel->device(), std::string("SEP0015C6E5749B"));
        field->setText(QStringLiteral("nobody"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_panel->device(), std::string("SEP0015C6E5749B"));
        QVERIFY(field->text().startsWith(QStringLiteral("SEP0015C6E5749B")));
    }

    void selectionFromElsewhereIsMarked()
    {
        m_panel->select(sampleNak(0, 0));
        const auto marked = page().extraSelections();
        QVERIFY(!marked.isEmpty());
        QCOMPARE(marked[0].cursor.selectedText(), QStringLiteral("frame 20411"));
        m_panel->select(sampleFrame(1));
        QVERIFY(page().extraSelections().isEmpty());
    }

    void sectionsAreJumpedTo()
    {
        m_panel->resize(870, 200);
        auto* sections = m_panel->findChild<QLabel*>();
        QVERIFY(sections->text().contains(QStringLiteral("Registrations&nbsp;4")));
        Q_EMIT sections->linkActivated(QStringLiteral("#leases"));
        QVERIFY(page().verticalScrollBar()->value() > 0);
        Q_EMIT sections->linkActivated(QStringLiteral("#facts"));
        QCOMPARE(page().verticalScrollBar()->value(), 0);
    }

    /// The chosen device outlives a new analysis; one that is gone gives way.
    void chosenDeviceIsKept()
    {
        m_panel->showDevice("SEP0021A0E08D93");
        m_panel->setAnalysis(sampleAnalysis(3));
        QCOMPARE(m_panel->device(), std::string("SEP0021A0E08D93"));
        m_panel->showDevice("SEP000000000000");
        QCOMPARE(m_panel->device(), std::string("SEP0021A0E08D93"));
        m_panel->setAnalysis(std::make_shared<Analysis>());
        QVERIFY(m_panel->device().empty());
        QVERIFY(!page().toPlainText().isEmpty());
    }

    void moreRowsAreShownWhenAskedFor()
    {
        auto many = std::make_shared<Analysis>(*sampleAnalysis());
        const Registration one = many->devices.front().registrations.front();
        many->devices.front().registrations.assign(5000, one);
        m_panel->setAnalysis(many);
        QVERIFY(page().toPlainText().contains(QStringLiteral("20 of 5,000 shown")));
        Q_EMIT page().anchorClicked(QUrl(QStringLiteral("more:registrations")));
        QVERIFY(page().toPlainText().contains(QStringLiteral("220 of 5,000 shown")));
    }

    void evidenceIsEscaped()
    {
        auto hostile = std::make_shared<Analysis>(*sampleAnalysis());
        hostile->devices.front().name = "<i>x</i>";
        m_panel->setAnalysis(hostile);
        m_panel->showDevice("<i>x</i>");
        QVERIFY(page().toPlainText().contains(QStringLiteral("<i>x</i>")));
    }

    void linksAreReadAsTheyWereWritten()
    {
        const EventRef ref{SourceId{7}, {PlaceUnit::Line, 4'000'000'000'000ULL}, 2};
        const auto without = eventOf(linkTo(ref));
        QVERIFY(without);
        QCOMPARE(without->ref, ref);
        QVERIFY(!without->time);
        const auto with = eventOf(linkTo(ref) + QStringLiteral(":-5"));
        QVERIFY(with && with->time);
        QCOMPARE(with->time->nsUtc, std::int64_t{-5});
        QVERIFY(!eventOf(QStringLiteral("more:leases")));
        QCOMPARE(sectionOf(QStringLiteral("more:leases")), std::string("leases"));
    }
};

QTEST_MAIN(TestDevicePanel)
#include "tst_devicepanel.moc"
