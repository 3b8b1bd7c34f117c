// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/device/devicehtml.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace whittle
{

namespace
{

constexpr QLatin1String eventScheme{"event:"};
constexpr QLatin1String moreScheme{"more:"};
constexpr double smallFont = 0.9;

/// The context of the texts for translators.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DevicePanel)
};

QString glyph(MarkShape shape)
{
    switch (shape) {
    case MarkShape::Tick:
        return {};
    case MarkShape::Dot:
        return QStringLiteral("●");
    case MarkShape::Triangle:
        return QStringLiteral("▼");
    case MarkShape::Circle:
        return QStringLiteral("○");
    case MarkShape::Square:
        return QStringLiteral("■");
    case MarkShape::Diamond:
        break;
    }
    return QStringLiteral("◆");
}

QLatin1String styleOf(SceneClass severity)
{
    switch (severity) {
    case SceneClass::Neutral:
        return QLatin1String("plain");
    case SceneClass::Good:
        return QLatin1String("ok");
    case SceneClass::Warning:
        return QLatin1String("warn");
    case SceneClass::Bad:
        break;
    }
    return QLatin1String("bad");
}

QString mark(const MarkRule& rule)
{
    const QString form = glyph(rule.shape);
    return form.isEmpty()
        ? QString()
        : QStringLiteral("<span class='%1'>%2</span>&nbsp;").arg(styleOf(rule.severity), form);
}

QString html(const PageText& text)
{
    const QString shown = text.text.toHtmlEscaped();
    if (!text.ref)
        return shown;
    const QString at = text.time ? QLatin1Char(':') + QString::number(text.time->nsUtc) : QString();
    return QStringLiteral("<a href='%1%2' title='%3'>%4</a>")
        .arg(linkTo(*text.ref), at, text.full.toHtmlEscaped(), shown);
}

QString html(const PageCell& cell)
{
    QStringList parts;
    for (const PageText& text : cell)
        parts << html(text);
    return parts.join(QStringLiteral(" "));
}

QString head(const PageSection& section)
{
    QString cells;
    bool isNeeded = false;
    for (const QString& column : section.columns) {
        isNeeded = isNeeded || !column.isEmpty();
        cells += QStringLiteral("<td class='head'>%1</td>").arg(column.toHtmlEscaped());
    }
    return isNeeded ? QStringLiteral("<tr>%1</tr>").arg(cells) : QString();
}

bool isOneWord(const PageCell& cell)
{
    return cell.size() == 1 && !cell.front().text.contains(QLatin1Char(' '));
}

/// Of facts: what is asked is dim, and so, and small, is why it is known.
QLatin1String cellClass(const PageRow& row, std::size_t cell, bool areFacts)
{
    if (areFacts && cell == 0)
        return QLatin1String("label");
    if (areFacts && cell + 1 == row.cells.size())
        return QLatin1String("note");
    return QLatin1String(isOneWord(row.cells[cell]) ? "word" : "cell");
}

QString rows(const PageRow& row, bool areFacts)
{
    QString cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const QString marked = row.mark && i == row.marked ? mark(*row.mark) : QString();
        cells += QStringLiteral("<td class='%1'>%2%3</td>")
                     .arg(cellClass(row, i, areFacts), marked, html(row.cells[i]));
    }
    QString lines = QStringLiteral("<tr>%1</tr>").arg(cells);
    for (const PageCell& note : row.notes)
        lines += QStringLiteral("<tr><td></td><td class='note' colspan='%1'>%2</td></tr>")
                     .arg(row.cells.size() - 1)
                     .arg(html(note));
    return lines;
}

QString more(const PageSection& section)
{
    if (section.rows.size() >= section.total)
        return {};
    const QString text = Texts::tr("%1 of %2 shown – show more")
                             .arg(QLocale().toString(static_cast<qulonglong>(section.rows.size())),
                                  QLocale().toString(static_cast<qulonglong>(section.total)));
    return QStringLiteral("<p class='more'><a href='%1%2'>%3</a></p>")
        .arg(moreScheme, QString::fromStdString(section.id), text.toHtmlEscaped());
}

QString html(const PageSection& section)
{
    const bool areFacts = section.id == "facts";
    QString body;
    for (const PageRow& row : section.rows)
        body += rows(row, areFacts);
    const QString title = areFacts
        ? QString()
        : QStringLiteral("<p class='title'><a name='%1'></a>%2</p>")
              .arg(QString::fromStdString(section.id), section.title.toHtmlEscaped());
    if (body.isEmpty())
        return title + QStringLiteral("<p class='note'>%1</p>").arg(section.empty.toHtmlEscaped());
    return title
        + QStringLiteral("<table cellspacing='0' cellpadding='0'>%1%2</table>").arg(head(section), body)
        + more(section);
}

} // namespace

QString deviceStyle(const Theme& theme, const QFont& font)
{
    return QStringLiteral("a { color: %1; text-decoration: none; }"
                          "td { padding: 2px 14px 2px 0; }"
                          "td.word { white-space: nowrap; }"
                          "td.label { color: %2; }"
                          "td.head { color: %2; font-size: %3pt; }"
                          "td.note, p.note { color: %2; font-size: %3pt; }"
                          "p.title { font-weight: 600; margin-top: 14px; margin-bottom: 3px; }"
                          "p.more { margin-top: 2px; font-size: %3pt; }"
                          ".ok { color: %4; } .warn { color: %5; } .bad { color: %6; } .plain { color: %7; }")
        .arg(theme.accent.name(), theme.dim.name(), QString::number(font.pointSizeF() * smallFont, 'f', 1),
             theme.ok.name(), theme.warn.name(), theme.bad.name(), theme.accent.name());
}

QString deviceHtml(const DevicePage& page)
{
    QString all;
    for (const PageSection& section : page.sections)
        all += html(section);
    return all;
}

QString linkTo(const EventRef& ref)
{
    return QStringLiteral("%1%2:%3:%4:%5")
        .arg(eventScheme)
        .arg(raw(ref.source))
        .arg(static_cast<int>(ref.place.unit))
        .arg(ref.place.number)
        .arg(ref.ordinal);
}

std::optional<EventLink> eventOf(const QString& link)
{
    if (!link.startsWith(eventScheme))
        return {};
    const QStringList parts = link.mid(eventScheme.size()).split(QLatin1Char(':'));
    if (parts.size() < 4)
        return {};
    EventLink found;
    found.ref = {SourceId{parts[0].toLongLong()},
                 {static_cast<PlaceUnit>(parts[1].toInt()), parts[2].toULongLong()},
                 parts[3].toUInt()};
    if (parts.size() > 4)
        found.time = CaseTime{parts[4].toLongLong()};
    return found;
}

std::string sectionOf(const QString& link)
{
    return link.startsWith(moreScheme) ? link.mid(moreScheme.size()).toStdString() : std::string();
}

} // namespace whittle
