// SPDX-License-Identifier: GPL-3.0-or-later
// With the sanitizers g++ 12 wrongly warns of std::regex, which the schema library instantiates.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <algorithm>
#include <set>

#include <QTest>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "models/narrowing/wording.h"
#include "tests/narrowing/files.h"

using namespace whittle;

namespace
{
QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

Knowledge product()
{
    return loadKnowledge(test::productFiles()).value();
}

/// Empty when the document follows the schema.
std::string schemaErrors(const std::string& schemaText, const std::string& document)
{
    const auto schemaJson = nlohmann::json::parse(schemaText);
    const auto json = nlohmann::json::parse(document);
    valijson::Schema schema;
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(schemaJson), schema);
    valijson::ValidationResults results;
    valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(json), &results);
    std::string errors;
    for (const auto& error : results) {
        for (const auto& part : error.context)
            errors += part;
        errors += ": " + error.description + '\n';
    }
    return errors;
}
} // namespace

class TestKnowledge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badFolder_data();
    void badFolder();
    void missingFile();
    void minimalFilesAreGood();
    void productLoads();
    void productFollowsSchema_data();
    void productFollowsSchema();
    void schemaRefusesOtherMembers();
    void tenSymptomsSomeCovered();
    void questionsAreTiedToChecks();
    void everyFieldIsRead();
    void evidenceAnswersWhatItSaysItDoes();
    void wordsAreTheSevenOnes();
    void lookUpsFindNothingForUnknownIds();
};

void TestKnowledge::badFolder_data()
{
    QTest::addColumn<QString>("folder");
    for (const auto& entry :
         std::filesystem::directory_iterator(test::sourceFolder() / "tests/bad-data/knowledge"))
        QTest::newRow(entry.path().filename().c_str()) << text(entry.path().string());
}

void TestKnowledge::badFolder()
{
    QFETCH(QString, folder);
    const std::filesystem::path path = folder.toStdString();
    auto files = test::minimalFiles();
    test::addFolder(files, path);
    const auto knowledge = loadKnowledge(files);
    QVERIFY(!knowledge);
    QCOMPARE(knowledge.error().code, ErrorCode::Malformed);
    QCOMPARE(text(toText(knowledge.error()) + '\n'), text(test::content(path / "expected.txt")));
}

void TestKnowledge::missingFile()
{
    auto files = test::minimalFiles();
    files.erase("symptoms.json");
    const auto knowledge = loadKnowledge(files);
    QVERIFY(!knowledge);
    QCOMPARE(knowledge.error().code, ErrorCode::NotFound);
    QCOMPARE(text(toText(knowledge.error())), QStringLiteral("symptoms.json: the file is missing"));
}

void TestKnowledge::minimalFilesAreGood()
{
    const auto knowledge = loadKnowledge(test::minimalFiles());
    QVERIFY2(knowledge, knowledge ? "" : toText(knowledge.error()).c_str());
}

void TestKnowledge::productLoads()
{
    const auto knowledge = loadKnowledge(test::productFiles());
    QVERIFY2(knowledge, knowledge ? "" : toText(knowledge.error()).c_str());
}

void TestKnowledge::productFollowsSchema_data()
{
    QTest::addColumn<QString>("name");
    for (const auto& [name, unused] : test::productFiles())
        QTest::newRow(name.c_str()) << text(name);
}

void TestKnowledge::productFollowsSchema()
{
    QFETCH(QString, name);
    auto schema = name;
    schema.replace(QStringLiteral(".json"), QStringLiteral(".schema.json"));
    const auto schemaText = test::content(test::sourceFolder() / "resources/schema" / schema.toStdString());
    QVERIFY(!schemaText.empty());
    QCOMPARE(text(schemaErrors(schemaText, test::productFiles().at(name.toStdString()))), QString());
}

void TestKnowledge::schemaRefusesOtherMembers()
{
    const auto schema = test::content(test::sourceFolder() / "resources/schema/causes.schema.json");
    QVERIFY(!schemaErrors(schema, R"({"schema": 1, "causes": [], "more": 1})").empty());
    QVERIFY(!schemaErrors(schema, R"({"schema": 2, "causes": []})").empty());
    QVERIFY(!schemaErrors(schema, R"({"schema": 1, "causes": [{"id": "x"}]})").empty());
}

void TestKnowledge::tenSymptomsSomeCovered()
{
    const auto knowledge = product();
    QCOMPARE(knowledge.symptoms.size(), 10u);
    const std::set<std::string> covered{"phone-resets", "phone-not-registering", "wrong-time",
                                        "ntp-not-synchronising"};
    for (const auto& symptom : knowledge.symptoms)
        QCOMPARE(symptom.covered, covered.contains(symptom.id));
    QCOMPARE(knowledge.symptom("phone-resets")->causes.size(), 13u);
}

void TestKnowledge::questionsAreTiedToChecks()
{
    const auto knowledge = product();
    QCOMPARE(knowledge.question("dhcp-renewal-refused")->check, std::string("dhcp-renewal-refused"));
    QCOMPARE(knowledge.question("phone-reboots")->check, std::string("address-given-up-before-reset"));
    QCOMPARE(knowledge.question("all-phones")->check, std::string("all-phones-suffer"));
    QCOMPARE(knowledge.question("lease-hours")->check, std::string("lease-length"));
    QCOMPARE(knowledge.question("display-dark")->check, std::string());
}

void TestKnowledge::everyFieldIsRead()
{
    const auto knowledge = loadKnowledge(test::minimalFiles()).value();
    const auto& question = *knowledge.question("phone-reboots");
    QCOMPARE(question.minutes, 2);
    QCOMPARE(question.trust, 0.9);
    QCOMPARE(question.yes.at("dhcp.nak"), Word::Usually);
    QCOMPARE(knowledge.question("period-hours")->type, AnswerType::Number);
    QCOMPARE(knowledge.question("period-hours")->follows, std::string("phone-reboots"));
    QCOMPARE(knowledge.question("period-fits")->fits->of, std::string("lease-hours"));
    QCOMPARE(knowledge.question("period-fits")->fits->multiples, std::vector{0.5});
    QVERIFY(!knowledge.question("refused")->askPerson);
    QVERIFY(knowledge.check("refused")->proves);
    QCOMPARE(knowledge.check("refused")->clears, std::string("C"));
    QVERIFY(knowledge.check("refused")->finding);
    QVERIFY(!knowledge.check("all-suffer")->finding);
    QCOMPARE(knowledge.symptoms[0].sufferCheck, std::string("all-suffer"));
    QCOMPARE(knowledge.symptoms[0].causes[1].prior, 0.3);
    QCOMPARE(knowledge.refinementOf("dhcp.nak")->title, std::string("T"));
    QCOMPARE(knowledge.refinementOf("dhcp.nak")->causes[0].prior, 0.5);
    QCOMPARE(knowledge.refinementOf("dhcp.nak")->questions, std::vector<std::string>{"phone-reboots"});
    QCOMPARE(knowledge.collectable("phone_side")->minutes, 20);
    QCOMPARE(knowledge.collectable("phone_side")->answers, std::vector<std::string>{"refused"});
    QCOMPARE(knowledge.messages.at("import.empty-file"), std::string("The file {0} is empty."));
}

void TestKnowledge::evidenceAnswersWhatItSaysItDoes()
{
    const auto knowledge = product();
    for (const auto& check : knowledge.checks) {
        const auto lists = [&](const Collectable& c) { return std::ranges::count(c.answers, check.id) > 0; };
        QVERIFY2(std::ranges::any_of(knowledge.collect, lists), check.id.c_str());
    }
}

void TestKnowledge::wordsAreTheSevenOnes()
{
    double last = 0;
    for (const auto* word : {"never", "rarely", "sometimes", "even", "often", "usually", "always"}) {
        QCOMPARE(text(toText(wordFromText(word).value())), text(word));
        QVERIFY(probability(*wordFromText(word)) > last);
        last = probability(*wordFromText(word));
    }
    QVERIFY(last < 1);
    QCOMPARE(probability(Word::Even), 0.5);
    QVERIFY(!wordFromText("Often"));
    QVERIFY(!wordFromText(""));
}

void TestKnowledge::lookUpsFindNothingForUnknownIds()
{
    const auto knowledge = product();
    QVERIFY(!knowledge.cause("other"));
    QVERIFY(!knowledge.question(""));
    QVERIFY(!knowledge.symptom("no-such"));
    QVERIFY(!knowledge.refinementOf("other"));
    QVERIFY(!knowledge.refinementOf("phone-resets"));
    QVERIFY(!knowledge.check("no-such"));
    QVERIFY(!knowledge.collectable("no-such"));
}

QTEST_APPLESS_MAIN(TestKnowledge)
#include "tst_knowledge.moc"
