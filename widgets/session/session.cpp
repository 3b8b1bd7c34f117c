// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/session.h"

#include <thread>

#include <QFileInfo>

#include "models/evidence/blockreader.h"
#include "models/import/recordreader.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"
#include "widgets/jobs/mainthread.h"
#include "widgets/session/casefiles.h"

namespace whittle
{

namespace
{

constexpr std::chrono::milliseconds betweenTries{5};

QString settingOf(const CaseFile& file, std::string_view key)
{
    const auto reader = file.newReader();
    if (!reader)
        return {};
    const auto value = (*reader)->setting(key);
    return value ? QString::fromStdString(*value) : QString();
}

Error readOnly(const CaseFile& file)
{
    return {ErrorCode::NoPermission, "the case is read-only: " + file.readOnlyReason(), file.path()};
}

} // namespace

Session::Session(const Knowledge& knowledge, QString casesFolder, Engine engine, QObject* parent)
    : QObject(parent)
    , m_knowledge(knowledge)
    , m_casesFolder(std::move(casesFolder))
    , m_analysis(std::make_shared<Analysis>())
    , m_imports(engine)
    , m_analyser(knowledge, engine)
{
    connect(&m_analyser, &Analyser::finished, this, &Session::takeAnalysis);
    connect(&m_analyser, &Analyser::failed, this, &Session::failed);
    connect(&m_analyser, &Analyser::busyChanged, this, &Session::busyChanged);
    connect(&m_imports, &ImportQueue::imported, this, [this] { reanalyse(Analyser::Running::Finish); });
}

Session::~Session()
{
    disconnect(&m_analyser, nullptr, this, nullptr);
    disconnect(&m_imports, nullptr, this, nullptr);
    m_waiting.request_stop();
    m_imports.stop();
    m_analyser.stop();
    letGo(std::exchange(m_file, nullptr), std::exchange(m_home, nullptr));
}

/// The worker closes the case, after all that was asked to be written.
void Session::letGo(std::shared_ptr<CaseFile> file, std::shared_ptr<CaseHome> home)
{
    m_worker.post([file = std::move(file), home = std::move(home)] {});
}

void Session::newCase(const QString& path)
{
    open([path] { return CaseFile::create(path.toStdString()); }, {});
}

void Session::openCase(const QString& path)
{
    openThen(path, {});
}

/// Opening the case that is open already would find it in use: by ourselves. A later wish ends the wait for a
/// case to be closed, which keeps none open that is closed meanwhile.
void Session::openThen(const QString& path, const Then& then)
{
    const std::stop_source waiting;
    const auto opener = [path = path.toStdString(), last = std::weak_ptr(m_home),
                         stop = waiting.get_token()]() -> std::optional<OpenedCase> {
        const auto home = last.lock();
        return home && isAt(*home->file, path) ? OpenedCase(home->file) : openUnlessHeld(path, stop);
    };
    open(opener, then);
    m_waiting = waiting;
}

void Session::openSample(const QString& folder, const QString& title)
{
    open([] { return CaseFile::createTemporary(); }, {evidenceIn(folder), title, {}});
}

void Session::startWithSymptom(const QString& symptom)
{
    open([folder = m_casesFolder, symptom] { return createIn(folder, symptom); }, {{}, {}, symptom});
}

void Session::closeCase()
{
    if (!m_file)
        return;
    m_imports.stop();
    m_analyser.stop();
    auto file = std::exchange(m_file, nullptr);
    auto home = std::exchange(m_home, nullptr);
    m_zone.clear();
    m_density = {};
    m_analysis = std::make_shared<Analysis>();
    Q_EMIT caseChanged(); // whoever holds the case lets go of it now
    Q_EMIT analysisChanged(m_analysis);
    letGo(std::move(file), std::move(home));
}

void Session::saveAs(const QString& path)
{
    if (!m_file)
        return;
    m_imports.hold();
    begin();
    m_worker.post([this, home = m_home, path] {
        const auto copy = std::make_shared<OpenedCase>(copyOf(home->file, path.toStdString()));
        if (*copy)
            home->file = **copy;
        later([this, home, path, copy] {
            copied(home, path, *copy);
            end();
        });
    });
}

/// On the main thread, when the worker writes to the copy already.
void Session::copied(const std::shared_ptr<CaseHome>& home, const QString& path, const OpenedCase& copy)
{
    const bool stillOpen = m_home == home;
    if (stillOpen && copy && *copy != m_file) {
        m_analyser.stop();
        auto original = std::exchange(m_file, *copy);
        m_imports.continueIn(m_file);
        Q_EMIT caseChanged();
        letGo(std::move(original), nullptr);
        reanalyse(Analyser::Running::Finish);
    } else if (stillOpen) {
        m_imports.release();
    }
    if (copy)
        Q_EMIT saved(path);
    else
        Q_EMIT failed(copy.error());
}

void Session::addEvidence(const QStringList& paths)
{
    m_sorter.post([this, guard = std::weak_ptr(m_alive), paths] {
        Arrival arrival;
        for (const QString& path : paths) {
            const bool isCase = checkIsFile(path.toStdString()) && looksLikeCase(path.toStdString());
            (isCase ? arrival.cases : arrival.evidence).append(path);
        }
        callOnMainThread(guard, [this, arrival] { sortOut(arrival); });
    });
}

/// Of several cases the first is opened; the others are told to be no evidence.
void Session::sortOut(const Arrival& arrival)
{
    const QStringList evidence = arrival.evidence + arrival.cases.mid(1);
    if (!arrival.cases.isEmpty()) {
        openThen(arrival.cases.front(), {evidence, {}, {}});
    } else if (evidence.isEmpty()) {
        return;
    } else if (!m_file && m_opening > 0) {
        m_arrivals.push_back(arrival);
    } else if (!m_file) {
        const QString name = QFileInfo(evidence.front()).fileName();
        open([folder = m_casesFolder, name] { return createIn(folder, name); }, {evidence, {}, {}});
    } else if (m_file->isReadOnly()) {
        Q_EMIT failed(readOnly(*m_file));
    } else {
        m_imports.add(evidence);
    }
}

void Session::answer(const QString& question, const QString& value)
{
    write([q = question.toStdString(), v = value.toStdString()](CaseWriter& writer) {
        return writer.setAnswer(q, v);
    });
}

void Session::takeBack(const QString& question)
{
    write([q = question.toStdString()](CaseWriter& writer) { return writer.removeAnswer(q); });
}

void Session::setSymptom(const QString& symptom)
{
    write(
        [value = symptom.toStdString()](CaseWriter& writer) { return writer.setSetting("symptom", value); });
}

void Session::setTitle(const QString& title)
{
    write([value = title.toStdString()](CaseWriter& writer) { return writer.setSetting("title", value); });
}

void Session::setZone(const QString& zone)
{
    m_zone = zone;
    if (m_file && !m_file->isReadOnly())
        write([value = zone.toStdString()](CaseWriter& writer) { return writer.setSetting("zone", value); });
}

void Session::pin(const EventRef& a, const EventRef& b)
{
    write([a, b](CaseWriter& writer) { return writer.pinMoments(a, b); });
}

void Session::unpin(const EventRef& a, const EventRef& b)
{
    write([a, b](CaseWriter& writer) { return writer.unpinMoments(a, b); });
}

void Session::setClockOffset(SourceId source, std::optional<std::int64_t> aheadNs)
{
    const AnalysedSource* known = m_analysis->source(source);
    if (aheadNs && !known)
        return;
    if (aheadNs)
        *aheadNs += known->clock.utcOffsetNs - known->clock.dateShiftNs;
    write([source, aheadNs](CaseWriter& writer) { return writer.setClockOffset(source, aheadNs); });
}

void Session::excludeClock(SourceId source, bool isExcluded)
{
    write([source, isExcluded](CaseWriter& writer) { return writer.excludeClock(source, isExcluded); });
}

void Session::removeSource(SourceId source)
{
    write([source](CaseWriter& writer) { return writer.removeSource(source); });
}

void Session::readAs(SourceId source, const std::string& format)
{
    const AnalysedSource* known = m_analysis->source(source);
    if (!known || !m_file)
        return;
    if (m_file->isReadOnly()) {
        Q_EMIT failed(readOnly(*m_file));
        return;
    }
    const SourceRow& row = known->row;
    m_imports.addItem({row.path, row.location, collectedLayers(row.layers), format});
}

void Session::undo()
{
    write([](CaseWriter& writer) -> Result<void> {
        const auto undone = writer.undoLast();
        return undone ? Result<void>() : undone.error();
    });
}

QString Session::title() const
{
    if (!m_file)
        return {};
    if (!m_analysis->title.empty())
        return QString::fromStdString(m_analysis->title);
    return m_file->isTemporary() ? tr("New case")
                                 : QFileInfo(QString::fromStdString(m_file->path())).completeBaseName();
}

void Session::open(const Opener& opener, const Then& then)
{
    begin();
    tryToOpen(opener, then);
}

/// Where it has to be tried again, what was asked for meanwhile is done first: the case that is open until
/// then loses no answer.
void Session::tryToOpen(const Opener& opener, const Then& then)
{
    m_worker.post([this, opener, then] {
        auto tried = opener();
        if (!tried) {
            std::this_thread::sleep_for(betweenTries);
            tryToOpen(opener, then);
            return;
        }
        const auto file = std::make_shared<OpenedCase>(std::move(*tried));
        const QString zone = *file ? settingOf(***file, "zone") : QString();
        later([this, file, zone, then] {
            opened(*file, zone, then);
            end();
        });
    });
}

void Session::opened(const OpenedCase& file, const QString& zone, const Then& then)
{
    if (!file)
        Q_EMIT failed(file.error());
    else if (*file == m_file) // it was open already
        sortOut({{}, then.evidence});
    else
        adopt(*file, zone, then);
}

void Session::begin()
{
    m_waiting.request_stop();
    ++m_opening;
    Q_EMIT busyChanged();
}

/// What has arrived meanwhile finds a case now, or makes one.
void Session::end()
{
    --m_opening;
    for (const Arrival& arrival : std::exchange(m_arrivals, {}))
        sortOut(arrival);
    Q_EMIT busyChanged();
}

void Session::adopt(const std::shared_ptr<CaseFile>& file, const QString& zone, const Then& then)
{
    closeCase();
    m_file = file;
    m_home = std::make_shared<CaseHome>(CaseHome{file});
    m_zone = zone;
    m_imports.setCase(file);
    Q_EMIT caseChanged();
    if (!then.title.isEmpty())
        setTitle(then.title);
    if (!then.symptom.isEmpty())
        setSymptom(then.symptom);
    sortOut({{}, then.evidence});
    reanalyse(Analyser::Running::Finish);
}

/// One change to the case on the worker, then everything is looked at again.
void Session::write(const std::function<Result<void>(CaseWriter&)>& change)
{
    if (!m_file)
        return;
    if (m_file->isReadOnly()) {
        Q_EMIT failed(readOnly(*m_file));
        return;
    }
    m_worker.post([this, change, home = m_home] {
        CaseWriter* writer = home->file->writer();
        auto written = std::make_shared<Result<void>>(writer ? change(*writer) : readOnly(*home->file));
        later([this, written, home = std::weak_ptr(home)] {
            if (!*written)
                Q_EMIT failed(written->error());
            else if (m_home && m_home == home.lock())
                reanalyse(Analyser::Running::Abandon);
        });
    });
}

void Session::reanalyse(Analyser::Running running)
{
    if (m_file)
        m_analyser.request(m_file, running);
}

void Session::takeAnalysis(const AnalysisPtr& analysis, const OverviewDensity& density)
{
    m_analysis = analysis;
    m_density = density;
    Q_EMIT analysisChanged(m_analysis);
}

void Session::later(const std::function<void()>& call)
{
    callOnMainThread(m_alive, call);
}

} // namespace whittle
