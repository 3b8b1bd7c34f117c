// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/importtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "models/report/visibletext.h"
#include "models/report/words.h"

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
        return Texts::tr("almost done");
    if (left.count() < 90)
        return Texts::tr("%1 s left").arg(left.count());
    return Texts::tr("%1 min left").arg((left.count() + 30) / 60);
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
    return parts.join(QStringLiteral(" · "));
}

QString problemLine(const Problem& problem, const Words& words)
{
    const QString text = words.problem(problem);
    return problem.place ? QStringLiteral("%1: %2").arg(place(*problem.place), text) : text;
}

} // namespace

bool isUnknown(const ImportJob& job)
{
    return job.state == ImportJob::State::Imported && job.outcome.format == "unknown";
}

QString state(const ImportJob& job)
{
    switch (job.state) {
    case ImportJob::State::Waiting:
        return Texts::tr("waiting");
    case ImportJob::State::Reading:
        return job.cancelling ? Texts::tr("cancelling…") : Texts::tr("reading");
    case ImportJob::State::Imported:
        return isUnknown(job) ? Texts::tr("could not be read") : Texts::tr("read");
    case ImportJob::State::AlreadyInCase:
        return Texts::tr("already in this case");
    case ImportJob::State::Failed:
        return Texts::tr("could not be read");
    case ImportJob::State::Cancelled:
        break;
    }
    return Texts::tr("cancelled, nothing of it was kept");
}

QString format(const ImportJob& job)
{
    if (job.outcome.format.empty())
        return {};
    const QString name = QString::fromStdString(job.outcome.format);
    const QString reason = visibleText(std::string_view{job.outcome.formatReason});
    return reason.isEmpty() ? name : Texts::tr("%1: %2").arg(name, reason);
}

QString figures(const ImportJob& job)
{
    if (job.state == ImportJob::State::Reading)
        return readingFigures(job);
    if (job.state == ImportJob::State::Imported) {
        const QString events = QLocale().toString(static_cast<qulonglong>(job.outcome.events));
        return job.outcome.events == 1 ? Texts::tr("1 event") : Texts::tr("%1 events").arg(events);
    }
    return {};
}

QString problems(const ImportJob& job, const Words& words, int most)
{
    QStringList lines;
    if (job.outcome.error)
        lines << words.error(*job.outcome.error);
    int more = 0;
    for (const Problem& problem : job.outcome.problems) {
        if (problem.severity == Severity::Info)
            continue;
        if (lines.size() < most)
            lines << problemLine(problem, words);
        else
            ++more;
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
