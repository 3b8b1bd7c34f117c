// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fields.h"
#include "models/store/sourcebatch.h"

// The rows of one source that say when it recorded, and what it could not show.

namespace whittle
{

Result<void> SourceWriter::Impl::writeCoverage(const std::vector<SourceSpan>& coverage)
{
    auto statement =
        database.prepare("INSERT OR REPLACE INTO coverage(source, first, last) VALUES(?1, ?2, ?3)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    for (const SourceSpan& span : coverage) {
        statement->bind(2, span.from.ns);
        statement->bind(3, span.to.ns);
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

namespace
{

template <typename Number>
void bindOrNull(Statement& statement, int column, const std::optional<Number>& number)
{
    if (number)
        statement.bind(column, std::int64_t{*number});
    else
        statement.bindNull(column);
}

std::optional<std::int64_t> nsOf(const std::optional<SourceTime>& time)
{
    return time ? std::optional(time->ns) : std::nullopt;
}

} // namespace

Result<void> SourceWriter::Impl::writeLimits(const std::vector<CoverageLimit>& limits)
{
    auto statement =
        database.prepare("INSERT INTO coverage_limit(source, ordinal, id, first, last, arguments) "
                         "VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    FieldWriter arguments;
    for (std::size_t i = 0; i < limits.size(); ++i) {
        const CoverageLimit& limit = limits[i];
        arguments.clear();
        for (const std::string& argument : limit.arguments)
            arguments.add("", argument);
        statement->bind(2, static_cast<std::int64_t>(i));
        statement->bind(3, std::string_view(limit.id));
        bindOrNull(*statement, 4, nsOf(limit.from));
        bindOrNull(*statement, 5, nsOf(limit.to));
        statement->bind(6, arguments.text());
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> SourceWriter::Impl::writeYear(const std::optional<YearHints>& year)
{
    if (!year)
        return {};
    auto statement =
        database.prepare("INSERT INTO source_year(source, known, leap, common) VALUES(?1, ?2, ?3, ?4)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    bindOrNull(*statement, 2, year->known);
    bindOrNull(*statement, 3, year->leap);
    bindOrNull(*statement, 4, year->common);
    return statement->run();
}

} // namespace whittle
