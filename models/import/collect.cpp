// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>

#include "models/import/importer.h"

namespace whittle
{

namespace
{

namespace fs = std::filesystem;

ErrorCode errorCode(const std::error_code& error)
{
    if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted)
        return ErrorCode::NoPermission;
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        return ErrorCode::NotFound;
    return ErrorCode::Io;
}

ImportOutcome unreadable(const fs::path& shown, const fs::path& location, const std::error_code& error)
{
    ImportOutcome outcome;
    outcome.item = {shown.string(), location.string()};
    outcome.error = Error{errorCode(error), error.message(), shown.string()};
    return outcome;
}

/// Walks one folder given as an argument; `shown` is what its own path is called in the case.
void walkFolder(const fs::path& folder, const fs::path& shown, Collected& collected)
{
    std::error_code error;
    auto entry = fs::directory_iterator(folder, error);
    if (error) {
        collected.unreadable.push_back(unreadable(shown, folder, error));
        return;
    }
    for (; entry != fs::directory_iterator(); entry.increment(error)) {
        const fs::path name = shown / entry->path().filename();
        std::error_code ignored;
        if (entry->is_symlink(ignored) && entry->is_directory(ignored))
            continue; // a link to a folder may lead anywhere, also back here
        if (entry->is_directory(ignored))
            walkFolder(entry->path(), name, collected);
        else
            collected.items.push_back({name.string(), entry->path().string()});
    }
    if (error)
        collected.unreadable.push_back(unreadable(shown, folder, error));
}

} // namespace

Collected collectEvidence(const std::vector<std::string>& arguments)
{
    Collected collected;
    for (const std::string& argument : arguments) {
        std::error_code error;
        const fs::path location = fs::absolute(argument, error).lexically_normal();
        const fs::path shown =
            location.has_filename() ? location.filename() : location.parent_path().filename();
        const auto status = fs::status(location, error);
        if (!fs::exists(status)) {
            if (!error)
                error = std::make_error_code(std::errc::no_such_file_or_directory);
            collected.unreadable.push_back(unreadable(shown, location, error));
        } else if (fs::is_directory(status)) {
            walkFolder(location, shown, collected);
        } else {
            collected.items.push_back({shown.string(), location.string()});
        }
    }
    std::ranges::sort(collected.items, {},
                      [](const EvidenceItem& item) { return std::tie(item.path, item.location); });
    return collected;
}

} // namespace whittle
