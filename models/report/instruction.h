// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

namespace whittle
{

/// A piece of an instruction: words to read, or a command to type.
struct InstructionPart {
    QString text;
    bool isCommand = false;
    bool operator==(const InstructionPart&) const = default;
};

/// The knowledge sets commands between backticks: "Run `utils ntp status` on the publisher." All of it in
/// order; a backtick without a second one is a character like any other.
std::vector<InstructionPart> instructionParts(const QString& instruction);

/// The same as plain text.
QString plainInstruction(const QString& instruction);

} // namespace whittle
