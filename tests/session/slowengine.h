// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

#include "widgets/session/engine.h"

namespace whittle::test
{

/// Waits in small steps, as the real jobs do, until it is asked to stop. True when it was.
inline bool waitForStop(const std::stop_token& stop)
{
    using namespace std::chrono_literals;
    for (int i = 0; i < 5000 && !stop.stop_requested(); ++i)
        std::this_thread::sleep_for(2ms);
    return stop.stop_requested();
}

/// An engine whose imports take for ever, and stop when they are told to. Knows every path as one item.
inline Engine slowEngine()
{
    Engine engine;
    engine.collect = [](const std::vector<std::string>& arguments, Progress&, const std::stop_token&) {
        Collected found;
        for (const std::string& argument : arguments)
            found.items.push_back({argument.substr(argument.rfind('/') + 1), argument});
        return found;
    };
    engine.import = [](CaseFile&, const EvidenceItem& item, ImportMonitor& monitor,
                       const std::stop_token& stop) {
        ImportOutcome outcome;
        outcome.item = item;
        monitor.progress.start(1'000'000);
        monitor.progress.setDone(250'000);
        outcome.state = waitForStop(stop) ? ImportOutcome::State::Cancelled : ImportOutcome::State::Imported;
        return outcome;
    };
    return engine;
}

/// An engine whose imports fail the first time and work the second.
inline Engine stubbornEngine()
{
    Engine engine = slowEngine();
    engine.import = [tries = std::make_shared<std::atomic<int>>(0)](CaseFile&, const EvidenceItem& item,
                                                                    ImportMonitor&, const std::stop_token&) {
        ImportOutcome outcome;
        outcome.item = item;
        if ((*tries)++ == 0) {
            outcome.state = ImportOutcome::State::Failed;
            outcome.error = Error{ErrorCode::NoPermission, "permission denied", item.location};
        } else {
            outcome.state = ImportOutcome::State::Imported;
            outcome.events = 12;
        }
        return outcome;
    };
    return engine;
}

} // namespace whittle::test
