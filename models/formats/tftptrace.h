// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/base/event.h"
#include "models/base/fields.h"
#include "models/formats/sdirecord.h"

namespace whittle
{

/// The records of CUCM's TFTP service, which answers TFTP and HTTP (port 6970).
class TftpTrace
{
public:
    /// Fills kind, device, endpoints and fields; false when the record tells nothing of its own. The event's
    /// texts are views into the record, this object and `fields`.
    bool describe(const SdiRecord& record, Event& event, FieldWriter& fields);

private:
    /// What is known of a HTTP connection. Of so many the last; a file is answered within milliseconds.
    struct HttpClient {
        std::string connection;
        std::string address;
        std::string file;
    };

    bool describeRequest(std::string_view body, const SdiTags& tags, Event& event, FieldWriter& fields);
    bool describeRefusal(std::string_view body, const SdiTags& tags, Event& event, FieldWriter& fields);
    bool describeBusy(std::string_view body, Event& event, FieldWriter& fields);
    bool describeHttpRequest(std::string_view body, const SdiTags& tags, Event& event, FieldWriter& fields);
    bool describeNotFound(std::string_view body, const SdiTags& tags, Event& event, FieldWriter& fields);
    void learn(std::string_view body, const SdiTags& tags);
    HttpClient& client(std::string_view connection);

    std::array<HttpClient, 32> m_clients;
    std::size_t m_nextClient = 0;
    std::string m_file; ///< that the last record named which names one
    std::optional<std::int64_t> m_serving; ///< requests being served
    std::optional<std::int64_t> m_httpMax;
};

} // namespace whittle
