// SPDX-License-Identifier: GPL-3.0-or-later
// README and CONTRIBUTING say where things are and what to type. These tests notice when that stops being so.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QtTest>

namespace
{

QString inTree(const QString& path)
{
    return QStringLiteral(WHITTLE_SOURCE_DIR "/") + path;
}

QString textOf(const QString& path)
{
    QFile file(inTree(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList captured(const QString& text, const QString& pattern)
{
    QStringList found;
    auto matches = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
    while (matches.hasNext())
        found += matches.next().captured(1);
    return found;
}

/// Also for names with a star, of which one is enough.
bool exists(const QString& path)
{
    const QFileInfo info(inTree(path));
    if (!path.contains(QLatin1Char('*')))
        return info.exists();
    return !info.dir().entryList({info.fileName()}).isEmpty();
}

void forEveryDocument()
{
    QTest::addColumn<QString>("text");
    for (const char* name : {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"})
        QTest::newRow(name) << textOf(QLatin1String(name));
}

} // namespace

class tst_Documents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksLeadSomewhere_data() { forEveryDocument(); }
    void linksLeadSomewhere();
    void pathsExist_data() { forEveryDocument(); }
    void pathsExist();
    void scriptsCanBeRun_data() { forEveryDocument(); }
    void scriptsCanBeRun();
    void commandsAreKnown_data() { forEveryDocument(); }
    void commandsAreKnown();
    void presetsExist_data() { forEveryDocument(); }
    void presetsExist();
    void oneListOfPackages();
    void everySourceCarriesItsLicence();
};

void tst_Documents::linksLeadSomewhere()
{
    QFETCH(const QString, text);
    QVERIFY(!text.isEmpty());
    for (const QString& link : captured(text, QStringLiteral(R"(\]\(([^)#:]+)\))")))
        QVERIFY2(exists(link), qPrintable(link));
}

void tst_Documents::pathsExist()
{
    QFETCH(const QString, text);
    const QStringList paths =
        captured(text,
                 QStringLiteral(
                     "`((?:\\.ci|app|cmake|docs|models|resources|tests|translations|widgets)/[\\w./*-]*)`"));
    for (const QString& path : paths)
        QVERIFY2(exists(path), qPrintable(path));
}

void tst_Documents::scriptsCanBeRun()
{
    QFETCH(const QString, text);
    for (const QString& script : captured(text, QStringLiteral(R"(^    ((?:app|tests|\.ci)/\S+))")))
        QVERIFY2(QFileInfo(inTree(script)).isExecutable(), qPrintable(script));
}

void tst_Documents::commandsAreKnown()
{
    QFETCH(const QString, text);
    const QString program = textOf(QStringLiteral("app/commandline.cpp"));
    QVERIFY(!program.isEmpty());
    for (const QString& verb : captured(text, QStringLiteral("whittle ([a-z]+|--[a-z]+)[ `\\n]")))
        QVERIFY2(program.contains(QLatin1Char('"') + verb + QLatin1Char('"')), qPrintable(verb));
}

void tst_Documents::presetsExist()
{
    QFETCH(const QString, text);
    const QString presets = textOf(QStringLiteral("CMakePresets.json"));
    for (const QString& preset : captured(text, QStringLiteral("--preset ([a-z]+)")))
        QVERIFY2(presets.contains(QStringLiteral("\"name\": \"%1\"").arg(preset)), qPrintable(preset));
}

void tst_Documents::oneListOfPackages()
{
    for (const char* script : {"app/run.sh", "tests/run.sh"})
        QVERIFY2(textOf(QLatin1String(script)).contains(QLatin1String("app/install-packages.sh")), script);
    QVERIFY(textOf(QStringLiteral(".ci/run")).contains(QLatin1String("tests/run.sh")));
    for (const QString& line : textOf(QStringLiteral("app/packages-debian.txt")).split(QLatin1Char('\n'))) {
        static const QRegularExpression known(QStringLiteral("^(#.*|(build|test) [a-z0-9.+-]+|)$"));
        QVERIFY2(known.match(line).hasMatch(), qPrintable(line));
    }
}

void tst_Documents::everySourceCarriesItsLicence()
{
    int seen = 0;
    for (const char* folder : {"app", "cmake", "models", "tests", "translations", "widgets"}) {
        QDirIterator files(inTree(QLatin1String(folder)),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h"), QStringLiteral("*.sh"),
                            QStringLiteral("*.cmake"), QStringLiteral("CMakeLists.txt")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            QVERIFY2(file.read(200).contains("SPDX-License-Identifier: GPL-3.0-or-later"),
                     qPrintable(file.fileName()));
            ++seen;
        }
    }
    QVERIFY(seen > 100);
}

QTEST_GUILESS_MAIN(tst_Documents)
#include "tst_documents.moc"
