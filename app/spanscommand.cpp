// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"

#include <algorithm>
#include <array>

#include "app/arguments.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/listformat.h"
#include "app/spancells.h"
#include "models/analysis/understand.h"
#include "models/store/casefile.h"

namespace whittle
{

namespace
{

constexpr std::array<std::string_view, 2> withValue{"--kind", "--format"};
constexpr std::array<std::string_view, 1> flags{"--quiet"};
constexpr std::array<std::string_view, 4> kinds{"registration", "lease", "ntp", "dialog"};

Result<void> run(const Arguments& arguments)
{
    if (arguments.positional.size() != 1)
        return Error{ErrorCode::Usage, "name one case"};
    const std::string kind = arguments.value("--kind");
    if (std::ranges::find(kinds, kind) == kinds.end())
        return Error{ErrorCode::Usage, "name a kind: registration, lease, ntp or dialog", "--kind"};
    const std::string name = arguments.has("--format") ? arguments.value("--format") : "tsv";
    const auto format = listFormat(name, SpanCells::columns);
    if (!format)
        return Error{ErrorCode::Usage, "there is no format “" + name + "”", "--format"};
    const auto file = CaseFile::open(arguments.positional.front(), CaseFile::Access::ReadOnly);
    if (!file)
        return file.error();
    const auto known = understand(**file, nullptr, {});
    if (!known)
        return known.error();
    format->begin();
    for (const SpanCells::Row& row : SpanCells(*known).of(kind)) {
        if (!format->write(row))
            break;
    }
    format->end();
    return finishPrinting();
}

} // namespace

int runSpans(std::span<char* const> words)
{
    const auto arguments = parseArguments(words, withValue, flags);
    const Result<void> done = arguments ? run(*arguments) : Result<void>(arguments.error());
    if (done)
        return Done;
    complain(toText(done.error()));
    return done.error().code == ErrorCode::Usage ? WrongUsage : Failed;
}

} // namespace whittle
