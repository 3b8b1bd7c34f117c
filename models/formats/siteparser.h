// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace whittle
{

/// What a deployment description says: its statements in the order of their lines, and what of it was not
/// understood.
struct SiteDescription {
    struct Statement {
        std::string_view kind{};
        std::uint64_t line = 0; ///< of its opening brace
        std::string fields{}; ///< made by FieldWriter
    };

    /// No description nests deeper.
    static constexpr std::size_t maxDepth = 32;
    static constexpr std::size_t maxNamed = 10;

    std::vector<Statement> statements{};
    std::string schema{};
    std::uint64_t outermostMembers = 0; ///< of the known ones
    std::uint64_t knownCount = 0; ///< values of known members
    std::uint64_t unknownCount = 0; ///< members that no description is known to have
    std::vector<std::string> unknownMembers{}; ///< their paths, each once, the first `maxNamed`
    std::uint64_t secretLine = 0; ///< where the first password stands, none of which is kept; 0: nowhere
    std::uint64_t errorLine = 0; ///< from where on it is no JSON, or too deep; 0: nowhere
    bool isTooDeep = false;

    /// Reads up to the first error, or until `stop` is requested. Objects that are not complete there are
    /// left out, but for the outermost.
    static SiteDescription read(std::string_view json, const std::stop_token& stop = {});
};

} // namespace whittle
