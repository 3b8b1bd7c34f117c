// SPDX-License-Identifier: GPL-3.0-or-later
// How often the test for a period cries wolf, and how often it finds one: simulated, the same each time.
#include <cstdio>
#include <random>

#include "models/checks/periodtest.h"

using namespace whittle;

namespace
{

constexpr double hour = 3600;
constexpr double day = 24 * hour;
constexpr int runs = 4000;
/// What a lease of three days makes suspicious (T1, T2, its end), and what a clock does.
constexpr double candidates[] = {36 * hour, 63 * hour, 72 * hour, day, 7 * day};

/// Incidents closer than half an hour are one.
std::vector<double> intervalsOf(const std::vector<double>& times)
{
    std::vector<double> intervals;
    double last = times.empty() ? 0 : times.front();
    for (const double time : times) {
        if (time - last < 1800)
            continue;
        intervals.push_back(time - last);
        last = time;
    }
    return intervals;
}

bool isCalledPeriodic(const std::vector<double>& intervals)
{
    for (const double period : candidates) {
        if (periodFit(intervals, period).isStrong(std::size(candidates)))
            return true;
    }
    return false;
}

/// Thirty days of incidents at random, each followed by so many more within minutes.
std::vector<double> atRandom(std::mt19937_64& random, int incidents, int burst)
{
    std::exponential_distribution<double> next(incidents / (30 * day));
    std::uniform_real_distribution<double> soon(60, 300);
    std::vector<double> times;
    for (double at = next(random); at < 30 * day; at += next(random)) {
        double again = at;
        for (int i = 0; i < burst; ++i, again += soon(random))
            times.push_back(again);
    }
    return times;
}

/// `resets` at T1 of a lease of three days, each up to `jitter` of the period early or late.
std::vector<double> periodic(std::mt19937_64& random, int resets, double jitter)
{
    std::uniform_real_distribution<double> miss(-jitter, jitter);
    std::vector<double> times{0};
    for (int i = 1; i < resets; ++i)
        times.push_back(times.back() + 36 * hour * (1 + miss(random)));
    return times;
}

template <typename Times>
double shareCalledPeriodic(const Times& times)
{
    std::mt19937_64 random(2009);
    int called = 0;
    for (int i = 0; i < runs; ++i)
        called += isCalledPeriodic(intervalsOf(times(random)));
    return 100.0 * called / runs;
}

bool report(const char* what, double percent, double goal, bool atMost)
{
    const bool met = atMost ? percent <= goal : percent >= goal;
    std::printf("%-48s %6.2f %%  %s %g %%%s\n", what, percent, atMost ? "at most " : "at least", goal,
                met ? "" : "  MISSED");
    return met;
}

} // namespace

int main()
{
    bool met = true;
    for (const int incidents : {5, 10, 30})
        met =
            report(("false alarms, " + std::to_string(incidents) + " at random in 30 days").c_str(),
                   shareCalledPeriodic([&](auto& random) { return atRandom(random, incidents, 1); }), 1, true)
            && met;
    met = report("false alarms, 5 bursts of 3 in 30 days",
                 shareCalledPeriodic([](auto& random) { return atRandom(random, 5, 3); }), 1, true)
        && met;
    met = report("found, five resets with 2 % jitter",
                 shareCalledPeriodic([](auto& random) { return periodic(random, 5, 0.02); }), 95, false)
        && met;
    return met ? 0 : 1;
}
