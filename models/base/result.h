// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace whittle
{

/// Why something could not be done. Tests and the user interface branch on these; the words for a person are
/// chosen at the edge.
enum class ErrorCode {
    Truncated, ///< the data end before the record does
    Malformed, ///< the data contradict their own format
    Unsupported, ///< well formed, but nothing we can read
    NotFound,
    NoPermission,
    Vanished, ///< was there, and went away or shrank while it was read
    Empty,
    Cancelled, ///< the user asked for it; nothing is wrong
    Io, ///< the operating system refused a read or a write
    DiskFull,
    Database, ///< SQLite refused
    ForeignFile, ///< an existing file that is not a case
    NewerCase, ///< a case written by a later Whittle
    CaseInUse, ///< another Whittle has the case open for writing
    Usage,
};

/// An expected failure, as a value. `subject` names the file (or question, or id) it is about, `place` where
/// in it
/// ("frame 12", "byte 40", may be empty), `reason` says in plain words what is wrong and `remedy` what to do
/// about it (may be empty).
struct Error {
    ErrorCode code = ErrorCode::Io;
    std::string reason{};
    std::string subject{};
    std::string place{};
    std::string remedy{};
};

/// One line for a log or a terminal: "subject, place: reason (remedy)".
std::string toText(const Error& error);

/// A value or an Error; mirrors the part of std::expected (C++23) that we use.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_data(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_data(std::in_place_index<1>, std::move(error))
    {
    }

    bool hasValue() const { return m_data.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    T& value() &
    {
        assert(hasValue());
        return *std::get_if<0>(&m_data);
    }
    const T& value() const&
    {
        assert(hasValue());
        return *std::get_if<0>(&m_data);
    }
    T&& value() &&
    {
        assert(hasValue());
        return std::move(*std::get_if<0>(&m_data));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const
    {
        assert(!hasValue());
        return *std::get_if<1>(&m_data);
    }

private:
    std::variant<T, Error> m_data;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }

    bool hasValue() const { return !m_error; }
    explicit operator bool() const { return hasValue(); }
    const Error& error() const
    {
        assert(m_error);
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

} // namespace whittle
