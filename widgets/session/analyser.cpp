// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/analyser.h"

#include "models/store/casefile.h"

namespace whittle
{

namespace
{
constexpr int densitySteps = 720;
}

Analyser::Analyser(const Knowledge& knowledge, Engine engine, QObject* parent)
    : QObject(parent)
    , m_knowledge(std::make_shared<const Knowledge>(knowledge))
    , m_engine(std::move(engine))
{
}

void Analyser::request(const std::shared_ptr<CaseFile>& file, Running running)
{
    const bool busy = isBusy();
    if (busy && running == Running::Finish) {
        m_pending = file;
        return;
    }
    m_pending.reset();
    start(file);
    if (!busy)
        Q_EMIT busyChanged(true);
}

void Analyser::stop()
{
    m_pending.reset();
    const bool busy = isBusy();
    m_worker.abandon();
    if (busy)
        Q_EMIT busyChanged(false);
}

void Analyser::start(const std::shared_ptr<CaseFile>& file)
{
    m_worker.start([this, file, engine = m_engine, knowledge = m_knowledge](const std::stop_token& stop) {
        auto outcome = std::make_shared<Outcome>(compute(engine, *knowledge, *file, stop));
        return [this, outcome] { deliver(*outcome); };
    });
}

/// On the thread.
Analyser::Outcome Analyser::compute(const Engine& engine, const Knowledge& knowledge, const CaseFile& file,
                                    const std::stop_token& stop)
{
    Outcome outcome;
    auto analysis = engine.analyse(file, knowledge, stop);
    if (!analysis) {
        outcome.error = analysis.error();
        return outcome;
    }
    outcome.analysis = *analysis;
    auto density = eventDensity(file, *outcome.analysis, densitySteps);
    if (density)
        outcome.density = std::move(*density); // without it the overview is empty, and nothing else
    return outcome;
}

void Analyser::deliver(const Outcome& outcome)
{
    if (const auto pending = std::exchange(m_pending, nullptr))
        start(pending);
    if (outcome.analysis)
        Q_EMIT finished(outcome.analysis, outcome.density);
    else if (outcome.error->code != ErrorCode::Cancelled)
        Q_EMIT failed(*outcome.error);
    if (!isBusy())
        Q_EMIT busyChanged(false);
}

} // namespace whittle
