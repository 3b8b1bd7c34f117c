// SPDX-License-Identifier: GPL-3.0-or-later
// What the rooms without a language say in sentences of their own stands among the phrases of the knowledge,
// so that the window can say it in other languages.
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

namespace
{

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList phrases()
{
    const QByteArray json =
        contentOf(QStringLiteral(WHITTLE_SOURCE_DIR "/resources/knowledge/messages.json"));
    QStringList list;
    for (const QJsonValue& phrase :
         QJsonDocument::fromJson(json).object().value(QStringLiteral("phrases")).toArray())
        list << phrase.toString();
    return list;
}

/// Where sentences begin: reasons and remedies of errors, why a format was chosen, what foreign files are.
const QRegularExpression& beginnings()
{
    static const QRegularExpression pattern(QStringLiteral(
        R"re((?:ErrorCode::\w+,\s*|remedy = |eadOnlyReason =\s*|\breason = |return \{(?:100|0|nullptr),\s*|)re"
        R"re(\{\}, \{\}, |"sv,\s*)(?:std::string\()?"([^"\\]{3,})")re"));
    return pattern;
}

/// The texts of developers, about damage that only a bug makes.
bool isForDevelopers(const QString& text)
{
    return text.contains(QLatin1String("no row for")) || text.contains(QLatin1String("SELECT"));
}

bool isPhrase(const QStringList& phrases, const QString& text)
{
    return std::any_of(phrases.begin(), phrases.end(), [&](const QString& phrase) {
        return phrase == text || (phrase.startsWith(text) && !text.contains(QLatin1Char('{')));
    });
}

} // namespace

class TestPhrases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentencesOfTheCodeAreKnown_data();
    void sentencesOfTheCodeAreKnown();
    void aForgottenOneIsFound();
    void noPhraseFitsEverything();
    void nothingStandsTwice();
};

void TestPhrases::sentencesOfTheCodeAreKnown_data()
{
    QTest::addColumn<QString>("room");
    for (const char* room : {"base", "store", "evidence", "capture", "formats", "import"})
        QTest::newRow(room) << QStringLiteral(WHITTLE_SOURCE_DIR "/models/") + QLatin1String(room);
}

void TestPhrases::sentencesOfTheCodeAreKnown()
{
    QFETCH(QString, room);
    const QStringList known = phrases();
    QDirIterator files(room, {QStringLiteral("*.cpp")}, QDir::Files);
    QVERIFY(files.hasNext());
    while (files.hasNext()) {
        const QString path = files.next();
        auto found = beginnings().globalMatch(QString::fromUtf8(contentOf(path)));
        while (found.hasNext()) {
            const QString text = found.next().captured(1);
            QVERIFY2(
                isForDevelopers(text) || isPhrase(known, text),
                qPrintable(
                    QStringLiteral("%1: \"%2\" is not among the phrases of messages.json").arg(path, text)));
        }
    }
}

void TestPhrases::aForgottenOneIsFound()
{
    const auto found =
        beginnings().match(QStringLiteral("Error{ErrorCode::Io, \"nobody translates me\", path}"));
    QCOMPARE(found.captured(1), QStringLiteral("nobody translates me"));
    QVERIFY(!isPhrase(phrases(), found.captured(1)));
}

void TestPhrases::noPhraseFitsEverything()
{
    for (QString phrase : phrases()) {
        const QString own = phrase.remove(QRegularExpression(QStringLiteral(R"re(\{[^}]*\})re")));
        QVERIFY2(own.contains(QRegularExpression(QStringLiteral("[a-z]{2}"))), qPrintable(phrase));
    }
}

/// Of two members of one name JSON takes the last; merged branches leave such pairs behind.
void TestPhrases::nothingStandsTwice()
{
    const QString json =
        QString::fromUtf8(contentOf(QStringLiteral(WHITTLE_SOURCE_DIR "/resources/knowledge/messages.json")));
    static const QRegularExpression member(QStringLiteral(R"re(^ +"([a-z0-9.-]+)": )re"),
                                           QRegularExpression::MultilineOption);
    QSet<QString> ids;
    auto found = member.globalMatch(json);
    while (found.hasNext()) {
        const QString id = found.next().captured(1);
        QVERIFY2(!ids.contains(id), qPrintable(id));
        ids.insert(id);
    }
    QVERIFY(ids.size() > 50);
}

QTEST_APPLESS_MAIN(TestPhrases)
#include "tst_phrases.moc"
