// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/analystlog.h"

#include <chrono>

#include "models/store/database.h"

namespace whittle
{

namespace
{

using What = ActionRow::What;

/// Where a kind of saying is kept. ?1 key, ?2 place, ?3 event, ?4 text, ?5 `at`: the ordinal of an answer,
/// the time of a mark.
struct Kept {
    const char* name;
    const char* read;
    const char* write;
    const char* remove;
};

const Kept& keptAs(What what)
{
    static constexpr Kept answer{"answer", "SELECT value, ordinal FROM answer WHERE question = ?1",
                                 "INSERT OR REPLACE INTO answer(question, value, ordinal) VALUES(?1, ?4, ?5)",
                                 "DELETE FROM answer WHERE question = ?1"};
    static constexpr Kept setting{"setting", "SELECT value, 0 FROM setting WHERE key = ?1",
                                  "INSERT OR REPLACE INTO setting(key, value) VALUES(?1, ?4)",
                                  "DELETE FROM setting WHERE key = ?1"};
    static constexpr Kept mark{
        "mark", "SELECT text, set_at FROM mark WHERE source = ?1 AND place = ?2 AND ordinal = ?3",
        "INSERT OR REPLACE INTO mark(source, place, ordinal, text, set_at) VALUES(?1, ?2, ?3, ?4, ?5)",
        "DELETE FROM mark WHERE source = ?1 AND place = ?2 AND ordinal = ?3"};
    switch (what) {
    case What::Answer:
        return answer;
    case What::Setting:
        return setting;
    case What::Mark:
        break;
    }
    return mark;
}

What whatOf(std::string_view name)
{
    for (const What what : {What::Answer, What::Setting}) {
        if (name == keptAs(what).name)
            return what;
    }
    return What::Mark;
}

struct Value {
    std::string text;
    std::int64_t at = 0;
};

Result<Statement> prepareFor(const Database& database, const char* sql, const Saying& saying)
{
    auto statement = database.prepare(sql);
    if (statement) {
        statement->bind(1, std::string_view(saying.key));
        statement->bind(2, saying.place);
        statement->bind(3, saying.event);
    }
    return statement;
}

Result<std::optional<Value>> read(const Database& database, const Saying& saying)
{
    auto statement = prepareFor(database, keptAs(saying.what).read, saying);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Value>{};
    return std::optional(Value{std::string(statement->text(0)), statement->integer(1)});
}

Result<void> write(Database& database, const Saying& saying, const std::optional<Value>& value)
{
    const Kept& kept = keptAs(saying.what);
    auto statement = prepareFor(database, value ? kept.write : kept.remove, saying);
    if (!statement)
        return statement.error();
    if (value) {
        statement->bind(4, std::string_view(value->text));
        statement->bind(5, value->at);
    }
    return statement->run();
}

/// The last answer is the one with the highest ordinal; a mark tells when it was set.
Result<std::int64_t> nextAt(const Database& database, What what)
{
    if (what == What::Answer)
        return database.integer("SELECT ifnull(max(ordinal), 0) + 1 FROM answer");
    using namespace std::chrono;
    return duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
}

Result<void> remember(Database& database, const Saying& saying, const std::optional<Value>& before,
                      const std::optional<std::string>& after)
{
    auto statement = prepareFor(database,
                                "INSERT INTO action(key, place, event, before, before_at, after, what) "
                                "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                                saying);
    if (!statement)
        return statement.error();
    if (before) {
        statement->bind(4, std::string_view(before->text));
        statement->bind(5, before->at);
    }
    if (after)
        statement->bind(6, std::string_view(*after));
    statement->bind(7, std::string_view(keptAs(saying.what).name));
    return statement->run();
}

/// The last row of table `action`.
struct Remembered {
    std::int64_t ordinal = 0;
    Saying saying;
    std::optional<Value> before;
    std::optional<std::string> after;
};

Result<std::optional<Remembered>> lastRemembered(const Database& database)
{
    auto row =
        database.prepare("SELECT ordinal, what, key, place, event, before, before_at, after FROM action "
                         "ORDER BY ordinal DESC LIMIT 1");
    if (!row)
        return row.error();
    const auto found = row->step();
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<Remembered>{};
    Remembered last{row->integer(0),
                    {whatOf(row->text(1)), std::string(row->text(2)), row->integer(3), row->integer(4)},
                    {},
                    {}};
    if (!row->isNull(5))
        last.before = Value{std::string(row->text(5)), row->integer(6)};
    if (!row->isNull(7))
        last.after = row->text(7);
    return std::optional(std::move(last));
}

ActionRow actionRow(const Remembered& last)
{
    ActionRow action{last.saying.what, last.saying.key, {}, {}, last.after};
    if (action.what == What::Mark) {
        action.key.clear();
        action.ref.source = SourceId{std::atoll(last.saying.key.c_str())};
        action.ref.place.number = static_cast<std::uint64_t>(last.saying.place);
        action.ref.ordinal = static_cast<std::uint32_t>(last.saying.event);
    }
    if (last.before)
        action.before = last.before->text;
    return action;
}

} // namespace

Saying sayingOf(const EventRef& ref)
{
    return {What::Mark, std::to_string(raw(ref.source)), static_cast<std::int64_t>(ref.place.number),
            std::int64_t{ref.ordinal}};
}

Result<void> say(Database& database, const Saying& saying, const std::optional<std::string>& text)
{
    const auto before = read(database, saying);
    if (!before)
        return before.error();
    const bool same = *before ? text == (*before)->text : !text;
    if (same)
        return {};
    const auto remembered = remember(database, saying, *before, text);
    return remembered ? saySilently(database, saying, text) : remembered;
}

Result<void> saySilently(Database& database, const Saying& saying, const std::optional<std::string>& text)
{
    const auto at = nextAt(database, saying.what);
    if (!at)
        return at.error();
    return write(database, saying, text ? std::optional(Value{*text, *at}) : std::nullopt);
}

Result<std::optional<ActionRow>> takeLastBack(Database& database)
{
    const auto last = lastRemembered(database);
    if (!last)
        return last.error();
    if (!*last)
        return std::optional<ActionRow>{};
    Result<void> done = write(database, (*last)->saying, (*last)->before);
    if (done)
        done = database.execute("DELETE FROM action WHERE ordinal = " + std::to_string((*last)->ordinal));
    if (!done)
        return done.error();
    return std::optional(actionRow(**last));
}

Result<std::optional<ActionRow>> lastAction(const Database& database)
{
    const auto last = lastRemembered(database);
    if (!last)
        return last.error();
    return *last ? std::optional(actionRow(**last)) : std::nullopt;
}

} // namespace whittle
