// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "models/store/casefile.h"
#include "tests/session/gate.h"
#include "tests/session/slowengine.h"
#include "widgets/session/importqueue.h"

namespace whittle::test
{

/// An engine that imports at once, except what is called "stuck": that waits at the gate, whatever it is
/// told. It writes down what was read into which case.
class GatedEngine
{
public:
    /// Outlives the threads that were left with it.
    struct State {
        Gate gate;
        std::mutex mutex;
        std::vector<std::string> reads;
    };

    Engine engine() const
    {
        Engine made = slowEngine();
        made.import = [state = m_state](CaseFile& file, const EvidenceItem& item, ImportMonitor&,
                                        const std::stop_token&) {
            {
                const std::lock_guard lock(state->mutex);
                state->reads.push_back(item.path + " into " + file.path().substr(file.path().rfind('/') + 1));
            }
            if (item.path == "stuck")
                state->gate.pass();
            ImportOutcome outcome;
            outcome.item = item;
            outcome.state = ImportOutcome::State::Imported;
            return outcome;
        };
        return made;
    }
    Gate& gate() const { return m_state->gate; }
    std::vector<std::string> reads() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->reads;
    }

private:
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

inline std::vector<ImportJob::State> states(const ImportQueue& queue)
{
    std::vector<ImportJob::State> all;
    for (const ImportJob& job : queue.jobs())
        all.push_back(job.state);
    return all;
}

} // namespace whittle::test
