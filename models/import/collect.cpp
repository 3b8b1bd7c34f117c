// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <filesystem>

#include "models/evidence/blockreader.h"
#include "models/import/importer.h"
#include "models/store/casefile.h"

namespace whittle
{

namespace
{

namespace fs = std::filesystem;

Error folderError(const std::error_code& error, const fs::path& shown)
{
    const bool forbidden =
        error == std::errc::permission_denied || error == std::errc::operation_not_permitted;
    const bool gone = error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
    const ErrorCode code = forbidden ? ErrorCode::NoPermission : gone ? ErrorCode::NotFound : ErrorCode::Io;
    return {code, error.message(), shown.string()};
}

/// A desktop hands over names as text, in which a byte that is no UTF-8 has become U+FFFD.
Error withRemedy(Error error, const std::string& argument)
{
    if (error.code == ErrorCode::NotFound && argument.find("\xEF\xBF\xBD") != std::string::npos)
        error.remedy = "its name is not UTF-8: add the folder that it is in";
    return error;
}

/// What SQLite keeps beside a case while it is open or was not closed.
bool isBesideCase(const std::string& path)
{
    return std::ranges::any_of(besideCase, [&](std::string_view ending) {
        if (!path.ends_with(ending))
            return false;
        const std::string beside = path.substr(0, path.size() - ending.size());
        return checkIsFile(beside) && looksLikeCase(beside);
    });
}

class Collector
{
public:
    Collector(Progress& progress, const std::stop_token& stop)
        : m_progress(progress)
        , m_stop(stop)
    {
    }

    void argument(const std::string& argument);
    Collected finish();

private:
    void walkFolder(const fs::path& folder, const fs::path& shown);
    void entry(const fs::directory_entry& entry, const fs::path& shown);
    void file(const fs::path& location, const fs::path& shown);
    void unreadable(const fs::path& shown, const fs::path& location, Error error);

    Progress& m_progress;
    const std::stop_token& m_stop;
    Collected m_collected;
};

void Collector::argument(const std::string& argument)
{
    std::error_code error;
    const fs::path location = fs::absolute(argument, error).lexically_normal();
    const fs::path shown = location.has_filename() ? location.filename() : location.parent_path().filename();
    if (fs::is_directory(location, error))
        walkFolder(location, shown);
    else if (const auto isFile = checkIsFile(location.string());
             isFile || isFile.error().code == ErrorCode::Unsupported)
        file(location, shown); // what is there is told by its own name, also when it is none to be read
    else
        unreadable(shown, location, withRemedy(isFile.error(), argument));
}

/// Walks one folder; `shown` is what its own path is called in the case.
void Collector::walkFolder(const fs::path& folder, const fs::path& shown)
{
    std::error_code error;
    auto at = fs::directory_iterator(folder, error);
    for (; !error && at != fs::directory_iterator() && !m_stop.stop_requested(); at.increment(error))
        entry(*at, shown / at->path().filename());
    if (error)
        unreadable(shown, folder, folderError(error, shown));
}

void Collector::entry(const fs::directory_entry& entry, const fs::path& shown)
{
    std::error_code ignored;
    if (!entry.is_directory(ignored))
        file(entry.path(), shown);
    else if (!entry.is_symlink(ignored)) // a link to a folder may lead anywhere, also back here
        walkFolder(entry.path(), shown);
}

void Collector::file(const fs::path& location, const fs::path& shown)
{
    if (isOpenCase(location.string()) || isBesideCase(location.string()))
        return;
    m_collected.items.push_back({shown.string(), location.string()});
    m_progress.setDone(m_collected.items.size());
}

void Collector::unreadable(const fs::path& shown, const fs::path& location, Error error)
{
    ImportOutcome outcome;
    outcome.item = {shown.string(), location.string()};
    error.subject = outcome.item.path;
    outcome.error = std::move(error);
    m_collected.unreadable.push_back(std::move(outcome));
}

Collected Collector::finish()
{
    std::ranges::sort(m_collected.items, {},
                      [](const EvidenceItem& item) { return std::tie(item.path, item.location); });
    return std::move(m_collected);
}

} // namespace

Collected collectEvidence(const std::vector<std::string>& arguments, Progress& progress,
                          const std::stop_token& stop)
{
    Collector collector(progress, stop);
    for (const std::string& argument : arguments)
        collector.argument(argument);
    return collector.finish();
}

} // namespace whittle
