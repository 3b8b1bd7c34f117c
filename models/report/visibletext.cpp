// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/visibletext.h"

#include <QChar>
#include <QList>

namespace whittle
{
namespace
{

constexpr qsizetype tabWidth = 8;

QString escaped(char32_t character)
{
    const auto code = static_cast<uint>(character);
    if (code < 0x100)
        return QStringLiteral("\\x%1").arg(code, 2, 16, QLatin1Char('0'));
    if (code < 0x10000)
        return QStringLiteral("\\u%1").arg(code, 4, 16, QLatin1Char('0'));
    return QStringLiteral("\\U%1").arg(code, 8, 16, QLatin1Char('0'));
}

void append(QString& out, char32_t character)
{
    if (character == U'\t')
        out += QString(tabWidth - out.size() % tabWidth, QLatin1Char(' '));
    else if (isHidden(character))
        out += escaped(character);
    else
        out += QChar::fromUcs4(character);
}

struct Decoded {
    char32_t character = 0;
    std::size_t length = 0; ///< 0: no UTF-8 here
};

/// How many bytes a sequence with that first byte has; 0 where none can begin.
std::size_t sequenceLength(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first < 0xe0)
        return 2;
    if (first >= 0xe0 && first < 0xf0)
        return 3;
    return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

/// The first character, strictly after RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
Decoded decode(std::string_view bytes)
{
    const auto first = static_cast<unsigned char>(bytes.front());
    const std::size_t length = sequenceLength(first);
    if (length == 0 || length > bytes.size())
        return {};
    if (length == 1)
        return {first, 1};
    char32_t character = first & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if ((byte & 0xc0) != 0x80)
            return {};
        character = (character << 6) | (byte & 0x3f);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = character >= 0xd800 && character < 0xe000;
    if (character < smallest[length] || surrogate || character > 0x10ffff)
        return {};
    return {character, length};
}

} // namespace

bool isHidden(char32_t c)
{
    const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
    const bool joinerOrMark = c == 0x00ad || c == 0x061c || (c >= 0x200b && c <= 0x200f) || c == 0xfeff;
    const bool separator = c == 0x2028 || c == 0x2029;
    const bool direction = (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f);
    const bool nothing =
        (c >= 0xd800 && c < 0xe000) || (c & 0xfffe) == 0xfffe || (c >= 0xe0000 && c < 0xe1000);
    return control || joinerOrMark || separator || direction || nothing;
}

QString visibleText(std::string_view bytes)
{
    while (!bytes.empty() && (bytes.back() == '\n' || bytes.back() == '\r'))
        bytes.remove_suffix(1);
    QString out;
    out.reserve(static_cast<qsizetype>(bytes.size()));
    while (!bytes.empty()) {
        const Decoded next = decode(bytes);
        if (next.length == 0)
            out += escaped(static_cast<unsigned char>(bytes.front()));
        else
            append(out, next.character);
        bytes.remove_prefix(next.length == 0 ? 1 : next.length);
    }
    return out;
}

QString visibleText(const QString& text)
{
    QString out;
    out.reserve(text.size());
    for (const char32_t character : text.toUcs4())
        append(out, character);
    return out;
}

} // namespace whittle
