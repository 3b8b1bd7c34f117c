// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTest>

#include "models/narrowing/knowledge.h"
#include "models/narrowing/translatable.h"

using namespace whittle;

namespace
{

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<Knowledge> shippedKnowledge()
{
    KnowledgeFiles files;
    const QDir folder(QStringLiteral(WHITTLE_SOURCE_DIR "/resources/knowledge"));
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}))
        files[name.toStdString()] = readAll(folder.filePath(name)).toStdString();
    return loadKnowledge(files);
}

QByteArray escaped(QByteArray text)
{
    return text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

QByteArray asSource(const Knowledge& knowledge)
{
    QByteArray source = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
                        "// Made from resources/knowledge by tests/translations/tst_knowledgestrings.cpp, so "
                        "that the texts of the knowledge are\n"
                        "// extracted for translation like any other. Not compiled.\n"
                        "const char* const knowledgeStrings[] = {\n";
    for (const std::string& text : translatableTexts(knowledge))
        source +=
            "    QT_TRANSLATE_NOOP(\"knowledge\", \"" + escaped(QByteArray::fromStdString(text)) + "\"),\n";
    return source + "};\n";
}

} // namespace

/// translations/knowledge_strings.cpp holds every text of the knowledge. When it does not: run this test with
/// WHITTLE_UPDATE=1, then build the target update_translations.
class TestKnowledgeStrings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsExtracted()
    {
        const auto knowledge = shippedKnowledge();
        QVERIFY2(knowledge.hasValue(), knowledge ? "" : toText(knowledge.error()).c_str());
        const QString path = QStringLiteral(WHITTLE_SOURCE_DIR "/translations/knowledge_strings.cpp");
        const QByteArray expected = asSource(*knowledge);
        if (qEnvironmentVariableIsSet("WHITTLE_UPDATE")) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(expected);
        }
        QVERIFY(expected.size() > 10'000);
        QCOMPARE(readAll(path), expected);
    }
};

QTEST_GUILESS_MAIN(TestKnowledgeStrings)
#include "tst_knowledgestrings.moc"
