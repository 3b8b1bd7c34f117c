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
    , m_knowledge(knowledge)
    , m_engine(std::move(engine))
{
}

Analyser::~Analyser()
{
    stop();
}

void Analyser::request(const std::shared_ptr<CaseFile>& file, Running running)
{
    if (!isBusy()) {
        start(file);
        Q_EMIT busyChanged(true);
        return;
    }
    m_pending = file;
    if (running == Running::Abandon)
        m_thread.request_stop();
}

void Analyser::stop()
{
    ++m_generation;
    m_pending.reset();
    if (!isBusy())
        return;
    m_thread.request_stop();
    m_thread.join();
    Q_EMIT busyChanged(false);
}

void Analyser::start(const std::shared_ptr<CaseFile>& file)
{
    m_thread = std::jthread([this, file, generation = m_generation](const std::stop_token& stop) {
        auto outcome = std::make_shared<Outcome>(compute(*file, stop));
        QMetaObject::invokeMethod(
            this, [this, generation, outcome] { deliver(generation, *outcome); }, Qt::QueuedConnection);
    });
}

/// On the thread.
Analyser::Outcome Analyser::compute(const CaseFile& file, const std::stop_token& stop) const
{
    Outcome outcome;
    auto analysis = m_engine.analyse(file, m_knowledge, stop);
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

void Analyser::deliver(int generation, const Outcome& outcome)
{
    if (generation != m_generation)
        return;
    m_thread.join();
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
