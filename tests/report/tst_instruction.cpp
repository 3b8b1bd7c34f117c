// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/report/instruction.h"
#include "models/report/words.h"
#include "reportsample.h"

using namespace whittle;

class TestInstruction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsAreMarked();
    void aLoneBacktickIsACharacter();
    void nothingOfItIsLost();
    void wordsArePlainUnlessAskedFor();
};

void TestInstruction::commandsAreMarked()
{
    const auto parts = instructionParts(QStringLiteral("Run `utils ntp status`, then `show status`."));
    QCOMPARE(parts,
             (std::vector<InstructionPart>{{QStringLiteral("Run "), false},
                                           {QStringLiteral("utils ntp status"), true},
                                           {QStringLiteral(", then "), false},
                                           {QStringLiteral("show status"), true},
                                           {QStringLiteral("."), false}}));
    QVERIFY(instructionParts(QString()).empty());
}

void TestInstruction::aLoneBacktickIsACharacter()
{
    QCOMPARE(plainInstruction(QStringLiteral("a ` b")), QStringLiteral("a ` b"));
    QCOMPARE(plainInstruction(QStringLiteral("`a` ` b")), QStringLiteral("a ` b"));
}

void TestInstruction::nothingOfItIsLost()
{
    QCOMPARE(plainInstruction(QStringLiteral("On it: `show x | include y`.")),
             QStringLiteral("On it: show x | include y."));
}

void TestInstruction::wordsArePlainUnlessAskedFor()
{
    const Knowledge knowledge = reportsample::knowledge();
    const Words words(knowledge, Words::Language::English);
    QCOMPARE(words.fill("Run `ping {host}`.", {{"host", "10.0.0.1"}}), QStringLiteral("Run ping 10.0.0.1."));
    QCOMPARE(words.instruction("Run `ping {host}`.", {{"host", "10.0.0.1"}}),
             QStringLiteral("Run `ping 10.0.0.1`."));
}

QTEST_GUILESS_MAIN(TestInstruction)
#include "tst_instruction.moc"
