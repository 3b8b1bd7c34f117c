// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/words.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "models/analysis/analysis.h"
#include "models/narrowing/wording.h"
#include "models/report/instruction.h"
#include "models/report/kindnames.h"
#include "models/report/visibletext.h"

namespace whittle
{
namespace
{

constexpr const char* missingValue = "«?»";

bool isName(QStringView text)
{
    const auto fits = [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.'; };
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), fits);
}

const char* errorHeadline(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Truncated:
        return QT_TRANSLATE_NOOP("Words", "The data end too early");
    case ErrorCode::Malformed:
        return QT_TRANSLATE_NOOP("Words", "The data contradict their own format");
    case ErrorCode::Unsupported:
        return QT_TRANSLATE_NOOP("Words", "Whittle cannot read this kind of data");
    case ErrorCode::NotFound:
        return QT_TRANSLATE_NOOP("Words", "There is nothing of that name");
    case ErrorCode::NoPermission:
        return QT_TRANSLATE_NOOP("Words", "You are not allowed to do that there");
    case ErrorCode::Vanished:
        return QT_TRANSLATE_NOOP("Words", "The file went away or shrank while it was read");
    case ErrorCode::Empty:
        return QT_TRANSLATE_NOOP("Words", "There is nothing in it");
    case ErrorCode::Cancelled:
        return QT_TRANSLATE_NOOP("Words", "Cancelled");
    case ErrorCode::Io:
        return QT_TRANSLATE_NOOP("Words", "The system could not read or write");
    case ErrorCode::DiskFull:
        return QT_TRANSLATE_NOOP("Words", "The disk is full");
    case ErrorCode::Database:
        return QT_TRANSLATE_NOOP("Words", "The case file could not be read or written");
    case ErrorCode::ForeignFile:
        return QT_TRANSLATE_NOOP("Words", "That file is not a Whittle case");
    case ErrorCode::NewerCase:
        return QT_TRANSLATE_NOOP("Words", "The case was written by a later Whittle");
    case ErrorCode::CaseInUse:
        return QT_TRANSLATE_NOOP("Words", "Another Whittle has the case open");
    case ErrorCode::Usage:
        return QT_TRANSLATE_NOOP("Words", "That was not understood");
    }
    return "";
}

const char* severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return QT_TRANSLATE_NOOP("Words", "info");
    case Severity::Notice:
        return QT_TRANSLATE_NOOP("Words", "notice");
    case Severity::DataLoss:
        return QT_TRANSLATE_NOOP("Words", "data loss");
    case Severity::Error:
        return QT_TRANSLATE_NOOP("Words", "error");
    }
    return "";
}

QString asSentence(const QString& text)
{
    if (text.isEmpty() || text.endsWith(u'.') || text.endsWith(u'!') || text.endsWith(u'?'))
        return text;
    return text + u'.';
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString Words::say(const char* source) const
{
    return m_language == Language::English ? QString::fromUtf8(source)
                                           : QCoreApplication::translate("Words", source);
}

QString Words::fill(const std::string& text, const std::map<std::string, std::string>& parameters) const
{
    return plainInstruction(instruction(text, parameters));
}

QString Words::instruction(const std::string& text,
                           const std::map<std::string, std::string>& parameters) const
{
    const bool translate = m_language == Language::Translated && !text.empty();
    return replaceNames(
        translate ? QCoreApplication::translate("knowledge", text.c_str()).toStdString() : text, parameters);
}

/// Each placeholder once: what a value brings along is not looked at again. Braces around anything else stay.
QString Words::replaceNames(const std::string& text,
                            const std::map<std::string, std::string>& parameters) const
{
    QString out;
    for (std::size_t at = 0; at < text.size();) {
        const auto open = text.find('{', at);
        const auto close = text.find('}', open);
        const std::string between =
            close == std::string::npos ? std::string() : text.substr(open + 1, close - open - 1);
        const Placeholder placeholder(between);
        if (!isName(QString::fromStdString(std::string(placeholder.name)))) {
            const auto end = open == std::string::npos ? text.size() : open + 1;
            out += QString::fromStdString(text.substr(at, end - at));
            at = end;
            continue;
        }
        out += QString::fromStdString(text.substr(at, open - at));
        const auto value = parameters.find(std::string(placeholder.name));
        out +=
            value == parameters.end() ? QString::fromUtf8(missingValue) : shown(placeholder, value->second);
        at = close + 1;
    }
    return out;
}

QString Words::shown(const Placeholder& placeholder, const std::string& value) const
{
    switch (placeholder.kind) {
    case Placeholder::Kind::Value:
        return visibleText(std::string_view{value});
    case Placeholder::Kind::Reason:
        return reason(value);
    case Placeholder::Kind::Choice:
        break;
    }
    return visibleText(value == "1" ? placeholder.singular : placeholder.plural);
}

QString Words::filled(const Finding& finding, std::string CheckText::*member) const
{
    const CheckText* text = m_knowledge.check(finding.check);
    if (!text)
        return {};
    auto parameters = finding.parameters;
    if (!finding.devices.empty()) {
        parameters.emplace("device", finding.devices.front());
        parameters.emplace("devices", list(finding.devices).toStdString());
    }
    return instruction(text->*member, parameters);
}

QString Words::findingTitle(const Finding& finding) const
{
    const QString title = plainInstruction(filled(finding, &CheckText::title));
    return title.isEmpty() ? visibleText(std::string_view{finding.check}) : title;
}

QString Words::findingExplanation(const Finding& finding) const
{
    return plainInstruction(filled(finding, &CheckText::explanation));
}

QString Words::findingWouldRefute(const Finding& finding) const
{
    return plainInstruction(filled(finding, &CheckText::wouldRefute));
}

QString Words::findingNextStep(const Finding& finding) const
{
    return plainInstruction(findingInstruction(finding));
}

QString Words::findingInstruction(const Finding& finding) const
{
    const QString step = filled(finding, &CheckText::nextStep);
    return step.isEmpty() ? causeInstruction(finding.cause) : step;
}

QString Words::cleared(const CheckOutcome& outcome) const
{
    const CheckText* text = m_knowledge.check(outcome.id);
    if (outcome.result != CheckResult::No || !text)
        return {};
    return fill(text->clears, outcome.parameters);
}

QString Words::causeTitle(const std::string& cause) const
{
    if (const Cause* known = m_knowledge.cause(cause))
        return fill(known->title);
    if (cause == "other")
        return say(QT_TRANSLATE_NOOP("Words", "Something else"));
    return visibleText(std::string_view{cause});
}

QString Words::causeInstruction(const std::string& cause) const
{
    const Cause* known = m_knowledge.cause(cause);
    return known ? instruction(known->nextStep) : QString();
}

QString Words::questionText(const std::string& question) const
{
    if (const Question* known = m_knowledge.question(question))
        return fill(known->text);
    if (const CheckText* check = m_knowledge.check(question))
        return fill(check->question);
    return visibleText(std::string_view{question});
}

QString Words::symptomTitle(const std::string& symptom) const
{
    const Symptom* known = m_knowledge.symptom(symptom);
    return known ? fill(known->title) : visibleText(std::string_view{symptom});
}

QString Words::refinementTitle(const std::string& cause) const
{
    const Symptom* known = m_knowledge.refinementOf(cause);
    return known ? fill(known->title) : causeTitle(cause);
}

QString Words::answer(const std::string& value) const
{
    if (value == "yes")
        return say(QT_TRANSLATE_NOOP("Words", "yes"));
    if (value == "no")
        return say(QT_TRANSLATE_NOOP("Words", "no"));
    if (value == "unknown")
        return say(QT_TRANSLATE_NOOP("Words", "not known"));
    QString text = visibleText(std::string_view{value});
    if (m_language == Language::Translated)
        text.replace(u'.', QLocale().decimalPoint());
    return text;
}

QString Words::problem(const Problem& problem) const
{
    return message(problem.id, problem.arguments);
}

QString Words::limit(const CoverageLimit& limit) const
{
    return message(limit.id, limit.arguments);
}

QString Words::message(const std::string& id, const std::vector<std::string>& arguments) const
{
    std::map<std::string, std::string> parameters;
    for (std::size_t i = 0; i < arguments.size(); ++i)
        parameters.emplace(std::to_string(i), arguments[i]);
    const auto known = m_knowledge.messages.find(id);
    if (known != m_knowledge.messages.end())
        return fill(known->second, parameters);
    QString text = visibleText(std::string_view{id});
    for (const std::string& argument : arguments)
        text += u' ' + visibleText(std::string_view{argument});
    return text;
}

QString Words::reason(const std::string& text) const
{
    if (m_language == Language::English)
        return visibleText(std::string_view{text});
    for (const std::string& phrase : m_knowledge.phrases) {
        if (const auto arguments = argumentsOf(phrase, text))
            return fill(phrase, *arguments);
    }
    return visibleText(std::string_view{text});
}

QString Words::error(const Error& error) const
{
    const QString subject = visibleText(std::string_view{error.subject});
    const QString place = visibleText(std::string_view{error.place});
    QString text = say(errorHeadline(error.code));
    if (!subject.isEmpty())
        text += QStringLiteral(": ") + subject;
    if (!place.isEmpty())
        text += (subject.isEmpty() ? QStringLiteral(": ") : QStringLiteral(", ")) + place;
    text = asSentence(text);
    for (const std::string& more : {error.reason, error.remedy}) {
        const QString sentence = asSentence(capitalised(reason(more)));
        if (!sentence.isEmpty())
            text += u' ' + sentence;
    }
    return text;
}

QString Words::kind(const std::string& kind) const
{
    const char* name = kindName(kind);
    return name ? say(name) : visibleText(std::string_view{kind});
}

QString Words::verdict(Verdict verdict) const
{
    switch (verdict) {
    case Verdict::Confirmed:
        return say(QT_TRANSLATE_NOOP("Words", "Confirmed"));
    case Verdict::Likely:
        return say(QT_TRANSLATE_NOOP("Words", "Likely"));
    case Verdict::Undetermined:
        return say(QT_TRANSLATE_NOOP("Words", "Undetermined"));
    case Verdict::Healthy:
        return say(QT_TRANSLATE_NOOP("Words", "Healthy"));
    }
    return {};
}

QString Words::firmness(const Diagnosis& diagnosis) const
{
    if (diagnosis.verdict != Verdict::Confirmed && diagnosis.verdict != Verdict::Likely)
        return {};
    if (diagnosis.dependsOn.empty())
        return say(QT_TRANSLATE_NOOP("Words", "This is firm: no single answer carries it."));
    constexpr std::size_t most = 3;
    std::vector<std::string> questions;
    for (const std::string& question : diagnosis.dependsOn)
        questions.push_back(QStringLiteral("“%1”").arg(questionText(question)).toStdString());
    return say(QT_TRANSLATE_NOOP("Words", "This depends on what is known of: %1")).arg(list(questions, most));
}

QString Words::state(SuspectState state) const
{
    switch (state) {
    case SuspectState::Confirmed:
        return say(QT_TRANSLATE_NOOP("Words", "confirmed"));
    case SuspectState::Suspect:
        return say(QT_TRANSLATE_NOOP("Words", "suspect"));
    case SuspectState::Weakened:
        return say(QT_TRANSLATE_NOOP("Words", "weakened"));
    case SuspectState::Eliminated:
        return say(QT_TRANSLATE_NOOP("Words", "eliminated"));
    }
    return {};
}

QString Words::severity(const std::string& severity) const
{
    if (severity == "error")
        return say(QT_TRANSLATE_NOOP("Words", "error"));
    if (severity == "warning")
        return say(QT_TRANSLATE_NOOP("Words", "warning"));
    if (severity == "info")
        return say(QT_TRANSLATE_NOOP("Words", "info"));
    return visibleText(std::string_view{severity});
}

QString Words::severity(Severity severity) const
{
    return say(severityName(severity));
}

QString Words::place(Place place) const
{
    switch (place.unit) {
    case PlaceUnit::Frame:
        return say(QT_TRANSLATE_NOOP("Words", "frame %1")).arg(place.number);
    case PlaceUnit::Line:
        return say(QT_TRANSLATE_NOOP("Words", "line %1")).arg(place.number);
    case PlaceUnit::Offset:
        return say(QT_TRANSLATE_NOOP("Words", "offset %1")).arg(place.number);
    }
    return {};
}

QString Words::basis(Basis basis) const
{
    switch (basis) {
    case Basis::Stated:
        return say(QT_TRANSLATE_NOOP("Words", "stated"));
    case Basis::Inferred:
        return say(QT_TRANSLATE_NOOP("Words", "inferred"));
    case Basis::Assumed:
        return say(QT_TRANSLATE_NOOP("Words", "assumed"));
    }
    return {};
}

QString Words::clockBasis(const SourceClock::Correction& correction) const
{
    if (correction.basis == "reference")
        return say(QT_TRANSLATE_NOOP("Words", "reference clock"));
    if (correction.basis == "matched-events" && correction.pairs == 1)
        return say(QT_TRANSLATE_NOOP("Words", "one matched event"));
    if (correction.basis == "matched-events")
        return say(QT_TRANSLATE_NOOP("Words", "%1 matched events")).arg(correction.pairs);
    if (correction.basis == "matched-messages" && correction.pairs == 1)
        return say(QT_TRANSLATE_NOOP("Words", "one matched message"));
    if (correction.basis == "matched-messages")
        return say(QT_TRANSLATE_NOOP("Words", "%1 matched messages")).arg(correction.pairs);
    const QString known = fill(correction.basis).replace(u'-', u' ');
    return correction.pairs > 0 ? QStringLiteral("%1 (%2)").arg(known, QString::number(correction.pairs))
                                : known;
}

QString Words::clockBasis(const SourceClock& clock) const
{
    const QString basis = clockBasis(*clock.correction);
    if (clock.steps.empty())
        return basis;
    const QString set = clock.steps.size() == 1
        ? say(QT_TRANSLATE_NOOP("Words", "set while it recorded"))
        : say(QT_TRANSLATE_NOOP("Words", "set %1 times while it recorded")).arg(clock.steps.size());
    return QStringLiteral("%1, %2").arg(basis, set);
}

QString Words::likelihood(double probability) const
{
    if (probability >= 0.98)
        return say(QT_TRANSLATE_NOOP("Words", "almost certain"));
    if (probability >= 0.85)
        return say(QT_TRANSLATE_NOOP("Words", "very likely"));
    if (probability >= 0.65)
        return say(QT_TRANSLATE_NOOP("Words", "likely"));
    if (probability >= 0.5)
        return say(QT_TRANSLATE_NOOP("Words", "more likely than not"));
    if (probability >= 0.2)
        return say(QT_TRANSLATE_NOOP("Words", "possible"));
    if (probability >= 0.05)
        return say(QT_TRANSLATE_NOOP("Words", "unlikely"));
    return say(QT_TRANSLATE_NOOP("Words", "very unlikely"));
}

QString Words::percent(double probability) const
{
    const double share = 100 * probability;
    if (share > 99 && share < 100)
        return QStringLiteral("> 99\u00a0%");
    if (share > 0 && share < 1)
        return QStringLiteral("< 1\u00a0%");
    return QStringLiteral("%1\u00a0%").arg(std::lround(share));
}

QString Words::number(std::uint64_t number) const
{
    const QLocale locale =
        m_language == Language::English ? QLocale(QLocale::English, QLocale::UnitedStates) : QLocale();
    return locale.toString(static_cast<qulonglong>(number));
}

QString Words::list(const std::vector<std::string>& names, std::size_t most) const
{
    QStringList shown;
    for (const std::string& name : names) {
        if (shown.size() == static_cast<qsizetype>(most))
            break;
        shown << visibleText(std::string_view{name});
    }
    const QString text = shown.join(QStringLiteral(", "));
    if (names.size() <= most)
        return text;
    return say(QT_TRANSLATE_NOOP("Words", "%1 and %2 more")).arg(text, number(names.size() - most));
}

} // namespace whittle
