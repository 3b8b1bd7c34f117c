// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/base/bytes.h"
#include "models/base/hash64.h"
#include "models/store/dictionary.h"
#include "models/store/train.h"

namespace whittle
{

/// What an event is, by the numbers of its source's dictionaries.
struct EventNames {
    std::int64_t kind = 0;
    std::int64_t device = 0;
    std::int64_t flow = 0;
    bool operator==(const EventNames&) const = default;
};

/// Events that follow each other in a source, packed: one row of table `event_block`.
struct EventBlock {
    TrainMember first{};
    TrainMember last{};
    SourceTime earliest{};
    SourceTime latest{};
    std::uint32_t count = 0;
    std::vector<std::byte> bytes{};
};

/// Fields of one text, each `key=value` as it stands between two ';'. Of an empty text: one, and it is empty.
using Tokens = std::vector<std::string_view>;

/// The fields that occurred in a block, by number. Writer and reader fill it in the same way, up to the same
/// size, so that the block need not hold it.
class TokenTable
{
public:
    TokenTable() { m_text.reserve(maxBytes); }
    TokenTable(const TokenTable&) = delete; // its views lead into its text
    TokenTable& operator=(const TokenTable&) = delete;

    void clear();
    /// False when it is full: then the token gets no number.
    bool add(std::string_view token);
    std::size_t size() const { return m_tokens.size(); }
    std::string_view at(std::size_t number) const { return m_tokens[number]; }

private:
    static constexpr std::size_t maxBytes = std::size_t{128} << 10;

    std::string m_text; ///< never grows beyond what was reserved
    Tokens m_tokens;
};

/// The numbers of the tokens in a TokenTable: an open hash table, so that nothing is allocated for each.
class TokenNumbers
{
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    explicit TokenNumbers(const TokenTable& table)
        : m_table(table)
        , m_slots(minSlots)
    {
    }

    void clear();
    std::uint32_t find(std::string_view token) const { return m_slots[slotOf(token, hashOf(token))].number; }
    /// The last one of the table, which is not here yet.
    void addLast();

private:
    struct Slot {
        std::uint32_t tag = 0; ///< upper half of the hash
        std::uint32_t number = none;
    };
    static constexpr std::size_t minSlots = 1024;

    static std::uint64_t hashOf(std::string_view token) { return mixedBytes(token.size(), asBytes(token)); }
    std::size_t slotOf(std::string_view token, std::uint64_t hash) const;
    void grow();

    const TokenTable& m_table;
    std::vector<Slot> m_slots; ///< a power of two, at most half full
    std::size_t m_count = 0;
};

/// The fields of the last event of one kind: the next of that kind mostly differs in a few of them.
struct LastFields {
    std::string text{};
    Tokens tokens{};

    void set(std::string_view newText);
    /// The same, of a text whose tokens are known.
    void set(std::string_view newText, const Tokens& newTokens);
};

/// Packs events, each as what differs from those before: the step in place and in time, its names where a
/// number in the block does not stand for them, and the fields that differ from the last event of its kind.
/// A field that occurred before in the block is a number; of another only what differs from its predecessor
/// is kept.
class EventBlockPacker
{
public:
    /// The events of a block in rising order of place and ordinal.
    void add(const TrainMember& at, const EventNames& names, std::string_view fields);
    bool isFull() const { return m_block.count >= maxEvents || m_block.bytes.size() >= maxBytes; }
    bool isEmpty() const { return m_block.count == 0; }
    /// What was added since the last call.
    EventBlock take();

private:
    // Small enough that one event is found quickly, large enough that little is said twice.
    static constexpr std::uint32_t maxEvents = 4096;
    static constexpr std::size_t maxBytes = std::size_t{32} << 10;

    struct NamesHash {
        std::size_t operator()(const EventNames& names) const
        {
            return static_cast<std::size_t>((names.flow * 31 + names.kind) * 31 + names.device);
        }
    };

    void addPlace(const TrainMember& at);
    void addNames(const EventNames& names);
    void addFields(std::int64_t kind, std::string_view fields);
    void addToken(std::string_view token, std::string_view previous);
    void addText(std::string_view text);

    EventBlock m_block;
    std::unordered_map<EventNames, std::uint64_t, NamesHash> m_names;
    TokenTable m_table;
    TokenNumbers m_numbers{m_table};
    std::unordered_map<std::int64_t, LastFields> m_last; ///< by kind
    Tokens m_now;
};

/// Unpacks what EventBlockPacker packed, event by event.
class EventBlockReader
{
public:
    void open(EventBlock block);
    /// False at the end, and where the bytes are damaged.
    bool next();
    bool isDamaged() const { return m_damaged; }

    const TrainMember& at() const { return m_at; }
    const EventNames& names() const { return m_names[m_current]; }
    /// The same number for the same names, counted from 0 in the order in which the block has them.
    std::size_t namesNumber() const { return m_current; }
    std::string_view fields() const { return *m_fields; }

private:
    bool readPlace();
    bool readNames();
    bool readFields();
    bool readTokens(std::uint64_t head, LastFields& last);
    bool readToken(std::string_view previous);
    bool readNumber(std::int64_t& number);
    bool readText(std::string& to);

    EventBlock m_block;
    Bytes m_rest;
    std::uint32_t m_left = 0;
    bool m_damaged = false;
    TrainMember m_at;
    std::size_t m_current = 0;
    std::vector<EventNames> m_names;
    TokenTable m_table;
    std::unordered_map<std::int64_t, LastFields> m_last;
    std::string m_text; ///< the fields of the event that is being read
    const std::string* m_fields = &m_text;
};

} // namespace whittle
