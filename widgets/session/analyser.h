// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QObject>

#include "widgets/jobs/latestworker.h"
#include "widgets/session/density.h"
#include "widgets/session/engine.h"

namespace whittle
{

/// Analyses a case again and again on a thread of its own; the newest request wins. Main thread only.
class Analyser : public QObject
{
    Q_OBJECT

public:
    /// Keeps a copy of the knowledge: what runs may outlive everything else.
    Analyser(const Knowledge& knowledge, Engine engine, QObject* parent = nullptr);

    /// What becomes of an analysis that is under way.
    enum class Running {
        Finish, ///< show it, then do this one: while sources arrive one after the other, something is shown
                ///< meanwhile
        Abandon, ///< what it says is out of date: a person has answered
    };
    void request(const std::shared_ptr<CaseFile>& file, Running running);
    /// Forgets what was asked for. What runs is told to stop and ends by itself, holding its case until then;
    /// nothing of it is delivered any more, and nothing later has to wait for it.
    void stop();
    bool isBusy() const { return m_worker.isBusy(); }

Q_SIGNALS:
    void finished(const whittle::AnalysisPtr& analysis, const whittle::OverviewDensity& density);
    void failed(const whittle::Error& error);
    void busyChanged(bool busy);

private:
    struct Outcome {
        std::optional<Error> error;
        AnalysisPtr analysis;
        OverviewDensity density;
    };
    void start(const std::shared_ptr<CaseFile>& file);
    static Outcome compute(const Engine& engine, const Knowledge& knowledge, const CaseFile& file,
                           const std::stop_token& stop);
    void deliver(const Outcome& outcome);

    std::shared_ptr<const Knowledge> m_knowledge;
    Engine m_engine;
    std::shared_ptr<CaseFile> m_pending;
    LatestWorker m_worker{"an analysis"};
};

} // namespace whittle
