// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"

#include <array>
#include <cstdio>
#include <memory>

#include <unistd.h>

#include <QApplication>

#include "app/analyzereport.h"
#include "app/arguments.h"
#include "app/console.h"
#include "app/exitcode.h"
#include "app/language.h"
#include "app/resources.h"
#include "models/analysis/analyse.h"
#include "models/base/log.h"
#include "models/import/importer.h"
#include "models/store/casefile.h"
#include "models/store/casewriter.h"

namespace whittle
{

namespace
{

constexpr std::array<std::string_view, 5> withValue{"--case", "--symptom", "--answer", "--pdf", "--json"};
constexpr std::array<std::string_view, 1> flags{"--quiet"};

/// `whittle analyze`, from its arguments to its exit code.
class AnalyzeCommand
{
public:
    AnalyzeCommand(Arguments arguments, const Knowledge& knowledge)
        : m_arguments(std::move(arguments))
        , m_knowledge(knowledge)
        , m_words(knowledge, Words::Language::English)
    {
    }

    int run();

private:
    Result<void> checkArguments();
    Result<void> readAnswers();
    Result<void> openCase();
    Result<void> import();
    void tellOutcome(const ImportOutcome& outcome);
    Result<void> storeChoices();
    Result<AnalysisPtr> understand();
    Result<void> writeResults(const Analysis& analysis);
    int fail(const Error& error);

    Arguments m_arguments;
    const Knowledge& m_knowledge;
    Words m_words;
    InterruptGuard m_interrupt;
    std::vector<Answer> m_answers;
    std::shared_ptr<CaseFile> m_case;
    bool m_caseIsNew = false;
    std::vector<UnreadEvidence> m_unread;
    std::size_t m_read = 0;
    bool m_partly = false;
};

int AnalyzeCommand::fail(const Error& error)
{
    if (m_caseIsNew && m_case) { // nothing written: not an empty case either
        const std::string path = m_case->path();
        m_case.reset();
        ::unlink(path.c_str());
    }
    if (error.code == ErrorCode::Cancelled) {
        complain(QStringLiteral("cancelled"));
        return Interrupted;
    }
    complain(m_words.error(error));
    return error.code == ErrorCode::Usage ? WrongUsage : Failed;
}

Result<void> AnalyzeCommand::readAnswers()
{
    for (const std::string& text : m_arguments.values("--answer")) {
        const auto equals = text.find('=');
        const std::string id = text.substr(0, equals);
        const Question* question = m_knowledge.question(id);
        if (equals == std::string::npos || !question)
            return Error{ErrorCode::Usage, "there is no question “" + id + "”", "--answer " + text};
        const std::string value = text.substr(equals + 1);
        if (!isAnswer(*question, value))
            return Error{ErrorCode::Usage, "“" + value + "” is no answer to it", "--answer " + text};
        m_answers.push_back({id, value});
    }
    return {};
}

Result<void> AnalyzeCommand::checkArguments()
{
    const std::string symptom = m_arguments.value("--symptom");
    if (m_arguments.has("--symptom") && !m_knowledge.symptom(symptom))
        return Error{ErrorCode::Usage, "there is no symptom “" + symptom + "”", "--symptom"};
    return readAnswers();
}

/// The case to work in: the one named, the one given as evidence, or one that is thrown away.
Result<void> AnalyzeCommand::openCase()
{
    std::string path = m_arguments.value("--case");
    auto& evidence = m_arguments.positional;
    const auto given = std::ranges::find_if(evidence, looksLikeCase);
    if (path.empty() && given != evidence.end()) {
        path = *given;
        evidence.erase(given);
    }
    if (path.empty()) {
        auto made = CaseFile::createTemporary();
        if (!made)
            return made.error();
        m_case = std::move(*made);
        return {};
    }
    m_caseIsNew = ::access(path.c_str(), F_OK) != 0;
    auto opened = m_caseIsNew ? CaseFile::create(path) : CaseFile::open(path);
    if (!opened) {
        m_caseIsNew = false;
        return opened.error();
    }
    m_case = std::move(*opened);
    return {};
}

void AnalyzeCommand::tellOutcome(const ImportOutcome& outcome)
{
    const QString name = QString::fromStdString(outcome.item.path);
    if (outcome.error) {
        m_unread.push_back({outcome.item.path, *outcome.error});
        tell(m_words.error(*outcome.error));
        return;
    }
    for (const Problem& problem : outcome.problems) {
        m_partly = m_partly || problem.severity >= Severity::DataLoss;
        if (problem.severity == Severity::Info && outcome.state == ImportOutcome::State::Imported)
            continue;
        const QString place =
            problem.place ? QStringLiteral(", ") + m_words.place(*problem.place) : QString();
        tell(name + place + QStringLiteral(": ") + m_words.problem(problem));
    }
}

Result<void> AnalyzeCommand::import()
{
    const bool quiet = m_arguments.has("--quiet");
    const Collected collected = collectEvidence(m_arguments.positional);
    for (const ImportOutcome& outcome : collected.unreadable)
        tellOutcome(outcome);
    for (const EvidenceItem& item : collected.items) {
        Progress progress;
        std::optional<ImportOutcome> outcome;
        {
            const ProgressBar bar(item.path, progress, quiet);
            outcome = importOne(*m_case, item, progress, m_interrupt.token());
        }
        if (outcome->state == ImportOutcome::State::Cancelled)
            return Error{ErrorCode::Cancelled, "cancelled"};
        m_read += outcome->state != ImportOutcome::State::Failed;
        tellOutcome(*outcome);
    }
    if (m_read == 0 && !m_unread.empty())
        return Error{ErrorCode::Io, "nothing of the evidence could be read"};
    return {};
}

Result<void> AnalyzeCommand::storeChoices()
{
    CaseWriter* writer = m_case->writer();
    if (!writer && (!m_answers.empty() || m_arguments.has("--symptom")))
        return Error{ErrorCode::NoPermission, "the case is read-only: " + m_case->readOnlyReason(),
                     m_case->path()};
    Result<void> stored;
    if (m_arguments.has("--symptom"))
        stored = writer->setSetting("symptom", m_arguments.value("--symptom"));
    for (const Answer& answer : m_answers) {
        if (stored)
            stored = writer->setAnswer(answer.question, answer.value);
    }
    return stored;
}

Result<AnalysisPtr> AnalyzeCommand::understand()
{
    auto analysis = analyse(*m_case, m_knowledge, m_interrupt.token());
    if (!analysis || m_unread.empty())
        return analysis;
    auto withUnread = std::make_shared<Analysis>(**analysis);
    withUnread->unread = m_unread;
    return AnalysisPtr(withUnread);
}

Result<void> AnalyzeCommand::writeResults(const Analysis& analysis)
{
    const bool json = m_arguments.has("--json");
    const bool pdf = m_arguments.has("--pdf");
    Result<void> written;
    if (json)
        written = writeJsonFile(analysis, m_words, QString::fromStdString(m_arguments.value("--json")));
    if (written && pdf)
        written = writePdfFile(analysis, m_knowledge, QString::fromStdString(m_arguments.value("--pdf")));
    if (!json && !pdf)
        std::fputs(summaryText(analysis, m_words).toUtf8().constData(), stdout);
    return written;
}

int AnalyzeCommand::run()
{
    for (const auto step : {&AnalyzeCommand::checkArguments, &AnalyzeCommand::openCase,
                            &AnalyzeCommand::import, &AnalyzeCommand::storeChoices}) {
        const auto done = (this->*step)();
        if (!done)
            return fail(done.error());
    }
    const auto analysis = understand();
    if (!analysis)
        return fail(analysis.error());
    const auto written = writeResults(**analysis);
    if (!written)
        return fail(written.error());
    return m_partly || !m_unread.empty() ? DoneInPart : Done;
}

/// Charts need an application even where nothing is shown; the platform without a display serves it.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv, bool paints)
{
    if (!paints)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QApplication>(argc, argv);
}

} // namespace

int runAnalyze(int argc, char** argv, std::span<char* const> words)
{
    auto arguments = parseArguments(words, withValue, flags);
    if (!arguments) {
        complain(QString::fromStdString(arguments.error().reason) + QStringLiteral(" (see whittle --help)"));
        return WrongUsage;
    }
    const auto application = makeApplication(argc, argv, arguments->has("--pdf"));
    installLanguage();
    const auto knowledge = builtInKnowledge();
    if (!knowledge) {
        complain(QString::fromStdString(toText(knowledge.error())));
        return Failed;
    }
    return AnalyzeCommand(std::move(*arguments), *knowledge).run();
}

} // namespace whittle
