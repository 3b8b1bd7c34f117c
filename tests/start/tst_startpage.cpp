// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include "tests/session/testknowledge.h"
#include "widgets/start/rowbutton.h"
#include "widgets/start/startpage.h"

using namespace whittle;

class TestStartPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void buttonsAsk();
    void everyButtonHasAName();
    void buttonsAreReachedByTab();
    void coveredSymptomStartsACase();
    void uncoveredSymptomsAreListedAndSaidToBeSo();
    void missingRecentCaseIsGreyed();
    void recentCaseOpensByEnter();
    void droppedFilesAreHandedOn();
    void webAddressesAreNoEvidence();

private:
    QPushButton* button(const QString& words) const;
    RowButton* row(const QString& start) const;

    std::unique_ptr<Words> m_words;
    std::unique_ptr<StartPage> m_page;
};

void TestStartPage::initTestCase()
{
    m_words = std::make_unique<Words>(test::productKnowledge(), Words::Language::English);
    m_page = std::make_unique<StartPage>(*m_words);
    m_page->setTheme(Theme::light());
    m_page->resize(1200, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

QPushButton* TestStartPage::button(const QString& words) const
{
    for (QPushButton* one : m_page->findChildren<QPushButton*>()) {
        if (one->text().remove(QLatin1Char('&')).contains(words))
            return one;
    }
    return nullptr;
}

RowButton* TestStartPage::row(const QString& start) const
{
    for (RowButton* one : m_page->findChildren<RowButton*>()) {
        if (one->accessibleName().startsWith(start))
            return one;
    }
    return nullptr;
}

void TestStartPage::buttonsAsk()
{
    QSignalSpy open(m_page.get(), &StartPage::openCaseRequested);
    QSignalSpy add(m_page.get(), &StartPage::addEvidenceRequested);
    QSignalSpy sample(m_page.get(), &StartPage::sampleRequested);
    QTest::mouseClick(button(QStringLiteral("Open case")), Qt::LeftButton);
    QTest::keyClick(button(QStringLiteral("Add evidence")), Qt::Key_Space);
    QTest::mouseClick(button(QStringLiteral("sample")), Qt::LeftButton);
    QCOMPARE(open.count() + add.count() + sample.count(), 3);
}

void TestStartPage::everyButtonHasAName()
{
    m_page->setRecent({{QStringLiteral("/cases/one.whittle"), true}});
    for (const QPushButton* one : m_page->findChildren<QPushButton*>())
        QVERIFY(!one->text().isEmpty() || !one->accessibleName().isEmpty());
}

void TestStartPage::buttonsAreReachedByTab()
{
    m_page->setRecent({{QStringLiteral("/cases/one.whittle"), true}});
    QApplication::setActiveWindow(m_page.get());
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(
        row(QStringLiteral("one"))->isVisible()); // the layout shows it at the next turn of the event loop
    button(QStringLiteral("Add evidence"))->setFocus();
    QSet<QWidget*> reached;
    for (int i = 0; i < 20; ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (QPushButton* one : m_page->findChildren<QPushButton*>())
        QVERIFY2(!one->isEnabled() || reached.contains(one), qPrintable(one->accessibleName() + one->text()));
}

void TestStartPage::coveredSymptomStartsACase()
{
    QSignalSpy chosen(m_page.get(), &StartPage::symptomChosen);
    QTest::mouseClick(row(QStringLiteral("Phones reset")), Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().toString(), QStringLiteral("phone-resets"));
}

void TestStartPage::uncoveredSymptomsAreListedAndSaidToBeSo()
{
    RowButton* presence = row(QStringLiteral("No presence"));
    QVERIFY(presence);
    QVERIFY(!presence->isEnabled());
    QVERIFY(presence->accessibleName().contains(QStringLiteral("not covered yet")));
}

void TestStartPage::missingRecentCaseIsGreyed()
{
    m_page->setRecent(
        {{QStringLiteral("/cases/there.whittle"), true}, {QStringLiteral("/cases/gone.whittle"), false}});
    QVERIFY(row(QStringLiteral("there"))->isEnabled());
    QVERIFY(!row(QStringLiteral("gone"))->isEnabled());
    QVERIFY(row(QStringLiteral("gone"))->accessibleName().contains(QStringLiteral("no longer there")));
}

void TestStartPage::recentCaseOpensByEnter()
{
    QSignalSpy chosen(m_page.get(), &StartPage::recentChosen);
    m_page->setRecent({{QStringLiteral("/cases/there.whittle"), true}});
    QTest::keyClick(row(QStringLiteral("there")), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().toString(), QStringLiteral("/cases/there.whittle"));
}

void TestStartPage::droppedFilesAreHandedOn()
{
    QSignalSpy dropped(m_page.get(), &StartPage::filesDropped);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(QStringLiteral("/evidence/a.pcap")),
                   QUrl::fromLocalFile(QStringLiteral("/evidence/b"))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QVERIFY(m_page->findChild<QWidget*>(QStringLiteral("dropArea"))->property("hot").toBool());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &drop);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped.front().front().toStringList(),
             (QStringList{QStringLiteral("/evidence/a.pcap"), QStringLiteral("/evidence/b")}));
    QVERIFY(!m_page->findChild<QWidget*>(QStringLiteral("dropArea"))->property("hot").toBool());
}

void TestStartPage::webAddressesAreNoEvidence()
{
    QMimeData page;
    page.setUrls({QUrl(QStringLiteral("https://example.com/a.pcap"))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &page, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(!m_page->findChild<QWidget*>(QStringLiteral("dropArea"))->property("hot").toBool());
}

QTEST_MAIN(TestStartPage)
#include "tst_startpage.moc"
