// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include "widgets/jobs/latestworker.h"
#include "widgets/session/engine.h"

namespace whittle
{

/// One file on its way into the case.
struct ImportJob {
    enum class State { Waiting, Reading, Imported, AlreadyInCase, Failed, Cancelled };

    int id = 0;
    State state = State::Waiting;
    bool cancelling = false; ///< asked for, and not yet done
    bool searched = false; ///< a folder that could not be looked into, or an argument that was not there
    std::uint64_t done = 0; ///< bytes
    std::uint64_t total = 0; ///< 0 when it is not known
    double bytesPerSecond = 0; ///< smoothed; 0 until it can be told
    std::optional<std::chrono::seconds> remaining;
    EvidenceItem item;
    ImportMonitor::Reading reading; ///< what of it is read at the moment
    ImportOutcome outcome; ///< once it is over

    /// Of an archive, until now.
    struct Members {
        std::uint64_t read = 0;
        std::uint64_t known = 0; ///< in the case already
        std::uint64_t events = 0;
        std::vector<ImportOutcome> troubled{}; ///< those with more to tell than a notice
    };
    Members members;

    bool isOver() const { return state != State::Waiting && state != State::Reading; }
    /// Something of it is missing in the case.
    bool isTroubled() const;
};

/// Reads evidence into the case, one file after the other, on a thread of its own. Main thread only.
class ImportQueue : public QObject
{
    Q_OBJECT

public:
    /// What dismissUntroubled() took out of the list since it was last empty.
    struct Settled {
        int read = 0;
        int known = 0; ///< in the case before
    };

    explicit ImportQueue(Engine engine, QObject* parent = nullptr);

    /// The case that jobs go into; none while no case is open. Call stop() first.
    void setCase(const std::shared_ptr<CaseFile>& file) { m_file = file; }
    /// Files and folders.
    void add(const QStringList& arguments);
    void cancel(int id);
    void cancelAll();
    /// Reads one again that failed or was cancelled, or looks into its folder again.
    void retry(int id);
    /// Reads one that is over once more, as that format; what was read of it before is replaced.
    void readAs(int id, const std::string& format);
    /// Reads a file, or a member of one, that is in the case already.
    void addItem(const EvidenceItem& item);
    /// Takes one that is over out of the list.
    void dismiss(int id);
    void dismissFinished();
    /// The same for those that there is nothing to say about: read without a problem, or in the case already.
    void dismissUntroubled();
    /// Forgets it all. What runs is told to stop and ends by itself, holding its case until then; nothing of
    /// it is delivered any more, and nothing later has to wait for it.
    void stop();
    /// Begins to read nothing more, while a copy of the case is made: until as many calls of release() or
    /// continueIn().
    void hold();
    void release();
    /// Goes on in a copy of the case. What is over stays listed; what is being read, or was read since
    /// hold(), is read into the copy.
    void continueIn(const std::shared_ptr<CaseFile>& copy);

    const std::vector<ImportJob>& jobs() const { return m_jobs; }
    const Settled& settled() const { return m_settled; }
    /// While files and folders are looked through: how many files were found until now.
    std::optional<std::uint64_t> collecting() const;
    bool isBusy() const { return m_worker.isBusy() || m_holds > 0; }

Q_SIGNALS:
    /// A job came, went, or is in another state.
    void changed();
    /// Bytes and rates moved; at most ten times a second.
    void progressed();
    /// A source is in the case; `more` when others follow.
    void imported(bool more);

private:
    /// Files and folders to be looked into; `below` goes before their paths in the case.
    struct Search {
        std::vector<std::string> arguments;
        std::string below{};
    };
    void startNext();
    void startCollecting();
    void startReading(ImportJob& job);
    void collected(const Collected& found, const std::string& below, bool cancelled);
    void read(int id, const ImportOutcome& outcome);
    bool takeMembers();
    void takeMember(ImportJob& job, const ImportOutcome& member);
    void poll();
    void erase(const std::function<bool(const ImportJob&)>& isMeant);
    ImportJob* find(int id);
    ImportJob* firstWaiting();
    ImportJob& append(const EvidenceItem& item);

    Engine m_engine;
    std::shared_ptr<CaseFile> m_file;
    std::vector<ImportJob> m_jobs;
    Settled m_settled;
    std::deque<Search> m_searches; ///< not yet begun
    bool m_collecting = false;
    int m_holds = 0;
    int m_lastId = 0;
    int m_readingId = 0; ///< 0: none
    int m_readWhileHeld = 0; ///< 0: none; it may be missing in the copy
    std::shared_ptr<ImportMonitor> m_monitor = std::make_shared<ImportMonitor>(); ///< of what runs
    bool m_gained = false; ///< members of what is being read are in the case
    QElapsedTimer m_sincePoll;
    QTimer m_timer;
    LatestWorker m_worker{"an import"};
};

} // namespace whittle
