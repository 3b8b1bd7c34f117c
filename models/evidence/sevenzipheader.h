// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "models/base/bytes.h"
#include "models/base/result.h"
#include "models/evidence/unpackmeter.h"

namespace whittle::sevenzip
{

// The header of a 7z as 7zFormat.txt of the LZMA SDK describes it; names are its, methods those of its
// Methods.txt.

inline constexpr unsigned headerId = 0x01;
inline constexpr unsigned encodedHeaderId = 0x17;

inline constexpr std::uint64_t copyMethod = 0x00;
inline constexpr std::uint64_t lzmaMethod = 0x030101;
inline constexpr std::uint64_t lzma2Method = 0x21;
inline constexpr std::uint64_t ppmdMethod = 0x030401;
inline constexpr std::uint64_t bcj2Method = 0x0303011B;
inline constexpr std::uint64_t aesMethod = 0x06F10701;

struct Coder {
    std::uint64_t method = 0;
    Bytes properties{};
};

/// Members packed together, by coders behind each other.
struct Folder {
    std::vector<Coder> coders{};
    std::vector<std::uint64_t> unpackSizes{}; ///< of each stream out of a coder
    std::uint64_t outStreams = 0;
    std::uint64_t members = 1;
    bool hasCrc = false;

    bool uses(std::uint64_t method) const { return std::ranges::count(coders, method, &Coder::method) > 0; }
};

struct Streams {
    std::uint64_t packPosition = 0;
    std::vector<std::uint64_t> packSizes{};
    std::vector<Folder> folders{};
};

/// Reads a header from front to back. After an error everything is 0.
class HeaderReader
{
public:
    HeaderReader(Bytes header, UnpackMeter& meter)
        : m_rest(header)
        , m_meter(meter)
    {
    }
    const std::optional<Error>& error() const { return m_error; }

    unsigned byte()
    {
        const Bytes one = bytes(1);
        return one.empty() ? 0 : std::to_integer<unsigned>(one[0]);
    }

    /// As many ones as the first byte begins with, so many bytes follow, the least significant first.
    std::uint64_t number()
    {
        const unsigned first = byte();
        std::uint64_t value = 0;
        unsigned mask = 0x80;
        for (unsigned i = 0; i < 8; ++i, mask >>= 1) {
            if ((first & mask) == 0)
                return value + (std::uint64_t{first & (mask - 1)} << (8 * i));
            value |= std::uint64_t{byte()} << (8 * i);
        }
        return value;
    }

    /// Of things for which libarchive makes a table.
    std::size_t count()
    {
        const std::uint64_t value = number();
        keep(m_meter.members(value));
        return m_error ? 0 : static_cast<std::size_t>(value);
    }

    void header();
    Streams streams();
    void expect(bool holds)
    {
        if (!holds && !m_error)
            m_error = Error{ErrorCode::Malformed, "the header of the 7z is damaged"};
    }

private:
    void keep(const Result<void>& allowed)
    {
        if (!allowed && !m_error)
            m_error = allowed.error();
    }
    Bytes bytes(std::uint64_t wanted)
    {
        expect(wanted <= m_rest.size());
        if (m_error)
            return {};
        const Bytes taken = m_rest.first(static_cast<std::size_t>(wanted));
        m_rest = m_rest.subspan(taken.size());
        return taken;
    }
    std::vector<bool> digests(std::size_t count);
    std::vector<std::uint64_t> numbers(std::size_t count);
    void packInfo(Streams& streams);
    void unpackInfo(Streams& streams);
    void subStreams(Streams& streams);
    Folder folder();

    Bytes m_rest;
    UnpackMeter& m_meter;
    std::optional<Error> m_error{};
};

} // namespace whittle::sevenzip
