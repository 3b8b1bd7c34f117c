// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <mutex>

#include <unistd.h>

#include "models/report/visibletext.h"

namespace whittle
{

namespace
{

volatile std::sig_atomic_t interrupted = 0;

/// errno of the first write to stdout that failed; 0 while all is well.
int printError = 0;

void onSignal(int)
{
    interrupted = 1;
}

/// Waits for the next tick; false when it is time to stop.
bool nextTick(const std::stop_token& stop, std::chrono::milliseconds length)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, length, [] { return false; });
    return !stop.stop_requested();
}

} // namespace

void tell(const QString& message)
{
    std::fprintf(stderr, "%s\n", visibleText(message).toUtf8().constData());
}

void complain(const QString& message)
{
    tell(QStringLiteral("whittle: ") + message);
}

void complain(std::string_view message)
{
    complain(visibleText(message));
}

bool print(std::string_view text)
{
    if (printError == 0 && std::fwrite(text.data(), 1, text.size(), stdout) != text.size())
        printError = errno;
    return printError == 0;
}

Result<void> finishPrinting()
{
    if (std::fflush(stdout) != 0 && printError == 0)
        printError = errno;
    if (printError == 0 || printError == EPIPE)
        return {};
    return Error{printError == ENOSPC ? ErrorCode::DiskFull : ErrorCode::Io, std::strerror(printError),
                 "the output"};
}

InterruptGuard::InterruptGuard()
{
    interrupted = 0;
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    m_watch = std::jthread([this](const std::stop_token& stop) {
        while (nextTick(stop, std::chrono::milliseconds{20})) {
            if (interrupted)
                m_stop.request_stop();
        }
    });
}

InterruptGuard::~InterruptGuard()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

ProgressBar::ProgressBar(const std::string& name, const Progress& progress, bool quiet)
    : m_name(visibleText(std::string_view{name}).toStdString())
    , m_progress(progress)
{
    if (quiet || !::isatty(STDERR_FILENO))
        return;
    m_painter = std::jthread([this](const std::stop_token& stop) {
        const auto started = std::chrono::steady_clock::now();
        while (nextTick(stop, std::chrono::milliseconds{100}))
            draw(started);
        std::fputs("\r\x1b[K", stderr);
    });
}

ProgressBar::~ProgressBar() = default;

void ProgressBar::draw(std::chrono::steady_clock::time_point started) const
{
    const auto total = static_cast<double>(m_progress.total());
    const auto done = static_cast<double>(m_progress.done());
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    if (total <= 0 || done <= 0 || seconds <= 0)
        return;
    const double rate = done / seconds;
    std::fprintf(stderr, "\r\x1b[K%3.0f %%  %6.0f MB/s  %4.0f s left  %s", 100 * done / total, rate / 1e6,
                 (total - done) / rate, m_name.c_str());
    std::fflush(stderr);
}

} // namespace whittle
