// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPointer>
#include <QProcess>
#include <QSpinBox>

#include "app/bundlesettings.h"
#include "app/window.h"
#include "tests/shell/desk.h"
#include "widgets/shell/settingswindow.h"

using namespace whittle;
using namespace whittle::test;

class TestSettingsWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsSet();
    void everyFieldIsNamedAndBounded();
    void savesOnlyWhatWasTouched();
    void restoresDefaults();
    void cancelChangesNothing();
    void opensByKeyOnceAndSetsTheTheme();
    void limitsAreKeptAndCountForTheNextFile();
    void numbersBeyondAllBoundsAreTheLargest();
};

namespace
{

template <typename Field>
Field* field(const QWidget& window, const char* name)
{
    for (Field* one : window.findChildren<Field*>()) {
        if (one->accessibleName() == QLatin1String(name))
            return one;
    }
    return nullptr;
}

QPushButton* button(const QWidget& window, const char* text)
{
    for (QPushButton* one : window.findChildren<QPushButton*>()) {
        if (one->text() == QLatin1String(text))
            return one;
    }
    return nullptr;
}

/// The window, and what it gave when it was saved.
struct Settings {
    explicit Settings(const BundleLimits& limits)
        : window(new SettingsWindow(ThemeChoice::Light, limits))
    {
        QObject::connect(window, &SettingsWindow::limitsChosen,
                         [this](const BundleLimits& limits_) { saved = limits_; });
        QObject::connect(window, &SettingsWindow::themeChosen,
                         [this](ThemeChoice choice) { theme = choice; });
    }
    ~Settings() { delete window; }

    QPointer<SettingsWindow> window;
    std::optional<BundleLimits> saved;
    std::optional<ThemeChoice> theme;
};

} // namespace

void TestSettingsWindow::showsWhatIsSet()
{
    BundleLimits limits;
    limits.members = 7;
    limits.totalBytes = std::uint64_t{5} << 30;
    const Settings settings(limits);
    QCOMPARE(field<QSpinBox>(*settings.window, "Files in an archive")->value(), 7);
    QCOMPARE(field<QDoubleSpinBox>(*settings.window, "Total unpacked size")->value(), 5.0);
    QVERIFY(field<QDoubleSpinBox>(*settings.window, "Total unpacked size")
                ->text()
                .endsWith(QStringLiteral(" GiB")));
    QCOMPARE(field<QSpinBox>(*settings.window, "Archives within each other")->value(), 6);
    QCOMPARE(field<QComboBox>(*settings.window, "Theme")->currentText(), QStringLiteral("Light"));
}

void TestSettingsWindow::everyFieldIsNamedAndBounded()
{
    const Settings settings({});
    const auto fields = settings.window->findChildren<QAbstractSpinBox*>();
    QCOMPARE(fields.size(), 6);
    for (const QAbstractSpinBox* one : fields)
        QVERIFY(!one->accessibleName().isEmpty() && one->toolTip().contains(QStringLiteral("usually")));
    QCOMPARE(field<QSpinBox>(*settings.window, "Files in an archive")->minimum(), 1);
}

void TestSettingsWindow::savesOnlyWhatWasTouched()
{
    BundleLimits limits;
    limits.totalBytes = 12'345'678; // no field shows that exactly
    Settings settings(limits);
    field<QSpinBox>(*settings.window, "Archives within each other")->setValue(3);
    field<QDoubleSpinBox>(*settings.window, "Memory to unpack it")->setValue(512);
    button(*settings.window, "Save")->click();
    QVERIFY(settings.saved && settings.theme == ThemeChoice::Light);
    QCOMPARE(settings.saved->depth, 3U);
    QCOMPARE(settings.saved->memory, std::uint64_t{512} << 20);
    QCOMPARE(settings.saved->totalBytes, std::uint64_t{12'345'678});
}

void TestSettingsWindow::restoresDefaults()
{
    BundleLimits limits;
    limits.members = 7;
    limits.freeBytes = 1;
    Settings settings(limits);
    button(*settings.window, "Restore defaults")->click();
    QVERIFY(!settings.saved);
    button(*settings.window, "Save")->click();
    QCOMPARE(settings.saved->members, BundleLimits().members);
    QCOMPARE(settings.saved->freeBytes, BundleLimits().freeBytes);
    QVERIFY(settings.theme == ThemeChoice::System);
}

void TestSettingsWindow::cancelChangesNothing()
{
    Settings settings({});
    field<QSpinBox>(*settings.window, "Compression")->setValue(3);
    button(*settings.window, "Cancel")->click();
    QVERIFY(!settings.saved && !settings.theme);
}

void TestSettingsWindow::opensByKeyOnceAndSetsTheTheme()
{
    Desk desk;
    QAction* action = desk.menuAction(QStringLiteral("Settings…"));
    QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    action->trigger();
    action->trigger();
    QCOMPARE(desk.window->findChildren<SettingsWindow*>().size(), 1);
    auto* settings = desk.window->findChild<SettingsWindow*>();
    QVERIFY(settings->isVisible() && !settings->isModal());
    auto* theme = field<QComboBox>(*settings, "Theme");
    theme->setCurrentIndex(theme->findText(QStringLiteral("Dark")));
    button(*settings, "Save")->click();
    QCOMPARE(desk.settings.value(QStringLiteral("window/theme")).toString(), QStringLiteral("dark"));
}

void TestSettingsWindow::limitsAreKeptAndCountForTheNextFile()
{
    const QTemporaryDir folder;
    const QString text = folder.filePath(QStringLiteral("a.txt"));
    QVERIFY(QFile::copy(sampleFolder() + QStringLiteral("/ccm00000012.txt"), text));
    QCOMPARE(QProcess::execute(QStringLiteral("gzip"), {text}), 0);
    const QString packed = text + QStringLiteral(".gz");
    const WindowPlaces places = WindowPlaces::standard(folder.path());
    Window window(productKnowledge(), places);
    window.show();
    const auto set = [&](int ratio, double free) {
        for (QAction* one : window.mainWindow().findChildren<QAction*>()) {
            if (one->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_Comma))
                one->trigger();
        }
        auto* settings = window.mainWindow().findChild<SettingsWindow*>();
        field<QSpinBox>(*settings, "Compression")->setValue(ratio);
        field<QDoubleSpinBox>(*settings, "Unpacked whatever the compression")->setValue(free);
        button(*settings, "Save")->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    set(1, 0.5);
    QCOMPARE(bundleLimits(QSettings(places.settingsFile, QSettings::IniFormat)).ratio, std::uint64_t{1});
    window.open({packed});
    const auto& jobs = window.session().imports().jobs();
    QTRY_VERIFY_WITH_TIMEOUT(!jobs.empty() && jobs.front().state == ImportJob::State::Failed, patience);
    set(1000, 64);
    QVERIFY(!QSettings(places.settingsFile, QSettings::IniFormat).contains(QStringLiteral("bundles/ratio")));
    window.open({packed});
    QTRY_COMPARE_WITH_TIMEOUT(window.session().analysis()->sources.size(), 1U, patience);
}

/// Written into the file by hand.
void TestSettingsWindow::numbersBeyondAllBoundsAreTheLargest()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("whittle.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("bundles/depth"), qulonglong{1} << 32);
    settings.setValue(QStringLiteral("bundles/members"), QStringLiteral("none"));
    QCOMPARE(bundleLimits(settings).depth, std::numeric_limits<unsigned>::max());
    QCOMPARE(bundleLimits(settings).members, BundleLimits{}.members);
}

QTEST_MAIN(TestSettingsWindow)
#include "tst_settingswindow.moc"
