// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace whittle
{

/// One statement of a deployment description: an object at a known path ("cluster.nodes[]") that becomes one
/// event.
struct SiteStatement {
    std::string_view path{};
    std::string_view kind{};
    std::string_view members{}; ///< paths below it, separated by blanks
};

/// The statement at that path; null when none is known there.
const SiteStatement* siteStatement(std::string_view path);

/// Whether the description is known to have something at that path: a statement, what holds statements, or a
/// member of one.
bool isSitePath(std::string_view path);

/// Whether `member` ("passwordPolicy.length") is one that the statement is known to have.
bool hasMember(const SiteStatement& statement, std::string_view member);

/// "passwordPolicy.specialChars" → "password-policy-special-chars", "device_pool" → "device-pool".
std::string siteFieldName(std::string_view member);

/// Whether a member holds a password itself, which no case may keep (its length and letters are no secret).
bool isSecret(std::string_view fieldName);

} // namespace whittle
