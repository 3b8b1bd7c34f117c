// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/session.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>

#include "models/store/casefile.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"

namespace whittle
{

namespace
{

QString settingOf(const CaseFile& file, std::string_view key)
{
    const auto reader = file.newReader();
    if (!reader)
        return {};
    const auto value = (*reader)->setting(key);
    return value ? QString::fromStdString(*value) : QString();
}

/// "<folder>/2026-11-22 <name>.whittle", with a number where that exists.
QString freshCasePath(const QString& folder, const QString& name)
{
    const QString stem = QDate::currentDate().toString(Qt::ISODate) + QLatin1Char(' ') + name;
    QString path = QDir(folder).filePath(stem + QStringLiteral(".whittle"));
    for (int n = 2; QFileInfo::exists(path); ++n)
        path = QDir(folder).filePath(stem + QStringLiteral(" %1.whittle").arg(n));
    return path;
}

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
    m_imports.stop();
    m_analyser.stop();
    m_worker.post([file = std::exchange(m_file, nullptr)]() mutable { file.reset(); });
}

void Session::newCase(const QString& path)
{
    open([path] { return CaseFile::create(path.toStdString()); }, {});
}

void Session::openCase(const QString& path)
{
    openThen(path, {});
}

/// Opening the case that is open already would find it in use: by ourselves.
void Session::openThen(const QString& path, const Then& then)
{
    if (!m_file || QFileInfo(QString::fromStdString(m_file->path())) != QFileInfo(path))
        open([path] { return CaseFile::open(path.toStdString()); }, then);
    else if (!then.evidence.isEmpty())
        sortOut({}, then.evidence);
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
    m_zone.clear();
    m_density = {};
    m_analysis = std::make_shared<Analysis>();
    Q_EMIT caseChanged(); // whoever holds the case lets go of it now
    Q_EMIT analysisChanged(m_analysis);
    m_worker.post([file = std::move(file)]() mutable { file.reset(); });
}

void Session::saveAs(const QString& path)
{
    if (!m_file)
        return;
    open(
        [this, file = m_file, path]() -> OpenedCase {
            if (const auto copied = file->copyTo(path.toStdString()); !copied)
                return copied.error();
            later([this, path] { Q_EMIT saved(path); });
            return CaseFile::open(path.toStdString());
        },
        {});
}

void Session::addEvidence(const QStringList& paths)
{
    m_worker.post([this, paths] {
        QStringList cases, evidence;
        for (const QString& path : paths)
            (looksLikeCase(path.toStdString()) ? cases : evidence).append(path);
        later([this, cases, evidence] { sortOut(cases, evidence); });
    });
}

void Session::sortOut(const QStringList& cases, const QStringList& evidence)
{
    if (!cases.isEmpty()) {
        openThen(cases.front(), {evidence, {}, {}});
    } else if (evidence.isEmpty()) {
        return;
    } else if (!m_file) {
        const QString name = QFileInfo(evidence.front()).fileName();
        open([folder = m_casesFolder, name] { return createIn(folder, name); }, {evidence, {}, {}});
    } else if (m_file->isReadOnly()) {
        Q_EMIT failed(
            {ErrorCode::NoPermission, "the case is read-only: " + m_file->readOnlyReason(), m_file->path()});
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

void Session::takeLastBack()
{
    if (!m_analysis->answers.empty())
        takeBack(QString::fromStdString(m_analysis->answers.back().question));
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

void Session::removeSource(SourceId source)
{
    write([source](CaseWriter& writer) { return writer.removeSource(source); });
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

void Session::open(const std::function<OpenedCase()>& opener, const Then& then)
{
    ++m_opening;
    Q_EMIT busyChanged();
    m_worker.post([this, opener, then] {
        auto opened = std::make_shared<OpenedCase>(opener());
        const QString zone = *opened ? settingOf(***opened, "zone") : QString();
        later([this, opened, zone, then] {
            --m_opening;
            if (*opened)
                adopt(**opened, zone, then);
            else
                Q_EMIT failed(opened->error());
            Q_EMIT busyChanged();
        });
    });
}

void Session::adopt(const std::shared_ptr<CaseFile>& file, const QString& zone, const Then& then)
{
    closeCase();
    m_file = file;
    m_zone = zone;
    m_imports.setCase(file);
    Q_EMIT caseChanged();
    if (!then.title.isEmpty())
        setTitle(then.title);
    if (!then.symptom.isEmpty())
        setSymptom(then.symptom);
    if (!then.evidence.isEmpty())
        sortOut({}, then.evidence);
    reanalyse(Analyser::Running::Finish);
}

/// One change to the case on the worker, then everything is looked at again.
void Session::write(const std::function<Result<void>(CaseWriter&)>& change)
{
    if (!m_file)
        return;
    if (m_file->isReadOnly()) {
        Q_EMIT failed(
            {ErrorCode::NoPermission, "the case is read-only: " + m_file->readOnlyReason(), m_file->path()});
        return;
    }
    m_worker.post([this, change, file = m_file] {
        auto written = std::make_shared<Result<void>>(change(*file->writer()));
        later([this, written, file = std::weak_ptr(file)] {
            if (!*written)
                Q_EMIT failed(written->error());
            else if (m_file && m_file == file.lock())
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
    QMetaObject::invokeMethod(this, call, Qt::QueuedConnection);
}

} // namespace whittle
