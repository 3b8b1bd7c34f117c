// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/importqueue.h"

#include <algorithm>
#include <cmath>

#include "models/store/casefile.h"

namespace whittle
{

namespace
{

constexpr std::chrono::milliseconds pollInterval{100};
constexpr double smoothing = 0.2; ///< share of the newest measurement in a rate

ImportJob::State stateOf(ImportOutcome::State state)
{
    switch (state) {
    case ImportOutcome::State::Imported:
        return ImportJob::State::Imported;
    case ImportOutcome::State::AlreadyInCase:
        return ImportJob::State::AlreadyInCase;
    case ImportOutcome::State::Failed:
        return ImportJob::State::Failed;
    case ImportOutcome::State::Cancelled:
        break;
    }
    return ImportJob::State::Cancelled;
}

/// Where the item is that could not be looked into: "bundle/" of "bundle/locked". An argument that was not
/// there is named by its whole path, and is below nothing.
std::string folderOf(const EvidenceItem& item)
{
    const auto slash = item.path.rfind('/');
    return item.path.starts_with('/') || slash == std::string::npos ? std::string()
                                                                    : item.path.substr(0, slash + 1);
}

std::vector<std::string> toPaths(const QStringList& arguments)
{
    std::vector<std::string> paths;
    for (const QString& argument : arguments)
        paths.push_back(argument.toStdString());
    return paths;
}

void finish(ImportJob& job, const ImportOutcome& outcome)
{
    job.state = stateOf(outcome.state);
    job.outcome = outcome;
    job.cancelling = false;
    job.remaining.reset();
    job.reading = {};
}

bool isUntroubled(const ImportOutcome& outcome)
{
    return std::all_of(outcome.problems.begin(), outcome.problems.end(),
                       [](const Problem& problem) { return problem.severity <= Severity::Notice; });
}

/// Back to before it was begun.
void restart(ImportJob& job)
{
    ImportJob fresh;
    fresh.id = job.id;
    fresh.item = job.item;
    job = fresh;
}

void measure(ImportJob& job, const Progress& progress, double seconds)
{
    const std::uint64_t before = job.done;
    job.done = progress.done();
    job.total = progress.total();
    if (job.done < before) // after the look for the same bytes it is read from its beginning
        job.remaining.reset();
    if (seconds <= 0 || job.done < before)
        return;
    const double now = static_cast<double>(job.done - before) / seconds;
    job.bytesPerSecond =
        job.bytesPerSecond > 0 ? job.bytesPerSecond + smoothing * (now - job.bytesPerSecond) : now;
    if (job.total >= job.done && job.bytesPerSecond > 1)
        job.remaining = std::chrono::seconds(
            std::llround(static_cast<double>(job.total - job.done) / job.bytesPerSecond));
}

} // namespace

bool ImportJob::isTroubled() const
{
    return !isUntroubled(outcome) || !members.troubled.empty();
}

ImportQueue::ImportQueue(Engine engine, QObject* parent)
    : QObject(parent)
    , m_engine(std::move(engine))
{
    m_timer.setInterval(pollInterval);
    connect(&m_timer, &QTimer::timeout, this, &ImportQueue::poll);
}

void ImportQueue::add(const QStringList& arguments)
{
    m_searches.push_back({toPaths(arguments)});
    startNext();
    Q_EMIT changed();
}

void ImportQueue::cancel(int id)
{
    ImportJob* job = find(id);
    if (!job || job->isOver())
        return;
    if (job->state == ImportJob::State::Reading) {
        job->cancelling = true;
        m_worker.requestStop();
    } else {
        job->state = ImportJob::State::Cancelled;
    }
    Q_EMIT changed();
}

void ImportQueue::cancelAll()
{
    m_searches.clear();
    for (ImportJob& job : m_jobs) {
        if (job.state == ImportJob::State::Waiting)
            job.state = ImportJob::State::Cancelled;
        job.cancelling = job.state == ImportJob::State::Reading;
    }
    m_worker.requestStop();
    Q_EMIT changed();
}

void ImportQueue::retry(int id)
{
    ImportJob* job = find(id);
    if (!job || (job->state != ImportJob::State::Failed && job->state != ImportJob::State::Cancelled))
        return;
    if (job->searched) {
        m_searches.push_back({{job->item.location}, folderOf(job->item)});
        erase([id](const ImportJob& one) { return one.id == id; });
    } else {
        restart(*job);
    }
    startNext();
    Q_EMIT changed();
}

void ImportQueue::readAs(int id, const std::string& format)
{
    ImportJob* job = find(id);
    if (!job || !job->isOver() || job->searched)
        return;
    job->item.format = format;
    restart(*job);
    startNext();
    Q_EMIT changed();
}

void ImportQueue::addItem(const EvidenceItem& item)
{
    append(item);
    startNext();
    Q_EMIT changed();
}

void ImportQueue::dismiss(int id)
{
    erase([id](const ImportJob& job) { return job.id == id && job.isOver(); });
    Q_EMIT changed();
}

void ImportQueue::dismissFinished()
{
    erase([](const ImportJob& job) { return job.isOver(); });
    Q_EMIT changed();
}

void ImportQueue::dismissUntroubled()
{
    erase([this](const ImportJob& job) {
        const bool known = job.state == ImportJob::State::AlreadyInCase;
        const bool read = job.state == ImportJob::State::Imported && !job.isTroubled();
        m_settled.known += known;
        m_settled.read += read;
        return known || read;
    });
    Q_EMIT changed();
}

/// What may have to be read again stays.
void ImportQueue::erase(const std::function<bool(const ImportJob&)>& isMeant)
{
    std::erase_if(m_jobs, [&](const ImportJob& job) { return job.id != m_readWhileHeld && isMeant(job); });
    if (m_jobs.empty())
        m_settled = {};
}

void ImportQueue::stop()
{
    m_worker.abandon();
    m_timer.stop();
    m_searches.clear();
    m_jobs.clear();
    m_settled = {};
    m_file.reset();
    m_collecting = false;
    m_holds = m_readingId = m_readWhileHeld = 0;
    Q_EMIT changed();
}

void ImportQueue::hold()
{
    ++m_holds;
}

void ImportQueue::release()
{
    m_holds = std::max(0, m_holds - 1);
    if (m_holds == 0)
        m_readWhileHeld = 0;
    startNext();
    Q_EMIT changed();
}

void ImportQueue::continueIn(const std::shared_ptr<CaseFile>& copy)
{
    m_file = copy;
    if (ImportJob* job = find(std::exchange(m_readingId, 0))) {
        m_worker.abandon();
        const bool cancelled = job->cancelling;
        restart(*job);
        job->state = cancelled ? ImportJob::State::Cancelled : ImportJob::State::Waiting;
    }
    if (ImportJob* job = find(std::exchange(m_readWhileHeld, 0)))
        restart(*job);
    release();
}

std::optional<std::uint64_t> ImportQueue::collecting() const
{
    if (m_collecting)
        return m_monitor->progress.done();
    return m_searches.empty() ? std::nullopt : std::optional<std::uint64_t>(0);
}

void ImportQueue::startNext()
{
    if (m_worker.isBusy() || !m_file)
        return;
    ImportJob* job = m_holds == 0 ? firstWaiting() : nullptr;
    m_monitor = std::make_shared<ImportMonitor>();
    if (!m_searches.empty())
        startCollecting();
    else if (job)
        startReading(*job);
    else
        m_timer.stop();
}

void ImportQueue::startCollecting()
{
    m_collecting = true;
    m_timer.start();
    const Search search = m_searches.front();
    m_searches.pop_front();
    m_worker.start(
        [this, search, monitor = m_monitor, collect = m_engine.collect](const std::stop_token& stop) {
            auto found = std::make_shared<Collected>(collect(search.arguments, monitor->progress, stop));
            return [this, found, below = search.below, cancelled = stop.stop_requested()] {
                collected(*found, below, cancelled);
            };
        });
}

void ImportQueue::startReading(ImportJob& job)
{
    job.state = ImportJob::State::Reading;
    m_readingId = job.id;
    m_gained = false;
    m_sincePoll.start();
    m_timer.start();
    m_worker.start([this, file = m_file, monitor = m_monitor, item = job.item, id = job.id,
                    import = m_engine.import](const std::stop_token& stop) {
        auto outcome = std::make_shared<ImportOutcome>(import(*file, item, *monitor, stop));
        return [this, id, outcome] { read(id, *outcome); };
    });
}

void ImportQueue::collected(const Collected& found, const std::string& below, bool cancelled)
{
    m_collecting = false;
    for (ImportOutcome outcome : found.unreadable) {
        outcome.item.path.insert(0, outcome.item.path.starts_with('/') ? std::string() : below);
        outcome.error->subject = outcome.item.path;
        ImportJob& job = append(outcome.item);
        job.searched = true;
        finish(job, outcome);
    }
    for (const EvidenceItem& item : found.items) {
        ImportJob& job = append({below + item.path, item.location});
        if (cancelled)
            job.state = ImportJob::State::Cancelled;
    }
    startNext();
    Q_EMIT changed();
}

void ImportQueue::read(int id, const ImportOutcome& outcome)
{
    takeMembers();
    m_readingId = 0;
    // What was taken back after it was cancelled was seen before.
    const bool gained = outcome.state == ImportOutcome::State::Imported || m_gained;
    if (gained && m_holds > 0)
        m_readWhileHeld = id;
    ImportJob* job = find(id);
    if (job && job->state == ImportJob::State::Reading) { // else it was told to be cancelled already
        measure(*job, m_monitor->progress, 0);
        finish(*job, outcome);
    }
    startNext();
    Q_EMIT changed();
    if (gained)
        Q_EMIT imported(m_worker.isBusy());
}

/// Members of the archive that is being read; true when a source came into the case. An import that was
/// cancelled says so here, before it takes back what it had written.
bool ImportQueue::takeMembers()
{
    ImportJob* job = find(m_readingId);
    bool gained = false;
    for (const ImportOutcome& outcome : m_monitor->takeOver()) {
        gained |= outcome.state == ImportOutcome::State::Imported;
        if (!job || job->state != ImportJob::State::Reading)
            continue;
        if (outcome.item == job->item)
            finish(*job, outcome);
        else
            takeMember(*job, outcome);
    }
    m_gained |= gained;
    return gained;
}

void ImportQueue::takeMember(ImportJob& job, const ImportOutcome& member)
{
    constexpr std::size_t enough = 100;
    ImportJob::Members& members = job.members;
    members.read += member.state == ImportOutcome::State::Imported;
    members.known += member.state == ImportOutcome::State::AlreadyInCase;
    members.events += member.state == ImportOutcome::State::Imported ? member.events : 0;
    if (!isUntroubled(member) && members.troubled.size() < enough)
        members.troubled.push_back(member);
}

void ImportQueue::poll()
{
    const bool gained = takeMembers();
    ImportJob* job = find(m_readingId);
    if (job && job->state == ImportJob::State::Reading) {
        measure(*job, m_monitor->progress, static_cast<double>(m_sincePoll.restart()) / 1000.0);
        job->reading = m_monitor->reading();
    }
    Q_EMIT progressed();
    if (gained)
        Q_EMIT imported(true);
}

/// Ids rise along the list.
ImportJob* ImportQueue::find(int id)
{
    const auto found = std::ranges::lower_bound(m_jobs, id, {}, &ImportJob::id);
    return found == m_jobs.end() || found->id != id ? nullptr : &*found;
}

ImportJob* ImportQueue::firstWaiting()
{
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [](const ImportJob& job) {
        return job.state == ImportJob::State::Waiting;
    });
    return found == m_jobs.end() ? nullptr : &*found;
}

ImportJob& ImportQueue::append(const EvidenceItem& item)
{
    ImportJob& job = m_jobs.emplace_back();
    job.id = ++m_lastId;
    job.item = item;
    return job;
}

} // namespace whittle
