// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/knowledge.h"

#include <algorithm>
#include <array>

namespace whittle
{

namespace
{
struct WordRow {
    Word word;
    std::string_view text;
    double probability;
};

// As odds: even 1 to 1, often 3 to 1, usually 12 to 1, always 500 to 1, and the other half mirrored. Steps
// that a person can tell apart; one "never" weighs as much as two and a half "rarely".
constexpr std::array words{
    WordRow{Word::Never, "never", 0.002},        WordRow{Word::Rarely, "rarely", 0.08},
    WordRow{Word::Sometimes, "sometimes", 0.25}, WordRow{Word::Even, "even", 0.5},
    WordRow{Word::Often, "often", 0.75},         WordRow{Word::Usually, "usually", 0.92},
    WordRow{Word::Always, "always", 0.998},
};

const WordRow& row(Word word)
{
    return words[static_cast<std::size_t>(word)];
}
} // namespace

std::optional<Word> wordFromText(std::string_view text)
{
    const auto found = std::ranges::find(words, text, &WordRow::text);
    return found == words.end() ? std::nullopt : std::optional{found->word};
}

std::string_view toText(Word word)
{
    return row(word).text;
}

double probability(Word word)
{
    return row(word).probability;
}

} // namespace whittle
