// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/narrowing/wording.h"

using namespace whittle;

class TestWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsParameters_data();
    void fillsParameters();
    void fillsArgumentsByNumber();
    void findsPlaceholders();
};

void TestWording::fillsParameters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("filled");
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("no placeholder") << "plain"
                                    << "plain";
    QTest::newRow("one") << "{server} refuses"
                         << "10.2.1.5 refuses";
    QTest::newRow("two, the end too") << "{count} by {server}"
                                      << "11 by 10.2.1.5";
    QTest::newRow("without a value") << "{who} refuses"
                                     << "{who} refuses";
    QTest::newRow("never closed") << "{server"
                                  << "{server";
    QTest::newRow("closed only") << "server}"
                                 << "server}";
    QTest::newRow("a value is not filled again") << "{tricky}"
                                                 << "{count}";
}

void TestWording::fillsParameters()
{
    QFETCH(QString, text);
    QFETCH(QString, filled);
    const std::map<std::string, std::string> values{
        {"server", "10.2.1.5"}, {"count", "11"}, {"tricky", "{count}"}};
    QCOMPARE(QString::fromStdString(fillIn(text.toStdString(), values)), filled);
}

void TestWording::fillsArgumentsByNumber()
{
    const std::vector<std::string> arguments{"a.pcap", "pcap"};
    QCOMPARE(fillIn("{0} is {1}, not {2}", arguments), std::string("a.pcap is pcap, not {2}"));
}

void TestWording::findsPlaceholders()
{
    QCOMPARE(placeholders("{a} and {b-c} and {a}"), (std::vector<std::string>{"a", "b-c", "a"}));
    QVERIFY(placeholders("none").empty());
}

QTEST_APPLESS_MAIN(TestWording)
#include "tst_wording.moc"
