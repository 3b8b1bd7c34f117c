// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/readertext.h"

#include <algorithm>

#include "models/base/bytes.h"
#include "models/base/fields.h"
#include "models/base/utf8.h"
#include "models/report/visibletext.h"

namespace whittle
{

namespace
{

char printable(std::byte value)
{
    const auto c = std::to_integer<unsigned char>(value);
    return c >= 0x20 && c < 0x7F ? static_cast<char>(c) : '.';
}

void appendHexLine(QString& text, std::span<const std::byte> line, std::size_t offset, std::size_t perLine)
{
    constexpr char digits[] = "0123456789abcdef";
    text += QStringLiteral("%1  ").arg(offset, 4, 16, QLatin1Char('0'));
    for (std::size_t i = 0; i < perLine; ++i) {
        if (i == 8)
            text += QLatin1Char(' ');
        if (i >= line.size()) {
            text += QLatin1String("   ");
            continue;
        }
        const auto value = std::to_integer<unsigned>(line[i]);
        text += QLatin1Char(digits[value >> 4U]);
        text += QLatin1Char(digits[value & 15U]);
        text += QLatin1Char(' ');
    }
    text += QLatin1Char(' ');
    for (const std::byte value : line)
        text += QLatin1Char(printable(value));
}

} // namespace

QString hexDump(std::span<const std::byte> bytes, std::size_t perLine, std::size_t most)
{
    QString text;
    const std::size_t shown = std::min(bytes.size(), most);
    for (std::size_t offset = 0; offset < shown; offset += perLine) {
        if (offset > 0)
            text += QLatin1Char('\n');
        appendHexLine(text, bytes.subspan(offset, std::min(perLine, shown - offset)), offset, perLine);
    }
    if (shown < bytes.size())
        text += QLatin1Char('\n')
            + (bytes.size() - shown == 1 ? ReaderText::tr("… and 1 more byte")
                                         : ReaderText::tr("… and %1 more bytes").arg(bytes.size() - shown));
    return text;
}

QString lineText(std::span<const std::byte> bytes, qsizetype most)
{
    QString text = visibleText(std::string_view{utf8Of(asText(bytes))});
    if (text.size() > most) {
        const qsizetype rest = text.size() - most;
        text.truncate(most);
        text += rest == 1 ? ReaderText::tr(" … and 1 more character")
                          : ReaderText::tr(" … and %1 more characters").arg(rest);
    }
    return text;
}

QString ReaderText::original(const AnalysedSource& source, SourceTime time) const
{
    const TimeText plain; // the source's wall clock, read as if it were UTC
    const CaseTime moment{time.ns};
    const QString clock = plain.timeOfDay(moment);
    if (!source.row.hasDate)
        return clock;
    return tr("%1 %2 (%3)").arg(plain.date(moment), clock, QString::fromStdString(source.clock.zone));
}

QString ReaderText::corrected(const AnalysedSource& source, const EventRow& event,
                              const TimeText& times) const
{
    const CaseTime moment = source.clock.corrected(event.time, event.ref.place.number);
    return tr("%1 %2 (%3)").arg(times.date(moment), times.timeOfDay(moment), times.zoneName());
}

QString ReaderText::correction(const SourceClock& clock, const EventRow& event) const
{
    if (!clock.correction)
        return tr("how this clock stands to the others cannot be told");
    const SourceClock::Correction found =
        clock.steps.empty() ? *clock.correction : *clock.correctionAt(event.time, event.ref.place.number);
    if (found.offsetNs == 0 && found.pairs == 0)
        return m_words.clockBasis(found);
    const QString length = TimeText::duration(Nanoseconds{std::abs(found.offsetNs)});
    const QString stands = found.offsetNs == 0
        ? tr("no difference")
        : (found.offsetNs > 0 ? tr("clock %1 ahead") : tr("clock %1 behind")).arg(length);
    const QString basis = m_words.clockBasis(clock);
    if (!clock.steps.empty()) {
        const std::int64_t half = std::max(found.highNs - found.offsetNs, found.offsetNs - found.lowNs);
        return tr("%1, ± %2, by %3").arg(stands, TimeText::duration(Nanoseconds{half}), basis);
    }
    return basis.isEmpty() ? stands : tr("%1, by %2").arg(stands, basis);
}

QString ReaderText::headline(const EventRow& event) const
{
    QStringList parts{m_words.kind(event.kind)};
    if (!event.device.empty())
        parts << visibleText(event.device);
    const QString from = QString::fromStdString(toText(event.source));
    const QString to = QString::fromStdString(toText(event.destination));
    if (!from.isEmpty() || !to.isEmpty())
        parts << QStringLiteral("%1 → %2").arg(from, to);
    return parts.join(QStringLiteral(" · "));
}

std::vector<std::pair<QString, QString>> ReaderText::fields(const EventRow& event) const
{
    std::vector<std::pair<QString, QString>> pairs;
    std::string_view rest = event.fields, key, value;
    while (FieldView::next(rest, key, value))
        pairs.emplace_back(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())),
                           visibleText(decodeField(value)));
    return pairs;
}

QString ReaderText::notice(const ReaderContent& content) const
{
    if (content.error)
        return m_words.error(*content.error);
    if (content.isFromCase && content.ref.place.unit == PlaceUnit::Line)
        return tr("The evidence is not at hand, or has changed since it was read. This is the copy that the "
                  "case keeps of the cited line; the lines around it are not kept.");
    if (content.isFromCase)
        return tr("The evidence is not at hand, or has changed since it was read. This is the copy that the "
                  "case keeps of the cited frame.");
    return {};
}

} // namespace whittle
