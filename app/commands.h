// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace whittle
{

// One command each: `words` are those behind the verb; the result is the exit code.

/// argc and argv are the whole command line: writing a PDF needs a QApplication.
int runAnalyze(int argc, char** argv, std::span<char* const> words);
int runEvents(std::span<char* const> words);
int runSpans(std::span<char* const> words);
int runVerify(std::span<char* const> words);

} // namespace whittle
