// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sessionpart.h"

#include "models/base/progress.h"
#include "models/evidence/blockreader.h"

namespace whittle
{

namespace
{

class PartSink : public EventSink
{
public:
    explicit PartSink(SessionPart& part)
        : m_part(part)
    {
    }
    void event(const Event& event) override { m_part.events.emplace_back(event); }
    void problem(Problem problem) override { m_part.problems.push_back(std::move(problem)); }
    void landmark(Landmark /*of the session*/) override { }

private:
    SessionPart& m_part;
};

} // namespace

KeptEvent::KeptEvent(const Event& from)
    : kind(from.kind)
    , device(from.device)
    , fields(from.fields)
    , event(from)
{
}

void KeptEvent::emit(EventSink& sink) const
{
    Event whole = event;
    whole.kind = kind;
    whole.device = device;
    whole.fields = fields;
    sink.event(whole);
}

Result<SessionPart> SessionPart::read(const Format& format, std::string_view text, std::uint64_t firstLine,
                                      std::stop_token stop)
{
    const Bytes bytes = asBytes(text);
    BlockReader reader(memorySource({bytes.begin(), bytes.end()}));
    reader.setLinesBefore(firstLine - 1);
    SessionPart part;
    PartSink sink(part);
    Progress progress;
    auto facts = format.read(reader, sink, progress, std::move(stop));
    if (!facts)
        return facts.error();
    part.facts = std::move(*facts);
    return part;
}

} // namespace whittle
