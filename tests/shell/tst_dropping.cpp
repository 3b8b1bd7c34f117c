// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>

#include "tests/session/gate.h"
#include "tests/shell/desk.h"
#include "widgets/start/startpage.h"
#include "widgets/timeline/timelineview.h"

using namespace whittle;
using namespace whittle::test;

/// Files dropped on the window, as the desktop delivers them: to the innermost widget that takes drops.
class TestDropping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onTheStartPage();
    void severalAtOnceAndFolders();
    void onEveryPartOfTheWindow();
    void textIsStillDroppedIntoFields();
    void whatIsNoFileIsLeftAlone();
    void theSameFileTwiceIsTold();
    void laterOnesAreShownAsTheFirst();
    void whileAnImportIsRunning();
};

namespace
{

QString sampleFile(const char* name)
{
    return sampleFolder() + QLatin1Char('/') + QLatin1String(name);
}

struct Drag {
    explicit Drag(const QStringList& paths)
    {
        QList<QUrl> urls;
        for (const QString& path : paths)
            urls << QUrl::fromLocalFile(path);
        data.setUrls(urls);
    }

    /// Whether it was taken.
    bool dropOn(QWidget* widget)
    {
        const QPoint middle = widget->rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(widget, &enter);
        QDragMoveEvent move(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        move.setAccepted(enter.isAccepted());
        QApplication::sendEvent(widget, &move);
        QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(widget, &drop);
        return enter.isAccepted() && move.isAccepted() && drop.isAccepted();
    }

    QMimeData data;
};

/// Where the desktop would deliver a drop on that widget.
QWidget* receiver(QWidget* widget)
{
    while (widget && !widget->acceptDrops())
        widget = widget->parentWidget();
    return widget;
}

bool hasSources(const Desk& desk, std::size_t count)
{
    return QTest::qWaitFor(
        [&] { return desk.session.analysis()->sources.size() == count && !desk.session.isAnalysing(); },
        patience);
}

} // namespace

void TestDropping::onTheStartPage()
{
    Desk desk;
    QWidget* page = desk.window->findChild<StartPage*>();
    QVERIFY(Drag({sampleFile("SEP001E7A24429A.log")}).dropOn(receiver(page)));
    QVERIFY(hasSources(desk, 1));
}

void TestDropping::severalAtOnceAndFolders()
{
    Desk desk;
    QDir(desk.folder.path()).mkpath(QStringLiteral("logs/inner"));
    QVERIFY(QFile::copy(sampleFile("ntp-status-cucm-pub.txt"),
                        desk.folder.filePath(QStringLiteral("logs/inner/ntp.txt"))));
    QVERIFY(Drag({sampleFile("SEP001E7A24429A.log"), sampleFile("span-dc1.pcap"),
                  desk.folder.filePath(QStringLiteral("logs"))})
                .dropOn(desk.window.get()));
    QVERIFY(hasSources(desk, 3));
}

/// Also on the fields, which take text.
void TestDropping::onEveryPartOfTheWindow()
{
    Desk desk;
    QVERIFY(desk.openSample());
    desk.menuAction(QStringLiteral("Events"))->trigger();
    int receivers = 0;
    for (QWidget* part : desk.window->findChildren<QWidget*>()) {
        if (!part->isVisible() || part->isWindow())
            continue;
        QWidget* target = receiver(part);
        QVERIFY2(target, qPrintable(part->objectName()));
        receivers += target != desk.window.get();
        Drag drag({QStringLiteral("/nowhere/file-%1.pcap").arg(receivers)});
        QVERIFY2(drag.dropOn(target), target->metaObject()->className());
    }
    QVERIFY(receivers > 0);
    for (const QLineEdit* field : desk.window->findChildren<QLineEdit*>())
        QVERIFY(!field->text().contains(QStringLiteral("nowhere")));
    QTRY_VERIFY_WITH_TIMEOUT(desk.shows(QStringLiteral("could not be opened")), patience);
}

void TestDropping::textIsStillDroppedIntoFields()
{
    Desk desk;
    QVERIFY(desk.openSample());
    desk.menuAction(QStringLiteral("Events"))->trigger();
    QLineEdit* search = nullptr;
    for (QLineEdit* field : desk.window->findChildren<QLineEdit*>()) {
        if (field->isVisible() && !field->isReadOnly() && field->text().isEmpty())
            search = field;
    }
    QVERIFY(search);
    Drag drag({});
    drag.data.setText(QStringLiteral("DHCPNAK"));
    QVERIFY(drag.dropOn(search));
    QCOMPARE(search->text(), QStringLiteral("DHCPNAK"));
}

void TestDropping::whatIsNoFileIsLeftAlone()
{
    Desk desk;
    Drag drag({});
    drag.data.setUrls({QUrl(QStringLiteral("https://example.org/a.pcap"))});
    QVERIFY(!drag.dropOn(desk.window.get()));
    QVERIFY(!desk.window->findChild<QWidget*>(QStringLiteral("dropOverlay"))->isVisible());
}

void TestDropping::theSameFileTwiceIsTold()
{
    Desk desk;
    QVERIFY(Drag({sampleFile("SEP001E7A24429A.log")}).dropOn(desk.window.get()));
    QVERIFY(hasSources(desk, 1));
    QVERIFY(Drag({sampleFile("SEP001E7A24429A.log")}).dropOn(desk.window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(desk.shows(QStringLiteral("1 already in the case")), patience);
    QVERIFY(desk.shows(QStringLiteral("The same file is already in the case, as SEP001E7A24429A.log.")));
    QCOMPARE(desk.session.analysis()->sources.size(), 1U);
}

void TestDropping::laterOnesAreShownAsTheFirst()
{
    Desk desk;
    auto* timeline = desk.window->findChild<TimelineView*>();
    QVERIFY(Drag({sampleFile("ntp-status-cucm-pub.txt")}).dropOn(desk.window.get()));
    QVERIFY(hasSources(desk, 1));
    const std::size_t before = timeline->scene().lanes.size();
    QVERIFY(Drag({sampleFile("span-dc1.pcap")}).dropOn(timeline->parentWidget()->window()));
    QVERIFY(hasSources(desk, 2));
    QVERIFY(timeline->scene().lanes.size() > before);
    QCOMPARE(desk.tabs()->tabText(2), QStringLiteral("Sources 2"));
}

void TestDropping::whileAnImportIsRunning()
{
    const auto gate = std::make_shared<Gate>();
    Engine engine;
    engine.import = [gate](CaseFile& file, const EvidenceItem& item, ImportMonitor& monitor,
                           const std::stop_token& stop) {
        if (item.path.starts_with("SEP"))
            gate->pass();
        return importOne(file, item, monitor, stop);
    };
    Desk desk(engine);
    QVERIFY(Drag({sampleFile("SEP001E7A24429A.log")}).dropOn(desk.window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(desk.shows(QStringLiteral("Reading file 1 of 1")), patience);
    QVERIFY(Drag({sampleFile("ntp-status-cucm-pub.txt")}).dropOn(desk.window.get()));
    gate->open();
    QVERIFY(hasSources(desk, 2));
}

QTEST_MAIN(TestDropping)
#include "tst_dropping.moc"
