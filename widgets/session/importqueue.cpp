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
}

bool isUntroubled(const ImportOutcome& outcome)
{
    return std::all_of(outcome.problems.begin(), outcome.problems.end(),
                       [](const Problem& problem) { return problem.severity <= Severity::Notice; });
}

void measure(ImportJob& job, const Progress& progress, double seconds)
{
    const std::uint64_t before = job.done;
    job.done = progress.done();
    job.total = progress.total();
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

ImportQueue::ImportQueue(Engine engine, QObject* parent)
    : QObject(parent)
    , m_engine(std::move(engine))
{
    m_timer.setInterval(pollInterval);
    connect(&m_timer, &QTimer::timeout, this, &ImportQueue::poll);
}

ImportQueue::~ImportQueue()
{
    stop();
}

void ImportQueue::add(const QStringList& arguments)
{
    m_arguments.push_back(arguments);
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
        m_thread.request_stop();
    } else {
        job->state = ImportJob::State::Cancelled;
    }
    Q_EMIT changed();
}

void ImportQueue::cancelAll()
{
    m_arguments.clear();
    for (ImportJob& job : m_jobs) {
        if (job.state == ImportJob::State::Waiting)
            job.state = ImportJob::State::Cancelled;
        job.cancelling = job.state == ImportJob::State::Reading;
    }
    m_thread.request_stop();
    Q_EMIT changed();
}

void ImportQueue::retry(int id)
{
    ImportJob* job = find(id);
    if (!job || (job->state != ImportJob::State::Failed && job->state != ImportJob::State::Cancelled))
        return;
    job->state = ImportJob::State::Waiting;
    job->outcome = {};
    job->done = job->total = 0;
    job->bytesPerSecond = 0;
    startNext();
    Q_EMIT changed();
}

void ImportQueue::dismiss(int id)
{
    std::erase_if(m_jobs, [id](const ImportJob& job) { return job.id == id && job.isOver(); });
    Q_EMIT changed();
}

void ImportQueue::dismissFinished()
{
    std::erase_if(m_jobs, [](const ImportJob& job) { return job.isOver(); });
    Q_EMIT changed();
}

void ImportQueue::dismissUntroubled()
{
    const auto untroubled = [](const ImportJob& job) {
        return job.state == ImportJob::State::AlreadyInCase
            || (job.state == ImportJob::State::Imported && isUntroubled(job.outcome));
    };
    std::erase_if(m_jobs, untroubled);
    Q_EMIT changed();
}

void ImportQueue::stop()
{
    ++m_generation;
    m_timer.stop();
    m_arguments.clear();
    m_collecting = false;
    if (isBusy()) {
        m_thread.request_stop();
        m_thread.join();
    }
    m_jobs.clear();
    m_file.reset();
    Q_EMIT changed();
}

void ImportQueue::startNext()
{
    if (isBusy() || !m_file)
        return;
    if (!m_arguments.empty())
        startCollecting();
    else if (ImportJob* job = firstWaiting())
        startReading(*job);
    else
        m_timer.stop();
}

void ImportQueue::startCollecting()
{
    m_collecting = true;
    const QStringList arguments = m_arguments.front();
    m_arguments.pop_front();
    m_thread = std::jthread([this, arguments, generation = m_generation, collect = m_engine.collect] {
        auto found = std::make_shared<Collected>(collect(toPaths(arguments)));
        QMetaObject::invokeMethod(
            this, [this, generation, found] { collected(generation, *found); }, Qt::QueuedConnection);
    });
}

void ImportQueue::startReading(ImportJob& job)
{
    job.state = ImportJob::State::Reading;
    m_readingId = job.id;
    m_progress = std::make_shared<Progress>();
    m_sincePoll.start();
    m_timer.start();
    m_thread = std::jthread([this, file = m_file, progress = m_progress, item = job.item, id = job.id,
                             generation = m_generation,
                             import = m_engine.import](const std::stop_token& stop) {
        auto outcome = std::make_shared<ImportOutcome>(import(*file, item, *progress, stop));
        QMetaObject::invokeMethod(
            this, [this, generation, id, outcome] { read(generation, id, *outcome); }, Qt::QueuedConnection);
    });
}

void ImportQueue::collected(int generation, const Collected& found)
{
    if (generation != m_generation)
        return;
    const bool cancelled = m_thread.get_stop_token().stop_requested();
    m_thread.join();
    m_collecting = false;
    for (const ImportOutcome& outcome : found.unreadable)
        finish(append(outcome.item), outcome);
    for (const EvidenceItem& item : found.items) {
        ImportJob& job = append(item);
        if (cancelled)
            job.state = ImportJob::State::Cancelled;
    }
    startNext();
    Q_EMIT changed();
}

void ImportQueue::read(int generation, int id, const ImportOutcome& outcome)
{
    if (generation != m_generation)
        return;
    m_thread.join();
    if (ImportJob* job = find(id)) {
        measure(*job, *m_progress, 0);
        finish(*job, outcome);
    }
    startNext();
    Q_EMIT changed();
    if (outcome.state == ImportOutcome::State::Imported)
        Q_EMIT imported(isBusy());
}

void ImportQueue::poll()
{
    ImportJob* job = find(m_readingId);
    if (!job || job->state != ImportJob::State::Reading)
        return;
    measure(*job, *m_progress, static_cast<double>(m_sincePoll.restart()) / 1000.0);
    Q_EMIT progressed();
}

ImportJob* ImportQueue::find(int id)
{
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [id](const ImportJob& job) { return job.id == id; });
    return found == m_jobs.end() ? nullptr : &*found;
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
