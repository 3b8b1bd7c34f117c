// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/log.h"

#include <cstdlib>
#include <filesystem>
#include <memory>

#include <spdlog/logger.h>
#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>

namespace whittle::log
{

namespace
{

constexpr std::size_t fileBytes = 5'000'000;
constexpr std::size_t fileCount = 5;

std::shared_ptr<spdlog::logger>& logger()
{
    static auto instance =
        std::make_shared<spdlog::logger>("whittle", std::make_shared<spdlog::sinks::null_sink_mt>());
    return instance;
}

spdlog::level::level_enum toSpdlog(Level level)
{
    switch (level) {
    case Level::Debug:
        return spdlog::level::debug;
    case Level::Info:
        return spdlog::level::info;
    case Level::Warning:
        return spdlog::level::warn;
    case Level::Error:
        break;
    }
    return spdlog::level::err;
}

} // namespace

void write(Level level, std::string_view category, std::string_view text)
{
    logger()->log(toSpdlog(level), "[{}] {}", category, text);
}

void openFolder(const std::string& folder, Level level)
{
    try { // spdlog reports a file it cannot open by an exception
        std::filesystem::create_directories(folder);
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(folder + "/whittle.log", fileBytes,
                                                                           fileCount);
        sink->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
        logger() = std::make_shared<spdlog::logger>("whittle", std::move(sink));
        logger()->set_level(toSpdlog(level));
        logger()->flush_on(spdlog::level::info);
    } catch (const std::exception&) {
        return;
    }
}

std::string defaultFolder()
{
    if (const char* state = std::getenv("XDG_STATE_HOME"); state && *state == '/')
        return std::string(state) + "/whittle/log";
    const char* home = std::getenv("HOME");
    return std::string(home ? home : "/tmp") + "/.local/state/whittle/log";
}

} // namespace whittle::log
