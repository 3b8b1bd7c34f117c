// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/instruction.h"

namespace whittle
{

std::vector<InstructionPart> instructionParts(const QString& instruction)
{
    std::vector<InstructionPart> parts;
    const auto add = [&](qsizetype from, qsizetype to, bool isCommand) {
        if (to > from)
            parts.push_back({instruction.mid(from, to - from), isCommand});
    };
    qsizetype at = 0;
    while (at < instruction.size()) {
        const qsizetype open = instruction.indexOf(u'`', at);
        const qsizetype close = open < 0 ? -1 : instruction.indexOf(u'`', open + 1);
        if (close < 0)
            break;
        add(at, open, false);
        add(open + 1, close, true);
        at = close + 1;
    }
    add(at, instruction.size(), false);
    return parts;
}

QString plainInstruction(const QString& instruction)
{
    QString text;
    for (const InstructionPart& part : instructionParts(instruction))
        text += part.text;
    return text;
}

} // namespace whittle
