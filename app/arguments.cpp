// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include <algorithm>

namespace whittle
{

std::string Arguments::value(const std::string& option) const
{
    const auto [begin, end] = options.equal_range(option);
    return begin == end ? std::string() : std::prev(end)->second;
}

std::vector<std::string> Arguments::values(const std::string& option) const
{
    std::vector<std::string> all;
    const auto [begin, end] = options.equal_range(option);
    for (auto it = begin; it != end; ++it)
        all.push_back(it->second);
    return all;
}

Result<Arguments> parseArguments(std::span<char* const> words, std::span<const std::string_view> withValue,
                                 std::span<const std::string_view> flags)
{
    Arguments arguments;
    bool optionsEnded = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string word = words[i];
        if (optionsEnded || word.size() < 2 || word.front() != '-') {
            arguments.positional.push_back(word);
        } else if (word == "--") {
            optionsEnded = true;
        } else if (std::ranges::find(flags, word) != flags.end()) {
            arguments.options.emplace(word, "");
        } else if (std::ranges::find(withValue, word) == withValue.end()) {
            return Error{ErrorCode::Usage, "there is no option " + word};
        } else if (i + 1 == words.size() || *words[i + 1] == '\0') {
            return Error{ErrorCode::Usage, word + " needs a value"};
        } else {
            arguments.options.emplace(word, words[++i]);
        }
    }
    return arguments;
}

} // namespace whittle
