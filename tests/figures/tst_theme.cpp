// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "widgets/figures/theme.h"

using namespace whittle;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfWcag();
    void textCanBeRead_data();
    void textCanBeRead();
    void barsStandOut_data();
    void barsStandOut();
    void paletteHasTheColours();

private:
    void addThemes();
};

Q_DECLARE_METATYPE(Theme)

void TestTheme::addThemes()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::light();
    QTest::newRow("dark") << Theme::darkTheme();
    QTest::newRow("print") << Theme::print();
}

void TestTheme::contrastIsThatOfWcag()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(std::abs(contrast(QColor(0x777777), Qt::white) - 4.48) < 0.01);
}

void TestTheme::textCanBeRead_data()
{
    addThemes();
}

void TestTheme::textCanBeRead()
{
    QFETCH(Theme, theme);
    const QColor texts[] = {theme.text, theme.dim, theme.faint, theme.accent, theme.bad,
                            theme.warn, theme.ok,  theme.lease, theme.strike};
    for (const QColor& text : texts) {
        QVERIFY2(contrast(text, theme.panel) >= 4.5, qPrintable(text.name()));
        QVERIFY2(contrast(text, theme.background) >= 4.5, qPrintable(text.name()));
    }
    // What is written on the selected lane.
    for (const QColor& text : {theme.text, theme.dim, theme.accent, theme.bad, theme.warn, theme.ok})
        QVERIFY2(contrast(text, theme.soft) >= 4.5, qPrintable(text.name()));
    QVERIFY(contrast(theme.onAccent, theme.accent) >= 4.5);
    QVERIFY(contrast(theme.onRegistered, theme.registered) >= 4.5);
    QVERIFY(contrast(theme.lease, theme.leaseSoft) >= 4.5);
}

void TestTheme::barsStandOut_data()
{
    addThemes();
}

void TestTheme::barsStandOut()
{
    QFETCH(Theme, theme);
    QVERIFY(contrast(theme.registered, theme.panel) >= 3);
    QVERIFY(contrast(theme.bad, theme.soft) >= 3);
    QVERIFY(contrast(theme.ok, theme.leaseSoft) >= 3);
}

void TestTheme::paletteHasTheColours()
{
    const Theme theme = Theme::darkTheme();
    QCOMPARE(theme.palette().color(QPalette::Window), theme.background);
    QCOMPARE(theme.palette().color(QPalette::Text), theme.text);
    QCOMPARE(theme.palette().color(QPalette::Highlight), theme.accent);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
