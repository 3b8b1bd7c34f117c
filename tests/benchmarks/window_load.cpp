// SPDX-License-Identifier: GPL-3.0-or-later
// window_load FILE…: the whole window over these files. Tells when their first events could be seen, how long
// the window stood still at most while they were read and analysed, and how long a cancel took.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <vector>

#include <sys/resource.h>

#include <QApplication>
#include <QLabel>
#include <QTemporaryDir>
#include <QTimer>

#include "app/resources.h"
#include "app/window.h"
#include "widgets/session/session.h"
#include "widgets/shell/mainwindow.h"

using namespace whittle;

namespace
{

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds afterwards{2};

double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// How often the main thread gave the processor away: of itself to wait, and because others wanted it.
struct Switches {
    long waited = 0;
    long pushed = 0;
};

Switches switchesNow()
{
    rusage usage{};
    getrusage(RUSAGE_THREAD, &usage);
    return {usage.ru_nvcsw, usage.ru_nivcsw};
}

double milliseconds(Clock::duration length)
{
    return std::chrono::duration<double, std::milli>(length).count();
}

/// A stretch of time in which the main thread handled no event. `busy`: so much of it it worked; the rest it
/// waited for a processor.
struct Gap {
    double at = 0;
    double length = 0;
    double busy = 0;
    Switches switches{};
};

class Watch
{
public:
    void begin()
    {
        m_start = m_last = Clock::now();
        m_cpu = cpuMilliseconds();
        m_switches = switchesNow();
    }
    double now() const { return milliseconds(Clock::now() - m_start); }
    void beat()
    {
        const Clock::time_point time = Clock::now();
        const double cpu = cpuMilliseconds();
        const Switches switches = switchesNow();
        m_gaps.push_back({milliseconds(m_last - m_start),
                          milliseconds(time - m_last),
                          cpu - m_cpu,
                          {switches.waited - m_switches.waited, switches.pushed - m_switches.pushed}});
        m_switches = switches;
        m_last = time;
        m_cpu = cpu;
    }
    void tell(const char* what, double Gap::*by)
    {
        std::ranges::sort(m_gaps, [by](const Gap& a, const Gap& b) { return a.*by > b.*by; });
        std::printf("longest by %s:\n", what);
        for (std::size_t i = 0; i < std::min<std::size_t>(8, m_gaps.size()); ++i)
            std::printf("  %8.0f ms: %6.1f ms, busy for %6.1f ms, waited %ld times, pushed aside %ld times\n",
                        m_gaps[i].at, m_gaps[i].length, m_gaps[i].busy, m_gaps[i].switches.waited,
                        m_gaps[i].switches.pushed);
    }

private:
    Clock::time_point m_start;
    Clock::time_point m_last;
    double m_cpu = 0;
    Switches m_switches;
    std::vector<Gap> m_gaps;
};

bool seesFirstEvents(const QWidget& window)
{
    const auto labels = window.findChildren<QLabel*>(QStringLiteral("firstEvents"));
    return std::ranges::any_of(labels,
                               [](const QLabel* one) { return one->isVisible() && !one->text().isEmpty(); });
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const bool cancels = qEnvironmentVariableIsSet("CANCEL_AFTER_MS");
    QStringList paths = QApplication::arguments().mid(1);
    const auto knowledge = builtInKnowledge();
    if (!knowledge || paths.isEmpty())
        return 2;
    const QTemporaryDir folder;
    Window window(*knowledge, WindowPlaces::standard(folder.path()));
    window.mainWindow().resize(1280, 800);
    window.show();
    Session& session = window.session();
    Watch watch;
    QTimer heart;
    heart.setTimerType(Qt::PreciseTimer);
    double first = -1;
    double shown = -1;
    double cancelled = -1;
    bool begun = false;
    bool ending = false;
    QObject::connect(&heart, &QTimer::timeout, [&] {
        watch.beat();
        begun = begun || !session.imports().jobs().empty();
        if (first < 0 && seesFirstEvents(window.mainWindow()))
            std::printf("first events seen after %.0f ms\n", first = watch.now());
        if (shown < 0 && !session.analysis()->sources.empty())
            std::printf("first analysis shown after %.0f ms\n", shown = watch.now());
        const bool reading = session.imports().isBusy();
        if (cancelled >= 0 && !reading) {
            std::printf("cancelled within %.0f ms\n", watch.now() - cancelled);
            QApplication::quit();
        } else if (begun && !ending && !reading && !session.isAnalysing()) {
            ending = true;
            std::printf("all done after %.0f ms\n", watch.now());
            QTimer::singleShot(afterwards, &application,
                               &QApplication::quit); // what is shown late counts too
        }
    });
    QTimer::singleShot(1000, [&] {
        watch.begin();
        heart.start(2);
        window.open(paths);
    });
    if (cancels)
        QTimer::singleShot(1000 + qEnvironmentVariableIntValue("CANCEL_AFTER_MS"), [&] {
            cancelled = watch.now();
            session.imports().cancelAll();
        });
    QApplication::exec();
    watch.tell("time", &Gap::length);
    watch.tell("work", &Gap::busy);
    return 0;
}
