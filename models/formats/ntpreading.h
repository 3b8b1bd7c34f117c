// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/base/eventsink.h"
#include "models/base/fields.h"
#include "models/formats/ntppeer.h"
#include "models/formats/ntpstatusline.h"

namespace whittle
{

/// One output of `utils ntp status` or `ntpq -p`, kept until its end: the time of all its rows stands there.
class NtpReading
{
public:
    /// More rows than any node has servers.
    static constexpr std::size_t maxRows = 256;

    void addPeer(const NtpPeer& peer, std::uint64_t line);
    /// A server that the node was told to use.
    void addServer(std::string_view server, std::uint64_t line);
    /// Who printed it, as its prompt says.
    void setNode(std::string_view node) { m_node = node; }
    void addStatus(const NtpStatusLine& status, std::uint64_t line);

    bool hasEvents() const { return !m_rows.empty() || m_stateLine != 0; }
    bool isFull() const { return m_rows.size() >= maxRows; }
    bool hasRows() const { return !m_rows.empty(); }
    bool hasState() const { return m_stateLine != 0; }
    std::uint64_t firstLine() const;

    /// Seconds since 1970-01-01 00:00 UTC; empty where the output does not say.
    std::optional<std::int64_t> utc() const { return m_utc; }
    /// "America/Chicago"; empty where it is not printed.
    const std::string& zone() const { return m_zone; }
    /// How far the node's zone is east of UTC.
    std::optional<std::int64_t> localOffset() const;
    bool hasBothTimes() const { return m_utc && m_local; }

    /// Hands the events on, in the order of their lines. `assumed`: the time is that of another reading.
    void emit(EventSink& sink, SourceTime time, bool assumed) const;

private:
    struct Row {
        std::uint64_t line;
        std::string_view kind;
        IpAddress remote;
        std::string fields;
    };

    void addCommon(FieldWriter& fields, bool assumed) const;
    void emitState(EventSink& sink, SourceTime time, bool assumed) const;
    void keepState(const NtpStatusLine& status);

    std::vector<Row> m_rows;
    std::uint64_t m_stateLine = 0;
    NtpStatusLine m_state; ///< its views are not used: the texts are below
    std::string m_reference;
    std::string m_server;
    std::optional<std::int64_t> m_utc;
    std::optional<std::int64_t> m_local;
    std::string m_zone;
    std::string m_node;
};

} // namespace whittle
