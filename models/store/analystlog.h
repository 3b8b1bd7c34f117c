// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/base/result.h"
#include "models/store/caserows.h"

namespace whittle
{

class Database;

/// One thing that the analyst can say: an answer, a setting, a mark. `key` is the question, the setting's
/// key, or the source of the mark; `place` and `event` tell where the mark is.
struct Saying {
    ActionRow::What what{};
    std::string key{};
    std::int64_t place = 0;
    std::int64_t event = 0;
};
Saying sayingOf(const EventRef& ref);

/// Changes what was said (empty: there is no such thing any more) and remembers in table `action` what was
/// there before. A change that changes nothing leaves no trace. To be called inside a transaction.
Result<void> say(Database& database, const Saying& saying, const std::optional<std::string>& text);
/// The same, not to be taken back.
Result<void> saySilently(Database& database, const Saying& saying, const std::optional<std::string>& text);
/// Takes the last change back and forgets it; empty when there is none.
Result<std::optional<ActionRow>> takeLastBack(Database& database);
Result<std::optional<ActionRow>> lastAction(const Database& database);
/// What was done to the marks of a source that is taken out cannot be taken back.
inline constexpr const char* whereMarkOfSource = "action WHERE what = 'mark' AND CAST(key AS INTEGER)";

} // namespace whittle
