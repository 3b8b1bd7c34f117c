// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/narrowing/wording.h"

using namespace whittle;

namespace
{

using Arguments = std::map<std::string, std::string>;

} // namespace

class TestWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsPlaceholders();
    void aPlaceholderIsAValueAReasonOrAChoice();
    void anotherSentenceIsNotThePhrase_data();
    void anotherSentenceIsNotThePhrase();
    void argumentsAreFound_data();
    void argumentsAreFound();
};

void TestWording::findsPlaceholders()
{
    QCOMPARE(placeholders("{a} and {b-c} and {a}"), (std::vector<std::string>{"a", "b-c", "a"}));
    QCOMPARE(placeholders("{0} {0:line|lines} of {1:reason}"), (std::vector<std::string>{"0", "0", "1"}));
    QVERIFY(placeholders("none").empty());
    QVERIFY(placeholders("{never closed").empty());
}

void TestWording::aPlaceholderIsAValueAReasonOrAChoice()
{
    QVERIFY(Placeholder("server").kind == Placeholder::Kind::Value);
    QVERIFY(Placeholder("1:reason").kind == Placeholder::Kind::Reason);
    const Placeholder choice("0:line is|lines are");
    QVERIFY(choice.kind == Placeholder::Kind::Choice);
    QCOMPARE(std::string(choice.name), std::string("0"));
    QCOMPARE(std::string(choice.singular), std::string("line is"));
    QCOMPARE(std::string(choice.plural), std::string("lines are"));
    QCOMPARE(std::string(Placeholder("0:|s").plural), std::string("s"));
}

void TestWording::anotherSentenceIsNotThePhrase_data()
{
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QString>("text");
    QTest::newRow("other words") << "no lines"
                                 << "no line";
    QTest::newRow("more behind it") << "no lines"
                                    << "no lines at all";
    QTest::newRow("other beginning") << "all {0} match"
                                     << "not all 3 match";
    QTest::newRow("other end") << "all {0} match"
                               << "all 3 matched";
    QTest::newRow("nothing for the argument") << "all {0} match"
                                              << "all  match";
    QTest::newRow("nothing at the end") << "its schema is {0}"
                                        << "its schema is ";
    QTest::newRow("empty") << "{0}: {1}"
                           << "";
}

void TestWording::anotherSentenceIsNotThePhrase()
{
    QFETCH(QString, phrase);
    QFETCH(QString, text);
    QVERIFY(!argumentsOf(phrase.toStdString(), text.toStdString()));
}

void TestWording::argumentsAreFound_data()
{
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Arguments>("arguments");
    QTest::newRow("none") << "no lines"
                          << "no lines" << Arguments{};
    QTest::newRow("three") << "{0} of the first {1} lines match; line {2} does not"
                           << "11 of the first 12 lines match; line 3 does not"
                           << Arguments{{"0", "11"}, {"1", "12"}, {"2", "3"}};
    QTest::newRow("at both ends") << "{0}, in {1:reason}"
                                  << "no lines, in gzip, in UTF-16"
                                  << Arguments{{"0", "no lines"}, {"1", "gzip, in UTF-16"}};
}

void TestWording::argumentsAreFound()
{
    QFETCH(QString, phrase);
    QFETCH(QString, text);
    QFETCH(Arguments, arguments);
    QCOMPARE(argumentsOf(phrase.toStdString(), text.toStdString()).value_or(Arguments{}), arguments);
}

QTEST_APPLESS_MAIN(TestWording)
#include "tst_wording.moc"
