// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/tftptrace.h"

#include "models/formats/sdifields.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// "[0xf4d26318~5~192.0.2.11~51909]": pointer, number of the request, address and port of the client.
Endpoint clientIn(std::string_view text)
{
    const auto begin = text.find('[');
    if (begin == std::string_view::npos)
        return {};
    std::string_view context = text::until(text.substr(begin + 1), "]");
    const auto beforePort = context.rfind('~');
    if (beforePort == std::string_view::npos)
        return {};
    const auto port = text::number(context.substr(beforePort + 1));
    context = context.substr(0, beforePort);
    const auto beforeAddress = context.find_last_of("~ ");
    if (beforeAddress == std::string_view::npos)
        return {};
    Endpoint client{sdiAddress(context.substr(beforeAddress + 1)), 0};
    if (client.address.isSet() && port && *port <= 65535)
        client.port = static_cast<std::uint16_t>(*port);
    return client;
}

/// What stands in brackets behind `key`.
std::string_view bracketed(std::string_view text, std::string_view key, std::string_view end)
{
    return text::until(text::after(text, key).value_or(std::string_view{}), end);
}

/// "SEP2834A2823B58" of "CTLSEP2834A2823B58.tlv"; a file that all phones ask for is nobody's.
std::string_view deviceOf(std::string_view file)
{
    return text::phoneNameIn(file);
}

void addClient(Endpoint client, FieldWriter& fields)
{
    if (!client.address.isSet())
        return;
    fields.add("address", toText(client.address));
    if (client.port != 0)
        fields.addNumber("port", client.port);
}

void addIfKnown(FieldWriter& fields, std::string_view key, std::optional<std::int64_t> value)
{
    if (value)
        fields.addNumber(key, *value);
}

} // namespace

TftpTrace::HttpClient& TftpTrace::client(std::string_view connection)
{
    for (HttpClient& known : m_clients) {
        if (known.connection == connection)
            return known;
    }
    HttpClient& next = m_clients[m_nextClient++ % m_clients.size()];
    next.connection = connection;
    next.address.clear();
    next.file.clear();
    return next;
}

/// TFTPEngine::isReadRequest[0xf4d26318~5~192.0.2.11~51909], [CTLSEP2834A2823B58.tlv] opcode(1), Mode(octet),
/// Serving Count(0)
bool TftpTrace::describeRequest(std::string_view body, const SdiTags& tags, Event& event, FieldWriter& fields)
{
    const auto rest = text::after(body, "TFTPEngine::isReadRequest");
    if (!rest)
        return false;
    const std::string_view file = bracketed(*rest, ", [", "]");
    m_serving = text::number(bracketed(*rest, "Serving Count(", ")"));
    event.kind = bracketed(*rest, "opcode(", ")") == "2" ? "tftp.write-request" : "tftp.read-request";
    event.device = deviceOf(file);
    event.source = clientIn(*rest);
    event.destination = {sdiAddress(tags.node), 0};
    addIfSet(fields, "file", file);
    addClient(event.source, fields);
    addIfSet(fields, "mode", bracketed(*rest, "Mode(", ")"));
    addIfKnown(fields, "serving-count", m_serving);
    return !file.empty() || event.source.address.isSet();
}

/// INFO: TFTPEngine::sendNAK[0xf4d26318~5~192.0.2.11~51909], File[CTLSEP2834A2823B58.tlv], Error(1)
bool TftpTrace::describeRefusal(std::string_view body, const SdiTags& tags, Event& event, FieldWriter& fields)
{
    const auto rest = text::after(body, "TFTPEngine::sendNAK");
    if (!rest)
        return false;
    const std::string_view file = bracketed(*rest, "File[", "]");
    event.kind = "tftp.error";
    event.device = deviceOf(file);
    event.source = {sdiAddress(tags.node), 0};
    event.destination = clientIn(*rest);
    addIfSet(fields, "code", bracketed(*rest, "Error(", ")"));
    addIfSet(fields, "file", file);
    addClient(event.destination, fields);
    return !file.empty() || event.destination.address.isSet();
}

/// TID[b44f0b70] TFTPServer::recvMessage0x8954318 sockets:8 Reached max count, returning 503
bool TftpTrace::describeBusy(std::string_view body, Event& event, FieldWriter& fields)
{
    if (body.find("Reached max count") == std::string_view::npos)
        return false;
    event.kind = "tftp.busy";
    addIfSet(fields, "code", sdiValue(body, "returning "));
    const bool http = body.find("HTTP") != std::string_view::npos;
    addIfKnown(fields, "serving-count", http ? std::nullopt : m_serving);
    addIfKnown(fields, "max-count", http ? m_httpMax : m_serving);
    return true;
}

/// HTTPConnection::wait_SdlDataInd Printing the HTTPRequest : msgBuffer size [64] --: GET
/// /ITLSEP2834A2823B58.tlv HTTP/1.1
bool TftpTrace::describeHttpRequest(std::string_view body, const SdiTags& tags, Event& event,
                                    FieldWriter& fields)
{
    const auto request = text::after(body, "Printing the HTTPRequest");
    const auto path = request ? text::after(*request, "GET /") : std::nullopt;
    if (!path)
        return false;
    HttpClient& http = client(tags.connection);
    http.file = text::until(*path, " ");
    m_file = http.file;
    event.kind = "tftp.read-request";
    event.device = deviceOf(http.file);
    event.source = {sdiAddress(http.address), 0};
    event.destination = {sdiAddress(tags.node), 0};
    addIfSet(fields, "file", http.file);
    addClient(event.source, fields);
    fields.add("transport", "http");
    return true;
}

/// ServeDynamicFile::FindAndServe File Not Found - 404 - Failure
bool TftpTrace::describeNotFound(std::string_view body, const SdiTags& tags, Event& event,
                                 FieldWriter& fields)
{
    if (body.find("File Not Found - 404") == std::string_view::npos)
        return false;
    const HttpClient& http = client(tags.connection);
    const std::string& file = http.file.empty() ? m_file : http.file;
    event.kind = "tftp.error";
    event.device = deviceOf(file);
    event.source = {sdiAddress(tags.node), 0};
    event.destination = {sdiAddress(http.address), 0};
    fields.add("code", "404");
    addIfSet(fields, "file", file);
    addClient(event.destination, fields);
    fields.add("transport", "http");
    return true;
}

/// What later records do not repeat: who a connection belongs to, and how many requests are served at most.
void TftpTrace::learn(std::string_view body, const SdiTags& tags)
{
    if (const auto address = text::after(body, "Received ReassociateIndication from "))
        client(tags.connection).address = text::until(*address, " ");
    else if (const auto file = text::after(body, "Received File request for the dynamic file "))
        m_file = text::until(*file, " ");
    else if (const auto found = text::after(body, "File to be searched onDisk is [ "))
        m_file = text::until(*found, " ]");
    else if (const auto most = text::after(body, "Maximum serving count for HTTP connection is"))
        m_httpMax = text::number(text::trimmed(text::after(*most, "=").value_or(std::string_view{})));
    else if (const auto count = text::after(body, " count(");
             count && body.find("recvMessage") != std::string_view::npos)
        m_serving = text::number(text::until(*count, ")"));
}

bool TftpTrace::describe(const SdiRecord& record, Event& event, FieldWriter& fields)
{
    fields.clear();
    const std::string_view body = record.body;
    const bool known = describeRequest(body, record.tags, event, fields)
        || describeRefusal(body, record.tags, event, fields) || describeBusy(body, event, fields)
        || describeHttpRequest(body, record.tags, event, fields)
        || describeNotFound(body, record.tags, event, fields);
    if (!known)
        learn(body, record.tags);
    event.fields = fields.text();
    return known;
}

} // namespace whittle
