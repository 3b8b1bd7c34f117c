// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import/importsummary.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "widgets/import/importtext.h"

namespace whittle
{

namespace
{

/// The context of the texts for translators.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ImportSummary)
};

void count(const ImportJob& job, ImportSummary& summary)
{
    switch (job.state) {
    case ImportJob::State::Waiting:
    case ImportJob::State::Reading:
        return;
    case ImportJob::State::Imported:
        if (importtext::isRefused(job)) {
            ++summary.refused;
        } else {
            ++summary.read;
            summary.troubled += job.isTroubled();
        }
        return;
    case ImportJob::State::AlreadyInCase:
        ++summary.known;
        return;
    case ImportJob::State::Failed:
        ++(importtext::isRefused(job) ? summary.refused : summary.unreadable);
        return;
    case ImportJob::State::Cancelled:
        break;
    }
    ++summary.cancelled;
}

/// What came of the files, each kind that there is.
QStringList results(const ImportSummary& summary)
{
    QStringList parts;
    if (summary.read > 0)
        parts << (summary.read == 1 ? Texts::tr("1 file read")
                                    : Texts::tr("%n files read", "", summary.read));
    if (summary.troubled > 0)
        parts << (summary.troubled == 1 ? Texts::tr("1 with problems")
                                        : Texts::tr("%n with problems", "", summary.troubled));
    if (summary.refused > 0)
        parts << (summary.refused == 1 ? Texts::tr("1 refused")
                                       : Texts::tr("%n refused", "", summary.refused));
    if (summary.unreadable > 0)
        parts << (summary.unreadable == 1 ? Texts::tr("1 could not be opened")
                                          : Texts::tr("%n could not be opened", "", summary.unreadable));
    if (summary.known > 0)
        parts << (summary.known == 1 ? Texts::tr("1 already in the case")
                                     : Texts::tr("%n already in the case", "", summary.known));
    if (summary.cancelled > 0)
        parts << (summary.cancelled == 1 ? Texts::tr("1 cancelled")
                                         : Texts::tr("%n cancelled", "", summary.cancelled));
    return parts;
}

} // namespace

ImportSummary summarise(const std::vector<ImportJob>& jobs, const ImportQueue::Settled& settled)
{
    ImportSummary summary;
    summary.read = settled.read;
    summary.known = settled.known;
    summary.all = summary.over = settled.read + settled.known;
    for (const ImportJob& job : jobs) {
        ++summary.all;
        summary.over += job.isOver();
        count(job, summary);
    }
    return summary;
}

QString headline(const ImportSummary& summary, std::optional<std::uint64_t> found)
{
    const QString separator = QStringLiteral(", ");
    const QStringList parts = results(summary);
    if (found && *found > 0)
        return Texts::tr("Looking for files… %1 found").arg(QLocale().toString(qulonglong(*found)));
    if (found && summary.over == summary.all)
        return Texts::tr("Looking for files…");
    if (summary.over < summary.all)
        return (QStringList{Texts::tr("Reading file %1 of %2").arg(summary.over + 1).arg(summary.all)}
                + parts)
            .join(separator);
    return parts.join(separator);
}

} // namespace whittle
