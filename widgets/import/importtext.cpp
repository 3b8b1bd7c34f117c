// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/importtext.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "models/report/visibletext.h"
#include "models/report/words.h"
#include "models/timeline/timetext.h"

namespace whittle::importtext
{

namespace
{

/// The context of the texts for translators.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ImportText)
};

QString bytes(std::uint64_t count)
{
    return QLocale().formattedDataSize(static_cast<qint64>(count), 1, QLocale::DataSizeSIFormat);
}

QString remaining(std::chrono::seconds left)
{
    if (left.count() < 1)
        return Texts::tr("less than 1 s left");
    if (left.count() < 90)
        return Texts::tr("%1 s left").arg(left.count());
    return Texts::tr("%1 min left").arg((left.count() + 30) / 60);
}

QString events(std::uint64_t count)
{
    return count == 1 ? Texts::tr("1 event")
                      : Texts::tr("%1 events").arg(QLocale().toString(static_cast<qulonglong>(count)));
}

QString members(const ImportJob& job)
{
    const std::uint64_t count = job.outcome.members;
    return count == 1 ? Texts::tr("1 file inside")
                      : Texts::tr("%1 files inside").arg(QLocale().toString(static_cast<qulonglong>(count)));
}

bool isArchive(const ImportJob& job)
{
    return job.outcome.format == "archive";
}

QString formatWithReason(const std::string& format, const std::string& why, const Words& words)
{
    if (format.empty())
        return {};
    const QString name = QString::fromStdString(format);
    const QString reason = words.reason(why);
    return reason.isEmpty() ? name : Texts::tr("%1: %2").arg(name, reason);
}

/// "traces/ccm00000123.txt" of "bundle.zip/traces/ccm00000123.txt"; empty for the file itself.
QString nameInside(const ImportJob& job, const std::string& path)
{
    const std::string folder = job.item.path + "/";
    return path.starts_with(folder) ? visibleText(std::string_view{path}.substr(folder.size())) : QString();
}

QString readingFigures(const ImportJob& job)
{
    if (job.total == 0 && job.done == 0)
        return {}; // it has hardly begun
    QStringList parts;
    parts << (job.total > 0 ? Texts::tr("%1 of %2").arg(bytes(job.done), bytes(job.total)) : bytes(job.done));
    if (job.bytesPerSecond > 0)
        parts << Texts::tr("%1/s").arg(bytes(static_cast<std::uint64_t>(job.bytesPerSecond)));
    if (job.remaining)
        parts << remaining(*job.remaining);
    const std::uint64_t found = job.members.events + job.reading.events;
    if (found > 0)
        parts << events(found);
    return parts.join(QStringLiteral(" · "));
}

QString problemLine(const Problem& problem, const Words& words)
{
    const QString text = words.problem(problem);
    return problem.place ? QStringLiteral("%1: %2").arg(place(*problem.place), text) : text;
}

bool has(const ImportJob& job, std::string_view id)
{
    return std::ranges::any_of(job.outcome.problems, [&](const Problem& one) { return one.id == id; });
}

} // namespace

bool isEmptyFile(const ImportJob& job)
{
    return has(job, "import.empty-file");
}

bool isRefused(const ImportJob& job)
{
    if (job.state == ImportJob::State::Failed)
        return !canBeRetried(job);
    if (job.state != ImportJob::State::Imported)
        return false;
    const bool nothingInside = isArchive(job) && job.members.read + job.members.known == 0;
    return has(job, "import.unknown-format") || isEmptyFile(job) || nothingInside;
}

bool canBeRetried(const ImportJob& job)
{
    if (job.state != ImportJob::State::Failed)
        return job.state == ImportJob::State::Cancelled;
    switch (job.outcome.error ? job.outcome.error->code : ErrorCode::Io) {
    case ErrorCode::NotFound:
    case ErrorCode::NoPermission:
    case ErrorCode::Vanished:
    case ErrorCode::Cancelled:
    case ErrorCode::Io:
    case ErrorCode::DiskFull:
    case ErrorCode::Database:
    case ErrorCode::CaseInUse:
        return true;
    case ErrorCode::Truncated:
    case ErrorCode::Malformed:
    case ErrorCode::Unsupported:
    case ErrorCode::Empty:
    case ErrorCode::ForeignFile:
    case ErrorCode::NewerCase:
    case ErrorCode::Usage:
        break;
    }
    return false;
}

namespace
{

QString readState(const ImportJob& job)
{
    if (isEmptyFile(job))
        return Texts::tr("empty");
    if (isRefused(job))
        return isArchive(job) ? Texts::tr("nothing in it could be read") : Texts::tr("format not recognised");
    return job.isTroubled() ? Texts::tr("read, with problems") : Texts::tr("read");
}

} // namespace

QString state(const ImportJob& job)
{
    switch (job.state) {
    case ImportJob::State::Waiting:
        return Texts::tr("waiting");
    case ImportJob::State::Reading:
        return job.cancelling ? Texts::tr("cancelling…") : Texts::tr("reading");
    case ImportJob::State::Imported:
        return readState(job);
    case ImportJob::State::AlreadyInCase:
        return Texts::tr("already in the case");
    case ImportJob::State::Failed:
        return isRefused(job) ? Texts::tr("refused") : Texts::tr("could not be opened");
    case ImportJob::State::Cancelled:
        break;
    }
    return Texts::tr("cancelled, nothing of it was kept");
}

QString format(const ImportJob& job, const Words& words)
{
    // What is wrong says more than what it looked like.
    if (job.state == ImportJob::State::Failed || isRefused(job))
        return {};
    if (job.state != ImportJob::State::Reading)
        return formatWithReason(job.outcome.format, job.outcome.formatReason, words);
    const QString format = formatWithReason(job.reading.format, job.reading.formatReason, words);
    const QString member = nameInside(job, job.reading.path);
    return member.isEmpty() ? format : Texts::tr("%1, %2").arg(member, format);
}

QString figures(const ImportJob& job)
{
    if (job.state == ImportJob::State::Reading)
        return readingFigures(job);
    if (job.state != ImportJob::State::Imported)
        return {};
    if (isRefused(job) && !isArchive(job))
        return {};
    if (!isArchive(job))
        return events(job.outcome.events);
    return members(job) + QStringLiteral(" · ") + events(job.members.events);
}

QString firstEvents(const ImportJob& job, const Words& words, int most)
{
    if (job.state != ImportJob::State::Reading)
        return {};
    const TimeText plain; // the source's wall clock, as if it were UTC
    QStringList lines;
    for (const EventRow& row : job.reading.first) {
        if (lines.size() == most)
            break;
        constexpr std::int64_t dayNs = std::int64_t{86'400} * nsPerSecond;
        const CaseTime time{row.time.ns};
        QStringList parts;
        if (row.time.ns >= 366 * dayNs) // else its lines have no date
            parts << plain.date(time);
        parts << plain.timeOfDay(time) << words.kind(row.kind);
        if (!row.device.empty())
            parts << visibleText(std::string_view{row.device});
        else if (row.source.address.isSet())
            parts << QString::fromStdString(toText(row.source.address) + " → "
                                            + toText(row.destination.address));
        lines << parts.join(QStringLiteral("  "));
    }
    return lines.join(QLatin1Char('\n'));
}

bool canBeReadAs(const ImportJob& job)
{
    const bool isThere =
        job.state == ImportJob::State::Imported || job.state == ImportJob::State::AlreadyInCase;
    return isThere && !isArchive(job) && !isEmptyFile(job);
}

QString problems(const ImportJob& job, const Words& words, int most)
{
    QStringList lines;
    if (job.outcome.error)
        lines << words.error(*job.outcome.error);
    if (job.state == ImportJob::State::AlreadyInCase) {
        for (const Problem& problem : job.outcome.problems)
            lines << words.problem(problem);
    }
    int more = 0;
    const auto add = [&](const QString& member, const Problem& problem) {
        if (problem.severity == Severity::Info)
            return;
        const QString line = problemLine(problem, words);
        const QString named = problem.place ? Texts::tr("%1, %2") : Texts::tr("%1: %2");
        if (lines.size() < most)
            lines << (member.isEmpty() ? line : named.arg(member, line));
        else
            ++more;
    };
    for (const Problem& problem : job.outcome.problems)
        add({}, problem);
    for (const ImportOutcome& member : job.members.troubled) {
        for (const Problem& problem : member.problems)
            add(nameInside(job, member.item.path), problem);
    }
    if (more > 0)
        lines << Texts::tr("and %n more", nullptr, more);
    return lines.join(QLatin1Char('\n'));
}

QString place(Place place)
{
    const auto number = QString::number(place.number);
    switch (place.unit) {
    case PlaceUnit::Frame:
        return Texts::tr("frame %1").arg(number);
    case PlaceUnit::Line:
        return Texts::tr("line %1").arg(number);
    case PlaceUnit::Offset:
        break;
    }
    return Texts::tr("byte %1").arg(number);
}

} // namespace whittle::importtext
