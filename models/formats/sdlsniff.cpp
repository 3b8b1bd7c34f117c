// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/linesniff.h"
#include "models/formats/sdlfilehead.h"
#include "models/formats/sdlhead.h"
#include "models/formats/sdlreader.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// Application numbers: 100 is CallManager, 200 CTIManager, 600 TFTP.
std::optional<TraceService> serviceOfNumber(std::string_view number)
{
    if (number == "100")
        return TraceService::CallManager;
    if (number == "200")
        return TraceService::Cti;
    if (number == "600")
        return TraceService::Tftp;
    return {};
}

/// "StationD(1,100,64,5195)": the second number.
std::string_view applicationOf(std::string_view process)
{
    const auto rest = text::after(process, "(");
    const auto application = rest ? text::after(*rest, ",") : std::nullopt;
    return application ? text::until(*application, ",") : std::string_view{};
}

std::optional<TraceService> serviceOfText(std::string_view text)
{
    for (const std::string_view word :
         {"TFTPEngine::", "TFTPServer::", "TFTPCache::", "HTTPConnection::", "ServeFile::"}) {
        if (text.find(word) != std::string_view::npos)
            return TraceService::Tftp;
    }
    for (const std::string_view word : {"[CTI-APP]", "[CTI-INFO]", "CTIHandler::", "CTIManager::"}) {
        if (text.find(word) != std::string_view::npos)
            return TraceService::Cti;
    }
    return {};
}

std::optional<TraceService> serviceOf(const SdlHead& row)
{
    if (row.type == "FileHead") {
        const SdlFileHead head = SdlFileHead::read(row.rest);
        if (const auto service = serviceOfNumber(head.applicationId))
            return service;
        if (text::findNoCase(head.application, "TFTP") != std::string_view::npos)
            return TraceService::Tftp;
        return head.application.starts_with("CTI") ? TraceService::Cti : TraceService::CallManager;
    }
    if (row.type.starts_with("SdlSig"))
        return serviceOfNumber(applicationOf(SdlSignalRow::read(row.rest).receiver));
    return serviceOfText(row.rest);
}

/// The service that the rows at the head of a file name; CallManager where none is named, for it is what
/// people collect.
TraceService serviceIn(Bytes head)
{
    LineSniff lines(head);
    std::string_view line;
    while (lines.next(line)) {
        const SdlHead row = SdlHead::read(line);
        const auto service = row.kind == SdlHead::Kind::Row ? serviceOf(row) : std::nullopt;
        if (service)
            return *service;
    }
    return TraceService::CallManager;
}

} // namespace

/// Rows that are none belong to the one before: SIP and HTTP messages, dumps.
Sniff sniffSdl(TraceService service, Bytes head)
{
    LineSniff sniff(head);
    const bool ours = serviceIn(head) == service;
    bool inRow = false;
    std::string_view line;
    while (sniff.next(line)) {
        const bool isRow = SdlHead::read(line).kind != SdlHead::Kind::None;
        inRow = inRow || isRow;
        if (isRow)
            sniff.judge(ours ? LineSniff::Line::Proof : LineSniff::Line::Foreign);
        else
            sniff.judge(inRow ? LineSniff::Line::Fits : LineSniff::Line::Foreign);
    }
    return sniff.answer();
}

} // namespace whittle
