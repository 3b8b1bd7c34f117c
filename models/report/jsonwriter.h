// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include <QByteArray>
#include <QString>

namespace whittle
{

/// Writes JSON in the order in which it is told, two spaces a level, so that the same calls give the same
/// bytes everywhere.
///
/// Text is written as UTF-8; what is no UTF-8 becomes U+FFFD. Control characters and marks that change the
/// direction of reading are written as \u escapes, so that the file can be read in a terminal without
/// surprises. The caller keeps brackets in pairs and gives a key for each value of an object.
class JsonWriter
{
public:
    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }

    void key(std::string_view name);

    void text(const QString& value);
    void text(std::string_view utf8)
    {
        text(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
    }
    void number(std::int64_t value);
    void count(std::uint64_t value);
    /// A decimal number without an exponent: at most `decimals` of them, none that is only a zero at the end.
    void decimal(double value, int decimals);
    /// Nanoseconds as seconds, exact.
    void seconds(std::int64_t ns);
    void null();

    /// With a line end at its end.
    QByteArray finish() const { return m_out + '\n'; }

private:
    void open(char bracket);
    void close(char bracket);
    void startValue();
    void startLine();
    void quote(const QString& value);

    QByteArray m_out;
    int m_depth = 0;
    bool m_afterKey = false;
};

} // namespace whittle
