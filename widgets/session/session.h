// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include <QObject>
#include <QStringList>

#include "widgets/session/analyser.h"
#include "widgets/session/importqueue.h"
#include "widgets/session/worker.h"

namespace whittle
{

class CaseFile;
class CaseWriter;

/// The open case and the jobs on it. All of it is asked for on the main thread and done on others: opening
/// and writing on one worker, reading evidence on a second, analysing on a third. At most one case is open.
class Session : public QObject
{
    Q_OBJECT

public:
    /// `casesFolder`: where a case is made when evidence arrives and none is open. The knowledge must outlive
    /// the session.
    Session(const Knowledge& knowledge, QString casesFolder, Engine engine = {}, QObject* parent = nullptr);
    /// Cancels, waits for its threads, then closes the case.
    ~Session() override;

    void newCase(const QString& path);
    /// Keeps the case that is open when the other one cannot be opened. One that was closed while it was read
    /// into is opened again once the reading has ended.
    void openCase(const QString& path);
    /// The evidence in `folder` (its README left out) in a case that is not kept, unless it is saved.
    void openSample(const QString& folder, const QString& title);
    /// A case without evidence, to be narrowed down by answers alone.
    void startWithSymptom(const QString& symptom);
    void closeCase();
    /// A complete copy, which then is the open case: what is changed meanwhile is in it, and what is being
    /// read goes on there. Without effect, but told as saved, where the case itself is at that path. A copy
    /// that could not be written to is a failure, and the case that is open stays open.
    void saveAs(const QString& path);
    /// Files and folders. A case among them is opened; without an open case a new one is made for them.
    void addEvidence(const QStringList& paths);

    void answer(const QString& question, const QString& value);
    void takeBack(const QString& question);
    void setSymptom(const QString& symptom);
    void setTitle(const QString& title);
    void setZone(const QString& zone);
    /// What the analyst says of clocks; none of it changes a time of the evidence. Two events of different
    /// sources are the same moment, or are no longer said to be.
    void pin(const EventRef& a, const EventRef& b);
    void unpin(const EventRef& a, const EventRef& b);
    /// How many nanoseconds the clock of a source is ahead of that of the case, beside the date and the zone
    /// that are shown for it now; none: that shall be found out.
    void setClockOffset(SourceId source, std::optional<std::int64_t> aheadNs);
    /// Whether a source is left out when clocks are compared.
    void excludeClock(SourceId source, bool isExcluded);
    void removeSource(SourceId source);
    /// Reads a source once more, as that format, in its own place.
    void readAs(SourceId source, const std::string& format);
    /// Takes back the last answer, title, symptom or word about a clock that was given, also one from before
    /// the case was closed.
    void undo();

    std::shared_ptr<CaseFile> caseFile() const { return m_file; }
    bool isOpen() const { return m_file != nullptr; }
    /// Of the open case; the name of its file where it has no title.
    QString title() const;
    /// The zone chosen for this case; empty: none.
    QString zone() const { return m_zone; }
    /// Never null; empty while no case is open or it was not yet looked at.
    const AnalysisPtr& analysis() const { return m_analysis; }
    const OverviewDensity& density() const { return m_density; }
    const Knowledge& knowledge() const { return m_knowledge; }
    ImportQueue& imports() { return m_imports; }
    bool isAnalysing() const { return m_analyser.isBusy(); }
    /// A case is being opened, made or copied.
    bool isOpening() const { return m_opening > 0; }

Q_SIGNALS:
    /// Another case is open, or none.
    void caseChanged();
    void analysisChanged(const whittle::AnalysisPtr& analysis);
    void busyChanged();
    void saved(const QString& path);
    void failed(const whittle::Error& error);

private:
    using OpenedCase = Result<std::shared_ptr<CaseFile>>;
    /// Which file the open case is in, as the worker sees it: a copy takes the place of the original between
    /// the changes asked for before and after. Used on the worker only.
    struct CaseHome {
        std::shared_ptr<CaseFile> file;
    };
    /// What is to be done once a case is open.
    struct Then {
        QStringList evidence{};
        QString title{};
        QString symptom{};
    };
    /// Files and folders that were added, told apart.
    struct Arrival {
        QStringList cases{};
        QStringList evidence{};
    };
    /// On the worker. Nothing: not yet, try again.
    using Opener = std::function<std::optional<OpenedCase>()>;
    void open(const Opener& opener, const Then& then);
    void tryToOpen(const Opener& opener, const Then& then);
    void opened(const OpenedCase& file, const QString& zone, const Then& then);
    void openThen(const QString& path, const Then& then);
    void adopt(const std::shared_ptr<CaseFile>& file, const QString& zone, const Then& then);
    void copied(const std::shared_ptr<CaseHome>& home, const QString& path, const OpenedCase& copy);
    void begin();
    void end();
    void letGo(std::shared_ptr<CaseFile> file, std::shared_ptr<CaseHome> home);
    void sortOut(const Arrival& arrival);
    void write(const std::function<Result<void>(CaseWriter&)>& change);
    void reanalyse(Analyser::Running running);
    void takeAnalysis(const AnalysisPtr& analysis, const OverviewDensity& density);
    /// Calls on the main thread, unless the session is gone by then.
    void later(const std::function<void()>& call);

    const Knowledge& m_knowledge;
    QString m_casesFolder;
    std::shared_ptr<const int> m_alive = std::make_shared<int>();
    std::shared_ptr<CaseFile> m_file;
    std::shared_ptr<CaseHome> m_home; ///< of m_file
    AnalysisPtr m_analysis;
    OverviewDensity m_density;
    QString m_zone;
    int m_opening = 0;
    std::stop_source m_waiting; ///< for a case to be closed that is to be opened
    std::deque<Arrival> m_arrivals; ///< for which a case is being made
    Worker m_worker; ///< outlives the jobs below, and closes the case last
    Worker m_sorter{LeavableThread::patience}; ///< looks at files that may be on a dead disk
    ImportQueue m_imports;
    Analyser m_analyser;
};

} // namespace whittle
