// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/casefiles.h"

#include <filesystem>

#include <QDate>
#include <QDir>
#include <QFileInfo>

#include "models/store/casefile.h"

namespace whittle
{

namespace
{

/// Evidence may be called anything: without what cannot be seen, and short enough to be part of a name.
QString nameForCase(const QString& name)
{
    constexpr qsizetype mostBytes = 150;
    QString clean;
    for (const QChar c : name)
        clean += c.isPrint() || c.isSurrogate() ? c : QLatin1Char('_');
    while (clean.toUtf8().size() > mostBytes)
        clean.chop(clean.back().isLowSurrogate() ? 2 : 1);
    return clean;
}

/// "<folder>/2026-11-22 <name>.whittle", with a number where that exists.
QString freshCasePath(const QString& folder, const QString& name)
{
    const QString stem = QDate::currentDate().toString(Qt::ISODate) + QLatin1Char(' ') + nameForCase(name);
    QString path = QDir(folder).filePath(stem + QStringLiteral(".whittle"));
    for (int n = 2; QFileInfo::exists(path); ++n)
        path = QDir(folder).filePath(stem + QStringLiteral(" %1.whittle").arg(n));
    return path;
}

} // namespace

QStringList evidenceIn(const QString& folder)
{
    QStringList paths;
    for (const QFileInfo& entry :
         QDir(folder).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name)) {
        if (!entry.fileName().startsWith(QLatin1String("README")))
            paths.append(entry.absoluteFilePath());
    }
    return paths;
}

Result<std::shared_ptr<CaseFile>> createIn(const QString& folder, const QString& name)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::NoPermission, "the folder cannot be made", folder.toStdString()};
    return CaseFile::create(freshCasePath(folder, name).toStdString());
}

bool isAt(const CaseFile& file, const std::string& path)
{
    std::error_code ignored;
    return std::filesystem::equivalent(file.path(), path, ignored);
}

std::optional<Result<std::shared_ptr<CaseFile>>> openUnlessHeld(const std::string& path,
                                                                const std::stop_token& stop)
{
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "another case was asked for", path};
    if (isOpenCase(path))
        return std::nullopt;
    return CaseFile::open(path);
}

Result<std::shared_ptr<CaseFile>> copyOf(const std::shared_ptr<CaseFile>& file, const std::string& path)
{
    if (!file->isTemporary() && isAt(*file, path))
        return file;
    const auto copied = file->copyTo(path);
    if (!copied)
        return copied.error();
    auto copy = CaseFile::open(path);
    if (copy && !(*copy)->isReadOnly())
        return copy;
    const std::string why = copy ? (*copy)->readOnlyReason() : copy.error().reason;
    return Error{copy ? ErrorCode::NoPermission : copy.error().code,
                 "the copy was made, but cannot be worked in (" + why + "): the case stays where it was",
                 path};
}

} // namespace whittle
