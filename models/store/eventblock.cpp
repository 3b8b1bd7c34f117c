// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/eventblock.h"

#include <algorithm>

#include "models/store/memberstep.h"

namespace whittle
{

namespace
{

// Which of the fields differ is told by the bits of one number, with one more bit beside them.
constexpr std::size_t maxTokens = 60;
/// Instead of that number: the text as it is.
constexpr std::uint64_t wholeText = 1;
/// Instead of a step in time (packTime() is never 1): the time itself.
constexpr std::uint64_t wholeTime = 1;

void split(std::string_view text, Tokens& tokens)
{
    tokens.clear();
    for (;;) {
        const std::size_t end = std::min(text.find(';'), text.size());
        tokens.push_back(text.substr(0, end));
        if (end == text.size())
            return;
        text.remove_prefix(end + 1);
    }
}

std::size_t sharedPrefix(std::string_view a, std::string_view b)
{
    return static_cast<std::size_t>(
        std::distance(a.begin(), std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first));
}

} // namespace

void TokenTable::clear()
{
    m_text.clear();
    m_tokens.clear();
}

bool TokenTable::add(std::string_view token)
{
    if (m_text.size() + token.size() > maxBytes)
        return false;
    const std::size_t begin = m_text.size();
    m_text += token;
    m_tokens.push_back(std::string_view(m_text).substr(begin));
    return true;
}

void TokenNumbers::clear()
{
    std::ranges::fill(m_slots, Slot{});
    m_count = 0;
}

/// Where it is, or where it would be.
std::size_t TokenNumbers::slotOf(std::string_view token, std::uint64_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Slot& slot = m_slots[at];
        if (slot.number == none || (slot.tag == tag && m_table.at(slot.number) == token))
            return at;
    }
}

void TokenNumbers::addLast()
{
    if (++m_count * 2 > m_slots.size())
        grow();
    const auto number = static_cast<std::uint32_t>(m_table.size() - 1);
    const std::string_view token = m_table.at(number);
    const std::uint64_t hash = hashOf(token);
    m_slots[slotOf(token, hash)] = {static_cast<std::uint32_t>(hash >> 32), number};
}

void TokenNumbers::grow()
{
    const std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(m_slots.size() * 2));
    for (const Slot& slot : old) {
        if (slot.number == none)
            continue;
        const std::string_view token = m_table.at(slot.number);
        m_slots[slotOf(token, hashOf(token))] = slot;
    }
}

void LastFields::set(std::string_view newText)
{
    text = newText;
    split(text, tokens);
}

void LastFields::set(std::string_view newText, const Tokens& newTokens)
{
    text = newText;
    tokens.clear();
    for (const std::string_view token : newTokens)
        tokens.push_back(std::string_view(text).substr(
            static_cast<std::size_t>(token.data() - newText.data()), token.size()));
}

void EventBlockPacker::add(const TrainMember& at, const EventNames& names, std::string_view fields)
{
    if (isEmpty()) {
        m_block.first = m_block.last = at;
        m_block.earliest = m_block.latest = at.time;
    }
    addPlace(at);
    addNames(names);
    addFields(names.kind, fields);
    m_block.last = at;
    m_block.earliest = std::min(m_block.earliest, at.time);
    m_block.latest = std::max(m_block.latest, at.time);
    ++m_block.count;
}

EventBlock EventBlockPacker::take()
{
    m_names.clear();
    m_numbers.clear();
    m_table.clear();
    m_last.clear();
    return std::exchange(m_block, {});
}

void EventBlockPacker::addPlace(const TrainMember& at)
{
    appendPlace(m_block.bytes, m_block.last, at);
    std::int64_t step = 0;
    const bool isLong = __builtin_sub_overflow(at.time.ns, m_block.last.time.ns, &step)
        || step > longestDifference || step < -longestDifference;
    appendVarint(m_block.bytes, isLong ? wholeTime : packTime(step));
    if (isLong)
        appendVarint(m_block.bytes, zigzag(at.time.ns));
}

void EventBlockPacker::addNames(const EventNames& names)
{
    const auto [found, isNew] = m_names.try_emplace(names, m_names.size() + 1);
    appendVarint(m_block.bytes, isNew ? 0 : found->second);
    if (!isNew)
        return;
    for (const std::int64_t number : {names.kind, names.device, names.flow})
        appendVarint(m_block.bytes, zigzag(number));
}

/// The bits of the fields that differ, and below them whether a number of fields follows that differs too.
void EventBlockPacker::addFields(std::int64_t kind, std::string_view fields)
{
    split(fields, m_now);
    if (m_now.size() > maxTokens) {
        appendVarint(m_block.bytes, wholeText);
        addText(fields);
        return;
    }
    LastFields& last = m_last[kind];
    std::uint64_t differ = 0;
    for (std::size_t i = 0; i < m_now.size(); ++i) {
        if (i >= last.tokens.size() || last.tokens[i] != m_now[i])
            differ |= std::uint64_t{1} << i;
    }
    if (m_now.size() == last.tokens.size()) {
        appendVarint(m_block.bytes, differ << 1);
    } else {
        appendVarint(m_block.bytes, m_now.size() << 1 | 1);
        appendVarint(m_block.bytes, differ);
    }
    for (std::size_t i = 0; i < m_now.size(); ++i) {
        if (differ >> i & 1)
            addToken(m_now[i], i < last.tokens.size() ? last.tokens[i] : std::string_view{});
    }
    last.set(fields, m_now);
}

void EventBlockPacker::addToken(std::string_view token, std::string_view previous)
{
    if (const std::uint32_t number = m_numbers.find(token); number != TokenNumbers::none) {
        appendVarint(m_block.bytes, std::uint64_t{number} + 1);
        return;
    }
    const std::size_t shared = sharedPrefix(token, previous);
    appendVarint(m_block.bytes, 0);
    appendVarint(m_block.bytes, shared);
    addText(token.substr(shared));
    if (m_table.add(token))
        m_numbers.addLast();
}

void EventBlockPacker::addText(std::string_view text)
{
    appendVarint(m_block.bytes, text.size());
    const Bytes bytes = asBytes(text);
    m_block.bytes.insert(m_block.bytes.end(), bytes.begin(), bytes.end());
}

void EventBlockReader::open(EventBlock block)
{
    m_block = std::move(block);
    m_rest = m_block.bytes;
    m_left = m_block.count;
    m_at = m_block.first;
    m_damaged = false;
    m_names.clear();
    m_table.clear();
    m_last.clear();
}

bool EventBlockReader::next()
{
    if (m_left == 0 || m_damaged)
        return false;
    --m_left;
    m_damaged = !readPlace() || !readNames() || !readFields();
    return !m_damaged;
}

bool EventBlockReader::readPlace()
{
    std::uint64_t step = 0;
    if (!takePlace(m_rest, m_at) || !takeVarint(m_rest, step))
        return false;
    if (step == wholeTime)
        return readNumber(m_at.time.ns);
    m_at.time.ns = wrappingAdd(m_at.time.ns, unpackTime(step));
    return true;
}

bool EventBlockReader::readNumber(std::int64_t& number)
{
    std::uint64_t packed = 0;
    const bool read = takeVarint(m_rest, packed);
    number = unzigzag(packed);
    return read;
}

bool EventBlockReader::readNames()
{
    std::uint64_t number = 0;
    if (!takeVarint(m_rest, number) || number > m_names.size())
        return false;
    if (number > 0) {
        m_current = number - 1;
        return true;
    }
    EventNames names;
    if (!readNumber(names.kind) || !readNumber(names.device) || !readNumber(names.flow))
        return false;
    m_current = m_names.size();
    m_names.push_back(names);
    return true;
}

bool EventBlockReader::readFields()
{
    std::uint64_t head = 0;
    if (!takeVarint(m_rest, head))
        return false;
    m_text.clear();
    if (head == wholeText) {
        m_fields = &m_text;
        return readText(m_text);
    }
    LastFields& last = m_last[names().kind];
    if (!readTokens(head, last))
        return false;
    m_fields = &last.text;
    return true;
}

bool EventBlockReader::readTokens(std::uint64_t head, LastFields& last)
{
    const bool otherNumber = head & 1;
    const std::uint64_t count = otherNumber ? head >> 1 : last.tokens.size();
    std::uint64_t differ = head >> 1;
    if ((otherNumber && !takeVarint(m_rest, differ)) || count > maxTokens)
        return false;
    if (!otherNumber && differ == 0)
        return true;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view previous = i < last.tokens.size() ? last.tokens[i] : std::string_view{};
        if (i > 0)
            m_text += ';';
        if (differ >> i & 1) {
            if (!readToken(previous))
                return false;
        } else {
            m_text += previous;
        }
    }
    last.set(m_text);
    return true;
}

bool EventBlockReader::readToken(std::string_view previous)
{
    std::uint64_t number = 0;
    if (!takeVarint(m_rest, number) || number > m_table.size())
        return false;
    if (number > 0) {
        m_text += m_table.at(number - 1);
        return true;
    }
    std::uint64_t shared = 0;
    if (!takeVarint(m_rest, shared) || shared > previous.size())
        return false;
    const std::size_t begin = m_text.size();
    m_text += previous.substr(0, shared);
    if (!readText(m_text))
        return false;
    m_table.add(std::string_view(m_text).substr(begin));
    return true;
}

/// Appends to `to`.
bool EventBlockReader::readText(std::string& to)
{
    std::uint64_t size = 0;
    if (!takeVarint(m_rest, size) || size > m_rest.size())
        return false;
    to += asText(m_rest.first(size));
    m_rest = m_rest.subspan(size);
    return true;
}

} // namespace whittle
