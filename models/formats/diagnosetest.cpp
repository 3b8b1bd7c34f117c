// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/diagnoserows.h"
#include "models/formats/formats.h"
#include "models/formats/lines.h"
#include "models/formats/linesniff.h"
#include "models/formats/linetally.h"
#include "models/formats/terminaltext.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// Reads a file of what `utils diagnose test` printed. It prints no time.
class DiagnoseReader : public DiagnoseRows::Kept
{
public:
    explicit DiagnoseReader(EventSink& sink)
        : m_sink(sink)
        , m_rows(this)
    {
    }

    void line(const Line& line);
    SourceFacts finish(std::uint64_t lines);

private:
    void keep(std::uint64_t line, std::string_view fields) override;

    EventSink& m_sink;
    DiagnoseRows m_rows;
    TerminalText m_terminal;
    LineTally m_notUnderstood;
    LineTally m_outputs; ///< the one that the file is
};

void DiagnoseReader::line(const Line& line)
{
    const std::string_view bare = text::trimmed(m_terminal.shown(line.text));
    if (!bare.empty() && m_rows.take(bare, line.number) == DiagnoseRows::Line::Foreign)
        m_notUnderstood.add(line.number);
}

void DiagnoseReader::keep(std::uint64_t line, std::string_view fields)
{
    if (m_outputs.count() == 0)
        m_outputs.add(line);
    Event event;
    event.kind = "diagnose.test";
    event.place = {PlaceUnit::Line, line};
    event.fields = fields;
    m_sink.event(event);
}

SourceFacts DiagnoseReader::finish(std::uint64_t lines)
{
    m_rows.close();
    m_outputs.report(m_sink, Severity::Notice, "formats.no-time");
    m_notUnderstood.report(m_sink, Severity::Info, "formats.lines-not-understood");
    SourceFacts facts;
    facts.unit = PlaceUnit::Line;
    facts.records = lines;
    facts.hasDate = false;
    return facts;
}

Sniff sniffDiagnose(Bytes head)
{
    LineSniff sniff(head);
    TerminalText terminal;
    DiagnoseRows rows;
    std::string_view line;
    while (sniff.next(line)) {
        const auto what = rows.take(text::trimmed(terminal.shown(line)), 0);
        sniff.judge(what == DiagnoseRows::Line::Row           ? LineSniff::Line::Proof
                        : what == DiagnoseRows::Line::Foreign ? LineSniff::Line::Foreign
                                                              : LineSniff::Line::Fits);
    }
    return sniff.answer();
}

Result<SourceFacts> readDiagnose(BlockReader& reader, EventSink& sink, Progress& progress,
                                 std::stop_token stop)
{
    Lines lines(reader, sink, progress, std::move(stop));
    DiagnoseReader tests(sink);
    Line line;
    while (lines.next(line))
        tests.line(line);
    if (const auto end = lines.end(); !end)
        return end.error();
    return tests.finish(lines.count());
}

} // namespace

const Format& diagnoseTestFormat()
{
    static constexpr Format format{"diagnose-test", PlaceUnit::Line, sniffDiagnose, readDiagnose, fetchLine};
    return format;
}

} // namespace whittle
