// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/jsonwriter.h"

#include <cmath>

#include <QList>

#include "models/base/time.h"
#include "models/report/visibletext.h"

namespace whittle
{
namespace
{

QByteArray withoutZeros(QByteArray decimal)
{
    if (!decimal.contains('.'))
        return decimal;
    while (decimal.endsWith('0'))
        decimal.chop(1);
    if (decimal.endsWith('.'))
        decimal.chop(1);
    return decimal == "-0" ? QByteArray("0") : decimal;
}

QByteArray unicodeEscape(char16_t unit)
{
    return "\\u" + QByteArray::number(uint{unit}, 16).rightJustified(4, '0');
}

void appendEscaped(QByteArray& out, char32_t character)
{
    if (QChar::isSurrogate(character))
        character = QChar::ReplacementCharacter;
    if (character == U'"' || character == U'\\')
        out += '\\';
    if (character == U'\n')
        out += "\\n";
    else if (character == U'\r')
        out += "\\r";
    else if (character == U'\t')
        out += "\\t";
    else if (isHidden(character) && QChar::requiresSurrogates(character))
        out += unicodeEscape(QChar::highSurrogate(character)) + unicodeEscape(QChar::lowSurrogate(character));
    else if (isHidden(character))
        out += unicodeEscape(static_cast<char16_t>(character));
    else
        out += QString::fromUcs4(&character, 1).toUtf8();
}

} // namespace

void JsonWriter::key(std::string_view name)
{
    startValue();
    quote(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    m_out += ": ";
    m_afterKey = true;
}

void JsonWriter::text(const QString& value)
{
    startValue();
    quote(value);
}

void JsonWriter::number(std::int64_t value)
{
    startValue();
    m_out += QByteArray::number(static_cast<qlonglong>(value));
}

void JsonWriter::count(std::uint64_t value)
{
    startValue();
    m_out += QByteArray::number(static_cast<qulonglong>(value));
}

void JsonWriter::decimal(double value, int decimals)
{
    if (!std::isfinite(value)) {
        null();
        return;
    }
    startValue();
    m_out += withoutZeros(QByteArray::number(value, 'f', decimals));
}

void JsonWriter::seconds(std::int64_t ns)
{
    startValue();
    const std::uint64_t size = ns < 0 ? 0 - static_cast<std::uint64_t>(ns) : static_cast<std::uint64_t>(ns);
    const QByteArray fraction =
        QByteArray::number(static_cast<qulonglong>(size % nsPerSecond)).rightJustified(9, '0');
    const QByteArray whole = QByteArray::number(static_cast<qulonglong>(size / nsPerSecond));
    m_out += (ns < 0 ? "-" : "") + withoutZeros(whole + '.' + fraction);
}

void JsonWriter::null()
{
    startValue();
    m_out += "null";
}

void JsonWriter::open(char bracket)
{
    startValue();
    m_out += bracket;
    ++m_depth;
}

void JsonWriter::close(char bracket)
{
    --m_depth;
    if (!m_out.endsWith('{') && !m_out.endsWith('['))
        startLine();
    m_out += bracket;
}

void JsonWriter::startValue()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_depth == 0)
        return;
    if (!m_out.endsWith('{') && !m_out.endsWith('['))
        m_out += ',';
    startLine();
}

void JsonWriter::startLine()
{
    m_out += '\n' + QByteArray(2 * m_depth, ' ');
}

void JsonWriter::quote(const QString& value)
{
    m_out += '"';
    for (const char32_t character : value.toUcs4())
        appendEscaped(m_out, character);
    m_out += '"';
}

} // namespace whittle
