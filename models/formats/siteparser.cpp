// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/siteparser.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <nlohmann/json.hpp>

#include "models/base/fields.h"
#include "models/formats/sitemembers.h"

namespace whittle
{

namespace
{

/// Gives the bytes to the parser and counts the lines as they go: the parser has read no further than the
/// token it tells of (but for the byte behind a number).
class CountingIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::uint64_t* line)
        : m_at(at)
        , m_line(line)
    {
    }

    reference operator*() const { return *m_at; }
    CountingIterator& operator++()
    {
        *m_line += *m_at == '\n';
        ++m_at;
        return *this;
    }
    CountingIterator operator++(int)
    {
        const CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }
    bool operator!=(const CountingIterator& other) const { return m_at != other.m_at; }

private:
    const char* m_at;
    std::uint64_t* m_line;
};

/// Longer names are no member's.
constexpr std::size_t maxKeyBytes = 128;

/// The part of a path behind the statement's own.
std::string_view memberOf(const SiteStatement& statement, std::string_view path)
{
    path.remove_prefix(statement.path.size());
    return path.starts_with('.') ? path.substr(1) : path;
}

/// What the parser tells, token by token, as paths and texts. No tree is built, and nothing recurs.
class SiteHandler
{
public:
    using Json = nlohmann::json;

    SiteHandler(const std::uint64_t& line, const std::stop_token& stop)
        : m_line(line)
        , m_stop(stop)
    {
    }

    bool null() { return true; } // not known is as good as not there
    bool boolean(bool value) { return scalar(value ? "yes" : "no"); }
    bool number_integer(Json::number_integer_t value) { return scalar(std::to_string(value)); }
    bool number_unsigned(Json::number_unsigned_t value) { return scalar(std::to_string(value)); }
    bool number_float(Json::number_float_t, const Json::string_t& text) { return scalar(text); }
    bool string(const Json::string_t& value) { return scalar(value); }
    bool binary(const Json::binary_t&) { return true; } // JSON has none
    bool key(const Json::string_t& name);
    bool start_object(std::size_t) { return open(false); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(true); }
    bool end_array() { return close(); }
    template <typename Exception>
    bool parse_error(std::size_t, const std::string&, const Exception&)
    {
        m_site.errorLine = m_line;
        return false;
    }

    SiteDescription finish();

private:
    struct Field {
        std::string name;
        std::string value;
        bool hasItem = false;
    };
    /// An object or array that is open.
    struct Scope {
        std::string path{}; ///< of itself; ends in "[]" for an array
        std::string key{}; ///< of the member at hand
        bool isArray = false;
        bool isKnown = true; ///< false in what no description is known to have
        const SiteStatement* statement = nullptr; ///< what it is itself
        std::size_t told = 0; ///< of a statement: its place among the statements
        std::vector<Field> fields{}; ///< of a statement
    };

    bool open(bool isArray);
    bool close();
    bool scalar(std::string_view text);
    Scope* innermostStatement();
    Field& field(Scope& statement, std::string_view path);
    void unknown(const std::string& path);
    void tell(const Scope& scope);
    std::string pathHere() const;

    const std::uint64_t& m_line;
    const std::stop_token& m_stop;
    std::vector<Scope> m_scopes;
    SiteDescription m_site;
};

std::string SiteHandler::pathHere() const
{
    if (m_scopes.empty())
        return {};
    const Scope& scope = m_scopes.back();
    return scope.isArray ? scope.path : scope.path + (scope.path.empty() ? "" : ".") + scope.key;
}

bool SiteHandler::key(const Json::string_t& name)
{
    m_scopes.back().key = name.substr(0, maxKeyBytes);
    if (m_scopes.size() == 1)
        m_site.outermostMembers += isSitePath(m_scopes.back().key);
    return !m_stop.stop_requested();
}

bool SiteHandler::open(bool isArray)
{
    if (m_scopes.size() == SiteDescription::maxDepth) {
        m_site.isTooDeep = true;
        m_site.errorLine = m_line;
        return false;
    }
    Scope scope;
    scope.path = pathHere() + (isArray ? "[]" : "");
    scope.isArray = isArray;
    const bool isKnownAround = m_scopes.empty() || m_scopes.back().isKnown;
    scope.isKnown = isKnownAround && isSitePath(scope.path);
    if (isKnownAround && !scope.isKnown)
        unknown(scope.path);
    if (scope.isKnown && !isArray)
        scope.statement = siteStatement(scope.path);
    if (scope.statement) {
        scope.told = m_site.statements.size();
        m_site.statements.push_back({scope.statement->kind, m_line, {}});
    }
    Scope* const around = innermostStatement();
    if (scope.isKnown && isArray && around && !siteStatement(scope.path))
        field(*around, scope.path); // an empty list says something, too
    m_scopes.push_back(std::move(scope));
    return !m_stop.stop_requested();
}

bool SiteHandler::close()
{
    if (m_scopes.back().statement)
        tell(m_scopes.back());
    m_scopes.pop_back();
    return true;
}

SiteHandler::Scope* SiteHandler::innermostStatement()
{
    const auto found = std::find_if(m_scopes.rbegin(), m_scopes.rend(),
                                    [](const Scope& scope) { return scope.statement != nullptr; });
    return found == m_scopes.rend() ? nullptr : &*found;
}

/// The field of that member; the items of one list share one.
SiteHandler::Field& SiteHandler::field(Scope& statement, std::string_view path)
{
    std::string name = siteFieldName(memberOf(*statement.statement, path));
    if (!path.ends_with("[]") || statement.fields.empty() || statement.fields.back().name != name)
        statement.fields.push_back({std::move(name), {}});
    return statement.fields.back();
}

bool SiteHandler::scalar(std::string_view text)
{
    Scope* const statement = innermostStatement();
    if (!statement || !m_scopes.back().isKnown)
        return true;
    const std::string path = pathHere();
    if (hasMember(*statement->statement, memberOf(*statement->statement, path)))
        ++m_site.knownCount;
    else
        unknown(path);
    if (path == "schema")
        m_site.schema = text;
    Field& here = field(*statement, path);
    if (isSecret(here.name)) {
        statement->fields.pop_back();
        if (m_site.secretLine == 0)
            m_site.secretLine = m_line;
        return true;
    }
    if (std::exchange(here.hasItem, true))
        here.value += ',';
    here.value += text;
    return true;
}

void SiteHandler::unknown(const std::string& path)
{
    ++m_site.unknownCount;
    std::vector<std::string>& named = m_site.unknownMembers;
    if (named.size() < SiteDescription::maxNamed && std::ranges::find(named, path) == named.end())
        named.push_back(path);
}

void SiteHandler::tell(const Scope& scope)
{
    FieldWriter fields;
    for (const Field& field : scope.fields)
        fields.add(field.name, field.value);
    m_site.statements[scope.told].fields = fields.text();
}

SiteDescription SiteHandler::finish()
{
    if (!m_scopes.empty() && m_scopes.front().statement)
        tell(m_scopes.front());
    std::erase_if(m_site.statements, [](const auto& statement) { return statement.fields.empty(); });
    return std::move(m_site);
}

} // namespace

SiteDescription SiteDescription::read(std::string_view json, const std::stop_token& stop)
{
    std::uint64_t line = 1;
    SiteHandler handler(line, stop);
    nlohmann::json::sax_parse(CountingIterator(json.data(), &line),
                              CountingIterator(json.data() + json.size(), &line), &handler);
    return handler.finish();
}

} // namespace whittle
