// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

namespace whittle::test
{

/// Compares a JSON value with its shape: an object has exactly the members of the shape's ("*" stands for
/// any), an array holds any number of what the shape's one element says, and a text is a type: string,
/// integer, number, time, sha256, or "=a|b" for one of these words;
/// "?" before it allows null.
class JsonShape
{
public:
    /// What does not fit, with where it stands; empty when all does.
    static QStringList faults(const QJsonValue& value, const QJsonValue& shape)
    {
        JsonShape checker;
        checker.check(value, shape, QStringLiteral("$"));
        return checker.m_faults;
    }

private:
    void check(const QJsonValue& value, const QJsonValue& shape, const QString& at)
    {
        if (shape.isObject())
            checkObject(value, shape.toObject(), at);
        else if (shape.isArray())
            checkArray(value, shape.toArray().first(), at);
        else
            checkType(value, shape.toString(), at);
    }

    void checkObject(const QJsonValue& value, const QJsonObject& shape, const QString& at)
    {
        const QJsonObject object = value.toObject();
        const bool any = shape.contains(QLatin1String("*"));
        if (!value.isObject() || (!any && object.keys() != shape.keys())) {
            m_faults << at + QStringLiteral(": members ") + object.keys().join(QLatin1Char(' '));
            return;
        }
        for (const QString& key : object.keys())
            check(object[key], shape[any ? QStringLiteral("*") : key], at + QLatin1Char('.') + key);
    }

    void checkArray(const QJsonValue& value, const QJsonValue& element, const QString& at)
    {
        if (!value.isArray())
            m_faults << at + QStringLiteral(": no array");
        int index = 0;
        for (const auto& one : value.toArray())
            check(one, element, QStringLiteral("%1[%2]").arg(at).arg(index++));
    }

    void checkType(const QJsonValue& value, QString type, const QString& at)
    {
        const bool nullable = type.startsWith(QLatin1Char('?'));
        if (nullable && value.isNull())
            return;
        if (nullable)
            type.remove(0, 1);
        if (!fits(value, type))
            m_faults << QStringLiteral("%1: %2 is no %3").arg(at, value.toVariant().toString(), type);
    }

    static bool matches(const QJsonValue& value, const char* pattern)
    {
        return value.isString()
            && QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)))
                   .match(value.toString())
                   .hasMatch();
    }

    static bool fits(const QJsonValue& value, const QString& type)
    {
        if (type == QLatin1String("string"))
            return value.isString();
        if (type == QLatin1String("number"))
            return value.isDouble();
        if (type == QLatin1String("integer"))
            return value.isDouble() && value.toDouble() == static_cast<double>(value.toInteger(-1))
                && value.toInteger() >= 0;
        if (type == QLatin1String("time"))
            return matches(value, R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z)");
        if (type == QLatin1String("place"))
            return matches(value, R"((frame|line|offset) [1-9]\d*)");
        if (type == QLatin1String("sha256"))
            return matches(value, "[0-9a-f]{64}");
        if (type.startsWith(QLatin1Char('=')))
            return value.isString() && type.mid(1).split(QLatin1Char('|')).contains(value.toString());
        return false;
    }

    QStringList m_faults;
};

/// The JSON of `analyze`, as the interfaces have it; "copies", "date", "depends_on", "follows", "limits"
/// and "refinements" are ours beyond them.
inline QJsonObject analysisShape()
{
    return QJsonDocument::fromJson(R"({
"whittle": "string", "schema": "integer",
"case": {"symptom": "?string", "reference_clock": "?string"},
"sources": [{"id": "integer", "path": "string", "sha256": "sha256", "bytes": "integer", "format": "string", "format_reason": "string",
    "records": "integer", "events": "integer", "first": "?time", "last": "?time",
    "date": {"basis": "=stated|inferred|assumed", "from": "=lines|matched-events|other-sources|nearest-source|file-time|nothing"},
    "zone": {"id": "?string", "basis": "=stated|inferred|assumed"},
    "clock": "clock",
    "coverage": [{"from": "time", "to": "time"}],
    "limits": [{"id": "string", "text": "string", "from": "?time", "to": "?time"}],
    "copies": ["string"],
    "problems": [{"severity": "=notice|data-loss|error", "at": "?place", "message": "string"}]}],
"event_counts": {"*": "integer"},
"checks": [{"id": "string", "result": "=yes|no|not-observable", "devices": ["string"], "from": "?time", "to": "?time",
    "evidence": [{"source": "integer", "at": "place", "time": "?time", "text": "string"}], "needs": ["string"]}],
"findings": [{"check": "string", "severity": "=info|warning|error", "title": "string", "explanation": "string", "cause": "?string",
    "devices": ["string"], "evidence": [{"source": "integer", "at": "place", "time": "?time", "text": "string"}],
    "would_refute": "string", "next_step": "string"}],
"diagnosis": {"verdict": "=confirmed|likely|undetermined|healthy", "devices": ["string"], "depends_on": ["string"],
    "suspects": [{"cause": "string", "probability": "number", "state": "=confirmed|suspect|weakened|eliminated", "because": ["string"], "follows": "?string"}],
    "refinements": [{"refines": "string", "suspects": [{"cause": "string", "probability": "number",
        "state": "=confirmed|suspect|weakened|eliminated", "because": ["string"], "follows": "?string"}]}]},
"next": {"questions": [{"id": "string", "text": "string", "answers": ["string"], "why": "string", "minutes": "number"}],
    "collect": [{"source": "string", "what": "string", "how": "string", "why": "string", "minutes": "number"}]} })")
        .object();
}

/// All faults of such a JSON.
inline QStringList analysisFaults(QJsonObject json)
{
    const QJsonValue clockShape = QJsonObject{{QStringLiteral("offset_s"), QStringLiteral("number")},
                                              {QStringLiteral("low_s"), QStringLiteral("number")},
                                              {QStringLiteral("high_s"), QStringLiteral("number")},
                                              {QStringLiteral("drift_ppm"), QStringLiteral("number")},
                                              {QStringLiteral("basis"), QStringLiteral("string")}};
    QJsonObject shape = analysisShape();
    QStringList faults;
    QJsonArray sources = json[QLatin1String("sources")].toArray();
    QJsonObject sourceShape = shape[QLatin1String("sources")].toArray().first().toObject();
    sourceShape.remove(QStringLiteral("clock"));
    for (qsizetype i = 0; i < sources.size(); ++i) {
        QJsonObject source = sources[i].toObject();
        const QJsonValue clock = source.take(QStringLiteral("clock"));
        if (!clock.isNull())
            faults += JsonShape::faults(clock, clockShape);
        sources[i] = source;
    }
    json[QLatin1String("sources")] = sources;
    shape[QLatin1String("sources")] = QJsonArray{sourceShape};
    return faults + JsonShape::faults(json, shape);
}

} // namespace whittle::test
