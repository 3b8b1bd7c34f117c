// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <optional>

#include <unistd.h>

#include <QApplication>
#include <QSettings>

#include "app/analyzereport.h"
#include "app/arguments.h"
#include "app/bundlesettings.h"
#include "app/console.h"
#include "app/evidencereading.h"
#include "app/exitcode.h"
#include "app/language.h"
#include "app/resources.h"
#include "app/window.h"
#include "models/analysis/analyse.h"
#include "models/base/log.h"
#include "models/base/wholefile.h"
#include "models/evidence/blockreader.h"
#include "models/report/report.h"
#include "models/report/visibletext.h"
#include "models/store/casefile.h"
#include "models/store/casewriter.h"

namespace whittle
{

namespace
{

constexpr std::array<std::string_view, 6> withValue{"--case",   "--symptom", "--answer",
                                                    "--format", "--pdf",     "--json"};
constexpr std::array<std::string_view, 2> flags{"--quiet", "--import-only"};
constexpr std::array<const char*, 2> outputs{"--json", "--pdf"};

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
    const char* lostBy(std::string_view option, const std::string& path) const;
    Result<void> checkOutputs();
    Result<void> readAnswers();
    Result<void> readFormats();
    ImportOptions importOptions() const;
    Result<void> openCase();
    bool isOurs(const EvidenceItem& item) const;
    Collected collect();
    Result<void> import();
    Result<void> storeChoices();
    Result<void> writeResults(const Analysis& analysis);
    int exitCode(const Analysis& analysis) const;
    int fail(const Error& error);

    Arguments m_arguments;
    const Knowledge& m_knowledge;
    Words m_words;
    InterruptGuard m_interrupt;
    std::vector<Answer> m_answers;
    std::vector<ForcedFormat> m_formats;
    std::shared_ptr<CaseFile> m_case;
    bool m_caseIsNew = false;
    bool m_caseIsEvidence = false; ///< it can be read, whatever else is given
    std::optional<EvidenceReading> m_reading;
};

/// Devices and pipes hold nothing that could be lost.
bool isSameFile(const std::string& path, const std::string& other)
{
    namespace fs = std::filesystem;
    std::error_code ignored;
    const auto kind = fs::status(path, ignored).type();
    if (kind != fs::file_type::regular && kind != fs::file_type::not_found)
        return false;
    return fs::equivalent(path, other, ignored)
        || fs::weakly_canonical(path, ignored) == fs::weakly_canonical(other, ignored);
}

int AnalyzeCommand::fail(const Error& error)
{
    if (m_caseIsNew && m_case) { // nothing written: not an empty case either
        m_case->discard();
        m_case.reset();
    }
    if (error.code == ErrorCode::Cancelled) {
        complain(QStringLiteral("cancelled"));
        return Interrupted;
    }
    // Why not, was told of each file.
    complain(error.code == ErrorCode::Empty ? QString::fromStdString(error.reason) : m_words.error(error));
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

/// `--format 'bundle.zip/*.txt=cucm-sdi'`
Result<void> AnalyzeCommand::readFormats()
{
    for (const std::string& text : m_arguments.values("--format")) {
        const auto equals = text.rfind('=');
        const std::string id = equals == std::string::npos ? std::string() : text.substr(equals + 1);
        if (!formatById(id))
            return Error{ErrorCode::Usage, "there is no format “" + id + "”", "--format " + text};
        m_formats.push_back({text.substr(0, equals), id});
    }
    return {};
}

Result<void> AnalyzeCommand::checkArguments()
{
    if (m_arguments.has("--import-only")) {
        if (!m_arguments.has("--case"))
            return Error{ErrorCode::Usage, "name the case to import into (--case)", "--import-only"};
        if (m_arguments.has("--json") || m_arguments.has("--pdf"))
            return Error{ErrorCode::Usage, "nothing is judged that could be written", "--import-only"};
    }
    const std::string symptom = m_arguments.value("--symptom");
    if (m_arguments.has("--symptom") && !m_knowledge.symptom(symptom))
        return Error{ErrorCode::Usage, "there is no symptom “" + symptom + "”", "--symptom"};
    if (const auto formats = readFormats(); !formats)
        return formats;
    return readAnswers();
}

/// What would be lost if that output were written to `path`; "" when nothing.
const char* AnalyzeCommand::lostBy(std::string_view option, const std::string& path) const
{
    const auto isOneOf = [&](const std::vector<std::string>& others) {
        return std::ranges::any_of(others, [&](const std::string& other) { return isSameFile(path, other); });
    };
    if (isOneOf(m_arguments.positional))
        return "evidence";
    if (m_arguments.has("--case")) {
        const std::string file = m_arguments.value("--case");
        std::vector<std::string> files{file};
        for (const std::string_view suffix : besideCase)
            files.push_back(file + std::string(suffix));
        if (isOneOf(files))
            return "the case";
    }
    const bool clash = std::ranges::any_of(outputs, [&](const char* other) {
        return other != option && m_arguments.has(other) && isSameFile(path, m_arguments.value(other));
    });
    return clash ? "another output" : "";
}

Result<void> AnalyzeCommand::checkOutputs()
{
    for (const char* option : outputs) {
        if (!m_arguments.has(option))
            continue;
        const std::string path = m_arguments.value(option);
        if (const char* what = lostBy(option, path); *what)
            return Error{ErrorCode::Usage, std::string("this would overwrite ") + what, path};
        const auto writable = checkOutput(path);
        if (!writable)
            return writable;
    }
    return {};
}

/// The case to work in: the one named, the one given as evidence, or one that is thrown away.
Result<void> AnalyzeCommand::openCase()
{
    std::string path = m_arguments.value("--case");
    auto& evidence = m_arguments.positional;
    const auto given = std::ranges::find_if(evidence, [](const std::string& argument) {
        return checkIsFile(argument) && looksLikeCase(argument);
    });
    if (path.empty() && given != evidence.end()) {
        path = *given;
        evidence.erase(given);
        m_caseIsEvidence = true;
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
    if (!opened && m_caseIsNew && ::access(path.c_str(), F_OK) == 0) { // somebody made it meanwhile
        m_caseIsNew = false;
        opened = CaseFile::open(path);
    }
    if (!opened) {
        m_caseIsNew = false;
        return opened.error();
    }
    m_case = std::move(*opened);
    if (m_case->isReadOnly())
        tell(visibleText(std::string_view{path}) + QStringLiteral(": read-only: ")
             + QString::fromStdString(m_case->readOnlyReason()));
    return {};
}

/// What is about to be written is found again when it lies in a folder that was given as evidence.
bool AnalyzeCommand::isOurs(const EvidenceItem& item) const
{
    return std::ranges::any_of(outputs, [&](const char* option) {
        std::error_code ignored;
        return std::filesystem::equivalent(m_arguments.value(option), item.location, ignored);
    });
}

Collected AnalyzeCommand::collect()
{
    Progress progress;
    Collected collected = collectEvidence(m_arguments.positional, progress, m_interrupt.token());
    std::erase_if(collected.items, [this](const EvidenceItem& item) { return isOurs(item); });
    if (collected.items.empty() && collected.unreadable.empty() && !m_arguments.positional.empty())
        complain(QStringLiteral("there is no file in what was given"));
    return collected;
}

ImportOptions AnalyzeCommand::importOptions() const
{
    const QSettings settings(WindowPlaces::standard({}).settingsFile, QSettings::IniFormat);
    return {bundleLimits(settings), m_formats};
}

Result<void> AnalyzeCommand::import()
{
    const Collected collected = collect();
    if (m_interrupt.token().stop_requested())
        return Error{ErrorCode::Cancelled, "cancelled"};
    m_reading.emplace(m_words, importOptions(), m_arguments.has("--quiet"), m_interrupt.token());
    const auto read = m_reading->read(*m_case, collected);
    if (read && m_reading->readNothing() && !m_caseIsEvidence)
        return Error{ErrorCode::Empty, "nothing of the evidence could be read"};
    return read;
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

Result<void> AnalyzeCommand::writeResults(const Analysis& analysis)
{
    std::vector<WholeFile> files;
    if (m_arguments.has("--json"))
        files.push_back({m_arguments.value("--json"), toJson(analysis, m_words).toStdString()});
    if (m_arguments.has("--pdf")) {
        auto pdf = pdfOf(analysis, m_knowledge);
        if (!pdf)
            return pdf.error();
        files.push_back({m_arguments.value("--pdf"), pdf->toStdString()});
    }
    if (!files.empty())
        return writeWholeFiles(files);
    print(summaryText(analysis, m_words).toStdString());
    return finishPrinting();
}

/// Done, unless something of the evidence is missing from what was judged.
int AnalyzeCommand::exitCode(const Analysis& analysis) const
{
    const bool gaps = std::ranges::any_of(analysis.sources, [&](const AnalysedSource& source) {
        return std::ranges::any_of(source.row.problems, isLoss);
    });
    return gaps || m_reading->isInPart() ? DoneInPart : Done;
}

int AnalyzeCommand::run()
{
    for (const auto step :
         {&AnalyzeCommand::checkArguments, &AnalyzeCommand::checkOutputs, &AnalyzeCommand::openCase,
          &AnalyzeCommand::import, &AnalyzeCommand::storeChoices}) {
        const auto done = (this->*step)();
        if (!done)
            return fail(done.error());
    }
    if (m_arguments.has("--import-only"))
        return m_reading->hasLost() || m_reading->isInPart() ? DoneInPart : Done;
    const auto understood = analyse(*m_case, m_knowledge, m_interrupt.token());
    if (!understood)
        return fail(understood.error());
    m_reading->tellKnownGaps(**understood);
    const AnalysisPtr analysis = m_reading->addTo(*understood);
    const auto written = writeResults(*analysis);
    if (!written)
        return fail(written.error());
    return exitCode(*analysis);
}

/// Charts need an application even where nothing is shown; the platform without a display serves it.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv, bool paints)
{
    QCoreApplication::setOrganizationName(QStringLiteral("Whittle")); // the settings are those of the window
    QCoreApplication::setApplicationName(QStringLiteral("whittle"));
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
        complain(arguments.error().reason + " (see whittle --help)");
        return WrongUsage;
    }
    const auto application = makeApplication(argc, argv, arguments->has("--pdf"));
    installLanguage();
    const auto knowledge = builtInKnowledge();
    if (!knowledge) {
        complain(toText(knowledge.error()));
        return Failed;
    }
    return AnalyzeCommand(std::move(*arguments), *knowledge).run();
}

} // namespace whittle
