// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include "widgets/session/engine.h"

namespace whittle
{

/// One file on its way into the case.
struct ImportJob {
    enum class State { Waiting, Reading, Imported, AlreadyInCase, Failed, Cancelled };

    int id = 0;
    State state = State::Waiting;
    bool cancelling = false; ///< asked for, and not yet done
    std::uint64_t done = 0; ///< bytes
    std::uint64_t total = 0; ///< 0 when it is not known
    double bytesPerSecond = 0; ///< smoothed; 0 until it can be told
    std::optional<std::chrono::seconds> remaining;
    EvidenceItem item;
    ImportOutcome outcome; ///< once it is over

    bool isOver() const { return state != State::Waiting && state != State::Reading; }
};

/// Reads evidence into the case, one file after the other, on a thread of its own. Main thread only.
class ImportQueue : public QObject
{
    Q_OBJECT

public:
    explicit ImportQueue(Engine engine, QObject* parent = nullptr);
    ~ImportQueue() override;

    /// The case that jobs go into; none while no case is open. Call stop() first.
    void setCase(const std::shared_ptr<CaseFile>& file) { m_file = file; }
    /// Files and folders.
    void add(const QStringList& arguments);
    void cancel(int id);
    void cancelAll();
    /// Reads one again that failed or was cancelled.
    void retry(int id);
    /// Takes one that is over out of the list.
    void dismiss(int id);
    void dismissFinished();
    /// The same for those that there is nothing to say about: read without a problem, or in the case already.
    void dismissUntroubled();
    /// Cancels everything, waits until nothing runs and forgets it all.
    void stop();

    const std::vector<ImportJob>& jobs() const { return m_jobs; }
    bool isCollecting() const { return m_collecting || !m_arguments.empty(); }
    bool isBusy() const { return m_thread.joinable(); }

Q_SIGNALS:
    /// A job came, went, or is in another state.
    void changed();
    /// Bytes and rates moved; at most ten times a second.
    void progressed();
    /// A source is in the case; `more` when others follow.
    void imported(bool more);

private:
    void startNext();
    void startCollecting();
    void startReading(ImportJob& job);
    void collected(int generation, const Collected& found);
    void read(int generation, int id, const ImportOutcome& outcome);
    void poll();
    ImportJob* find(int id);
    ImportJob* firstWaiting();
    ImportJob& append(const EvidenceItem& item);

    Engine m_engine;
    std::shared_ptr<CaseFile> m_file;
    std::vector<ImportJob> m_jobs;
    std::deque<QStringList> m_arguments; ///< not yet looked into
    bool m_collecting = false;
    int m_lastId = 0;
    int m_generation = 0;
    int m_readingId = 0;
    std::shared_ptr<Progress> m_progress;
    QElapsedTimer m_sincePoll;
    QTimer m_timer;
    std::jthread m_thread;
};

} // namespace whittle
